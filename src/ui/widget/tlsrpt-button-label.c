/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-button-label.h"

/**
 * tlsrpt_button_label_wrap:
 * @button: a button
 *
 * Lets the label of a button wrap, if it has one: with large text, many are wider than a
 * phone.
 */
void
tlsrpt_button_label_wrap (GtkButton *button)
{
  GtkWidget *child = gtk_button_get_child (button);

  if (!GTK_IS_LABEL (child))
    return;

  gtk_label_set_justify (GTK_LABEL (child), GTK_JUSTIFY_CENTER);
  gtk_label_set_wrap (GTK_LABEL (child), TRUE);
}
