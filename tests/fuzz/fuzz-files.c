/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-report-collection.h"
#include "tlsrpt-save.h"

#include <glib/gstdio.h>

static void
wait_for (gboolean *is_done)
{
  while (!*is_done)
    g_main_context_iteration (NULL, TRUE);
  *is_done = FALSE;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tlsrpt_save_finish (G_FILE (source), result, &error));
  *(gboolean *) user_data = TRUE;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  tlsrpt_report_collection_load_finish (TLSRPT_REPORT_COLLECTION (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
summarised_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlsrptReportSummary) summary =
    tlsrpt_report_collection_summarise_finish (TLSRPT_REPORT_COLLECTION (source), result, &error);

  g_assert_no_error (error);
  g_assert_nonnull (summary);
  *(gboolean *) user_data = TRUE;
}

/* A folder with a file, and that file once more: each report counts once. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *path = g_dir_make_tmp ("fuzz-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFile) file = g_file_get_child (folder, "report.json");
  GFile *files[] = { folder, file };
  g_autoptr (TlsrptReportCollection) collection = tlsrpt_report_collection_new ();
  gboolean is_done = FALSE;

  tlsrpt_save_async (file, (const char *) data, (gssize) size, NULL, saved_cb, &is_done);
  wait_for (&is_done);
  tlsrpt_report_collection_load_async (collection, files, G_N_ELEMENTS (files), NULL,
                                       loaded_cb, &is_done);
  wait_for (&is_done);
  g_assert_cmpuint (tlsrpt_report_collection_get_reports (collection)->len +
                    tlsrpt_report_collection_get_faults (collection)->len, >, 0);
  tlsrpt_report_collection_summarise_async (collection, &TLSRPT_REPORT_FILTER_ALL, NULL,
                                            summarised_cb, &is_done);
  wait_for (&is_done);

  g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);

  return 0;
}
