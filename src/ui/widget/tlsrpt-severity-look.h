/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-severity.h"

G_BEGIN_DECLS

const char *tlsrpt_severity_get_icon_name (TlsrptSeverity severity);
const char *tlsrpt_severity_get_style     (TlsrptSeverity severity);

G_END_DECLS
