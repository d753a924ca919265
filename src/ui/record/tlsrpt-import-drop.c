/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-import-drop.h"

#include "tlsrpt-import-file.h"
#include "tlsrpt-toast.h"

#include <glib/gi18n.h>

static void
import_text (GtkWidget  *widget,
             const char *text)
{
  gtk_widget_activate_action (widget, "win.import-text", "s", text);
}

static void
file_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = tlsrpt_import_file_load_finish (G_FILE (source), result, &error);

  /* The window may be closed by now. */
  if (gtk_widget_get_root (widget) == NULL)
    return;

  if (text != NULL)
    import_text (widget, text);
  else
    tlsrpt_toast_show (widget, tlsrpt_toast_new (error->message));
}

static gboolean
files_dropped_cb (GtkWidget    *widget,
                  const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;

  if (files->next != NULL)
    tlsrpt_toast_show (widget, tlsrpt_toast_new (_("Drop one file at a time")));
  else
    tlsrpt_import_file_load_async (files->data, NULL, file_loaded_cb, g_object_ref (widget));

  return TRUE;
}

static gboolean
text_dropped_cb (GtkWidget    *widget,
                 const GValue *value)
{
  import_text (widget, g_value_get_string (value));

  return TRUE;
}

static void
attach (GtkWidget           *widget,
        GType                type,
        GtkPropagationPhase  phase,
        GCallback            dropped_cb)
{
  GtkDropTarget *target = gtk_drop_target_new (type, GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), phase);
  g_signal_connect_object (target, "drop", dropped_cb, widget, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

/**
 * tlsrpt_import_drop_attach:
 * @widget: a widget below which the action `win.import-text` is known, within a toast
 *   overlay
 *
 * Lets somebody drop text or a file with a record in it on @widget.
 */
void
tlsrpt_import_drop_attach (GtkWidget *widget)
{
  /* An entry accepts dropped text by itself, but would also insert the name of a dropped file. */
  attach (widget, GDK_TYPE_FILE_LIST, GTK_PHASE_CAPTURE, G_CALLBACK (files_dropped_cb));
  attach (widget, G_TYPE_STRING, GTK_PHASE_BUBBLE, G_CALLBACK (text_dropped_cb));
}
