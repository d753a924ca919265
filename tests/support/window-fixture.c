/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-application.h"

#include "window-fixture.h"

/* GTK knows one a process. */
static TlsrptApplication *application;

/**
 * window_fixture_open:
 *
 * Registers the application that the windows of all tests belong to.
 */
void
window_fixture_open (void)
{
  application = tlsrpt_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
}

/**
 * window_fixture_close:
 *
 * Takes back window_fixture_open().
 */
void
window_fixture_close (void)
{
  g_object_unref (application);
}

/**
 * window_fixture_set_up:
 * @fixture: a fixture
 * @data: nothing
 *
 * Opens a window.
 */
void
window_fixture_set_up (WindowFixture *fixture,
                       gconstpointer  data)
{
  fixture->window = GTK_WIDGET (tlsrpt_window_new (GTK_APPLICATION (application)));
  fixture->record = tlsrpt_window_get_record (TLSRPT_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_wait_frame (fixture->window);
}

/**
 * window_fixture_tear_down:
 * @fixture: a fixture
 * @data: nothing
 *
 * Closes the window.  Whatever was done in it, nothing holds it or its record.
 */
void
window_fixture_tear_down (WindowFixture *fixture,
                          gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  g_object_add_weak_pointer (G_OBJECT (fixture->record), (gpointer *) &fixture->record);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_wait ();

  g_assert_null (fixture->window);
  g_assert_null (fixture->record);
}

/**
 * window_fixture_activate:
 * @fixture: a fixture
 * @action: the name of an action without parameter
 *
 * Does what a key or a menu item would do.
 */
void
window_fixture_activate (WindowFixture *fixture,
                         const char    *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->window, action, NULL));
  ui_test_wait_frame (fixture->window);
}

/**
 * window_fixture_find_row:
 * @fixture: a fixture
 * @title: the title of a row, with its mnemonic
 * @nth: which of them, from 0
 *
 * Finds a row that must be there.
 *
 * Returns: the row
 */
GtkWidget *
window_fixture_find_row (WindowFixture *fixture,
                         const char    *title,
                         guint          nth)
{
  GtkWidget *row = ui_test_find_row (fixture->window, title, nth);

  g_assert_nonnull (row);

  return row;
}

/**
 * window_fixture_type:
 * @fixture: a fixture
 * @title: the title of a row, the first that has it
 * @text: what to type
 *
 * Puts the focus into a row and types, character by character.
 */
void
window_fixture_type (WindowFixture *fixture,
                     const char    *title,
                     const char    *text)
{
  GtkEditable *row = GTK_EDITABLE (window_fixture_find_row (fixture, title, 0));
  GtkWidget *delegate = GTK_WIDGET (gtk_editable_get_delegate (row));

  gtk_widget_grab_focus (delegate);
  gtk_editable_set_position (row, -1);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *character = g_strndup (p, g_utf8_next_char (p) - p);

      g_signal_emit_by_name (delegate, "insert-at-cursor", character);
    }
  ui_test_wait ();
}

/**
 * window_fixture_click:
 * @fixture: a fixture
 * @tooltip_or_label: what a button does
 *
 * Clicks a button, which must be there and not insensitive.
 */
void
window_fixture_click (WindowFixture *fixture,
                      const char    *tooltip_or_label)
{
  GtkWidget *button = ui_test_find_button (fixture->window, tooltip_or_label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ui_test_wait_frame (fixture->window);
}
