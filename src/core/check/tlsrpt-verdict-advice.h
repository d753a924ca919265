/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-verdict.h"

G_BEGIN_DECLS

void tlsrpt_verdict_add_advice (TlsrptVerdict *self);

G_END_DECLS
