/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-table-cell.h"

#include "tlsrpt-display.h"
#include "tlsrpt-report-text.h"
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
static void
cell_set_up_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                const TlsrptTableColumn  *column)
{
  gboolean is_text = column->get_text != NULL;
  gboolean is_count = !is_text && column->dup_number == NULL;
  int width = column->width > 0 ? column->width : LEAST_WIDTH;
  GtkWidget *cell = g_object_new (GTK_TYPE_INSCRIPTION,
                                  "has-tooltip", is_text,
                                  "min-chars", width,
                                  "nat-chars", width,
                                  "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END,
                                  "xalign", is_count ? 1.0 : 0.0,
                                  NULL);

  if (is_text)
    g_signal_connect (cell, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  else
    gtk_widget_add_css_class (cell, "numeric");

  gtk_list_item_set_child (item, cell);
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

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
}

/**
 * tlsrpt_table_cell_factory_new:
 * @column: a static column
 *
 * Creates what makes the cells of a column, for a list of [class@Row].
 *
 * Returns: (transfer full): a factory
 */
GtkListItemFactory *
tlsrpt_table_cell_factory_new (const TlsrptTableColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (cell_set_up_cb), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (cell_bound_cb), (gpointer) column);

  return factory;
}
