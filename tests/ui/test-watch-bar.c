/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check-window.h"
#include "tlsrpt-watch-bar.h"
#include "tlsrpt-watch-offer.h"

#include <string.h>

/* In place of minutes. */
#define INTERVAL 20

#define NOTIFICATIONS "org.freedesktop.Notifications"
#define NOTIFICATIONS_PATH "/org/freedesktop/Notifications"

/* What somebody looks at who does not look at the window of a test. */
static GtkWidget *elsewhere;

/* --- Notifications ------------------------------------------------------------------- */

/* What is shown now, if anything. */
static struct
{
  GDBusConnection *connection;
  guint32          n_notifications;
  char            *title;
  char            *body;
} desktop;

static void
forget_notification (void)
{
  g_clear_pointer (&desktop.title, g_free);
  g_clear_pointer (&desktop.body, g_free);
}

static void
called_cb (GDBusConnection       *connection,
           const char            *sender,
           const char            *path,
           const char            *interface,
           const char            *method,
           GVariant              *parameters,
           GDBusMethodInvocation *invocation,
           gpointer               user_data)
{
  forget_notification ();
  if (!g_str_equal (method, "Notify"))
    {
      g_dbus_method_invocation_return_value (invocation, NULL);
      return;
    }

  g_variant_get_child (parameters, 3, "s", &desktop.title);
  g_variant_get_child (parameters, 4, "s", &desktop.body);
  g_dbus_method_invocation_return_value (invocation,
                                         g_variant_new ("(u)", ++desktop.n_notifications));
}

static void
name_acquired_cb (GDBusConnection *connection,
                  const char      *name,
                  gpointer         user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* Shows notifications, as a desktop does. */
static void
open_desktop (void)
{
  static const GDBusInterfaceVTable vtable = { .method_call = called_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (
    "<node><interface name='" NOTIFICATIONS "'>"
    "<method name='Notify'>"
    "<arg type='s' direction='in'/><arg type='u' direction='in'/>"
    "<arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='s' direction='in'/><arg type='as' direction='in'/>"
    "<arg type='a{sv}' direction='in'/><arg type='i' direction='in'/>"
    "<arg type='u' direction='out'/></method>"
    "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
    "</interface></node>", NULL);
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  gboolean is_acquired = FALSE;

  desktop.connection = g_dbus_connection_new_for_address_sync (
    address,
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, NULL);
  g_dbus_connection_register_object (desktop.connection, NOTIFICATIONS_PATH, node->interfaces[0],
                                     &vtable, NULL, NULL, NULL);
  g_bus_own_name_on_connection (desktop.connection, NOTIFICATIONS, G_BUS_NAME_OWNER_FLAGS_NONE,
                                name_acquired_cb, NULL, &is_acquired, NULL);
  while (!is_acquired)
    g_main_context_iteration (NULL, TRUE);
}

/* Whatever was sent before has arrived when there is an answer. */
static void
ping (GDBusConnection *connection)
{
  g_autoptr (GVariant) answer = NULL;

  answer = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus",
                                        "/org/freedesktop/DBus", "org.freedesktop.DBus.Peer",
                                        "Ping", NULL, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                                        NULL);
  g_assert_nonnull (answer);
}

/* The program has to know the number, too: GLib withdraws no notification without. */
static void
wait_notification (void)
{
  while (desktop.title == NULL)
    g_main_context_iteration (NULL, TRUE);

  ping (desktop.connection);
  ping (g_application_get_dbus_connection (g_application_get_default ()));
  ui_test_wait ();
}

static void
wait_no_notification (void)
{
  while (desktop.title != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* As a click on the notification, which goes then. */
static void
activate_notification (void)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (desktop.connection, NULL, NOTIFICATIONS_PATH, NOTIFICATIONS,
                                 "ActionInvoked",
                                 g_variant_new ("(us)", desktop.n_notifications, "default"),
                                 &error);
  g_assert_no_error (error);
  g_dbus_connection_emit_signal (desktop.connection, NULL, NOTIFICATIONS_PATH, NOTIFICATIONS,
                                 "NotificationClosed",
                                 g_variant_new ("(uu)", desktop.n_notifications, 2), &error);
  g_assert_no_error (error);
  forget_notification ();
}

/* --- The window ------------------------------------------------------------------------ */

static void
tear_down (WindowFixture *fixture,
           gconstpointer  data)
{
  g_clear_pointer ((GtkWindow **) &elsewhere, gtk_window_destroy);
  check_window_tear_down (fixture, data);
  wait_no_notification ();
}

static void
look_elsewhere (WindowFixture *fixture)
{
  elsewhere = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (elsewhere));
  while (gtk_window_is_active (GTK_WINDOW (fixture->window)))
    g_main_context_iteration (NULL, TRUE);
}

static void
fill (WindowFixture *fixture,
      const char    *domain,
      const char    *address)
{
  const char *destinations[] = { address, NULL };

  tlsrpt_window_fill (TLSRPT_WINDOW (fixture->window), domain, destinations);
  ui_test_wait_frame (fixture->window);
}

static TlsrptWatchBar *
find_bar (WindowFixture *fixture)
{
  return TLSRPT_WATCH_BAR (ui_test_find_type (fixture->window, TLSRPT_TYPE_WATCH_BAR, 0));
}

static GtkWidget *
find_offer (WindowFixture *fixture)
{
  return ui_test_find_type (fixture->window, TLSRPT_TYPE_WATCH_OFFER, 0);
}

static GtkWidget *
find_view (WindowFixture *fixture)
{
  AdwViewStack *stack = ADW_VIEW_STACK (ui_test_find_type (fixture->window, ADW_TYPE_VIEW_STACK,
                                                           0));

  return adw_view_stack_get_visible_child (stack);
}

static void
wait_text (WindowFixture *fixture,
           const char    *text)
{
  while (find_bar (fixture) == NULL || !ui_test_has_text (GTK_WIDGET (find_bar (fixture)), text))
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_result (WindowFixture *fixture)
{
  check_window_wait_result (fixture);
  ui_test_wait_frame (fixture->window);
}

/* A watch that does not need five minutes, in place of the one that is shown. */
static void
hurry (WindowFixture *fixture)
{
  g_autoptr (TlsrptWatch) watch = NULL;
  g_autoptr (TlsrptWatch) hasty = NULL;

  g_object_get (find_bar (fixture), "watch", &watch, NULL);
  hasty = tlsrpt_watch_new (fixture->resolver, tlsrpt_watch_get_domain (watch),
                            tlsrpt_record_get_value (fixture->record));
  tlsrpt_watch_set_interval (hasty, INTERVAL);
  tlsrpt_watch_start (hasty);
  tlsrpt_watch_bar_set_watch (find_bar (fixture), hasty);
}

static void
assert_fits_with_large_text (WindowFixture *fixture)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;
  int minimum;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  ui_test_wait_frame (fixture->window);
  gtk_widget_measure (GTK_WIDGET (find_bar (fixture)), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                      NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* One press, and from then on a strip says what happens, in every view. */
static void
test_start (WindowFixture *fixture,
            gconstpointer  data)
{
  static const char *const views[] = { "record", "check", "reports", "guide" };
  GtkWidget *stop_button;

  g_assert_null (find_offer (fixture));
  fill (fixture, "good.example", "tls@good.example");
  g_assert_nonnull (find_offer (fixture));
  g_assert_null (find_bar (fixture));

  window_fixture_click (fixture, "Notify Me");
  g_assert_null (find_offer (fixture));
  wait_text (fixture, "Looking every 5 minutes until ");
  wait_text (fixture, "good.example");
  /* Nobody is asked before the time. */
  g_assert_cmpuint (fixture->server->n_questions, ==, 0);

  stop_button = ui_test_find_button (fixture->window, "Stop");
  g_assert_true (ui_test_get_focus (fixture->window) == stop_button);

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      int minimum;

      gtk_widget_activate_action (fixture->window, "win.view", "s", views[i]);
      ui_test_wait_frame (fixture->window);
      g_assert_nonnull (find_bar (fixture));
      gtk_widget_measure (fixture->window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                          NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 360);
    }

  assert_fits_with_large_text (fixture);

  /* The form may go, the watch stays. */
  gtk_widget_activate_action (fixture->window, "win.new", NULL);
  ui_test_wait_frame (fixture->window);
  g_assert_nonnull (find_bar (fixture));
  fill (fixture, "two.example", "tls@two.example");
  wait_text (fixture, "good.example");
  g_assert_null (find_offer (fixture));

  gtk_widget_grab_focus (stop_button);
  window_fixture_click (fixture, "Stop");
  g_assert_null (find_bar (fixture));
  g_assert_nonnull (find_offer (fixture));
  g_assert_nonnull (ui_test_get_focus (fixture->window));
  g_assert_true (gtk_widget_get_mapped (ui_test_get_focus (fixture->window)));
  g_assert_cmpuint (fixture->server->n_questions, ==, 0);
}

/* Nobody waits for what is forgotten. */
static void
test_forgotten (WindowFixture *fixture,
                gconstpointer  data)
{
  g_autoptr (TlsrptWatch) watch = NULL;

  fill (fixture, "good.example", "tls@good.example");
  window_fixture_click (fixture, "Notify Me");
  g_object_get (find_bar (fixture), "watch", &watch, NULL);
  g_assert_true (tlsrpt_watch_is_running (watch));

  tlsrpt_window_forget (TLSRPT_WINDOW (fixture->window));
  ui_test_wait_frame (fixture->window);
  g_assert_null (find_bar (fixture));
  g_assert_false (tlsrpt_watch_is_running (watch));
  g_assert_true (gtk_widget_get_mapped (ui_test_get_focus (fixture->window)));
}

static void
test_found (WindowFixture *fixture,
            gconstpointer  data)
{
  fill (fixture, "good.example", "tls@good.example");
  window_fixture_click (fixture, "Notify Me");
  look_elsewhere (fixture);
  hurry (fixture);
  wait_text (fixture, "DNS has the record for “");
  g_assert_cmpuint (fixture->server->n_questions, ==, 1);
  g_assert_null (ui_test_find_button (fixture->window, "Stop"));
  g_assert_nonnull (find_offer (fixture));
  assert_fits_with_large_text (fixture);

  wait_notification ();
  g_assert_nonnull (strstr (desktop.title, "good.example"));
  g_assert_true (g_str_has_prefix (desktop.body, "Found at "));

  window_fixture_click (fixture, "Show Result");
  g_assert_null (find_bar (fixture));
  wait_result (fixture);
  g_assert_nonnull (ui_test_find_row (fixture->window, "Matches your record", 0));
  /* What is there need not be waited for. */
  g_assert_null (ui_test_find_type (find_view (fixture), TLSRPT_TYPE_WATCH_OFFER, 0));
}

/* A click on the notification leads to the result. */
static void
test_notification (WindowFixture *fixture,
                   gconstpointer  data)
{
  fill (fixture, "good.example", "tls@good.example");
  window_fixture_click (fixture, "Notify Me");
  look_elsewhere (fixture);
  hurry (fixture);
  wait_notification ();
  activate_notification ();
  wait_result (fixture);
  g_assert_cmpstr (tlsrpt_window_get_view (TLSRPT_WINDOW (fixture->window)), ==, "check");
  g_assert_null (find_bar (fixture));
}

/* The notification goes with its window: see tear_down(). */
static void
test_closed (WindowFixture *fixture,
             gconstpointer  data)
{
  fill (fixture, "good.example", "tls@good.example");
  window_fixture_click (fixture, "Notify Me");
  look_elsewhere (fixture);
  hurry (fixture);
  wait_notification ();
}

/* Who looks at the window needs no notification. */
static void
test_seen (WindowFixture *fixture,
           gconstpointer  data)
{
  fill (fixture, "good.example", "tls@good.example");
  window_fixture_click (fixture, "Notify Me");
  while (!gtk_window_is_active (GTK_WINDOW (fixture->window)))
    g_main_context_iteration (NULL, TRUE);
  hurry (fixture);
  wait_text (fixture, "DNS has the record for “");
  ui_test_wait_frame (fixture->window);
  g_assert_null (desktop.title);

  window_fixture_click (fixture, "Close");
  g_assert_null (find_bar (fixture));

  /* Nor does who comes back. */
  window_fixture_click (fixture, "Notify Me");
  look_elsewhere (fixture);
  hurry (fixture);
  wait_notification ();
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_no_notification ();
  g_assert_nonnull (find_bar (fixture));
}

/* It goes on while DNS has nothing, and when it cannot say; nobody is told of that. */
static void
test_not_yet (WindowFixture *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *domain;
    const char *text;
  } domains[] = {
    { "no-such.example", "No record for “" },
    { "two.example", "Several records for “" },
    { "servfail.example", "Could not look for “" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      g_autofree char *address = g_strconcat ("tls@", domains[i].domain, NULL);

      fill (fixture, domains[i].domain, address);
      window_fixture_click (fixture, "Notify Me");
      hurry (fixture);
      wait_text (fixture, domains[i].text);
      g_assert_nonnull (ui_test_find_button (fixture->window, "Stop"));
      window_fixture_click (fixture, "Stop");
    }

  g_assert_null (desktop.title);
  /* The last one is closed while it runs: see tear_down(). */
  window_fixture_click (fixture, "Notify Me");
  hurry (fixture);
}

/* A check that found nothing, or something else, offers to wait. */
static void
test_offers (WindowFixture *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *domain;
    const char *address;
    gboolean    is_offered;
  } checks[] = {
    { "no-such.example", "tls@no-such.example", TRUE },
    { "nodata.example", "tls@nodata.example", TRUE },
    { "good.example", "other@good.example", TRUE },
    { "good.example", "tls@good.example", FALSE },
    { "servfail.example", "tls@servfail.example", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      GtkWidget *old;

      fill (fixture, checks[i].domain, checks[i].address);
      gtk_widget_activate_action (fixture->window, "win.check", NULL);
      old = ui_test_find_type (fixture->window, TLSRPT_TYPE_CHECK_RESULT, 0);
      while (ui_test_find_type (fixture->window, TLSRPT_TYPE_CHECK_RESULT, 0) == old)
        g_main_context_iteration (NULL, TRUE);
      ui_test_wait_frame (fixture->window);

      g_assert_cmpint (ui_test_find_type (find_view (fixture), TLSRPT_TYPE_WATCH_OFFER, 0) != NULL,
                       ==, checks[i].is_offered);
    }

  /* Without a record there is nothing to wait for. */
  gtk_widget_activate_action (fixture->window, "win.new", NULL);
  gtk_widget_activate_action (fixture->window, "win.check-domain", "s", "nodata.example");
  wait_result (fixture);
  g_assert_null (find_offer (fixture));
}

int
main (int   argc,
      char *argv[])
{
  int result;

  ui_test_init (&argc, &argv);
  window_fixture_open ();
  open_desktop ();

#define ADD(path, function) \
  g_test_add ("/watch-bar/" path, WindowFixture, NULL, \
              check_window_set_up, function, tear_down)

  ADD ("closed", test_closed);
  ADD ("found", test_found);
  ADD ("not-yet", test_not_yet);
  ADD ("notification", test_notification);
  ADD ("offers", test_offers);
  ADD ("seen", test_seen);
  ADD ("start", test_start);
  ADD ("forgotten", test_forgotten);

  result = g_test_run ();
  window_fixture_close ();

  return result;
}
