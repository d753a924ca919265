/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-window.h"
#include "ui-test.h"

typedef struct
{
  GtkWidget    *window;
  TlsrptRecord *record;
} Fixture;

/* GTK knows one a process. */
static TlsrptApplication *application;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->window = GTK_WIDGET (tlsrpt_window_new (application));
  fixture->record = tlsrpt_window_get_record (TLSRPT_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_wait_frame (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  g_object_add_weak_pointer (G_OBJECT (fixture->record), (gpointer *) &fixture->record);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_wait ();

  /* Whatever was done in the window, nothing holds it. */
  g_assert_null (fixture->window);
  g_assert_null (fixture->record);
}

static void
type (GtkWidget  *row,
      const char *text)
{
  GtkText *delegate = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (row)));

  gtk_widget_grab_focus (GTK_WIDGET (delegate));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *character = g_strndup (p, g_utf8_next_char (p) - p);

      g_signal_emit_by_name (delegate, "insert-at-cursor", character);
    }
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  gtk_widget_activate_action (fixture->window, action, NULL);
  ui_test_wait ();
}

static void
click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ui_test_wait ();
}

static GtkWidget *
find_row (Fixture    *fixture,
          const char *title,
          guint       nth)
{
  GtkWidget *row = ui_test_find_row (fixture->window, title, nth);

  g_assert_nonnull (row);

  return row;
}

static void
test_generate (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *copied = NULL;
  GtkWidget *button;

  /* The cursor waits in the first row. */
  g_assert_true (gtk_widget_is_ancestor (ui_test_get_focus (fixture->window),
                                         find_row (fixture, "_Domain", 0)));

  type (find_row (fixture, "_Domain", 0), "example.com");
  type (find_row (fixture, "_E-Mail Address", 0), "tls@example.com");
  g_assert_cmpstr (tlsrpt_record_get_value (fixture->record), ==,
                   "v=TLSRPTv1; rua=mailto:tls@example.com");

  g_assert_null (ui_test_find_button (fixture->window, "_Copy Record"));
  click (ui_test_find_button (fixture->window, "_Generate"));

  button = ui_test_find_button (fixture->window, "_Copy Record");
  g_assert_nonnull (button);
  g_assert_true (ui_test_get_focus (fixture->window) == button);
  g_assert_nonnull (ui_test_find_label (fixture->window, "v=TLSRPTv1; rua=mailto:tls@example.com"));
  g_assert_nonnull (ui_test_find_label (fixture->window, "_smtp._tls.example.com"));

  activate (fixture, "win.copy");
  copied = ui_test_read_clipboard (fixture->window);
  g_assert_cmpstr (copied, ==, "v=TLSRPTv1; rua=mailto:tls@example.com");
}

int
main (int   argc,
      char *argv[])
{
  int result;

  ui_test_init (&argc, &argv);

  application = tlsrpt_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add ("/window/generate", Fixture, NULL, set_up, test_generate, tear_down);

  result = g_test_run ();
  g_object_unref (application);

  return result;
}
