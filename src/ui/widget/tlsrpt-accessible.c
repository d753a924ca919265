/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-accessible.h"

/**
 * tlsrpt_accessible_describe:
 * @accessible: something to type into
 * @message: (nullable): what there is to say about what was typed
 * @is_wrong: whether it is wrong
 *
 * Tells a screen reader the message that is shown beside @accessible.
 */
void
tlsrpt_accessible_describe (GtkAccessible *accessible,
                            const char    *message,
                            gboolean       is_wrong)
{
  g_return_if_fail (GTK_IS_ACCESSIBLE (accessible));

  if (is_wrong)
    gtk_accessible_update_state (accessible,
                                 GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE,
                                 -1);
  else
    gtk_accessible_reset_state (accessible, GTK_ACCESSIBLE_STATE_INVALID);

  if (message != NULL)
    gtk_accessible_update_property (accessible,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message,
                                    -1);
  else
    gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/**
 * tlsrpt_accessible_name_row:
 * @cell: what is in a cell of a column view
 * @name: what to call the row that the cell is in
 *
 * Names a row of a table for a screen reader, which would call it by the name of its
 * class.
 */
void
tlsrpt_accessible_name_row (GtkWidget  *cell,
                            const char *name)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (cell));

  /* Later versions may put the cell into the row afterwards, and name it themselves. */
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}
