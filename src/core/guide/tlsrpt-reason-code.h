/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-guide-entry.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_REASON_CODE (tlsrpt_reason_code_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptReasonCode, tlsrpt_reason_code, TLSRPT, REASON_CODE, TlsrptGuideEntry)

GListModel       *tlsrpt_reason_code_get_all (void);
TlsrptReasonCode *tlsrpt_reason_code_lookup  (const char *code);

G_END_DECLS
