/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-table-csv.h"

#include "tlsrpt-csv.h"

#include <glib/gi18n.h>

struct _TlsrptTableCsv
{
  TlsrptRows     *rows;
  TlsrptRowOrder  order;
  char           *search;
  char           *note;
};

/**
 * tlsrpt_table_csv_new:
 * @table: a table with rows
 *
 * Takes down which rows are shown, and in which order.
 *
 * Returns: (transfer full): what @table shows
 */
TlsrptTableCsv *
tlsrpt_table_csv_new (TlsrptTable *table)
{
  TlsrptTableCsv *self;

  g_return_val_if_fail (TLSRPT_IS_TABLE (table), NULL);
  g_return_val_if_fail (tlsrpt_table_get_rows (table) != NULL, NULL);

  self = g_new0 (TlsrptTableCsv, 1);
  self->rows = tlsrpt_rows_ref (tlsrpt_table_get_rows (table));
  tlsrpt_table_get_order (table, &self->order);
  self->search = g_strdup (self->order.search);
  self->order.search = self->search;

  return self;
}

/**
 * tlsrpt_table_csv_set_note:
 * @self: what a table shows
 * @note: (nullable): what one has to know of its numbers
 *
 * Writes a note into a row behind the others.
 */
void
tlsrpt_table_csv_set_note (TlsrptTableCsv *self,
                           const char     *note)
{
  g_free (self->note);
  self->note = g_strdup (note);
}

void
tlsrpt_table_csv_free (TlsrptTableCsv *self)
{
  tlsrpt_rows_unref (self->rows);
  g_free (self->search);
  g_free (self->note);
  g_free (self);
}

static char *
dup_cell (const TlsrptTableColumn *column,
          gconstpointer            row)
{
  gint64 number;

  if (column->get_token != NULL)
    return g_strdup (column->get_token (row));
  if (column->get_text != NULL)
    return g_strdup (column->get_text (row));

  number = column->get_number (row);
  if (column->dup_number_plain != NULL)
    return column->dup_number_plain (number);

  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/**
 * tlsrpt_table_csv_write:
 * @self: what a table shows
 *
 * Writes the table as RFC 4180 has it, with the titles of its columns.
 *
 * Returns: (transfer full): the text
 */
GString *
tlsrpt_table_csv_write (TlsrptTableCsv *self)
{
  const TlsrptTableColumn *columns = self->order.columns;
  gsize n_columns = self->order.n_columns;
  g_autofree char **cells = g_new0 (char *, n_columns);
  GString *csv = g_string_new (NULL);
  g_autoptr (GArray) order = NULL;
  const char *rows;
  gsize row_size;
  guint n_rows;

  for (gsize i = 0; i < n_columns; i++)
    cells[i] = g_strdup (_(columns[i].title));

  tlsrpt_csv_append_row (csv, (const char *const *) cells, n_columns);

  rows = tlsrpt_rows_get_data (self->rows, &row_size, &n_rows);
  order = tlsrpt_row_order_apply (&self->order, rows, row_size, n_rows);

  for (guint i = 0; i < order->len; i++)
    {
      gconstpointer row = rows + g_array_index (order, guint, i) * row_size;

      for (gsize j = 0; j < n_columns; j++)
        {
          g_free (cells[j]);
          cells[j] = dup_cell (&columns[j], row);
        }

      tlsrpt_csv_append_row (csv, (const char *const *) cells, n_columns);
    }

  if (self->note != NULL)
    {
      for (gsize i = 0; i < n_columns; i++)
        {
          g_free (cells[i]);
          cells[i] = g_strdup (i == 0 ? self->note : "");
        }
      tlsrpt_csv_append_row (csv, (const char *const *) cells, n_columns);
    }

  for (gsize i = 0; i < n_columns; i++)
    g_free (cells[i]);

  return csv;
}
