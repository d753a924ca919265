/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-state.h"
#include "tlsrpt-table.h"

G_BEGIN_DECLS

void        tlsrpt_domain_rows_set_columns (TlsrptTable   *table);
TlsrptRows *tlsrpt_domain_rows_new         (TlsrptState   *state,
                                            const char    *word) G_GNUC_WARN_UNUSED_RESULT;

const TlsrptStateDomain *
            tlsrpt_domain_rows_get_domain  (gconstpointer  row);
const char *tlsrpt_domain_rows_get_published
                                           (const TlsrptStateDomain *domain);
char       *tlsrpt_domain_rows_dup_time    (gint64         time) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
