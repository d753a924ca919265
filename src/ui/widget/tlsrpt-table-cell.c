/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-table-cell.h"

#include "tlsrpt-accessible.h"
#include "tlsrpt-display.h"
#include "tlsrpt-row-model.h"

#include <glib/gi18n.h>

/* Characters of a column that takes what is left, when nothing is. */
#define LEAST_WIDTH 14

static gboolean
query_tooltip_cb (GtkInscription *cell,
                  int             x,
                  int             y,
                  gboolean        is_keyboard,
                  GtkTooltip     *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_inscription_get_text (cell));

  return TRUE;
}

/* Inscriptions, since hundreds of labels would take several frames. */
static GtkWidget *
create_inscription (gboolean is_text,
                    int      width)
{
  GtkWidget *inscription = g_object_new (GTK_TYPE_INSCRIPTION,
                                         "has-tooltip", is_text,
                                         "min-chars", width,
                                         "nat-chars", width,
                                         "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END,
                                         "xalign", 0.0,
                                         NULL);

  if (is_text)
    g_signal_connect (inscription, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  else
    gtk_widget_add_css_class (inscription, "numeric");

  return inscription;
}

static void
cell_set_up_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                const TlsrptTableColumn  *column)
{
  gboolean is_text = column->get_text != NULL;
  int width = column->width > 0 ? column->width : LEAST_WIDTH;
  GtkWidget *cell = create_inscription (is_text, width);

  if (!is_text && column->dup_number == NULL)
    gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), 1.0);

  gtk_list_item_set_child (item, cell);
}

static void
two_lines_set_up_cb (GtkSignalListItemFactory *factory,
                     GtkListItem              *item,
                     const TlsrptTableColumn  *column)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *second = create_inscription (TRUE, LEAST_WIDTH);

  gtk_widget_add_css_class (second, "dim-label");
  gtk_box_append (GTK_BOX (cell), create_inscription (TRUE, LEAST_WIDTH));
  gtk_box_append (GTK_BOX (cell), second);
  gtk_list_item_set_child (item, cell);
}

static void
show_given (GtkWidget  *inscription,
            const char *given)
{
  g_autofree char *text = NULL;

  text = given != NULL && *given != '\0' ? tlsrpt_display_isolate (given, -1)
                                         : g_strdup (_("Not given"));
  gtk_inscription_set_text (GTK_INSCRIPTION (inscription), text);
}

static void
cell_bound_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               const TlsrptTableColumn  *column)
{
  gconstpointer row = tlsrpt_row_get_data (gtk_list_item_get_item (item));
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_autofree char *text = NULL;

  if (column->get_text != NULL)
    {
      show_given (cell, column->get_text (row));
      return;
    }

  if (column->dup_number != NULL)
    text = column->dup_number (column->get_number (row));
  else
    text = tlsrpt_display_count (column->get_number (row));

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
}

static void
name_row (GtkWidget *cell,
          GtkWidget *first,
          GtkWidget *second)
{
  g_autofree char *name = NULL;

  name = g_strjoin (", ", gtk_inscription_get_text (GTK_INSCRIPTION (first)),
                    second != NULL ? gtk_inscription_get_text (GTK_INSCRIPTION (second)) : NULL,
                    NULL);
  tlsrpt_accessible_name_row (cell, name);
}

static void
first_bound_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                const TlsrptTableColumn  *column)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  cell_bound_cb (factory, item, column);
  name_row (cell, cell, NULL);
}

static void
two_lines_bound_cb (GtkSignalListItemFactory *factory,
                    GtkListItem              *item,
                    const TlsrptTableColumn  *column)
{
  gconstpointer row = tlsrpt_row_get_data (gtk_list_item_get_item (item));
  GtkWidget *cell = gtk_list_item_get_child (item);

  GtkWidget *first = gtk_widget_get_first_child (cell);
  GtkWidget *second = gtk_widget_get_last_child (cell);

  show_given (first, column->get_text (row));
  show_given (second, column->get_second (row));
  name_row (cell, first, second);
}

/**
 * tlsrpt_table_cell_factory_new:
 * @column: a static column
 * @form: what its cells show; two lines take a second text
 *
 * Creates what makes the cells of a column, for a list of [class@Row].
 *
 * Returns: (transfer full): a factory
 */
GtkListItemFactory *
tlsrpt_table_cell_factory_new (const TlsrptTableColumn *column,
                               TlsrptTableCellForm      form)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GCallback set_up = G_CALLBACK (cell_set_up_cb);
  GCallback bound = G_CALLBACK (cell_bound_cb);

  switch (form)
    {
    case TLSRPT_TABLE_CELL_PLAIN:
      break;

    case TLSRPT_TABLE_CELL_FIRST:
      bound = G_CALLBACK (first_bound_cb);
      break;

    case TLSRPT_TABLE_CELL_FIRST_OF_TWO_LINES:
      set_up = G_CALLBACK (two_lines_set_up_cb);
      bound = G_CALLBACK (two_lines_bound_cb);
      break;

    default:
      g_assert_not_reached ();
    }

  g_signal_connect (factory, "setup", set_up, (gpointer) column);
  g_signal_connect (factory, "bind", bound, (gpointer) column);

  return factory;
}
