/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-accessible.h"

/**
 * tlsrpt_accessible_set_name:
 * @accessible: a widget
 * @name: (nullable): what to call it
 *
 * Names a widget for a screen reader.
 */
void
tlsrpt_accessible_set_name (GtkAccessible *accessible,
                            const char    *name)
{
  g_return_if_fail (GTK_IS_ACCESSIBLE (accessible));

  gtk_accessible_update_property (accessible,
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : "",
                                  -1);
}

/**
 * tlsrpt_accessible_set_description:
 * @accessible: a widget
 * @description: (nullable): what to say about it
 *
 * Describes a widget to a screen reader.
 */
void
tlsrpt_accessible_set_description (GtkAccessible *accessible,
                                   const char    *description)
{
  g_return_if_fail (GTK_IS_ACCESSIBLE (accessible));

  gtk_accessible_update_property (accessible,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "",
                                  -1);
}

/**
 * tlsrpt_accessible_set_labels:
 * @accessible: a widget
 * @first: a label
 * @second: (nullable): another one
 *
 * Names a widget for a screen reader by labels that people see.
 */
void
tlsrpt_accessible_set_labels (GtkAccessible *accessible,
                              GtkWidget     *first,
                              GtkWidget     *second)
{
  g_return_if_fail (GTK_IS_ACCESSIBLE (accessible));
  g_return_if_fail (GTK_IS_WIDGET (first));

  /* NULL ends the list. */
  if (second == NULL)
    gtk_accessible_update_relation (accessible,
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, first, NULL,
                                    -1);
  else
    gtk_accessible_update_relation (accessible,
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, first, second, NULL,
                                    -1);
}

/**
 * tlsrpt_accessible_set_message:
 * @accessible: something to type into
 * @message: (nullable): what there is to say about what was typed
 * @is_wrong: whether it is wrong
 *
 * Tells a screen reader the message that is shown beside @accessible.
 */
void
tlsrpt_accessible_set_message (GtkAccessible *accessible,
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
    tlsrpt_accessible_set_description (accessible, message);
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
    tlsrpt_accessible_set_name (GTK_ACCESSIBLE (row), name);
}
