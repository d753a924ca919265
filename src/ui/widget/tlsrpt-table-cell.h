/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-table-column.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a cell shows: what its column has, or that with its second text below.  The first
 * cell of a row names it. */
typedef enum
{
  TLSRPT_TABLE_CELL_PLAIN,
  TLSRPT_TABLE_CELL_FIRST,
  TLSRPT_TABLE_CELL_FIRST_OF_TWO_LINES,
} TlsrptTableCellForm;

GtkListItemFactory *tlsrpt_table_cell_factory_new (const TlsrptTableColumn *column,
                                                   TlsrptTableCellForm      form)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
