/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-heading.h"

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

  /* It may be a reason code. */
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
