/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-pill-button.h"

/**
 * TlsrptPillButton:
 *
 * A round button whose label wraps.
 *
 * With large text, a label such as “Create Record” is wider than a phone in most
 * languages.
 */
struct _TlsrptPillButton
{
  GtkButton  parent_instance;
};

G_DEFINE_FINAL_TYPE (TlsrptPillButton, tlsrpt_pill_button, GTK_TYPE_BUTTON)

/**
 * tlsrpt_pill_button_wrap_label:
 * @button: a button of any shape
 *
 * Lets the label of a button wrap, as that of a pill button does.
 */
void
tlsrpt_pill_button_wrap_label (GtkButton *button)
{
  GtkWidget *child = gtk_button_get_child (button);

  if (!GTK_IS_LABEL (child))
    return;

  gtk_label_set_justify (GTK_LABEL (child), GTK_JUSTIFY_CENTER);
  gtk_label_set_wrap (GTK_LABEL (child), TRUE);
}

static void
tlsrpt_pill_button_class_init (TlsrptPillButtonClass *klass)
{
}

static void
tlsrpt_pill_button_init (TlsrptPillButton *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "pill");
  g_signal_connect (self, "notify::label", G_CALLBACK (tlsrpt_pill_button_wrap_label), NULL);
}
