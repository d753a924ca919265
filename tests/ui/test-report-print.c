/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-print.h"
#include "tlsrpt-report-reader.h"
#include "tlsrpt-summary.h"
#include "ui-test.h"

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
test_pdf (gconstpointer n_reports)
{
  g_autoptr (GPtrArray) summary = create_summary (GPOINTER_TO_UINT (n_reports));
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  const char *data;
  gsize size;

  pdf = tlsrpt_report_print_to_pdf (summary, &error);
  g_assert_no_error (error);
  data = g_bytes_get_data (pdf, &size);

  /* From its beginning to its end. */
  g_assert_cmpuint (size, >, 100);
  g_assert_cmpmem (data, 5, "%PDF-", 5);
  g_assert_cmpmem (data + size - 6, 6, "%%EOF\n", 6);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_data_func ("/report-print/pdf/nothing", GUINT_TO_POINTER (0), test_pdf);
  g_test_add_data_func ("/report-print/pdf/one", GUINT_TO_POINTER (1), test_pdf);
  g_test_add_data_func ("/report-print/pdf/pages", GUINT_TO_POINTER (200), test_pdf);

  return g_test_run ();
}
