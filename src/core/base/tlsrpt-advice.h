/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-severity.h"

G_BEGIN_DECLS

#define TLSRPT_TYPE_ADVICE (tlsrpt_advice_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptAdvice, tlsrpt_advice, TLSRPT, ADVICE, GObject)

TlsrptAdvice   *tlsrpt_advice_new          (TlsrptSeverity  severity,
                                            const char     *code,
                                            const char     *repair,
                                            const char     *format,
                                            ...) G_GNUC_PRINTF (4, 5) G_GNUC_WARN_UNUSED_RESULT;

TlsrptSeverity  tlsrpt_advice_get_severity (TlsrptAdvice   *self);
const char     *tlsrpt_advice_get_code     (TlsrptAdvice   *self);
const char     *tlsrpt_advice_get_message  (TlsrptAdvice   *self);
const char     *tlsrpt_advice_get_repair   (TlsrptAdvice   *self);
gboolean        tlsrpt_advice_equal        (TlsrptAdvice   *self,
                                            TlsrptAdvice   *other);

G_END_DECLS
