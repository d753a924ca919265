/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-print.h"
#include "tlsrpt-report-reader.h"
#include "tlsrpt-summary.h"
#include "ui-test.h"

#include <glib/gstdio.h>

/* Names that are markup, formulas and longer than a line. */
static const char *const hosts[] = {
  "mx.example.com",
  "<b>mx</b> & \xe2\x80\xae",
  "a-very-long-name-that-does-not-fit-into-one-line-of-the-paper-whatever-its-size-may-be-and-so."
  "has-to-be-wrapped-somewhere-although-it-has-no-spaces-at-all.example.com",
};

static GPtrArray *
create_summary (guint n_failures)
{
  g_autoptr (TlsrptReportReader) reader = tlsrpt_report_reader_new ();
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GString) json = g_string_new ("{\"organization-name\":\"S\",\"policies\":[{"
                                           "\"summary\":{\"total-failure-session-count\":9},"
                                           "\"failure-details\":[");

  for (guint i = 0; i < n_failures; i++)
    g_string_append_printf (json, "%s{\"result-type\":\"type-%u\",\"failed-session-count\":%u,"
                            "\"receiving-mx-hostname\":\"%s\"}",
                            i > 0 ? "," : "", i, i + 1, hosts[i % G_N_ELEMENTS (hosts)]);

  g_string_append (json, "]}]}");
  reports = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  faults = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);
  tlsrpt_report_reader_read_data (reader, "test", json->str, json->len, json->len,
                                  reports, faults);
  g_assert_cmpuint (reports->len, ==, 1);

  return tlsrpt_summary_make_from_reports (reports, &TLSRPT_REPORT_FILTER_ALL, 1, 1796115600);
}

static void
test_pdf (gconstpointer data)
{
  g_autoptr (GPtrArray) summary = create_summary (GPOINTER_TO_UINT (data));
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *pdf = NULL;

  g_assert_true (tlsrpt_report_print_to_file (summary, file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &pdf, NULL, NULL));
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));

  g_unlink (path);
  g_rmdir (folder);
}

static void
test_refused (void)
{
  g_autoptr (GPtrArray) summary = create_summary (1);
  g_autoptr (GFile) elsewhere = g_file_new_for_uri ("sftp://example.com/a.pdf");
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/a.pdf");
  g_autoptr (GError) error = NULL;

  g_assert_false (tlsrpt_report_print_to_file (summary, elsewhere, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_clear_error (&error);

  g_assert_false (tlsrpt_report_print_to_file (summary, nowhere, &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_data_func ("/report-print/pdf/nothing", GUINT_TO_POINTER (0), test_pdf);
  g_test_add_data_func ("/report-print/pdf/one", GUINT_TO_POINTER (1), test_pdf);
  g_test_add_data_func ("/report-print/pdf/pages", GUINT_TO_POINTER (200), test_pdf);
  g_test_add_func ("/report-print/refused", test_refused);

  return g_test_run ();
}
