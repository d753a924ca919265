/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-table.h"

#include "tlsrpt-column-view.h"
#include "tlsrpt-room.h"
#include "tlsrpt-stack.h"
#include "tlsrpt-table-cell.h"

#include <glib/gi18n.h>

/**
 * TlsrptTable:
 *
 * A table of values, which can be sorted by each of its columns and searched.  A narrow
 * one has only the columns that matter most.
 *
 * That is done in another thread, and only while the table is seen, so that a long
 * table does not hold up the window.
 */
struct _TlsrptTable
{
  AdwBin                   parent_instance;

  const TlsrptTableColumn *columns;
  gsize                    n_columns;
  /* A bit for each column that would tell nothing. */
  guint                    hidden_columns;
  TlsrptRows              *rows;
  char                    *search;

  /* What is seen, whether it is out of date, and what puts that right. */
  TlsrptRowModel          *shown;
  gboolean                 is_outdated;
  GCancellable            *arranging;
  guint                    more_callback;
  double                   width;

  /* Set by compare() while somebody asks by which column the view sorts. */
  const TlsrptTableColumn *asked_column;

  /* Template widgets */
  TlsrptRoom              *room;
  GtkColumnView           *view;
  GtkStack                *stack;
  GtkScrolledWindow       *window;
};

G_DEFINE_FINAL_TYPE (TlsrptTable, tlsrpt_table, ADW_TYPE_BIN)

enum
{
  ROW_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A column of the view. */
typedef struct
{
  TlsrptTable             *table;
  const TlsrptTableColumn *column;
} Sorter;

/* The view asks the sorter of the first column, and turns the answer round if that is
 * to be descending.  GtkColumnView has no API before 4.10 to ask for the sort column,
 * so compare() records it. */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  const Sorter *sorter = user_data;

  sorter->table->asked_column = sorter->column;

  return -1;
}

static GtkSorter *
create_sorter (TlsrptTable             *self,
               const TlsrptTableColumn *column)
{
  Sorter *sorter = g_new (Sorter, 1);

  sorter->table = self;
  sorter->column = column;

  return GTK_SORTER (gtk_custom_sorter_new (compare, sorter, g_free));
}

typedef struct
{
  TlsrptRows     *rows;
  TlsrptRowOrder  order;
  char           *search;
} Arrangement;

static void
arrangement_free (Arrangement *arrangement)
{
  tlsrpt_rows_unref (arrangement->rows);
  g_free (arrangement->search);
  g_free (arrangement);
}

static void
arrange_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Arrangement *arrangement = task_data;
  gsize row_size;
  guint n_rows;
  gconstpointer data = tlsrpt_rows_get_data (arrangement->rows, &row_size, &n_rows);

  g_task_return_pointer (task,
                         tlsrpt_row_order_apply (&arrangement->order, data, row_size, n_rows),
                         (GDestroyNotify) g_array_unref);
}

static void
show_page (TlsrptTable *self,
           const char  *name)
{
  tlsrpt_stack_show (self->stack, gtk_stack_get_child_by_name (self->stack, name));
}

/* From right to left, GTK 4.8 begins with the last column; later ones do not. */
static void
show_first_column (gpointer data)
{
  g_autoptr (TlsrptTable) self = data;
  GtkWidget *header, *title;
  graphene_rect_t bounds;

  if (self->view == NULL)
    return;

  header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  title = gtk_widget_get_first_child (header);
  if (gtk_widget_compute_bounds (title, GTK_WIDGET (self->view), &bounds) &&
      bounds.origin.x >= gtk_widget_get_width (GTK_WIDGET (self->view)))
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->window);

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
    }
}

/* How wide the table is, is known when there are rows to measure, which is too late
 * for the same frame. */
static void
width_changed_cb (TlsrptTable   *self,
                  GParamSpec    *pspec,
                  GtkAdjustment *adjustment)
{
  double width = gtk_adjustment_get_upper (adjustment);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL && width > self->width)
    g_idle_add_once (show_first_column, g_object_ref (self));

  self->width = width;
}

static gboolean
show_more_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  TlsrptTable *self = TLSRPT_TABLE (widget);

  if (tlsrpt_row_model_show_more (self->shown))
    return G_SOURCE_CONTINUE;

  self->more_callback = 0;

  return G_SOURCE_REMOVE;
}

/* Whether one of the rows has the focus: what is in the view and no header. */
static gboolean
has_focus (TlsrptTable *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (GTK_ROOT (root)) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)) &&
         !gtk_widget_is_ancestor (focus, gtk_widget_get_first_child (GTK_WIDGET (self->view)));
}

static void
arranged_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  TlsrptTable *self = user_data;
  g_autoptr (GArray) order = g_task_propagate_pointer (G_TASK (result), NULL);
  Arrangement *arrangement = g_task_get_task_data (G_TASK (result));
  gboolean had_focus;

  /* Canceled: the table may be gone. */
  if (order == NULL)
    return;

  g_clear_object (&self->arranging);
  had_focus = has_focus (self);
  tlsrpt_row_model_set_rows (self->shown, arrangement->rows, order);
  show_page (self, order->len > 0 ? "rows" : "nothing");

  /* It went with its row, and no key would get anywhere any more. */
  if (had_focus && order->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));

  if (self->more_callback == 0)
    self->more_callback = gtk_widget_add_tick_callback (GTK_WIDGET (self), show_more_cb,
                                                        NULL, NULL);
}

static void
arrange (TlsrptTable *self)
{
  g_autoptr (GTask) task = NULL;
  Arrangement *arrangement;

  g_cancellable_cancel (self->arranging);
  g_clear_object (&self->arranging);

  self->is_outdated = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_outdated || self->rows == NULL)
    return;

  arrangement = g_new0 (Arrangement, 1);
  arrangement->rows = tlsrpt_rows_ref (self->rows);
  tlsrpt_table_get_order (self, &arrangement->order);
  arrangement->search = g_strdup (arrangement->order.search);
  arrangement->order.search = arrangement->search;

  self->arranging = g_cancellable_new ();
  task = g_task_new (NULL, self->arranging, arranged_cb, self);
  g_task_set_source_tag (task, arrange);
  g_task_set_task_data (task, arrangement, (GDestroyNotify) arrangement_free);
  g_task_run_in_thread (task, arrange_thread);
}

static void
add_column (TlsrptTable             *self,
            const TlsrptTableColumn *column)
{
  g_autoptr (GtkSorter) sorter = create_sorter (self, column);
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  view_column = gtk_column_view_column_new (_(column->title), NULL);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_append_column (self->view, view_column);
}

static TlsrptTableCellForm
get_form (const TlsrptTableColumn *column,
          gboolean                 is_first,
          gboolean                 is_narrow)
{
  if (!is_first)
    return TLSRPT_TABLE_CELL_PLAIN;

  return is_narrow && column->get_second != NULL ? TLSRPT_TABLE_CELL_FIRST_OF_TWO_LINES
                                                 : TLSRPT_TABLE_CELL_FIRST;
}

static gboolean
is_column_shown (TlsrptTable *self,
                 gsize        position,
                 gboolean     is_narrow)
{
  return (self->hidden_columns & 1u << position) == 0 &&
         (!is_narrow || !self->columns[position].is_extra);
}

/* Gives the columns the form for the room that there is. */
static void
show_columns (TlsrptTable *self)
{
  GListModel *view_columns = gtk_column_view_get_columns (self->view);
  gboolean is_narrow = tlsrpt_room_is_narrow (self->room);

  for (gsize i = 0; i < self->n_columns; i++)
    {
      const TlsrptTableColumn *column = &self->columns[i];
      g_autoptr (GtkColumnViewColumn) view_column = g_list_model_get_item (view_columns, (guint) i);
      g_autoptr (GtkListItemFactory) factory = NULL;

      factory = tlsrpt_table_cell_factory_new (column, get_form (column, i == 0, is_narrow));

      /* The cells that are there would stay as they are. */
      gtk_column_view_column_set_visible (view_column, FALSE);
      gtk_column_view_column_set_factory (view_column, factory);
      gtk_column_view_column_set_visible (view_column, is_column_shown (self, i, is_narrow));
      gtk_column_view_column_set_expand (view_column,
                                         is_narrow ? i == 0 : column->width == 0);
    }
}

static void
activated_cb (TlsrptTable *self,
              guint        position)
{
  g_autoptr (TlsrptRow) row = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  g_signal_emit (self, signals[ROW_ACTIVATED], 0, row);
}

static gboolean
tlsrpt_table_focus (GtkWidget        *widget,
                    GtkDirectionType  direction)
{
  TlsrptTable *self = TLSRPT_TABLE (widget);
  gboolean moved;

  if (tlsrpt_column_view_is_left (self->view, direction, &moved))
    return moved;

  return GTK_WIDGET_CLASS (tlsrpt_table_parent_class)->focus (widget, direction);
}

static void
tlsrpt_table_map (GtkWidget *widget)
{
  TlsrptTable *self = TLSRPT_TABLE (widget);

  GTK_WIDGET_CLASS (tlsrpt_table_parent_class)->map (widget);

  if (self->is_outdated)
    arrange (self);
}

static void
tlsrpt_table_dispose (GObject *object)
{
  TlsrptTable *self = TLSRPT_TABLE (object);

  g_cancellable_cancel (self->arranging);
  g_clear_object (&self->arranging);
  /* First, since the template takes the child away without telling the bin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_TABLE);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->rows, tlsrpt_rows_unref);

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

  widget_class->focus = tlsrpt_table_focus;
  widget_class->map = tlsrpt_table_map;

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

  g_type_ensure (TLSRPT_TYPE_ROOM);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/tlsrpt-table.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptTable, room);
  gtk_widget_class_bind_template_child (widget_class, TlsrptTable, stack);
  gtk_widget_class_bind_template_child (widget_class, TlsrptTable, view);
  gtk_widget_class_bind_template_child (widget_class, TlsrptTable, window);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_columns);
}

static void
tlsrpt_table_init (TlsrptTable *self)
{
  GtkAdjustment *adjustment;

  self->search = g_strdup ("");
  self->shown = tlsrpt_row_model_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  tlsrpt_column_view_name_headers (self->view);
  show_page (self, "rows");

  adjustment = gtk_scrolled_window_get_hadjustment (self->window);
  g_signal_connect_object (adjustment, "notify::upper",
                           G_CALLBACK (width_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (arrange), self, G_CONNECT_SWAPPED);
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
  show_columns (self);

  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

/**
 * tlsrpt_table_set_column_shown:
 * @self: a table with columns
 * @column: the number of a column
 * @is_shown: whether it has something to tell about these rows
 *
 * Shows or hides a column.
 */
void
tlsrpt_table_set_column_shown (TlsrptTable *self,
                               guint        column,
                               gboolean     is_shown)
{
  guint hidden;

  g_return_if_fail (TLSRPT_IS_TABLE (self));
  g_return_if_fail (column < self->n_columns);

  hidden = is_shown ? self->hidden_columns & ~(1u << column) : self->hidden_columns | 1u << column;
  if (hidden == self->hidden_columns)
    return;

  self->hidden_columns = hidden;
  show_columns (self);
}

/**
 * tlsrpt_table_set_rows:
 * @self: a table with columns
 * @rows: the rows
 *
 * Sets the rows.
 */
void
tlsrpt_table_set_rows (TlsrptTable *self,
                       TlsrptRows  *rows)
{
  g_return_if_fail (TLSRPT_IS_TABLE (self));
  g_return_if_fail (rows != NULL);

  tlsrpt_rows_ref (rows);
  g_clear_pointer (&self->rows, tlsrpt_rows_unref);
  self->rows = rows;
  arrange (self);
}

/**
 * tlsrpt_table_get_rows:
 * @self: a table
 *
 * Gets the rows, found and sorted or not.
 *
 * Returns: (transfer none) (nullable): the rows
 */
TlsrptRows *
tlsrpt_table_get_rows (TlsrptTable *self)
{
  g_return_val_if_fail (TLSRPT_IS_TABLE (self), NULL);

  return self->rows;
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

  g_return_if_fail (TLSRPT_IS_TABLE (self));
  g_return_if_fail (text != NULL);

  stripped = g_strstrip (g_strdup (text));
  if (g_str_equal (stripped, self->search))
    return;

  g_free (self->search);
  self->search = g_steal_pointer (&stripped);
  arrange (self);
}

/**
 * tlsrpt_table_get_order:
 * @self: a table
 * @order: (out caller-allocates): which rows are shown, and in which order
 *
 * Gets what the user wants to see.  The text to search for belongs to the table.
 */
void
tlsrpt_table_get_order (TlsrptTable    *self,
                        TlsrptRowOrder *order)
{
  GtkSorter *sorter;
  GtkOrdering ordering;

  g_return_if_fail (TLSRPT_IS_TABLE (self));
  g_return_if_fail (order != NULL);

  /* compare() only records that it was called, so any two objects will do. */
  self->asked_column = NULL;
  sorter = gtk_column_view_get_sorter (self->view);
  ordering = gtk_sorter_compare (sorter, self, self->view);

  *order = (TlsrptRowOrder) {
    .columns = self->columns,
    .n_columns = self->n_columns,
    .sort_column = self->asked_column,
    .is_descending = ordering == GTK_ORDERING_LARGER,
    .search = *self->search != '\0' ? self->search : NULL,
  };
}

/**
 * tlsrpt_table_sort:
 * @self: a table with columns
 * @column: the number of a column, which need not be seen
 *
 * Sorts by a column, or the other way round if the table is sorted by it: as a click on
 * its title, which not every system has for the keyboard.
 */
void
tlsrpt_table_sort (TlsrptTable *self,
                   guint        column)
{
  TlsrptRowOrder order;
  gboolean is_ascending;

  g_return_if_fail (TLSRPT_IS_TABLE (self));
  g_return_if_fail (column < self->n_columns);

  tlsrpt_table_get_order (self, &order);
  is_ascending = order.sort_column == &self->columns[column] && !order.is_descending;

  tlsrpt_table_sort_by (self, column, is_ascending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/**
 * tlsrpt_table_sort_by:
 * @self: a table with columns
 * @column: the number of a column, which need not be seen
 * @direction: which way
 *
 * Sorts by a column.
 */
void
tlsrpt_table_sort_by (TlsrptTable *self,
                      guint        column,
                      GtkSortType  direction)
{
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_return_if_fail (TLSRPT_IS_TABLE (self));
  g_return_if_fail (column < self->n_columns);

  view_column = g_list_model_get_item (gtk_column_view_get_columns (self->view), column);
  gtk_column_view_sort_by_column (self->view, view_column, direction);
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

  return G_LIST_MODEL (self->shown);
}

/**
 * tlsrpt_table_get_n_found:
 * @self: a table
 *
 * Returns: how many rows the search has found, with those that are shown in a moment
 */
guint
tlsrpt_table_get_n_found (TlsrptTable *self)
{
  g_return_val_if_fail (TLSRPT_IS_TABLE (self), 0);

  return tlsrpt_row_model_get_n_all (self->shown);
}
