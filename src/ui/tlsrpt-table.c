/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-table.h"

#include "tlsrpt-display.h"
#include "tlsrpt-report-text.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * TlsrptTable:
 *
 * A table of values, which can be sorted by each of its columns and searched.
 *
 * Sorting and searching go on in small steps, so that a long table does not hold up
 * the window.
 */
struct _TlsrptTable
{
  AdwBin                   parent_instance;

  const TlsrptTableColumn *columns;
  gsize                    n_columns;
  GtkFilterListModel      *found;
  GtkSortListModel        *sorted;
  char                    *search;

  /* Template widgets */
  GtkColumnView           *view;
  GtkStack                *stack;
};

G_DEFINE_FINAL_TYPE (TlsrptTable, tlsrpt_table, ADW_TYPE_BIN)

enum
{
  ROW_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
get_row_text (TlsrptRow               *row,
              const TlsrptTableColumn *column)
{
  return g_strdup (column->get_text (tlsrpt_row_get_data (row)));
}

static gint64
get_row_number (TlsrptRow               *row,
                const TlsrptTableColumn *column)
{
  return column->get_number (tlsrpt_row_get_data (row));
}

static GtkSorter *
create_sorter (const TlsrptTableColumn *column)
{
  gpointer data = (gpointer) column;

  if (column->get_text != NULL)
    return GTK_SORTER (gtk_string_sorter_new (
      gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL,
                                   G_CALLBACK (get_row_text), data, NULL)));

  return GTK_SORTER (gtk_numeric_sorter_new (
    gtk_cclosure_expression_new (G_TYPE_INT64, NULL, 0, NULL,
                                 G_CALLBACK (get_row_number), data, NULL)));
}

static gboolean
is_found (gpointer item,
          gpointer user_data)
{
  TlsrptTable *self = user_data;
  gconstpointer row = tlsrpt_row_get_data (item);

  for (gsize i = 0; i < self->n_columns; i++)
    {
      const char *text = NULL;
      g_autofree char *folded = NULL;

      if (self->columns[i].get_text != NULL)
        text = self->columns[i].get_text (row);
      if (text == NULL)
        continue;

      folded = g_utf8_casefold (text, -1);
      if (strstr (folded, self->search) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
cell_set_up_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                const TlsrptTableColumn  *column)
{
  gboolean is_text = column->get_text != NULL;
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "ellipsize", PANGO_ELLIPSIZE_END,
                                   "width-chars", column->width,
                                   "xalign", is_text ? 0.0 : 1.0,
                                   NULL);

  if (!is_text)
    gtk_widget_add_css_class (label, "numeric");

  gtk_list_item_set_child (item, label);
}

static void
cell_bound_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               const TlsrptTableColumn  *column)
{
  gconstpointer row = tlsrpt_row_get_data (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = NULL;

  if (column->get_text != NULL)
    {
      const char *given = column->get_text (row);

      text = given != NULL && *given != '\0' ? tlsrpt_display_isolate (given, -1)
                                             : g_strdup (_("Not given"));
    }
  else if (column->dup_number != NULL)
    {
      text = column->dup_number (column->get_number (row));
    }
  else
    {
      text = tlsrpt_report_count_dup_text (column->get_number (row));
    }

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, column->get_text != NULL ? text : NULL);
}

static void
add_column (TlsrptTable             *self,
            const TlsrptTableColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = create_sorter (column);
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (cell_set_up_cb), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (cell_bound_cb), (gpointer) column);

  view_column = gtk_column_view_column_new (_(column->title), factory);
  gtk_column_view_column_set_expand (view_column, column->width == 0);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_append_column (self->view, view_column);
}

static void
activated_cb (TlsrptTable *self,
              guint        position)
{
  g_autoptr (TlsrptRow) row = g_list_model_get_item (G_LIST_MODEL (self->sorted), position);

  g_signal_emit (self, signals[ROW_ACTIVATED], 0, row);
}

static void
update_stack (TlsrptTable *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0 &&
                      gtk_filter_list_model_get_pending (self->found) == 0;

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "nothing" : "rows");
}

static void
tlsrpt_table_dispose (GObject *object)
{
  TlsrptTable *self = TLSRPT_TABLE (object);

  if (self->found != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->found, self);
      /* Nothing may call is_found() any more. */
      gtk_filter_list_model_set_filter (self->found, NULL);
    }

  /* First, since the template takes the child away without telling the bin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_TABLE);

  g_clear_object (&self->found);
  g_clear_object (&self->sorted);

  G_OBJECT_CLASS (tlsrpt_table_parent_class)->dispose (object);
}

static void
tlsrpt_table_finalize (GObject *object)
{
  g_free (TLSRPT_TABLE (object)->search);

  G_OBJECT_CLASS (tlsrpt_table_parent_class)->finalize (object);
}

static void
tlsrpt_table_class_init (TlsrptTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_table_dispose;
  object_class->finalize = tlsrpt_table_finalize;

  /**
   * TlsrptTable::row-activated:
   * @self: a table
   * @row: the row
   *
   * Somebody wants to know more about a row.
   */
  signals[ROW_ACTIVATED] =
    g_signal_new ("row-activated", TLSRPT_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, TLSRPT_TYPE_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/tlsrpt-table.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptTable, stack);
  gtk_widget_class_bind_template_child (widget_class, TlsrptTable, view);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
tlsrpt_table_init (TlsrptTable *self)
{
  GtkSorter *sorter;

  self->search = g_strdup ("");

  gtk_widget_init_template (GTK_WIDGET (self));

  self->found = gtk_filter_list_model_new (NULL, NULL);
  gtk_filter_list_model_set_incremental (self->found, TRUE);

  sorter = gtk_column_view_get_sorter (self->view);
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->found)),
                                          g_object_ref (sorter));
  gtk_sort_list_model_set_incremental (self->sorted, TRUE);

  g_signal_connect_swapped (self->found, "items-changed", G_CALLBACK (update_stack), self);
  g_signal_connect_swapped (self->found, "notify::pending", G_CALLBACK (update_stack), self);
}

GtkWidget *
tlsrpt_table_new (void)
{
  return g_object_new (TLSRPT_TYPE_TABLE, NULL);
}

const TlsrptTableColumn *
tlsrpt_table_get_columns (TlsrptTable *self,
                          gsize       *n_columns)
{
  g_return_val_if_fail (TLSRPT_IS_TABLE (self), NULL);

  *n_columns = self->n_columns;

  return self->columns;
}

/**
 * tlsrpt_table_set_columns:
 * @self: a table without columns
 * @columns: (array length=n_columns): static columns
 * @n_columns: how many there are
 *
 * Sets what the table tells about its rows.
 */
void
tlsrpt_table_set_columns (TlsrptTable             *self,
                          const TlsrptTableColumn *columns,
                          gsize                    n_columns)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (TLSRPT_IS_TABLE (self));
  g_return_if_fail (self->columns == NULL);

  self->columns = columns;
  self->n_columns = n_columns;

  for (gsize i = 0; i < n_columns; i++)
    add_column (self, &columns[i]);

  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->sorted)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

/**
 * tlsrpt_table_set_rows:
 * @self: a table with columns
 * @rows: (nullable): the rows
 *
 * Sets the rows.
 */
void
tlsrpt_table_set_rows (TlsrptTable    *self,
                       TlsrptRowModel *rows)
{
  g_return_if_fail (TLSRPT_IS_TABLE (self));
  g_return_if_fail (rows == NULL || TLSRPT_IS_ROW_MODEL (rows));

  gtk_filter_list_model_set_model (self->found, rows != NULL ? G_LIST_MODEL (rows) : NULL);
  update_stack (self);
}

/**
 * tlsrpt_table_set_search:
 * @self: a table
 * @text: what a text of a row must contain, in any case
 *
 * Shows only some of the rows.
 */
void
tlsrpt_table_set_search (TlsrptTable *self,
                         const char  *text)
{
  g_autofree char *stripped = NULL;
  g_autoptr (GtkFilter) filter = NULL;

  g_return_if_fail (TLSRPT_IS_TABLE (self));
  g_return_if_fail (text != NULL);

  stripped = g_strstrip (g_strdup (text));
  g_free (self->search);
  self->search = g_utf8_casefold (stripped, -1);

  if (*self->search != '\0')
    filter = GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL));

  gtk_filter_list_model_set_filter (self->found, filter);
  update_stack (self);
}

/**
 * tlsrpt_table_get_shown:
 * @self: a table
 *
 * Gets the rows that are shown, as they are sorted.
 *
 * Returns: (transfer none): a list of [class@Row]
 */
GListModel *
tlsrpt_table_get_shown (TlsrptTable *self)
{
  g_return_val_if_fail (TLSRPT_IS_TABLE (self), NULL);

  return G_LIST_MODEL (self->sorted);
}
