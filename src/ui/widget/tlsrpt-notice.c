/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-notice.h"

/* The bus name that shows notifications. In a sandbox, where this file exists, a portal does. */
#define SERVICE "org.freedesktop.Notifications"
#define SANDBOX "/.flatpak-info"

/* A notification: first it waits until a service is found, then it is shown. */
typedef struct
{
  GtkWindow    *window;
  GApplication *application;
  char         *id;
  char         *title;
  char         *text;
  char         *action;
  guint         watcher;

  /* Once it is shown */
  gulong        active_handler;
  gulong        shutdown_handler;
  gulong        unmap_handler;
} Notice;

static Notice *
notice_new (GtkWindow               *window,
            const TlsrptNoticeParts *parts)
{
  Notice *notice = g_new0 (Notice, 1);

  notice->window = window;
  notice->application = g_object_ref (G_APPLICATION (gtk_window_get_application (window)));
  notice->id = g_strdup (parts->id);
  notice->title = g_strdup (parts->title);
  notice->text = g_strdup (parts->text);
  notice->action = g_strdup (parts->action);

  return notice;
}

static void
notice_free (Notice *notice)
{
  if (notice->watcher != 0)
    g_bus_unwatch_name (notice->watcher);

  if (notice->active_handler != 0)
    {
      g_application_withdraw_notification (notice->application, notice->id);
      g_signal_handler_disconnect (notice->window, notice->active_handler);
      g_signal_handler_disconnect (notice->application, notice->shutdown_handler);
      g_signal_handler_disconnect (notice->window, notice->unmap_handler);
    }

  g_object_unref (notice->application);
  g_free (notice->id);
  g_free (notice->title);
  g_free (notice->text);
  g_free (notice->action);
  g_free (notice);
}

/* The window has one of each ID. */
static void
end (Notice *notice)
{
  g_autofree char *key = g_strconcat ("tlsrpt-notice-", notice->id, NULL);

  g_object_set_data (G_OBJECT (notice->window), key, NULL);
}

static void
keep (Notice *notice)
{
  g_autofree char *key = g_strconcat ("tlsrpt-notice-", notice->id, NULL);

  /* The earlier one is withdrawn before the next is sent. */
  g_object_set_data (G_OBJECT (notice->window), key, NULL);
  g_object_set_data_full (G_OBJECT (notice->window), key, notice, (GDestroyNotify) notice_free);
}

static void
active_changed_cb (Notice *notice)
{
  if (gtk_window_is_active (notice->window))
    end (notice);
}

static void
show (Notice *notice)
{
  g_autoptr (GNotification) notification = NULL;

  if (gtk_window_is_active (notice->window) || !gtk_widget_get_mapped (GTK_WIDGET (notice->window)))
    {
      end (notice);
      return;
    }

  notification = g_notification_new (notice->title);
  g_notification_set_body (notification, notice->text);
  g_notification_set_default_action (notification, notice->action);
  g_application_send_notification (notice->application, notice->id, notification);

  notice->active_handler = g_signal_connect_swapped (notice->window, "notify::is-active",
                                                     G_CALLBACK (active_changed_cb), notice);
  /* The window is closed. */
  notice->unmap_handler = g_signal_connect_swapped (notice->window, "unmap",
                                                    G_CALLBACK (end), notice);
  /* The program ends, with the window open. */
  notice->shutdown_handler = g_signal_connect_swapped (notice->application, "shutdown",
                                                       G_CALLBACK (end), notice);
}

static void
stop_waiting (Notice *notice)
{
  g_bus_unwatch_name (notice->watcher);
  notice->watcher = 0;
}

static void
appeared_cb (GDBusConnection *connection,
             const char      *name,
             const char      *owner,
             gpointer         user_data)
{
  Notice *notice = user_data;

  stop_waiting (notice);
  show (notice);
}

static void
vanished_cb (GDBusConnection *connection,
             const char      *name,
             gpointer         user_data)
{
  Notice *notice = user_data;

  stop_waiting (notice);
  end (notice);
}

/**
 * tlsrpt_notice_send:
 * @widget: a widget of a window
 * @parts: what to say
 *
 * Tells somebody who does not look at the window that something they wait for has come to
 * its end, until they do.
 */
void
tlsrpt_notice_send (GtkWidget               *widget,
                    const TlsrptNoticeParts *parts)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  GtkApplication *application = window != NULL ? gtk_window_get_application (window) : NULL;
  GDBusConnection *connection;
  Notice *notice;

  g_return_if_fail (parts != NULL);

  if (application == NULL || gtk_window_is_active (window))
    return;

  connection = g_application_get_dbus_connection (G_APPLICATION (application));
  if (connection == NULL)
    return;

  notice = notice_new (window, parts);
  keep (notice);

  if (g_file_test (SANDBOX, G_FILE_TEST_EXISTS))
    {
      show (notice);
      return;
    }

  /* GIO warns if there is no notification service. */
  notice->watcher = g_bus_watch_name_on_connection (connection, SERVICE,
                                                    G_BUS_NAME_WATCHER_FLAGS_AUTO_START,
                                                    appeared_cb, vanished_cb, notice, NULL);
}
