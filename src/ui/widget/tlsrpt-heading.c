/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-heading.h"

#include "tlsrpt-accessible.h"

/**
 * tlsrpt_heading_new:
 * @text: what it says
 * @level: 1 for the title of a page, 2 for a section
 *
 * Creates a heading that looks like one, and is one for a screen reader, which
 * lets people go from heading to heading.
 *
 * Returns: (transfer full): a label
 */
GtkWidget *
tlsrpt_heading_new (const char *text,
                    int         level)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GtkWidget *label;

  g_return_val_if_fail (text != NULL, NULL);

  /* Not hyphenated, since it may be a reason code. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));

  label = g_object_new (GTK_TYPE_LABEL,
                        "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                        "attributes", attributes,
                        "label", text,
                        "wrap", TRUE,
                        "wrap-mode", PANGO_WRAP_WORD_CHAR,
                        "xalign", 0.0,
                        NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label),
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, level,
                                  -1);
  gtk_widget_add_css_class (label, level == 1 ? "title-2" : "heading");

  return label;
}

/**
 * tlsrpt_heading_append_list:
 * @box: a vertical box
 * @title: what the list is of
 *
 * Appends a list, and its title above, as which a screen reader calls it.
 *
 * Returns: (transfer none): an empty list, in which nothing can be selected
 */
GtkListBox *
tlsrpt_heading_append_list (GtkBox     *box,
                            const char *title)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = tlsrpt_heading_new (title, 2);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  tlsrpt_accessible_set_labels (GTK_ACCESSIBLE (list), heading, NULL);

  gtk_box_append (GTK_BOX (group), heading);
  gtk_box_append (GTK_BOX (group), list);
  gtk_box_append (box, group);

  return GTK_LIST_BOX (list);
}
