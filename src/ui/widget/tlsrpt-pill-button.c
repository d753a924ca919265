/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-pill-button.h"

#include "tlsrpt-button-label.h"

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

static void
tlsrpt_pill_button_class_init (TlsrptPillButtonClass *klass)
{
}

static void
tlsrpt_pill_button_init (TlsrptPillButton *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "pill");
  g_signal_connect (self, "notify::label", G_CALLBACK (tlsrpt_button_label_wrap), NULL);
}
