/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-guide-page.h"
#include "tlsrpt-report-failure-page.h"
#include "tlsrpt-report-filter-button.h"
#include "tlsrpt-report-problem-page.h"
#include "tlsrpt-report-remarks-page.h"
#include "tlsrpt-reports-page.h"
#include "tlsrpt-reports-view.h"
#include "tlsrpt-share-row.h"
#include "tlsrpt-table-csv.h"
#include "tlsrpt-table.h"
#include "window-fixture.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define REPORT(organization, id, day, policies) \
  "{\"organization-name\":\"" organization "\",\"date-range\":{" \
  "\"start-datetime\":\"" day "T00:00:00Z\",\"end-datetime\":\"" day "T23:59:59Z\"}," \
  "\"contact-info\":\"tls@sender.example\",\"report-id\":\"" id "\"," \
  "\"policies\":[" policies "]}"

#define POLICY(domain, successful, failed, details) \
  "{\"policy\":{\"policy-type\":\"sts\",\"policy-domain\":\"" domain "\"," \
  "\"policy-string\":[\"version: STSv1\",\"mode: enforce\"],\"mx-host\":[\"*." domain "\"]}," \
  "\"summary\":{\"total-successful-session-count\":" successful "," \
  "\"total-failure-session-count\":" failed "},\"failure-details\":[" details "]}"

#define EXPIRED \
  "{\"result-type\":\"certificate-expired\",\"sending-mta-ip\":\"192.0.2.1\"," \
  "\"receiving-mx-hostname\":\"mx.example.com\",\"receiving-ip\":\"203.0.113.1\"," \
  "\"receiving-mx-helo\":\"<b>mx</b>&\",\"failed-session-count\":3," \
  "\"failure-reason-code\":\"X509_V_ERR_CERT_HAS_EXPIRED\"}"

#define NO_POLICY \
  "{\"policy\":{\"policy-type\":\"no-policy-found\",\"policy-domain\":\"example.org\"}," \
  "\"summary\":{\"total-successful-session-count\":5,\"total-failure-session-count\":0}}"

typedef struct
{
  const char *name;
  const char *content;
} Sample;

static const Sample samples[] = {
  { "expired.json", REPORT ("Sender", "1", "2026-01-02", POLICY ("example.com", "10", "3", EXPIRED)) },
  { "again.json", REPORT ("Sender", "1", "2026-01-02", POLICY ("example.com", "10", "3", EXPIRED)) },
  { "good.json", REPORT ("Other", "2", "2026-01-03", POLICY ("example.net", "7", "0", "")) },
  { "none.json", REPORT ("Third", "3", "2026-01-03", NO_POLICY) },
  { "broken.json", "{\"organization-name\":" },
};

/* The folder of samples; like the window, each test has its own. */
static char *folder;

static void
set_up (WindowFixture *fixture,
        gconstpointer  data)
{
  folder = g_dir_make_tmp (NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_build_filename (folder, samples[i].name, NULL);

      g_assert_true (g_file_set_contents (path, samples[i].content, -1, NULL));
    }

  window_fixture_set_up (fixture, data);
}

static void
tear_down (WindowFixture *fixture,
           gconstpointer  data)
{
  window_fixture_tear_down (fixture, data);

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_build_filename (folder, samples[i].name, NULL);

      g_unlink (path);
    }

  g_rmdir (folder);
  g_free (folder);
}

/* The files of these names, or the folder of all. */
static void
open_files (WindowFixture *fixture,
            const char    *first,
            const char    *second)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (first == NULL)
    g_ptr_array_add (files, g_file_new_for_path (folder));
  else
    g_ptr_array_add (files, g_file_new_build_filename (folder, first, NULL));

  if (second != NULL)
    g_ptr_array_add (files, g_file_new_build_filename (folder, second, NULL));

  tlsrpt_window_open_reports (TLSRPT_WINDOW (fixture->window),
                              (GFile **) files->pdata, files->len);
}

static GtkWidget *
find_page (WindowFixture *fixture)
{
  return ui_test_find_type (fixture->window, TLSRPT_TYPE_REPORTS_PAGE, 0);
}

/* It is there even while it is not shown. */
static GtkWidget *
find_view (WindowFixture *fixture)
{
  return ui_test_find_type (fixture->window, TLSRPT_TYPE_REPORTS_VIEW, 0);
}

static void
activate (WindowFixture *fixture,
          const char    *action,
          const char    *target)
{
  GVariant *parameter = target != NULL ? g_variant_new_string (target) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (find_view (fixture), action, parameter));
  ui_test_wait_frame (fixture->window);
}

static TlsrptTable *
find_table (WindowFixture *fixture)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *table = ui_test_find_type (find_page (fixture), TLSRPT_TYPE_TABLE, i);

      g_assert_nonnull (table);
      if (gtk_widget_get_mapped (table))
        return TLSRPT_TABLE (table);
    }
}

static void
wait_for_rows (WindowFixture *fixture,
               guint          n_rows)
{
  guint timeout = ui_test_lose_patience ();

  while (g_list_model_get_n_items (tlsrpt_table_get_shown (find_table (fixture))) != n_rows)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (timeout);
  ui_test_wait_frame (fixture->window);
}

static void
test_empty (WindowFixture *fixture,
            gconstpointer  data)
{
  /* Nothing of it is built before it is asked for. */
  g_assert_null (find_page (fixture));

  open_files (fixture, "good.json", NULL);
  g_assert_nonnull (find_page (fixture));
  ui_test_wait_label (fixture->window, "All 7 sessions succeeded");

  activate (fixture, "reports.close", NULL);
  g_assert_nonnull (ui_test_find_label (fixture->window, "No Reports Open"));
  g_assert_nonnull (ui_test_find_button (fixture->window, "_Open Files…"));
}

static void
test_overview (WindowFixture *fixture,
               gconstpointer  data)
{
  GtkWidget *button;
  GtkWidget *row;

  open_files (fixture, NULL, NULL);
  ui_test_wait_label (fixture->window, "3 of 25 sessions failed; 1 problem to fix");
  ui_test_wait_label (fixture->window, "3 reports · 3 senders · Jan 2, 2026 – Jan 3, 2026");
  ui_test_wait_label (fixture->window, "1 file could not be read. "
                                       "1 duplicate report was counted once.");

  /* What is to fix, then the same by host and by sender; by type it would be the same. */
  row = ui_test_find_type (fixture->window, TLSRPT_TYPE_SHARE_ROW, 0);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "The certificate has expired");
  g_assert_nonnull (ui_test_find_label (row, "\u2068mx.example.com\u2069 · still happening"));
  g_assert_nonnull (ui_test_find_label (row, "3 sessions"));
  g_assert_null (ui_test_find_label (fixture->window, "Failures by Type"));
  g_assert_nonnull (ui_test_find_label (fixture->window, "Failures by MX Host"));
  g_assert_nonnull (ui_test_find_label (fixture->window, "Failures by Sender"));

  /* The guide explains how to read it. */
  button = gtk_widget_get_ancestor (ui_test_find_label (fixture->window, "How to Read a Report"),
                                    GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "app.explain");
  g_assert_cmpstr (g_variant_get_string (
                     gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)), NULL), ==,
                   "read-a-report");
}

/* What the sender itself saw go well afterwards is not to fix any more. */
static void
test_resolved (WindowFixture *fixture,
               gconstpointer  data)
{
  g_autofree char *path = g_build_filename (folder, "later.json", NULL);

  g_assert_true (g_file_set_contents (path, REPORT ("Sender", "4", "2026-01-04",
                                                    POLICY ("example.com", "10", "0", "")),
                                      -1, NULL));
  open_files (fixture, "expired.json", "later.json");
  ui_test_wait_label (fixture->window, "3 of 23 sessions failed; 1 problem, resolved");
  g_unlink (path);
}

static void
test_no_policy (WindowFixture *fixture,
                gconstpointer  data)
{
  open_files (fixture, "none.json", NULL);
  ui_test_wait_label (fixture->window, "All 5 sessions succeeded");
  g_assert_null (ui_test_find_label (fixture->window, "Problems"));
  ui_test_wait_label (fixture->window,
                      "The senders found neither MTA-STS nor DANE. This is not a failure: TLS "
                      "was used where the mail servers offered it.");
}

static void
test_tables (WindowFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *search;

  open_files (fixture, NULL, NULL);
  ui_test_wait_label (fixture->window, "3 of 25 sessions failed; 1 problem to fix");

  activate (fixture, "reports.view", "organizations");
  wait_for_rows (fixture, 3);
  activate (fixture, "reports.view", "domains");
  wait_for_rows (fixture, 3);
  activate (fixture, "reports.view", "failures");
  wait_for_rows (fixture, 1);
  g_assert_nonnull (ui_test_find_label (fixture->window, "\u2068The certificate has expired\u2069"));

  g_assert_true (gtk_widget_activate_action (find_page (fixture), "page.search", NULL));
  search = ui_test_find_type (find_page (fixture), GTK_TYPE_SEARCH_ENTRY, 0);
  g_assert_true (gtk_widget_is_ancestor (ui_test_get_focus (fixture->window), search));

  activate (fixture, "reports.view", "domains");
  gtk_editable_set_text (GTK_EDITABLE (search), "EXAMPLE.NET");
  g_signal_emit_by_name (search, "search-changed");
  ui_test_wait_label (fixture->window, "\u2068example.net\u2069");
  wait_for_rows (fixture, 1);

  gtk_editable_set_text (GTK_EDITABLE (search), "nowhere");
  g_signal_emit_by_name (search, "search-changed");
  ui_test_wait_label (fixture->window, "No Results Found");
}

static void
sort_by (WindowFixture *fixture,
         guint          column,
         const char    *first)
{
  g_autoptr (TlsrptTableCsv) table = NULL;
  g_auto (GStrv) lines = NULL;
  GString *csv;

  g_assert_true (gtk_widget_activate_action (find_view (fixture), "reports.sort", "u", column));
  table = tlsrpt_table_csv_new (find_table (fixture));
  csv = tlsrpt_table_csv_write (table);
  lines = g_strsplit (csv->str, "\r\n", 3);
  g_assert_true (g_str_has_prefix (lines[1], first));
  g_string_free (csv, TRUE);
}

/* Without a pointer: titles of columns do not take the keyboard on every system. */
static void
test_keyboard (WindowFixture *fixture,
               gconstpointer  data)
{
  GtkWidget *table;
  GtkWidget *view;
  GtkWidget *part;
  guint n_steps = 0;

  open_files (fixture, NULL, NULL);
  ui_test_wait_label (fixture->window, "3 of 25 sessions failed; 1 problem to fix");
  activate (fixture, "reports.view", "organizations");
  wait_for_rows (fixture, 3);

  sort_by (fixture, 0, "Other,");
  sort_by (fixture, 0, "Third,");
  sort_by (fixture, 1, "Other,");
  sort_by (fixture, 1, "Sender,");

  /* The tab key enters the rows, on some systems by way of the titles, and leaves them,
   * however many there are. */
  table = GTK_WIDGET (find_table (fixture));
  view = ui_test_find_type (table, GTK_TYPE_COLUMN_VIEW, 0);
  g_assert_true (gtk_widget_activate_action (find_page (fixture), "page.search", NULL));
  do
    {
      gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
      part = gtk_widget_get_focus_child (view);
      g_assert_cmpuint (++n_steps, <, 20);
    }
  while (part == NULL || part == gtk_widget_get_first_child (view));

  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  g_assert_null (gtk_widget_get_focus_child (table));
}

/* A phone has room for what failed, where, and how often; the rest is on the next page. */
static void
test_narrow (WindowFixture *fixture,
             gconstpointer  data)
{
  const char *const views[] = { "organizations", "domains", "failures" };

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  open_files (fixture, NULL, NULL);
  ui_test_wait_label (fixture->window, "3 of 25 sessions failed; 1 problem to fix");

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *window;
      GtkAdjustment *adjustment;

      activate (fixture, "reports.view", views[i]);
      ui_test_wait_label (fixture->window, i < 2 ? "Failed" : "\u2068mx.example.com\u2069");
      g_assert_false (ui_test_is_shown (fixture->window, i < 2 ? "Last Report" : "MX Host"));

      window = ui_test_find_type (GTK_WIDGET (find_table (fixture)), GTK_TYPE_SCROLLED_WINDOW, 0);
      adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (window));
      g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), <=,
                         gtk_adjustment_get_page_size (adjustment));
    }

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 640);
  ui_test_wait_label (fixture->window, "MX Host");
}

static void
test_filter (WindowFixture *fixture,
             gconstpointer  data)
{
  open_files (fixture, NULL, NULL);
  ui_test_wait_label (fixture->window, "3 of 25 sessions failed; 1 problem to fix");

  activate (fixture, "reports.show-type", "certificate-expired");
  ui_test_wait_label (fixture->window, "Showing only: \u2068certificate-expired\u2069");
  wait_for_rows (fixture, 1);

  g_assert_true (gtk_widget_activate_action (find_view (fixture), "reports.show-days", "(xx)",
                                             G_GINT64_CONSTANT (20456),
                                             G_GINT64_CONSTANT (20456)));
  ui_test_wait_label (fixture->window, "Showing only: \u2068certificate-expired\u2069 · Jan 3, 2026");
  ui_test_wait_label (fixture->window, "No Results Found");

  activate (fixture, "reports.show-all", NULL);
  activate (fixture, "reports.view", "overview");
  ui_test_wait_label (fixture->window, "3 of 25 sessions failed; 1 problem to fix");

  activate (fixture, "reports.show-organization", "Other");
  activate (fixture, "reports.view", "overview");
  ui_test_wait_label (fixture->window, "All 7 sessions succeeded");
}

/* As people do it, in the popover. */
static void
test_choose (WindowFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *button, *popover, *domains, *days, *failed, *search;

  open_files (fixture, NULL, NULL);
  ui_test_wait_label (fixture->window, "3 of 25 sessions failed; 1 problem to fix");

  button = ui_test_find_type (find_page (fixture), TLSRPT_TYPE_REPORT_FILTER_BUTTON, 0);
  button = ui_test_find_type (button, GTK_TYPE_MENU_BUTTON, 0);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ui_test_wait_frame (fixture->window);

  domains = ui_test_find_type (popover, GTK_TYPE_DROP_DOWN, 0);
  days = ui_test_find_type (popover, GTK_TYPE_DROP_DOWN, 1);
  failed = ui_test_find_type (popover, GTK_TYPE_CHECK_BUTTON, 0);

  /* The worst domain comes first. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (domains), 1);
  ui_test_wait_label (fixture->window, "Showing only: \u2068example.com\u2069");
  ui_test_wait_label (fixture->window, "3 of 13 sessions failed; 1 problem to fix");

  /* Of many domains one is found by a part of its name. */
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (ui_test_find_type (domains, GTK_TYPE_TOGGLE_BUTTON, 0)), TRUE);
  ui_test_wait_frame (fixture->window);
  search = ui_test_find_type (domains, GTK_TYPE_SEARCH_ENTRY, 0);
  g_assert_true (gtk_widget_is_ancestor (ui_test_get_focus (fixture->window), search));
  gtk_editable_set_text (GTK_EDITABLE (search), "ample.net");
  g_signal_emit_by_name (search, "activate");
  ui_test_wait_label (fixture->window, "Showing only: \u2068example.net\u2069");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (domains), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (days), 1);
  ui_test_wait_label (fixture->window, "Showing only: Jan 3, 2026");
  ui_test_wait_label (fixture->window, "All 12 sessions succeeded");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (days), 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (failed), TRUE);
  ui_test_wait_label (fixture->window, "Showing only: With failures");
  ui_test_wait_label (fixture->window, "3 of 13 sessions failed; 1 problem to fix");

  /* A filter that is set elsewhere is shown here. */
  activate (fixture, "reports.show-all", NULL);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (failed)));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
}

static gboolean
drop (WindowFixture *fixture,
      GSList        *files)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (find_page (fixture));
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &is_taken);
    }

  return is_taken;
}

static void
test_drop (WindowFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (GFile) file = NULL;
  GSList list = { NULL, NULL };

  open_files (fixture, "good.json", NULL);
  ui_test_wait_label (fixture->window, "All 7 sessions succeeded");

  file = g_file_new_build_filename (folder, "expired.json", NULL);
  list.data = file;
  g_assert_true (drop (fixture, &list));
  ui_test_wait_label (fixture->window, "3 of 20 sessions failed; 1 problem to fix");
}

/* More than is read at once, each with a name of its own. */
static GSList *
create_many (guint n_files)
{
  g_autofree char *many = g_build_filename (folder, "many", NULL);
  g_autofree char *first = g_build_filename (folder, "good.json", NULL);
  GSList *files = NULL;

  g_assert_cmpint (g_mkdir (many, 0700), ==, 0);
  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *name = g_strdup_printf ("%05u.json", i);
      g_autofree char *path = g_build_filename (many, name, NULL);

      g_assert_cmpint (link (first, path), ==, 0);
      files = g_slist_prepend (files, g_file_new_for_path (path));
    }

  return files;
}

static void
wait_until_idle (TlsrptReportsPage *page)
{
  while (tlsrpt_reports_page_is_busy (page))
    g_main_context_iteration (NULL, TRUE);
}

static void
remove_many (GSList *files)
{
  g_autofree char *many = g_build_filename (folder, "many", NULL);

  for (GSList *l = files; l != NULL; l = l->next)
    g_assert_true (g_file_delete (l->data, NULL, NULL));
  g_slist_free_full (files, g_object_unref);
  g_assert_cmpint (g_rmdir (many), ==, 0);
}

/* Nothing is read before the drop is over.  It can be told to stop, and says at the end what
 * was too much. */
static void
test_drop_many (WindowFixture *fixture,
                gconstpointer  data)
{
  GSList *files = create_many (10000);
  TlsrptReportsPage *page;

  tlsrpt_window_show_reports (TLSRPT_WINDOW (fixture->window));
  page = TLSRPT_REPORTS_PAGE (find_page (fixture));
  g_assert_true (drop (fixture, files));
  g_assert_true (tlsrpt_reports_page_is_busy (page));
  activate (fixture, "reports.cancel", NULL);
  wait_until_idle (page);

  g_assert_true (drop (fixture, files));
  wait_until_idle (page);
  ui_test_wait_label (fixture->window, "All 7 sessions succeeded");
  activate (fixture, "reports.show-remarks", NULL);
  ui_test_wait_label (fixture->window, "\u2068Only the first 2000 files were read\u2069");

  remove_many (files);
}

static void
test_failure (WindowFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (TlsrptRow) row = NULL;
  GtkWidget *page;

  open_files (fixture, NULL, NULL);
  ui_test_wait_label (fixture->window, "3 of 25 sessions failed; 1 problem to fix");

  /* A problem leads to its failures, and the way back leads by way of it. */
  g_assert_true (gtk_widget_activate_action (find_view (fixture), "reports.show-problem", "u", 0));
  ui_test_wait_label (fixture->window, "1 Entry in the Reports");
  wait_for_rows (fixture, 1);
  row = g_list_model_get_item (tlsrpt_table_get_shown (find_table (fixture)), 0);
  g_signal_emit_by_name (find_table (fixture), "row-activated", row);
  ui_test_wait_whole (fixture->window);
  page = ui_test_find_type (fixture->window, TLSRPT_TYPE_REPORT_FAILURE_PAGE, 0);
  g_assert_nonnull (page);
  g_assert_true (gtk_widget_is_ancestor (ui_test_get_focus (fixture->window), page));

  /* What it means, what the report says, and nothing of it as markup. */
  g_assert_nonnull (ui_test_find_label (page, "The certificate has expired"));
  g_assert_nonnull (ui_test_find_label (page, "\u2068203.0.113.1\u2069"));
  g_assert_nonnull (ui_test_find_label (page, "\u2068<b>mx</b>&\u2069"));
  g_assert_nonnull (ui_test_find_label (page, "\u2068X509_V_ERR_CERT_HAS_EXPIRED\u2069"));
  g_assert_nonnull (ui_test_find_label (page, "\u2068version: STSv1\u2069\n"
                                              "\u2068mode: enforce\u2069"));
  g_assert_nonnull (ui_test_find_label (page, "How to Check"));

  activate (fixture, "reports.back", NULL);
  g_assert_null (ui_test_find_type (fixture->window, TLSRPT_TYPE_REPORT_FAILURE_PAGE, 0));
  g_assert_nonnull (ui_test_find_type (fixture->window, TLSRPT_TYPE_REPORT_PROBLEM_PAGE, 0));

  activate (fixture, "reports.back", NULL);
  g_assert_null (ui_test_find_type (fixture->window, TLSRPT_TYPE_REPORT_PROBLEM_PAGE, 0));
  g_assert_nonnull (ui_test_find_label (fixture->window, "Failures by MX Host"));

  /* What is forgotten does not stay before somebody's eyes. */
  g_assert_true (gtk_widget_activate_action (find_view (fixture), "reports.show-problem", "u", 0));
  ui_test_wait_label (fixture->window, "1 Entry in the Reports");
  tlsrpt_window_forget (TLSRPT_WINDOW (fixture->window));
  ui_test_wait_whole (fixture->window);
  g_assert_null (ui_test_find_type (fixture->window, TLSRPT_TYPE_REPORT_PROBLEM_PAGE, 0));
}

static GtkWidget *
find_dialog (WindowFixture *fixture)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window))
        return GTK_WIDGET (window);
    }

  return NULL;
}

static void
test_remarks (WindowFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (TlsrptRow) row = NULL;
  g_autofree char *path = NULL;
  GtkWidget *dialog;

  open_files (fixture, "broken.json", "good.json");
  ui_test_wait_label (fixture->window, "1 file could not be read.");

  activate (fixture, "reports.show-remarks", NULL);
  g_assert_nonnull (ui_test_find_type (fixture->window, TLSRPT_TYPE_REPORT_REMARKS_PAGE, 0));
  ui_test_wait_label (fixture->window, "\u2068broken.json\u2069");

  /* All of it, and where the file is. */
  row = g_list_model_get_item (tlsrpt_table_get_shown (find_table (fixture)), 0);
  g_signal_emit_by_name (find_table (fixture), "row-activated", row);
  dialog = find_dialog (fixture);
  path = g_strdup_printf ("\u2068%s/broken.json\u2069", folder);
  g_assert_nonnull (ui_test_find_label (dialog, path));
  g_assert_nonnull (ui_test_find_label (dialog, "\u2068The JSON is malformed\u2069"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_csv (WindowFixture *fixture,
          gconstpointer  data)
{
  g_autoptr (TlsrptTableCsv) table = NULL;
  GString *csv;

  open_files (fixture, NULL, NULL);
  ui_test_wait_label (fixture->window, "3 of 25 sessions failed; 1 problem to fix");
  activate (fixture, "reports.view", "organizations");

  table = tlsrpt_table_csv_new (find_table (fixture));
  csv = tlsrpt_table_csv_write (table);
  g_assert_cmpstr (csv->str, ==,
                   "Sender,Failed,Succeeded,Reports,Last Report\r\n"
                   "Sender,3,10,1,2026-01-02\r\n"
                   "Other,0,7,1,2026-01-03\r\n"
                   "Third,0,5,1,2026-01-03\r\n");
  g_string_free (csv, TRUE);

  tlsrpt_table_csv_set_note (table, "A note, and more");
  csv = tlsrpt_table_csv_write (table);
  g_assert_true (g_str_has_suffix (csv->str, "2026-01-03\r\n\"A note, and more\",,,,\r\n"));
  g_string_free (csv, TRUE);
}

static void
test_unreadable (WindowFixture *fixture,
                 gconstpointer  data)
{
  open_files (fixture, "broken.json", NULL);
  ui_test_wait_label (fixture->window, "No Reports Found");

  activate (fixture, "reports.show-remarks", NULL);
  ui_test_wait_label (fixture->window, "\u2068broken.json\u2069");
  activate (fixture, "reports.back", NULL);
  ui_test_wait_label (fixture->window, "No Reports Found");

  /* What is readable is shown all the same. */
  open_files (fixture, "good.json", NULL);
  ui_test_wait_label (fixture->window, "All 7 sessions succeeded");
  ui_test_wait_label (fixture->window, "1 file could not be read.");
}

/* While it reads, and before what was read is shown. */
static void
test_close_early (WindowFixture *fixture,
                  gconstpointer  data)
{
  open_files (fixture, NULL, NULL);
  activate (fixture, "reports.close", NULL);
  g_assert_nonnull (ui_test_find_label (fixture->window, "No Reports Open"));
  open_files (fixture, NULL, NULL);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  ui_test_init (&argc, &argv);
  window_fixture_open ();

#define ADD(path, function) \
  g_test_add ("/reports-page/" path, WindowFixture, NULL, set_up, function, tear_down)

  ADD ("empty", test_empty);
  ADD ("overview", test_overview);
  ADD ("resolved", test_resolved);
  ADD ("no-policy", test_no_policy);
  ADD ("tables", test_tables);
  ADD ("keyboard", test_keyboard);
  ADD ("narrow", test_narrow);
  ADD ("filter", test_filter);
  ADD ("choose", test_choose);
  ADD ("drop", test_drop);
  ADD ("drop-many", test_drop_many);
  ADD ("failure", test_failure);
  ADD ("remarks", test_remarks);
  ADD ("csv", test_csv);
  ADD ("unreadable", test_unreadable);
  ADD ("close-early", test_close_early);

  status = g_test_run ();
  window_fixture_close ();

  return status;
}
