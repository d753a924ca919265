/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-row-model.h"

/* A list view makes widgets for its first two hundred rows at once, which takes several
 * frames.  So it gets them in parts, and then the rest, for which it makes none.  With parts
 * of 24 rows the longest step of opening 100,000 failures took 38 ms, with 8 it takes 21
 * (benchmark “reports-window”). */
#define ROWS_PER_PART 8
#define ROWS_WITH_WIDGETS 224

struct _TlsrptRows
{
  GType       owner_type;
  gpointer    owner;
  const char *data;
  gsize       row_size;
  guint       n_rows;
};

/**
 * TlsrptRow:
 *
 * A row of a [class@RowModel]: a value of an array, for as long as somebody looks
 * at it.
 */
struct _TlsrptRow
{
  GObject        parent_instance;

  TlsrptRows    *rows;
  gconstpointer  data;
};

G_DEFINE_FINAL_TYPE (TlsrptRow, tlsrpt_row, G_TYPE_OBJECT)

/**
 * TlsrptRowModel:
 *
 * Some of an array of values, in some order, as a list.  Its rows are made when they
 * are asked for, so a list of any length costs nothing.  Other rows do not come all at
 * once, but with tlsrpt_row_model_show_more().
 */
struct _TlsrptRowModel
{
  GObject     parent_instance;

  TlsrptRows *rows;
  GArray     *order;
  guint       n_shown;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlsrptRowModel, tlsrpt_row_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/**
 * tlsrpt_rows_new:
 * @owner_type: a boxed type that counts references
 * @owner: (transfer none): what keeps the rows
 * @rows: (array length=n_rows): values
 * @row_size: the size of one
 * @n_rows: how many there are
 *
 * Creates rows.
 *
 * Returns: (transfer full): rows
 */
TlsrptRows *
tlsrpt_rows_new (GType          owner_type,
                 gpointer       owner,
                 gconstpointer  rows,
                 gsize          row_size,
                 gsize          n_rows)
{
  TlsrptRows *self;

  g_return_val_if_fail (G_TYPE_IS_BOXED (owner_type), NULL);
  g_return_val_if_fail (owner != NULL, NULL);
  g_return_val_if_fail (rows != NULL || n_rows == 0, NULL);
  g_return_val_if_fail (n_rows <= G_MAXINT, NULL);

  self = g_atomic_rc_box_new0 (TlsrptRows);
  self->owner_type = owner_type;
  self->owner = g_boxed_copy (owner_type, owner);
  self->data = rows;
  self->row_size = row_size;
  self->n_rows = (guint) n_rows;

  return self;
}

TlsrptRows *
tlsrpt_rows_ref (TlsrptRows *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_rows (gpointer data)
{
  TlsrptRows *self = data;

  g_boxed_free (self->owner_type, self->owner);
}

void
tlsrpt_rows_unref (TlsrptRows *self)
{
  g_atomic_rc_box_release_full (self, clear_rows);
}

gconstpointer
tlsrpt_rows_get_data (TlsrptRows *self,
                      gsize      *row_size,
                      guint      *n_rows)
{
  *row_size = self->row_size;
  *n_rows = self->n_rows;

  return self->data;
}

static void
tlsrpt_row_finalize (GObject *object)
{
  tlsrpt_rows_unref (TLSRPT_ROW (object)->rows);

  G_OBJECT_CLASS (tlsrpt_row_parent_class)->finalize (object);
}

static void
tlsrpt_row_class_init (TlsrptRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tlsrpt_row_finalize;
}

static void
tlsrpt_row_init (TlsrptRow *self)
{
}

/**
 * tlsrpt_row_get_data:
 * @self: a row
 *
 * Gets the value of the array.
 *
 * Returns: the value, for as long as the row lives
 */
gconstpointer
tlsrpt_row_get_data (TlsrptRow *self)
{
  g_return_val_if_fail (TLSRPT_IS_ROW (self), NULL);

  return self->data;
}

static GType
tlsrpt_row_model_get_item_type (GListModel *list)
{
  return TLSRPT_TYPE_ROW;
}

static guint
tlsrpt_row_model_get_n_items (GListModel *list)
{
  return TLSRPT_ROW_MODEL (list)->n_shown;
}

static gpointer
tlsrpt_row_model_get_item (GListModel *list,
                           guint       position)
{
  TlsrptRowModel *self = TLSRPT_ROW_MODEL (list);
  TlsrptRow *row;

  if (position >= self->n_shown)
    return NULL;

  row = g_object_new (TLSRPT_TYPE_ROW, NULL);
  row->rows = tlsrpt_rows_ref (self->rows);
  row->data = self->rows->data +
              g_array_index (self->order, guint, position) * self->rows->row_size;

  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item = tlsrpt_row_model_get_item;
  iface->get_item_type = tlsrpt_row_model_get_item_type;
  iface->get_n_items = tlsrpt_row_model_get_n_items;
}

static void
tlsrpt_row_model_finalize (GObject *object)
{
  TlsrptRowModel *self = TLSRPT_ROW_MODEL (object);

  g_clear_pointer (&self->rows, tlsrpt_rows_unref);
  g_array_unref (self->order);

  G_OBJECT_CLASS (tlsrpt_row_model_parent_class)->finalize (object);
}

static void
tlsrpt_row_model_class_init (TlsrptRowModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tlsrpt_row_model_finalize;
}

static void
tlsrpt_row_model_init (TlsrptRowModel *self)
{
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
}

TlsrptRowModel *
tlsrpt_row_model_new (void)
{
  return g_object_new (TLSRPT_TYPE_ROW_MODEL, NULL);
}

/**
 * tlsrpt_row_model_set_rows:
 * @self: a list
 * @rows: the rows
 * @order: (element-type guint): the positions of those to show, as they are to be shown
 *
 * Shows other rows, or the same in another order.
 */
void
tlsrpt_row_model_set_rows (TlsrptRowModel *self,
                           TlsrptRows     *rows,
                           GArray         *order)
{
  guint n_before = 0;

  g_return_if_fail (TLSRPT_IS_ROW_MODEL (self));
  g_return_if_fail (rows != NULL);
  g_return_if_fail (order != NULL);

  n_before = self->n_shown;
  tlsrpt_rows_ref (rows);
  g_array_ref (order);
  g_clear_pointer (&self->rows, tlsrpt_rows_unref);
  g_array_unref (self->order);
  self->rows = rows;
  self->order = order;
  self->n_shown = MIN (order->len, ROWS_PER_PART);

  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->n_shown);
}

/**
 * tlsrpt_row_model_get_n_all:
 * @self: a list
 *
 * Returns: how many rows there are, with those that are still to come
 */
guint
tlsrpt_row_model_get_n_all (TlsrptRowModel *self)
{
  g_return_val_if_fail (TLSRPT_IS_ROW_MODEL (self), 0);

  return self->order->len;
}

/**
 * tlsrpt_row_model_show_more:
 * @self: a list
 *
 * Adds as many rows as can be shown within a frame.
 *
 * Returns: whether there are still more
 */
gboolean
tlsrpt_row_model_show_more (TlsrptRowModel *self)
{
  guint n_before;

  g_return_val_if_fail (TLSRPT_IS_ROW_MODEL (self), FALSE);

  n_before = self->n_shown;
  if (n_before < ROWS_WITH_WIDGETS)
    self->n_shown = MIN (n_before + ROWS_PER_PART, self->order->len);
  else
    self->n_shown = self->order->len;

  if (self->n_shown > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, self->n_shown - n_before);

  return self->n_shown < self->order->len;
}
