/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-row-model.h"

/**
 * TlsrptRow:
 *
 * A row of a [class@RowModel]: a value of an array, for as long as somebody looks
 * at it.
 */
struct _TlsrptRow
{
  GObject         parent_instance;

  TlsrptRowModel *model;
  gconstpointer   data;
};

G_DEFINE_FINAL_TYPE (TlsrptRow, tlsrpt_row, G_TYPE_OBJECT)

/**
 * TlsrptRowModel:
 *
 * An array of values that never change, as a list.  Its rows are made when they are
 * asked for, so a list of any length costs nothing.
 */
struct _TlsrptRowModel
{
  GObject     parent_instance;

  GType       owner_type;
  gpointer    owner;
  const char *rows;
  gsize       row_size;
  guint       n_rows;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlsrptRowModel, tlsrpt_row_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
tlsrpt_row_finalize (GObject *object)
{
  g_object_unref (TLSRPT_ROW (object)->model);

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
  return TLSRPT_ROW_MODEL (list)->n_rows;
}

static gpointer
tlsrpt_row_model_get_item (GListModel *list,
                           guint       position)
{
  TlsrptRowModel *self = TLSRPT_ROW_MODEL (list);
  TlsrptRow *row;

  if (position >= self->n_rows)
    return NULL;

  row = g_object_new (TLSRPT_TYPE_ROW, NULL);
  row->model = g_object_ref (self);
  row->data = self->rows + position * self->row_size;

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

  g_boxed_free (self->owner_type, self->owner);

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
}

/**
 * tlsrpt_row_model_new:
 * @owner_type: a boxed type that counts references
 * @owner: (transfer none): what keeps the rows
 * @rows: (array length=n_rows): values
 * @row_size: the size of one
 * @n_rows: how many there are
 *
 * Creates a list of values.
 *
 * Returns: (transfer full): a list
 */
TlsrptRowModel *
tlsrpt_row_model_new (GType          owner_type,
                      gpointer       owner,
                      gconstpointer  rows,
                      gsize          row_size,
                      gsize          n_rows)
{
  TlsrptRowModel *self;

  g_return_val_if_fail (G_TYPE_IS_BOXED (owner_type), NULL);
  g_return_val_if_fail (owner != NULL, NULL);
  g_return_val_if_fail (rows != NULL || n_rows == 0, NULL);
  g_return_val_if_fail (n_rows <= G_MAXUINT, NULL);

  self = g_object_new (TLSRPT_TYPE_ROW_MODEL, NULL);
  self->owner_type = owner_type;
  self->owner = g_boxed_copy (owner_type, owner);
  self->rows = rows;
  self->row_size = row_size;
  self->n_rows = (guint) n_rows;

  return self;
}
