/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opens reports in the window and sorts their failures, and prints, in milliseconds:
 * when the first result is seen, when all is, when the table is sorted, and the
 * longest time for which the window did not answer.  Also how many failures there are.
 *
 * usage: reports-window FOLDER */

#include "config.h"

#include "tlsrpt-application.h"
#include "tlsrpt-report-overview.h"
#include "tlsrpt-reports-page.h"
#include "tlsrpt-reports-view.h"
#include "tlsrpt-table.h"
#include "tlsrpt-window.h"

#include <time.h>

static gint64 longest;

/* What this thread worked, however busy the machine is with something else. */
static gint64
get_work_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
iterate (void)
{
  gint64 start = get_work_time ();
  gint64 worked;

  g_main_context_iteration (NULL, TRUE);
  worked = get_work_time () - start;
  longest = MAX (longest, worked);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
settle (void)
{
  while (g_main_context_pending (NULL))
    iterate ();
}

/* They come in parts: first fewer than there were, in the end all. */
static guint
wait_for_rows (TlsrptTable *table)
{
  GListModel *shown = tlsrpt_table_get_shown (table);
  guint n_before = g_list_model_get_n_items (shown);
  gsize row_size;
  guint n_rows;

  tlsrpt_rows_get_data (tlsrpt_table_get_rows (table), &row_size, &n_rows);

  while (g_list_model_get_n_items (shown) == n_before)
    iterate ();
  while (g_list_model_get_n_items (shown) < n_rows)
    iterate ();
  settle ();

  return n_rows;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TlsrptApplication) application = NULL;
  g_autoptr (GFile) folder = NULL;
  GtkWidget *window, *page, *view;
  GtkColumnViewColumn *column;
  GListModel *columns;
  TlsrptTable *table;
  gint64 start, first, all, sorted;
  guint n_rows;

  g_assert (argc == 2);

  adw_init ();
  application = tlsrpt_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  window = GTK_WIDGET (tlsrpt_window_new (GTK_APPLICATION (application)));
  gtk_window_present (GTK_WINDOW (window));
  settle ();

  folder = g_file_new_for_path (argv[1]);
  longest = 0;
  start = g_get_monotonic_time ();
  tlsrpt_window_open_reports (TLSRPT_WINDOW (window), &folder, 1);
  page = find (window, TLSRPT_TYPE_REPORTS_PAGE);

  while (find (page, TLSRPT_TYPE_REPORT_OVERVIEW) == NULL)
    iterate ();
  first = g_get_monotonic_time () - start;

  while (tlsrpt_reports_page_is_busy (TLSRPT_REPORTS_PAGE (page)))
    iterate ();
  settle ();
  all = g_get_monotonic_time () - start;

  gtk_widget_activate_action (find (page, TLSRPT_TYPE_REPORTS_VIEW), "reports.view", "s", "failures");
  table = TLSRPT_TABLE (find (page, TLSRPT_TYPE_TABLE));
  wait_for_rows (table);

  start = g_get_monotonic_time ();
  view = find (page, GTK_TYPE_COLUMN_VIEW);
  columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));
  column = g_list_model_get_item (columns, 1);
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), column, GTK_SORT_DESCENDING);
  g_object_unref (column);

  n_rows = wait_for_rows (table);
  sorted = g_get_monotonic_time () - start;

  g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
           " %u\n",
           first / 1000, all / 1000, sorted / 1000, longest / 1000, n_rows);

  gtk_window_destroy (GTK_WINDOW (window));

  return 0;
}
