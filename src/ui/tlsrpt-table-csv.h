/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-table.h"

G_BEGIN_DECLS

void     tlsrpt_table_csv_write_async  (TlsrptTable          *table,
                                        GFile                *file,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean tlsrpt_table_csv_write_finish (TlsrptTable          *table,
                                        GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS
