/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-choose-file.h"

/* GtkFileDialog, which does the same, is newer than GTK 4.8. */

/* The task belongs to the chooser, of which a widget has at most one. */
#define CHOOSER_KEY "tlsrpt-file-chooser"
#define TASK_KEY "tlsrpt-task"

/* Ends the task of a chooser and takes the chooser away. */
static void
end (GtkFileChooserNative *chooser,
     int                   response)
{
  g_autoptr (GTask) task = g_object_steal_data (G_OBJECT (chooser), TASK_KEY);
  GObject *widget;

  if (task == NULL)
    return;

  widget = g_task_get_source_object (task);
  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser)),
                           g_object_unref);
  else
    g_task_return_pointer (task, NULL, NULL);

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  g_object_set_data (widget, CHOOSER_KEY, NULL);
}

static void
response_cb (GtkFileChooserNative *chooser,
             int                   response)
{
  end (chooser, response);
}

static void
window_destroyed_cb (GtkFileChooserNative *chooser)
{
  end (chooser, GTK_RESPONSE_CANCEL);
}

static void
choose (GtkWidget            *widget,
        GtkFileChooserAction  action,
        const char           *title,
        const char           *name,
        gboolean              can_be_several,
        GAsyncReadyCallback   callback,
        gpointer              user_data)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  g_autoptr (GTask) task = g_task_new (widget, NULL, callback, user_data);
  GtkFileChooserNative *chooser;

  g_task_set_source_tag (task, choose);

  if (window == NULL || g_object_get_data (G_OBJECT (widget), CHOOSER_KEY) != NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }

  chooser = gtk_file_chooser_native_new (title, window, action, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), can_be_several);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);

  g_object_set_data_full (G_OBJECT (widget), CHOOSER_KEY, chooser, g_object_unref);
  g_object_set_data_full (G_OBJECT (chooser), TASK_KEY, g_steal_pointer (&task), g_object_unref);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), NULL);
  g_signal_connect_object (window, "destroy", G_CALLBACK (window_destroyed_cb), chooser,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * tlsrpt_choose_file_async:
 * @widget: a widget in a window
 * @action: what the file is for
 * @title: the title of the dialog
 * @name: (nullable): the proposed name of a file to save
 * @callback: called when somebody has chosen, or will not choose
 * @user_data: for @callback
 *
 * Asks for a file.  While the question is open, @widget asks no other: then, and when
 * the window goes, the result is that none was chosen.
 */
void
tlsrpt_choose_file_async (GtkWidget            *widget,
                          GtkFileChooserAction  action,
                          const char           *title,
                          const char           *name,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  choose (widget, action, title, name, FALSE, callback, user_data);
}

/**
 * tlsrpt_choose_file_finish:
 * @widget: the widget
 * @result: the result
 *
 * Returns: (transfer full) (nullable): the file, or `NULL` if none was chosen
 */
GFile *
tlsrpt_choose_file_finish (GtkWidget    *widget,
                           GAsyncResult *result)
{
  g_autoptr (GListModel) files = tlsrpt_choose_files_finish (widget, result);

  return files != NULL ? g_list_model_get_item (files, 0) : NULL;
}

/**
 * tlsrpt_choose_files_async:
 * @widget: a widget in a window
 * @action: what the files are for
 * @title: the title of the dialog
 * @callback: called when somebody has chosen, or will not choose
 * @user_data: for @callback
 *
 * Asks for one or more files.  See [func@choose_file_async].
 */
void
tlsrpt_choose_files_async (GtkWidget            *widget,
                           GtkFileChooserAction  action,
                           const char           *title,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  choose (widget, action, title, NULL, TRUE, callback, user_data);
}

/**
 * tlsrpt_choose_files_finish:
 * @widget: the widget
 * @result: the result
 *
 * Returns: (transfer full) (nullable): a list of [iface@Gio.File], or `NULL` if none
 *   was chosen
 */
GListModel *
tlsrpt_choose_files_finish (GtkWidget    *widget,
                            GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, widget), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
