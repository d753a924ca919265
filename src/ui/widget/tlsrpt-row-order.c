/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-row-order.h"

#include <string.h>

/* What a row is sorted by. */
typedef struct
{
  guint   position;
  gint64  number;
  char   *text;
} Key;

static gboolean
is_in (const char *(*get_text) (gconstpointer row),
       gconstpointer row,
       const char   *folded_search)
{
  const char *text = get_text != NULL ? get_text (row) : NULL;
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL && strstr (folded, folded_search) != NULL;
}

static gboolean
is_found (const TlsrptRowOrder *self,
          gconstpointer         row,
          const char           *folded_search)
{
  for (gsize i = 0; i < self->n_columns; i++)
    {
      if (is_in (self->columns[i].get_text, row, folded_search) ||
          is_in (self->columns[i].get_token, row, folded_search))
        return TRUE;
    }

  return FALSE;
}

static GArray *
find_rows (const TlsrptRowOrder *self,
           const char           *rows,
           gsize                 row_size,
           guint                 n_rows)
{
  GArray *found = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_rows);
  g_autofree char *search = NULL;

  if (self->search != NULL)
    search = g_utf8_casefold (self->search, -1);

  for (guint i = 0; i < n_rows; i++)
    {
      if (search == NULL || is_found (self, rows + i * row_size, search))
        g_array_append_val (found, i);
    }

  return found;
}

static void
fill_key (const TlsrptTableColumn *column,
          gconstpointer            row,
          Key                     *key)
{
  const char *text;
  g_autofree char *folded = NULL;

  if (column->get_text == NULL)
    {
      key->number = column->get_number (row);
      return;
    }

  text = column->get_text (row);
  folded = g_utf8_casefold (text != NULL ? text : "", -1);
  key->text = g_utf8_collate_key (folded, -1);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const Key *key = a;
  const Key *other = b;
  const TlsrptRowOrder *self = user_data;
  int result;

  if (key->text != NULL)
    result = strcmp (key->text, other->text);
  else
    result = (key->number > other->number) - (key->number < other->number);

  return self->is_descending ? -result : result;
}

static void
sort_rows (const TlsrptRowOrder *self,
           const char           *rows,
           gsize                 row_size,
           GArray               *found)
{
  g_autofree Key *keys = g_new0 (Key, found->len);

  for (guint i = 0; i < found->len; i++)
    {
      keys[i].position = g_array_index (found, guint, i);
      fill_key (self->sort_column, rows + keys[i].position * row_size, &keys[i]);
    }

  /* Rows that are alike stay as they come: the sort is stable. */
  g_qsort_with_data (keys, (int) found->len, sizeof (Key), compare_keys, (gpointer) self);

  for (guint i = 0; i < found->len; i++)
    {
      g_array_index (found, guint, i) = keys[i].position;
      g_free (keys[i].text);
    }
}

/**
 * tlsrpt_row_order_apply:
 * @self: which rows are wanted, and in which order
 * @rows: (array length=n_rows): the rows
 * @row_size: the size of one
 * @n_rows: how many there are
 *
 * Finds and sorts rows.  It takes its time, so it is meant for a thread.
 *
 * Returns: (transfer full) (element-type guint): the positions of the rows
 */
GArray *
tlsrpt_row_order_apply (const TlsrptRowOrder *self,
                        gconstpointer         rows,
                        gsize                 row_size,
                        guint                 n_rows)
{
  GArray *found;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (rows != NULL || n_rows == 0, NULL);
  g_return_val_if_fail (n_rows <= G_MAXINT, NULL);

  found = find_rows (self, rows, row_size, n_rows);
  if (self->sort_column != NULL)
    sort_rows (self, rows, row_size, found);

  return found;
}
