/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-table.h"

G_BEGIN_DECLS

/**
 * TlsrptTableCsv:
 *
 * What a table shows at a moment.  It may be written in another thread.
 */
typedef struct _TlsrptTableCsv TlsrptTableCsv;

TlsrptTableCsv *tlsrpt_table_csv_new      (TlsrptTable    *table) G_GNUC_WARN_UNUSED_RESULT;
void            tlsrpt_table_csv_free     (TlsrptTableCsv *self);

void            tlsrpt_table_csv_set_note (TlsrptTableCsv *self,
                                           const char     *note);
GString        *tlsrpt_table_csv_write    (TlsrptTableCsv *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptTableCsv, tlsrpt_table_csv_free)

G_END_DECLS
