/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz-set.h"

#include "tlsrpt-report-metrics.h"
#include "tlsrpt-summary.h"

/* December 1, 2026: the same input has to lead to the same path. */
#define NOW G_GINT64_CONSTANT (1796083200)
#define SECONDS_PER_DAY (24 * 60 * 60)

/* Each line is a comment, or a name with a value. */
static void
check_metrics (const GPtrArray *reports)
{
  g_autoptr (TlsrptReportMetrics) metrics =
    tlsrpt_report_metrics_new (&TLSRPT_REPORT_FILTER_ALL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < reports->len; i++)
    tlsrpt_report_metrics_add (metrics, g_ptr_array_index (reports, i));
  tlsrpt_report_metrics_append (metrics, 0, text);

  g_assert_true (g_utf8_validate (text->str, (gssize) text->len, NULL));
  lines = g_strsplit (text->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_true (*lines[i] == '\0' || *lines[i] == '#' || g_str_has_prefix (lines[i], "tlsrpt_"));
}

/* What strangers wrote never becomes a tag, or a script. */
static void
check_html (const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_null (strstr (text, "<script"));
  g_assert_null (strstr (text, "<img"));
  g_assert_true (g_str_has_suffix (text, "</html>\n"));
}

/* The last week of the reports, with the one before. */
static void
check_week (const GPtrArray *reports)
{
  TlsrptReportFilter filter = TLSRPT_REPORT_FILTER_ALL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *html = NULL;

  filter.first_day = NOW / SECONDS_PER_DAY - 7;
  blocks = tlsrpt_summary_make_from_reports (reports, &filter, 0, NOW);
  html = tlsrpt_summary_dup_html (blocks);
  check_html (html);
}

/* Two sets of reports, the older ones first, as a summary to hand on. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (FuzzSet) older = fuzz_set_read (&data, &size);
  g_autoptr (FuzzSet) newer = fuzz_set_read (&data, &size);
  gboolean has_older = older->reports->len > 0 && newer->reports->len > 0;
  FuzzSet *shown = newer->reports->len > 0 ? newer : older;
  g_autoptr (GPtrArray) blocks = tlsrpt_summary_make (&(TlsrptSummarySource) {
    .summary = shown->summary,
    .evidence = shown->evidence,
    .older = has_older ? older->summary : NULL,
    .older_evidence = has_older ? older->evidence : NULL,
    .n_faulty_files = 1,
    .now = NOW,
  });
  g_autofree char *markdown = tlsrpt_summary_dup_markdown (blocks);
  g_autofree char *html = tlsrpt_summary_dup_html (blocks);

  g_assert_true (g_utf8_validate (markdown, -1, NULL));
  check_html (html);
  check_metrics (shown->reports);
  check_week (shown->reports);

  return 0;
}
