/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-verdict.h"

G_BEGIN_DECLS

void     tlsrpt_verdict_add_advice             (TlsrptVerdict *self);

/* Its parts, each in a separate file */
void     tlsrpt_verdict_advise_on_name         (TlsrptVerdict *self);
void     tlsrpt_verdict_advise_on_name_servers (TlsrptVerdict *self);
void     tlsrpt_verdict_advise_on_signatures   (TlsrptVerdict *self);
void     tlsrpt_verdict_advise_on_destinations (TlsrptVerdict *self);
gboolean tlsrpt_verdict_advise_on_mail         (TlsrptVerdict *self);
void     tlsrpt_verdict_advise_on_hosts        (TlsrptVerdict *self);
gboolean tlsrpt_verdict_advise_on_dane         (TlsrptVerdict *self);
gboolean tlsrpt_verdict_advise_on_sts          (TlsrptVerdict *self);

void     tlsrpt_verdict_warn                   (TlsrptVerdict *self,
                                                const char    *code,
                                                const char    *format,
                                                ...) G_GNUC_PRINTF (3, 4);
void     tlsrpt_verdict_note                   (TlsrptVerdict *self,
                                                const char    *code,
                                                const char    *format,
                                                ...) G_GNUC_PRINTF (3, 4);
void     tlsrpt_verdict_advise                 (TlsrptVerdict *self,
                                                TlsrptRemark  *advice);

G_END_DECLS
