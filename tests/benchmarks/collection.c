/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long it takes until the first of many files has come, and how long the main
 * context is busy at a time while they are read and counted: a frame waits for it. */

#include "config.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-report-collection.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define LONGEST_WAIT 1000.0 /* milliseconds */
#define LONGEST_TURN 50.0 /* milliseconds */

#define REPORT_FORMAT \
  "{\"organization-name\":\"Sender %u\",\"date-range\":{" \
  "\"start-datetime\":\"2026-01-%02uT00:00:00Z\",\"end-datetime\":\"2026-01-%02uT23:59:59Z\"}," \
  "\"contact-info\":\"tls@sender.example\",\"report-id\":\"%u\",\"policies\":[{\"policy\":{" \
  "\"policy-type\":\"sts\",\"policy-string\":[\"version: STSv1\"]," \
  "\"policy-domain\":\"d%u.example\",\"mx-host\":[\"mx.example\"]},\"summary\":{" \
  "\"total-successful-session-count\":1000,\"total-failure-session-count\":%u}," \
  "\"failure-details\":["

#define FAILURE_FORMAT \
  "{\"result-type\":\"certificate-expired\",\"sending-mta-ip\":\"192.0.2.%u\"," \
  "\"receiving-mx-hostname\":\"mx%u.example\",\"receiving-ip\":\"2001:db8::%x\"," \
  "\"failed-session-count\":1}"

typedef struct
{
  TlsrptReportCollection *collection;
  gint64                  started;
  double                  wait;
  gint64                  polled;
  double                  longest_turn;
  guint                   n_turns;
  gboolean                is_counting;
  gboolean                is_loaded;
  gsize                   n_counted;
} Run;

static Run run;

static double
get_milliseconds (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000;
}

/* A turn of the main context begins when it stops waiting. */
static int
poll_cb (GPollFD *fds,
         guint    n_fds,
         int      timeout)
{
  int result = g_poll (fds, n_fds, timeout);

  run.polled = g_get_monotonic_time ();

  return result;
}

static void
summarised_cb (GObject      *source_object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (TlsrptReportSummary) summary =
    tlsrpt_report_collection_summarise_finish (run.collection, result, NULL);

  run.n_counted = summary->n_reports;
  run.is_counting = FALSE;
}

static void
changed_cb (TlsrptReportCollection *collection,
            gpointer                user_data)
{
  if (run.wait == 0 && tlsrpt_report_collection_get_reports (collection)->len > 0)
    run.wait = get_milliseconds (run.started);

  /* As a window does. */
  if (run.is_counting)
    return;

  run.is_counting = TRUE;
  tlsrpt_report_collection_summarise_async (collection, &TLSRPT_REPORT_FILTER_ALL, NULL,
                                            summarised_cb, NULL);
}

static void
loaded_cb (GObject      *source_object,
           GAsyncResult *result,
           gpointer      user_data)
{
  run.is_loaded = tlsrpt_report_collection_load_finish (run.collection, result, NULL);
  g_assert (run.is_loaded);
}

static char *
dup_report (guint i,
            guint n_failures)
{
  GString *json = g_string_new (NULL);

  g_string_append_printf (json, REPORT_FORMAT, i % 20, i % 28 + 1, i % 28 + 1, i, i % 10,
                          n_failures);
  for (guint j = 0; j < n_failures; j++)
    {
      if (j > 0)
        g_string_append_c (json, ',');
      g_string_append_printf (json, FAILURE_FORMAT, j % 250, j % 3, j % 60000 + 1);
    }
  g_string_append (json, "]}]}");

  return g_string_free (json, FALSE);
}

static gboolean
measure (const char *name,
         guint       n_files,
         guint       n_failures)
{
  g_autofree char *folder = g_dir_make_tmp ("tlsrpt-XXXXXX", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  double total;

  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%04u.json", folder, i);
      g_autofree char *json = dup_report (i, n_failures);

      g_assert (g_file_set_contents_full (path, json, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }

  run = (Run) { .collection = tlsrpt_report_collection_new () };
  g_signal_connect (run.collection, "changed", G_CALLBACK (changed_cb), NULL);
  run.started = g_get_monotonic_time ();
  tlsrpt_report_collection_load_async (run.collection, &file, 1, NULL, loaded_cb, NULL);

  while (!run.is_loaded || run.is_counting)
    {
      g_main_context_iteration (NULL, TRUE);
      run.longest_turn = MAX (run.longest_turn, get_milliseconds (run.polled));
      run.n_turns++;
    }
  total = get_milliseconds (run.started);

  g_assert (tlsrpt_report_collection_get_reports (run.collection)->len == n_files);
  g_print ("%s: the first after %.1f ms (at most %.0f), all after %.0f ms; %.2f ms of main "
           "context at a time in %u turns (at most %.0f)\n",
           name, run.wait, LONGEST_WAIT, total, run.longest_turn, run.n_turns, LONGEST_TURN);
  g_object_unref (run.collection);

  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%04u.json", folder, i);

      g_unlink (path);
    }
  g_rmdir (folder);

  return run.wait <= LONGEST_WAIT && run.longest_turn <= LONGEST_TURN;
}

int
main (int   argc,
      char *argv[])
{
  gboolean is_fast = TRUE;

  g_main_context_set_poll_func (NULL, poll_cb);

  is_fast &= measure ("2,000 small files", TLSRPT_LIMIT_REPORT_FILES, 5);
  is_fast &= measure ("20 files of 12 MB", 20, 80000);

  return is_fast ? EXIT_SUCCESS : EXIT_FAILURE;
}
