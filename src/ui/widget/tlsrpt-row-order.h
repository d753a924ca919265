/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-table-column.h"

G_BEGIN_DECLS

/**
 * TlsrptRowOrder:
 * @columns: (array length=n_columns): what a row tells
 * @n_columns: how many there are
 * @sort_column: (nullable): the column by which rows are sorted, or `NULL` for the
 *   order in which they come
 * @is_descending: whether the largest comes first
 * @search: (nullable): what a text of a row must contain, in any case
 *
 * Which rows are wanted, and in which order.
 */
typedef struct
{
  const TlsrptTableColumn *columns;
  gsize                    n_columns;
  const TlsrptTableColumn *sort_column;
  gboolean                 is_descending;
  const char              *search;
} TlsrptRowOrder;

GArray *tlsrpt_row_order_apply (const TlsrptRowOrder *self,
                                gconstpointer         rows,
                                gsize                 row_size,
                                guint                 n_rows) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
