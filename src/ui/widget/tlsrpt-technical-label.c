/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-technical-label.h"

/**
 * tlsrpt_technical_label_init:
 * @label: a label
 *
 * Makes a label fit for records and names: they read from left to right wherever
 * they stand, and stand below what is written in the language of the session.
 */
void
tlsrpt_technical_label_init (GtkLabel *label)
{
  gboolean is_rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_widget_set_direction (GTK_WIDGET (label), GTK_TEXT_DIR_LTR);
  gtk_label_set_xalign (label, is_rtl ? 1.0 : 0.0);
}
