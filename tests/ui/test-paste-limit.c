/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-check-page.h"
#include "tlsrpt-domains-page.h"
#include "tlsrpt-share-row.h"
#include "window-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* Far more than any entry takes. */
#define SIZE 100000000

/* For the refusal: a busy machine may take as long, and GTK takes the text meanwhile. */
#define PATIENCE_SECONDS 20

#define REFUSAL "The text to paste is longer than "

/* What another program has copied. */
static GdkContentProvider *text;

/* Entries that took part, so that none is tried twice. */
static GHashTable *tried;

static GtkWidget *
find_refusal (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;

  if (GTK_IS_LABEL (widget) &&
      g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), REFUSAL))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_refusal (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* As somebody who has read it. */
static void
dismiss (GtkWidget *refusal)
{
  GtkWidget *toast = gtk_widget_get_ancestor (refusal, g_type_from_name ("AdwToastWidget"));
  GtkWidget *button = NULL;
  GtkWidget *next;

  if (toast == NULL)
    return;

  for (guint i = 0; (next = ui_test_find_type (toast, GTK_TYPE_BUTTON, i)) != NULL; i++)
    button = next;
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_test_wait ();
}

static char *
dup_text (GtkWidget *widget)
{
  char *contents;

  if (GTK_IS_TEXT_VIEW (widget))
    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "text", &contents, NULL);
  else
    contents = g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));

  return contents;
}

static void
paste_into (GtkWidget  *widget,
            const char *where)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autofree char *before = dup_text (widget);
  g_autofree char *after = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();
  GtkWidget *refusal;

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), text);
  g_signal_emit_by_name (widget, "paste-clipboard");
  while ((refusal = find_refusal (root)) == NULL &&
         g_timer_elapsed (timer, NULL) < PATIENCE_SECONDS)
    g_main_context_iteration (NULL, FALSE);

  after = dup_text (widget);
  if (refusal == NULL || strcmp (before, after) != 0)
    {
      g_test_message ("%s: %s in %s took what is too long, or did not say so",
                      where, G_OBJECT_TYPE_NAME (widget),
                      G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
      g_test_fail ();
    }

  if (refusal != NULL)
    dismiss (refusal);
}

/* Pages that are not shown have no place to say it: they are walked when they are. */
static gboolean
can_be_told (GtkWidget *widget)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  return gtk_widget_get_mapped (overlay != NULL ? overlay : widget);
}

/* Everything in which somebody can write, whoever made it, also what is not shown yet, such
 * as the search of a drop-down. */
static void
walk (GtkWidget  *widget,
      const char *where)
{
  GtkWidget *next;

  if (((GTK_IS_TEXT (widget) && gtk_editable_get_editable (GTK_EDITABLE (widget))) ||
       (GTK_IS_TEXT_VIEW (widget) && gtk_text_view_get_editable (GTK_TEXT_VIEW (widget)))) &&
      can_be_told (widget) && g_hash_table_add (tried, g_object_ref (widget)))
    paste_into (widget, where);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      /* A drop-down has a search even where it is never shown. */
      if (gtk_widget_get_visible (child) || GTK_IS_POPOVER (child))
        walk (child, where);
    }
}

static void
paste_everywhere (const char *where)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      walk (window, where);
    }
}

/* So that the walk does not just find nothing. */
static void
assert_tried (guint n_entries)
{
  g_assert_cmpuint (g_hash_table_size (tried), >=, n_entries);
}

static void
set_up (WindowFixture *fixture,
        gconstpointer  data)
{
  tried = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  window_fixture_set_up (fixture, data);
}

static void
tear_down (WindowFixture *fixture,
           gconstpointer  data)
{
  window_fixture_tear_down (fixture, data);
  g_hash_table_unref (tried);
}

static void
show (WindowFixture *fixture,
      const char    *view)
{
  gtk_widget_activate_action (fixture->window, "win.view", "s", view);
  ui_test_wait_whole (fixture->window);
}

static void
test_record (WindowFixture *fixture,
             gconstpointer  data)
{
  static const char *const destinations[] = { "a@example.com", "https://example.com/r", NULL };
  GtkWidget *expander;

  paste_everywhere ("an empty form");
  tlsrpt_window_fill (TLSRPT_WINDOW (fixture->window), "example.com", destinations);
  ui_test_wait_whole (fixture->window);
  paste_everywhere ("a record");

  expander = ui_test_find_type (fixture->window, GTK_TYPE_EXPANDER, 0);
  g_assert_nonnull (expander);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  ui_test_wait_whole (fixture->window);
  for (guint i = 0;
       (expander = ui_test_find_type (fixture->window, ADW_TYPE_EXPANDER_ROW, i)) != NULL;
       i++)
    {
      adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (expander), TRUE);
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), TRUE);
      ui_test_wait_whole (fixture->window);
    }
  paste_everywhere ("the export");
  assert_tried (5);
}

static void
test_others (WindowFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();
  GtkWidget *page;

  show (fixture, "guide");
  paste_everywhere ("the guide");

  show (fixture, "check");
  paste_everywhere ("a check");
  tlsrpt_window_set_state (TLSRPT_WINDOW (fixture->window), state);
  page = ui_test_find_type (fixture->window, TLSRPT_TYPE_CHECK_PAGE, 0);
  gtk_widget_activate_action (page, "check.domains", NULL);
  ui_test_wait_whole (fixture->window);
  page = ui_test_find_type (fixture->window, TLSRPT_TYPE_DOMAINS_PAGE, 0);
  gtk_widget_activate_action (page, "domains.edit", NULL);
  ui_test_wait_whole (fixture->window);
  paste_everywhere ("a list of domains");
  assert_tried (6);
}

static void
test_reports (WindowFixture *fixture,
              gconstpointer  data)
{
  static const char report[] =
    "{\"organization-name\":\"Sender\",\"report-id\":\"1\",\"contact-info\":\"a@sender.example\","
    "\"date-range\":{\"start-datetime\":\"2026-01-02T00:00:00Z\","
    "\"end-datetime\":\"2026-01-02T23:59:59Z\"},\"policies\":[{"
    "\"policy\":{\"policy-type\":\"sts\",\"policy-domain\":\"example.com\"},"
    "\"summary\":{\"total-successful-session-count\":9,\"total-failure-session-count\":3},"
    "\"failure-details\":[{\"result-type\":\"certificate-expired\",\"failed-session-count\":3}]}]}";
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "tlsrpt-report-XXXXXX", NULL);
  g_autoptr (GFile) file = NULL;

  g_assert_true (g_close (g_mkstemp (path), NULL));
  g_assert_true (g_file_set_contents (path, report, -1, NULL));
  file = g_file_new_for_path (path);
  tlsrpt_window_open_reports (TLSRPT_WINDOW (fixture->window), &file, 1);
  while (ui_test_find_type (fixture->window, TLSRPT_TYPE_SHARE_ROW, 0) == NULL)
    ui_test_wait_frame (fixture->window);
  g_assert_cmpint (g_unlink (path), ==, 0);
  window_fixture_activate (fixture, "win.search");
  paste_everywhere ("reports");
  assert_tried (4);
}

static void
test_import (WindowFixture *fixture,
             gconstpointer  data)
{
  window_fixture_activate (fixture, "win.import");
  ui_test_wait_whole (fixture->window);
  paste_everywhere ("the import");
  assert_tried (3);
}

static void
test_shortcuts (WindowFixture *fixture,
                gconstpointer  data)
{
  GApplication *application =
    G_APPLICATION (gtk_window_get_application (GTK_WINDOW (fixture->window)));
  GtkWindow *overlay;
  GtkWidget *button;

  g_action_group_activate_action (G_ACTION_GROUP (application), "shortcuts", NULL);
  ui_test_wait_frame (fixture->window);
  overlay = gtk_application_get_active_window (GTK_APPLICATION (application));
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (GTK_IS_SHORTCUTS_WINDOW (window))
        overlay = window;
    }
  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (overlay));
  button = ui_test_find_type (GTK_WIDGET (overlay), GTK_TYPE_TOGGLE_BUTTON, 0);
  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  ui_test_wait_whole (GTK_WIDGET (overlay));
  paste_everywhere ("the shortcuts");
  assert_tried (3);
  gtk_window_destroy (overlay);
}

#define ADD(path, test) \
  g_test_add ("/paste-limit/" path, WindowFixture, NULL, set_up, (test), tear_down)

int
main (int   argc,
      char *argv[])
{
  g_autofree char *letters = g_malloc (SIZE);
  g_autoptr (GBytes) bytes = NULL;
  int status;

  ui_test_init (&argc, &argv);
  window_fixture_open ();

  memset (letters, 'x', SIZE);
  bytes = g_bytes_new_take (g_steal_pointer (&letters), SIZE);
  text = gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", bytes);

  ADD ("record", test_record);
  ADD ("others", test_others);
  ADD ("import", test_import);
  ADD ("reports", test_reports);
  ADD ("shortcuts", test_shortcuts);

  status = g_test_run ();
  g_object_unref (text);
  window_fixture_close ();

  return status;
}
