/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-entry-undo.h"

/* The entry consumes the key even if it has nothing to undo, while the form may have
 * something. */
static gboolean
undo_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));

  gtk_widget_activate_action (widget, "text.undo", NULL);
  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), before))
    gtk_widget_activate_action (widget, "win.undo", NULL);

  return GDK_EVENT_STOP;
}

/**
 * tlsrpt_entry_undo_attach:
 * @text: the inner text of an entry
 *
 * Lets the key that undoes go on to the form when there is no typing to undo.  It
 * does so in the text alone: who removes a row by its button means the form.
 */
void
tlsrpt_entry_undo_attach (GtkEditable *text)
{
  GtkEventController *controller;
  GtkShortcut *shortcut;

  g_return_if_fail (GTK_IS_TEXT (text));

  controller = gtk_shortcut_controller_new ();
  shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_z, GDK_CONTROL_MASK),
                               gtk_callback_action_new (undo_cb, NULL, NULL));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (text), controller);
}

/**
 * tlsrpt_entry_undo_reset:
 * @text: the inner text of an entry
 * @value: what the model holds
 *
 * Shows what the model has set.  The undo of the entry must not bring back half of a
 * form that was cleared: what the model does is undone by the model.
 */
void
tlsrpt_entry_undo_reset (GtkEditable *text,
                         const char  *value)
{
  g_return_if_fail (GTK_IS_TEXT (text));
  g_return_if_fail (value != NULL);

  gtk_editable_set_enable_undo (text, FALSE);
  gtk_editable_set_text (text, value);
  gtk_editable_set_enable_undo (text, TRUE);
}

/**
 * tlsrpt_entry_undo_retype:
 * @text: the inner text of an entry
 * @value: what shall stand in it
 *
 * Replaces the text in a way that the entry can undo: what is typed; what the program
 * sets, GTK 4.18 no longer undoes.
 */
void
tlsrpt_entry_undo_retype (GtkEditable *text,
                          const char  *value)
{
  g_return_if_fail (GTK_IS_TEXT (text));
  g_return_if_fail (value != NULL);

  gtk_editable_select_region (text, 0, -1);
  g_signal_emit_by_name (text, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  g_signal_emit_by_name (text, "insert-at-cursor", value);
}
