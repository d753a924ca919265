/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-consent.h"

#include <adwaita.h>

/**
 * tlsrpt_consent_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @heading: the question
 * @text: what depends on the answer
 *
 * Creates a dialog that asks for consent.
 *
 * The question is the first paragraph of the body: GTK 4.18 warns of the heading's label
 * of libadwaita 1.7, which is measured for less than it needs.
 *
 * Returns: (transfer none): an `AdwMessageDialog` without responses
 */
GtkWidget *
tlsrpt_consent_dialog_new (GtkWindow  *parent,
                           const char *heading,
                           const char *text)
{
  g_autofree char *body = g_strconcat (heading, "\n\n", text, NULL);
  GtkWidget *dialog = adw_message_dialog_new (parent, NULL, body);

  gtk_window_set_title (GTK_WINDOW (dialog), heading);

  return dialog;
}
