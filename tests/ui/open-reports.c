/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opens files in the window, looks at every view of what they say, and prints the
 * headline.  A warning ends it.
 *
 * usage: open-reports FILE|FOLDER… */

#include "config.h"

#include "tlsrpt-application.h"
#include "tlsrpt-report-problem-page.h"
#include "tlsrpt-reports-page.h"
#include "tlsrpt-reports-view.h"
#include "tlsrpt-table.h"
#include "tlsrpt-window.h"
#include "ui-test.h"

static GtkWidget *
find_mapped (GtkWidget *root,
             GType      type)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *widget = ui_test_find_type (root, type, i);

      if (widget == NULL || gtk_widget_get_mapped (widget))
        return widget;
    }
}

static void
look_at (GtkWidget  *view,
         const char *name)
{
  GtkWidget *table;

  gtk_widget_activate_action (view, "reports.view", "s", name);
  ui_test_wait_frame (view);

  table = find_mapped (view, TLSRPT_TYPE_TABLE);
  g_print ("# %s: %u\n", name,
           table != NULL ? g_list_model_get_n_items (tlsrpt_table_get_shown (TLSRPT_TABLE (table)))
                         : 0);
}

/* Selects the first of them, as a click would. */
static void
look_at_failure (GtkWidget *page)
{
  GtkWidget *table = find_mapped (page, TLSRPT_TYPE_TABLE);
  g_autoptr (GObject) row = NULL;

  row = g_list_model_get_item (tlsrpt_table_get_shown (TLSRPT_TABLE (table)), 0);
  if (row == NULL)
    return;

  g_signal_emit_by_name (table, "row-activated", row);
  ui_test_wait_frame (page);
  gtk_widget_activate_action (page, "reports.back", NULL);
  ui_test_wait_frame (page);
}

/* The worst of them, as whoever clicks on it. */
static void
look_at_problem (GtkWidget *page,
                 GtkWidget *view)
{
  TlsrptDiagnosis *diagnosis = tlsrpt_reports_view_get_diagnosis (TLSRPT_REPORTS_VIEW (view));
  GtkWidget *problem_page;

  if (diagnosis == NULL || tlsrpt_evidence_set_get_problems (diagnosis->evidence)->len == 0)
    return;

  gtk_widget_activate_action (view, "reports.show-problem", "u", 0);
  ui_test_wait_frame (page);
  problem_page = ui_test_find_type (page, TLSRPT_TYPE_REPORT_PROBLEM_PAGE, 0);
  while (ui_test_find_type (problem_page, TLSRPT_TYPE_TABLE, 0) == NULL)
    ui_test_wait_frame (page);
  ui_test_wait_whole (page);
  gtk_widget_activate_action (page, "reports.back", NULL);
  ui_test_wait_frame (page);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TlsrptApplication) application = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *window, *page, *view;

  ui_test_init (&argc, &argv);
  application = tlsrpt_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  for (int i = 1; i < argc; i++)
    g_ptr_array_add (files, g_file_new_for_path (argv[i]));

  window = GTK_WIDGET (tlsrpt_window_new (GTK_APPLICATION (application)));
  gtk_window_present (GTK_WINDOW (window));
  tlsrpt_window_open_reports (TLSRPT_WINDOW (window), (GFile **) files->pdata, files->len);

  page = ui_test_find_type (window, TLSRPT_TYPE_REPORTS_PAGE, 0);
  while (tlsrpt_reports_page_is_busy (TLSRPT_REPORTS_PAGE (page)))
    g_main_context_iteration (NULL, TRUE);

  view = ui_test_find_type (page, TLSRPT_TYPE_REPORTS_VIEW, 0);
  look_at (view, "overview");
  look_at (view, "organizations");
  look_at (view, "domains");
  look_at (view, "failures");
  look_at_failure (page);
  look_at_problem (page, view);
  gtk_widget_activate_action (page, "reports.show-remarks", NULL);
  ui_test_wait_frame (page);
  gtk_widget_activate_action (page, "reports.back", NULL);
  look_at (view, "overview");

  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_wait ();

  return 0;
}
