/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-notice.h"

#include <glib/gi18n.h>

/* A later one takes the place of the one before. */
#define ID "reports"

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

static void
withdraw (GApplication *application,
          GtkWindow    *window)
{
  g_application_withdraw_notification (application, ID);
  g_signal_handlers_disconnect_by_func (window, active_changed_cb, application);
  g_signal_handlers_disconnect_by_func (window, unmapped_cb, application);
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
  g_autoptr (GNotification) notification = NULL;
  GApplication *application;

  if (window == NULL || gtk_window_is_active (window))
    return;

  application = G_APPLICATION (gtk_window_get_application (window));
  withdraw (application, window);

  notification = g_notification_new (_("Reports Are Read"));
  g_notification_set_body (notification, text);
  g_notification_set_default_action (notification, "app.show-reports");
  g_application_send_notification (application, ID, notification);

  g_signal_connect_object (window, "notify::is-active",
                           G_CALLBACK (active_changed_cb), application, 0);
  g_signal_connect_object (window, "unmap", G_CALLBACK (unmapped_cb), application, 0);
}
