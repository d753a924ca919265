/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-row-model.h"
#include "tlsrpt-row-order.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_TABLE (tlsrpt_table_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptTable, tlsrpt_table, TLSRPT, TABLE, AdwBin)

void        tlsrpt_table_set_columns (TlsrptTable             *self,
                                      const TlsrptTableColumn *columns,
                                      gsize                    n_columns);
void        tlsrpt_table_set_column_shown
                                     (TlsrptTable             *self,
                                      guint                    column,
                                      gboolean                 is_shown);
void        tlsrpt_table_set_rows    (TlsrptTable             *self,
                                      TlsrptRows              *rows);
TlsrptRows *tlsrpt_table_get_rows    (TlsrptTable             *self);
void        tlsrpt_table_set_search  (TlsrptTable             *self,
                                      const char              *text);
void        tlsrpt_table_get_order   (TlsrptTable             *self,
                                      TlsrptRowOrder          *order);
void        tlsrpt_table_sort        (TlsrptTable             *self,
                                      guint                    column);
void        tlsrpt_table_sort_by     (TlsrptTable             *self,
                                      guint                    column,
                                      GtkSortType              direction);
GListModel *tlsrpt_table_get_shown   (TlsrptTable             *self);
guint       tlsrpt_table_get_n_found (TlsrptTable             *self);

G_END_DECLS
