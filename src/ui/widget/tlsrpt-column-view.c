/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-column-view.h"

#include "tlsrpt-accessible.h"

#include <glib/gi18n.h>

/**
 * tlsrpt_column_view_name_headers:
 * @view: a column view
 *
 * Names the row of the headers for a screen reader, which would call it by its class.
 */
void
tlsrpt_column_view_name_headers (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  tlsrpt_accessible_set_name (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (view))),
                              _("Column Headers"));
}

/**
 * tlsrpt_column_view_is_left:
 * @view: a column view
 * @direction: where the focus goes
 * @moved: (out): whether it went to the headers instead
 *
 * Tells whether the focus leaves the rows: the tab key does, and arrow keys move in them.
 * There may be 100,000 rows, and by itself the key would come by all.
 */
gboolean
tlsrpt_column_view_is_left (GtkColumnView    *view,
                            GtkDirectionType  direction,
                            gboolean         *moved)
{
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *part = gtk_widget_get_focus_child (GTK_WIDGET (view));

  *moved = FALSE;
  if (!is_tab || part == NULL || part == header)
    return FALSE;

  *moved = direction == GTK_DIR_TAB_BACKWARD && gtk_widget_child_focus (header, direction);

  return TRUE;
}
