/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-look.h"
#include "tlsrpt-verdict.h"

G_BEGIN_DECLS

void tlsrpt_look_append_json (GString             *text,
                              const TlsrptVerdict *verdict,
                              TlsrptLook          *look);

G_END_DECLS
