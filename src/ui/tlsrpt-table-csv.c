/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-table-csv.h"

#include "tlsrpt-csv.h"

#include <glib/gi18n.h>

typedef struct
{
  const TlsrptTableColumn *columns;
  gsize                    n_columns;
  GPtrArray               *rows;
  GFile                   *file;
} Writing;

static void
writing_free (Writing *writing)
{
  g_ptr_array_unref (writing->rows);
  g_object_unref (writing->file);
  g_free (writing);
}

static char *
dup_cell (const TlsrptTableColumn *column,
          gconstpointer            row)
{
  gint64 number;

  if (column->get_text != NULL)
    return g_strdup (column->get_text (row));

  number = column->get_number (row);
  if (column->dup_number_plain != NULL)
    return column->dup_number_plain (number);

  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static void
write_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Writing *writing = task_data;
  g_autoptr (GString) csv = g_string_new (NULL);
  g_autofree char **cells = g_new0 (char *, writing->n_columns);
  GError *error = NULL;

  for (gsize i = 0; i < writing->n_columns; i++)
    cells[i] = g_strdup (_(writing->columns[i].title));

  tlsrpt_csv_append_row (csv, (const char *const *) cells, writing->n_columns);

  for (guint i = 0; i < writing->rows->len; i++)
    {
      gconstpointer row = tlsrpt_row_get_data (g_ptr_array_index (writing->rows, i));

      for (gsize j = 0; j < writing->n_columns; j++)
        {
          g_free (cells[j]);
          cells[j] = dup_cell (&writing->columns[j], row);
        }

      tlsrpt_csv_append_row (csv, (const char *const *) cells, writing->n_columns);
    }

  for (gsize i = 0; i < writing->n_columns; i++)
    g_clear_pointer (&cells[i], g_free);

  if (g_file_replace_contents (writing->file, csv->str, csv->len, NULL, FALSE,
                               G_FILE_CREATE_PRIVATE, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tlsrpt_table_csv_write_async:
 * @table: a table
 * @file: where to write
 * @cancellable: (nullable): to stop
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * Writes the rows that are shown, in the order in which they are shown.
 */
void
tlsrpt_table_csv_write_async (TlsrptTable         *table,
                              GFile               *file,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  GListModel *shown;
  Writing *writing;

  g_return_if_fail (TLSRPT_IS_TABLE (table));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (table, cancellable, callback, user_data);
  g_task_set_source_tag (task, tlsrpt_table_csv_write_async);

  shown = tlsrpt_table_get_shown (table);
  writing = g_new0 (Writing, 1);
  writing->columns = tlsrpt_table_get_columns (table, &writing->n_columns);
  writing->rows = g_ptr_array_new_with_free_func (g_object_unref);
  writing->file = g_object_ref (file);
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    g_ptr_array_add (writing->rows, g_list_model_get_item (shown, i));

  g_task_run_in_thread (task, write_thread);
}

/**
 * tlsrpt_table_csv_write_finish:
 * @table: the table
 * @result: what the callback got
 * @error: set if it failed
 *
 * Ends writing.
 *
 * Returns: whether the file is there
 */
gboolean
tlsrpt_table_csv_write_finish (TlsrptTable   *table,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, table), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tlsrpt_table_csv_write_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
