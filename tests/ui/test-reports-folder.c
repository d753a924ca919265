/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-reports-page.h"
#include "tlsrpt-reports-view.h"
#include "tlsrpt-share-row.h"
#include "window-fixture.h"

#include <glib/gstdio.h>

#define REPORT(id, type, host) \
  "{\"organization-name\":\"Sender\",\"date-range\":{" \
  "\"start-datetime\":\"2026-01-02T00:00:00Z\",\"end-datetime\":\"2026-01-02T23:59:59Z\"}," \
  "\"contact-info\":\"tls@sender.example\",\"report-id\":\"" id "\",\"policies\":[" \
  "{\"policy\":{\"policy-type\":\"sts\",\"policy-domain\":\"example.com\"}," \
  "\"summary\":{\"total-successful-session-count\":10,\"total-failure-session-count\":3}," \
  "\"failure-details\":[{\"result-type\":\"" type "\"," \
  "\"receiving-mx-hostname\":\"" host "\",\"failed-session-count\":3}]}]}"

#define ONE REPORT ("1", "certificate-expired", "mx.example.com")
#define OTHER REPORT ("2", "starttls-not-supported", "mx2.example.com")

static const char *const names[] = { "one.json", "other.json" };

/* The folder that is watched; like the window, each test has its own. */
static char *folder;
static TlsrptState *state;

static void
write_file (const char *name,
            const char *content)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

static void
remove_file (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_unlink (path);
}

static void
set_up (WindowFixture *fixture,
        gconstpointer  data)
{
  folder = g_dir_make_tmp ("reports-XXXXXX", NULL);
  state = tlsrpt_state_new ();
  window_fixture_set_up (fixture, data);
}

static void
tear_down (WindowFixture *fixture,
           gconstpointer  data)
{
  window_fixture_tear_down (fixture, data);
  g_assert_finalize_object (state);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    remove_file (names[i]);
  g_rmdir (folder);
  g_free (folder);
}

static TlsrptReportsPage *
find_page (WindowFixture *fixture)
{
  return TLSRPT_REPORTS_PAGE (ui_test_find_type (fixture->window, TLSRPT_TYPE_REPORTS_PAGE, 0));
}

static void
wait_until_done (WindowFixture *fixture)
{
  guint timeout = ui_test_lose_patience ();

  while (tlsrpt_reports_page_is_busy (find_page (fixture)))
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (timeout);
  ui_test_wait_frame (fixture->window);
}

static guint64
other_mark (void)
{
  return tlsrpt_state_mark ("starttls-not-supported", "mx2.example.com");
}

static void
start_with (WindowFixture *fixture,
            gboolean       is_first)
{
  tlsrpt_state_set_folder (state, folder);
  if (!is_first)
    tlsrpt_state_add_marks (state, NULL, 0, 0);
  tlsrpt_window_set_state (TLSRPT_WINDOW (fixture->window), state);
  tlsrpt_window_show_reports (TLSRPT_WINDOW (fixture->window));
}

static guint
get_n_new (WindowFixture *fixture)
{
  guint n_new;

  g_object_get (find_page (fixture), "n-new", &n_new, NULL);

  return n_new;
}

static void
test_watched (WindowFixture *fixture,
              gconstpointer  data)
{
  const guint64 mark = tlsrpt_state_mark ("certificate-expired", "mx.example.com");

  /* Of a folder that has just been chosen nothing is new. */
  write_file ("one.json", ONE);
  start_with (fixture, TRUE);
  ui_test_wait_label (fixture->window, "3 of 13 sessions failed; 1 problem to fix");
  wait_until_done (fixture);
  g_assert_true (tlsrpt_state_is_marked (state, mark));
  g_assert_false (ui_test_is_shown (fixture->window, "New"));
  g_assert_cmpuint (get_n_new (fixture), ==, 0);

  /* What comes then is. */
  write_file ("other.json", OTHER);
  ui_test_wait_label (fixture->window, "6 of 26 sessions failed; 2 problems to fix");
  ui_test_wait_label (fixture->window, "New");
  wait_until_done (fixture);

  remove_file ("one.json");
  ui_test_wait_label (fixture->window, "3 of 13 sessions failed; 1 problem to fix");
  ui_test_wait_label (fixture->window, "New");

  /* Nothing of it is left. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_page (fixture)),
                                             "reports.stop-watching", NULL));
  ui_test_wait_label (fixture->window, "No Reports Open");
  g_assert_null (tlsrpt_state_get_folder (state));
  g_assert_false (tlsrpt_state_is_marked (state, mark));
  wait_until_done (fixture);
  g_assert_cmpuint (get_n_new (fixture), ==, 0);
}

/* It is read without being looked at. */
static void
test_background (WindowFixture *fixture,
                 gconstpointer  data)
{
  guint timeout = ui_test_lose_patience ();

  write_file ("one.json", ONE);
  write_file ("other.json", OTHER);
  tlsrpt_state_set_folder (state, folder);
  tlsrpt_state_add_marks (state, NULL, 0, 0);
  tlsrpt_window_set_state (TLSRPT_WINDOW (fixture->window), state);
  g_assert_null (ui_test_find_type (fixture->window, TLSRPT_TYPE_REPORTS_PAGE, 0));

  while (ui_test_find_type (fixture->window, TLSRPT_TYPE_REPORTS_PAGE, 0) == NULL ||
         get_n_new (fixture) != 2)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (timeout);
  wait_until_done (fixture);
  g_assert_cmpstr (tlsrpt_window_get_view (TLSRPT_WINDOW (fixture->window)), ==, "record");
}

/* What is not shown can be new. */
static void
test_filter (WindowFixture *fixture,
             gconstpointer  data)
{
  guint timeout = ui_test_lose_patience ();
  GtkWidget *view;

  write_file ("one.json", ONE);
  start_with (fixture, TRUE);
  ui_test_wait_label (fixture->window, "3 of 13 sessions failed; 1 problem to fix");
  wait_until_done (fixture);
  view = ui_test_find_type (fixture->window, TLSRPT_TYPE_REPORTS_VIEW, 0);
  g_assert_true (gtk_widget_activate_action (view, "reports.show-mx", "s", "mx.example.com"));
  wait_until_done (fixture);

  write_file ("other.json", OTHER);
  while (!tlsrpt_state_is_marked (state, other_mark ()) && get_n_new (fixture) == 0)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (timeout);
  wait_until_done (fixture);
}

static void
test_empty (WindowFixture *fixture,
            gconstpointer  data)
{
  start_with (fixture, TRUE);
  ui_test_wait_label (fixture->window, "No Reports Yet");
  wait_until_done (fixture);

  /* There was nothing, so this is new. */
  write_file ("one.json", ONE);
  ui_test_wait_label (fixture->window, "3 of 13 sessions failed; 1 problem to fix");
  ui_test_wait_label (fixture->window, "New");
}

static void
test_gone (WindowFixture *fixture,
           gconstpointer  data)
{
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  start_with (fixture, FALSE);
  ui_test_wait_label (fixture->window, "Forget Folder");
  g_assert_true (ui_test_is_shown (fixture->window, "Try Again"));
  g_assert_true (ui_test_is_shown (fixture->window, "Choose Another…"));
  g_assert_cmpstr (tlsrpt_state_get_folder (state), ==, folder);

  /* It is there again, which is noticed without a press. */
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  write_file ("one.json", ONE);
  ui_test_wait_label (fixture->window, "3 of 13 sessions failed; 1 problem to fix");
  wait_until_done (fixture);

  /* What was read stays. */
  remove_file ("one.json");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  ui_test_wait_label (fixture->window, "Forget Folder");
  window_fixture_click (fixture, "Forget Folder");
  ui_test_wait_label (fixture->window, "No Reports Open");
  g_assert_null (tlsrpt_state_get_folder (state));
}

/* A folder that was opened can be kept, and its reports are there once. */
static void
test_kept (WindowFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  write_file ("one.json", ONE);
  tlsrpt_window_set_state (TLSRPT_WINDOW (fixture->window), state);
  tlsrpt_window_show_reports (TLSRPT_WINDOW (fixture->window));
  tlsrpt_reports_page_open_folder (find_page (fixture), file);
  ui_test_wait_label (fixture->window, "3 of 13 sessions failed; 1 problem to fix");
  ui_test_wait_label (fixture->window, "Keep This Folder");

  window_fixture_click (fixture, "Keep This Folder");
  g_assert_cmpstr (tlsrpt_state_get_folder (state), ==, folder);
  ui_test_wait_label (fixture->window, "3 of 13 sessions failed; 1 problem to fix");
  wait_until_done (fixture);
  g_assert_false (ui_test_is_shown (fixture->window, "1 duplicate report was counted once."));
  g_assert_false (ui_test_is_shown (fixture->window, "New"));

  /* Closing is for what was opened. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_page (fixture)),
                                             "reports.close", NULL));
  ui_test_wait_label (fixture->window, "3 of 13 sessions failed; 1 problem to fix");
  wait_until_done (fixture);

  /* As with “Forget Everything”. */
  tlsrpt_state_clear (state);
  ui_test_wait_label (fixture->window, "No Reports Open");
}

int
main (int   argc,
      char *argv[])
{
  int status;

  ui_test_init (&argc, &argv);
  window_fixture_open ();

#define ADD(path, function) \
  g_test_add ("/reports-folder/" path, WindowFixture, NULL, set_up, function, tear_down)

  ADD ("watched", test_watched);
  ADD ("background", test_background);
  ADD ("filter", test_filter);
  ADD ("empty", test_empty);
  ADD ("gone", test_gone);
  ADD ("kept", test_kept);

#undef ADD

  status = g_test_run ();
  window_fixture_close ();

  return status;
}
