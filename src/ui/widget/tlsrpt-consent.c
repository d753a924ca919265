/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-consent.h"

#include "tlsrpt-after-layout.h"

#include <adwaita.h>

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *button = find_button (child, label);

      if (button != NULL)
        return button;
    }

  return NULL;
}

/* Where buttons are stacked, they are others than those of a wide dialog, and the one on
 * top would have the focus. */
static void
focus_default (GtkWidget *dialog)
{
  AdwMessageDialog *self = ADW_MESSAGE_DIALOG (dialog);
  const char *response = adw_message_dialog_get_default_response (self);
  GtkWidget *button = NULL;

  if (response != NULL)
    button = find_button (dialog, adw_message_dialog_get_response_label (self, response));

  if (button != NULL)
    gtk_widget_grab_focus (button);
}

static void
layout_changed_cb (GtkWidget *dialog)
{
  tlsrpt_after_layout (dialog, focus_default);
}

/**
 * tlsrpt_consent_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @heading: the question
 * @text: what depends on the answer
 *
 * Creates a dialog that asks for consent.  It opens with the focus on the default response.
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
  g_signal_connect (dialog, "map", G_CALLBACK (layout_changed_cb), NULL);
  g_signal_connect (dialog, "notify::default-widget", G_CALLBACK (layout_changed_cb), NULL);

  return dialog;
}
