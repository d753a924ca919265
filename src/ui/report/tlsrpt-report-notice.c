/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-notice.h"

#include <glib/gi18n.h>

/* The ID with which a later notification replaces an earlier one. */
#define ID "reports"

/* The bus name that shows notifications. In a sandbox, where this file exists, a portal does. */
#define SERVICE "org.freedesktop.Notifications"
#define SANDBOX "/.flatpak-info"

/* A notification that is sent once a notification service is found. */
typedef struct
{
  GtkWindow *window;
  char      *text;
  guint      watcher;
} Notice;

static void withdraw (GApplication *application,
                      GtkWindow    *window);

static void
active_changed_cb (GtkWindow    *window,
                   GParamSpec   *pspec,
                   GApplication *application)
{
  if (gtk_window_is_active (window))
    withdraw (application, window);
}

/* The window is closed. */
static void
unmapped_cb (GtkWindow    *window,
             GApplication *application)
{
  withdraw (application, window);
}

/* The program ends, with the window open. */
static void
shut_down_cb (GApplication *application,
              GtkWindow    *window)
{
  withdraw (application, window);
}

static void
withdraw (GApplication *application,
          GtkWindow    *window)
{
  g_application_withdraw_notification (application, ID);
  g_signal_handlers_disconnect_by_func (application, shut_down_cb, window);
  g_signal_handlers_disconnect_by_func (window, active_changed_cb, application);
  g_signal_handlers_disconnect_by_func (window, unmapped_cb, application);
}

static void
show (GtkWindow  *window,
      const char *text)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (window));
  g_autoptr (GNotification) notification = NULL;

  if (application == NULL || gtk_window_is_active (window))
    return;

  withdraw (application, window);

  notification = g_notification_new (_("Reports Loaded"));
  g_notification_set_body (notification, text);
  g_notification_set_default_action (notification, "app.show-reports");
  g_application_send_notification (application, ID, notification);

  g_signal_connect_object (window, "notify::is-active",
                           G_CALLBACK (active_changed_cb), application, 0);
  g_signal_connect_object (window, "unmap", G_CALLBACK (unmapped_cb), application, 0);
  g_signal_connect_object (application, "shutdown", G_CALLBACK (shut_down_cb), window, 0);
}

static void
end (Notice *notice)
{
  g_bus_unwatch_name (notice->watcher);
  g_object_unref (notice->window);
  g_free (notice->text);
  g_free (notice);
}

static void
appeared_cb (GDBusConnection *connection,
             const char      *name,
             const char      *owner,
             gpointer         user_data)
{
  Notice *notice = user_data;

  show (notice->window, notice->text);
  end (notice);
}

static void
vanished_cb (GDBusConnection *connection,
             const char      *name,
             gpointer         user_data)
{
  end (user_data);
}

/**
 * tlsrpt_report_notice_send:
 * @widget: a widget of a window
 * @text: what the window shows now
 *
 * Tells somebody who does not look at the window that reading reports has come to its
 * end, until they do.
 */
void
tlsrpt_report_notice_send (GtkWidget  *widget,
                           const char *text)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  GtkApplication *application = window != NULL ? gtk_window_get_application (window) : NULL;
  GDBusConnection *connection;
  Notice *notice;

  if (application == NULL || gtk_window_is_active (window))
    return;

  connection = g_application_get_dbus_connection (G_APPLICATION (application));
  if (connection == NULL)
    return;

  if (g_file_test (SANDBOX, G_FILE_TEST_EXISTS))
    {
      show (window, text);
      return;
    }

  /* GIO warns if there is no notification service. */
  notice = g_new0 (Notice, 1);
  notice->window = g_object_ref (window);
  notice->text = g_strdup (text);
  notice->watcher = g_bus_watch_name_on_connection (connection, SERVICE,
                                                    G_BUS_NAME_WATCHER_FLAGS_AUTO_START,
                                                    appeared_cb, vanished_cb, notice, NULL);
}
