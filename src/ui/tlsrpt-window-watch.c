/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-window-private.h"

TlsrptWatchBar *
tlsrpt_window_find_watch_bar (TlsrptWindow *self)
{
  return TLSRPT_WATCH_BAR (adw_bin_get_child (self->watch_bin));
}

/* The focus does not stay on a strip that is hidden. */
static void
watch_changed_cb (TlsrptWindow   *self,
                  GParamSpec     *pspec,
                  TlsrptWatchBar *bar)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (bar)) &&
      (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (bar))))
    gtk_widget_child_focus (adw_view_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

/* Only built for somebody who waits. */
static TlsrptWatchBar *
ensure_watch_bar (TlsrptWindow *self)
{
  if (tlsrpt_window_find_watch_bar (self) == NULL)
    {
      GtkWidget *bar = tlsrpt_watch_bar_new ();

      adw_bin_set_child (self->watch_bin, bar);
      g_signal_connect_object (bar, "notify::running",
                               G_CALLBACK (tlsrpt_window_update_actions), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (bar, "notify::watch",
                               G_CALLBACK (watch_changed_cb), self, G_CONNECT_SWAPPED);
    }

  return tlsrpt_window_find_watch_bar (self);
}

void
tlsrpt_window_watch_action (GtkWidget  *widget,
                            const char *action_name,
                            GVariant   *parameter)
{
  TlsrptWindow *self = TLSRPT_WINDOW (widget);
  TlsrptWatchBar *bar = ensure_watch_bar (self);
  g_autoptr (TlsrptResolver) resolver = NULL;
  g_autoptr (TlsrptWatch) watch = NULL;

  g_object_get (tlsrpt_window_get_check_page (self), "resolver", &resolver, NULL);
  watch = tlsrpt_watch_new (resolver,
                            tlsrpt_field_get_value (tlsrpt_record_get_domain_field (self->record)),
                            tlsrpt_record_get_value (self->record));
  tlsrpt_watch_start (watch);
  tlsrpt_watch_bar_set_watch (bar, watch);
  tlsrpt_watch_bar_take_focus (bar);
}
