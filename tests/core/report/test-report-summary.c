/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report-shorthand.h"
#include "tlsrpt-report-export.h"
#include "tlsrpt-report-tally.h"

#include <string.h>

#define ANY TLSRPT_REPORT_NO_TIME
#define DAY(n) (20453 + (n)) /* of January 2026 */

typedef struct
{
  const char         *name;
  const char         *reports;
  TlsrptReportFilter  filter;
  /* The numbers, then a line for each group: day, domain, organisation, type of
   * policy, type of failure, host; then the problems. */
  const char         *text;
  const char         *headline;
} Case;

#define ALL { NULL, NULL, NULL, NULL, ANY, ANY, FALSE, NULL }

static const Case cases[] = {
  { "none", "", ALL,
    "0 reports 0/0 details 0\n\n\n\n\n\n\n",
    "No sessions reported" },

  { "all-well",
    "G 1 02 sts a.example 10/0", ALL,
    "1 reports 10/0 details 0\n"
    "2 10/0 1;\na.example 10/0 1;\nG 10/0 1;\nsts 10/0 1;\n\n\n",
    "All 10 sessions succeeded" },

  { "one-well",
    "G 1 02 sts a.example 1/0", ALL,
    "1 reports 1/0 details 0\n"
    "2 1/0 1;\na.example 1/0 1;\nG 1/0 1;\nsts 1/0 1;\n\n\n",
    "1 session succeeded" },

  { "one-problem-in-two-reports",
    "G 1 02 sts a.example 10/1 certificate-expired@mx=1\n"
    "H 1 03 sts a.example 5/2 certificate-expired@mx=2", ALL,
    "2 reports 15/3 details 2\n"
    "2 10/1 1;3 5/2 1;\na.example 15/3 2;\nH 5/2 1;G 10/1 1;\nsts 15/3 2;\n"
    "certificate-expired 0/3 2;\nmx 0/3 2;\n"
    "certificate-expired a.example mx 3 2;",
    "3 of 18 sessions failed; 1 problem to fix" },

  { "days-in-order-and-unknown-first",
    "G 1 05 sts a.example 1/0\n"
    "G 2 03 sts a.example 1/0\n"
    "G 3 - sts a.example 1/0", ALL,
    "3 reports 3/0 details 0\n"
    "- 1/0 1;3 1/0 1;5 1/0 1;\na.example 3/0 3;\nG 3/0 3;\nsts 3/0 3;\n\n\n",
    "All 3 sessions succeeded" },

  { "sts-and-tlsa-count-once",
    "M 1 02 tlsa a.example 7/3 validation-failure@-=3 | sts a.example 10/0", ALL,
    "1 reports 7/3 details 1 counted once\n"
    "2 7/3 1;\na.example 7/3 1;\nM 7/3 1;\ntlsa 7/3 1;sts 10/0 1;\n"
    "validation-failure 0/3 1;\n- 0/3 1;\n"
    "validation-failure a.example - 3 1;",
    "3 of 10 sessions failed; 1 problem to fix" },

  { "of-one-type-nothing-counts-once",
    "M 1 02 tlsa a.example 7/3 validation-failure@-=3 | sts a.example 10/0",
    { NULL, NULL, "validation-failure", NULL, ANY, ANY, FALSE, NULL },
    "1 reports 0/3 details 1\n"
    "2 0/3 1;\na.example 0/3 1;\nM 0/3 1;\ntlsa 0/3 1;\n"
    "validation-failure 0/3 1;\n- 0/3 1;\n"
    "validation-failure a.example - 3 1;",
    "3 of 3 sessions failed; 1 problem to fix" },

  { "two-policies-of-one-domain-are-one-report",
    "G 1 02 sts a.example 1/0 | sts a.example 2/0 | sts b.example 4/0", ALL,
    "1 reports 7/0 details 0\n"
    "2 7/0 1;\nb.example 4/0 1;a.example 3/0 1;\nG 7/0 1;\nsts 7/0 1;\n\n\n",
    "All 7 sessions succeeded" },

  { "host-is-named-by-one-of-two",
    "G 1 02 sts a.example 0/1 certificate-expired@mx=1\n"
    "M 1 02 sts a.example 0/4 certificate-expired@-=4\n"
    "M 2 02 sts b.example 0/4 certificate-expired@-=4", ALL,
    "3 reports 0/9 details 3\n"
    "2 0/9 3;\na.example 0/5 2;b.example 0/4 1;\nM 0/8 2;G 0/1 1;\nsts 0/9 3;\n"
    "certificate-expired 0/9 3;\n- 0/8 2;mx 0/1 1;\n"
    "certificate-expired a.example - 4 1;certificate-expired b.example - 4 1;"
    "certificate-expired a.example mx 1 1;",
    "9 of 9 sessions failed; 3 problems to fix" },

  { "policy-is-at-fault-whatever-the-host",
    "G 1 02 sts a.example 0/2 sts-policy-invalid@mx1=1 sts-policy-invalid@mx2=1", ALL,
    "1 reports 0/2 details 2\n"
    "2 0/2 1;\na.example 0/2 1;\nG 0/2 1;\nsts 0/2 1;\n"
    "sts-policy-invalid 0/2 1;\nmx1 0/1 1;mx2 0/1 1;\n"
    "sts-policy-invalid a.example - 2 1;",
    "2 of 2 sessions failed; 1 problem to fix" },

  { "failed-without-details",
    "G 1 02 sts a.example 3/2", ALL,
    "1 reports 3/2 details 0\n"
    "2 3/2 1;\na.example 3/2 1;\nG 3/2 1;\nsts 3/2 1;\n- 0/2 1;\n- 0/2 1;\n",
    "2 of 5 sessions failed; no cause reported" },

  { "details-without-count-and-with-none",
    "G 1 02 sts a.example 3/- certificate-expired@mx=2 tlsa-invalid@mx=0 dane-required@mx=-", ALL,
    "1 reports 3/2 details 3\n"
    "2 3/2 1;\na.example 3/2 1;\nG 3/2 1;\nsts 3/2 1;\n"
    "certificate-expired 0/2 1;dane-required 0/0 1;tlsa-invalid 0/0 1;\nmx 0/2 1;\n"
    "certificate-expired a.example mx 2 1;dane-required a.example mx 0 1;",
    "2 of 5 sessions failed; 2 problems to fix" },

  { "nothing-given",
    "- - - - - -/- -@-=2", ALL,
    "1 reports 0/2 details 1\n"
    "- 0/2 1;\n- 0/2 1;\n- 0/2 1;\n- 0/2 1;\n- 0/2 1;\n- 0/2 1;\n"
    "- - - 2 1;",
    "2 of 2 sessions failed; 1 problem to fix" },

  { "no-policy",
    "G 1 02 no-policy-found a.example 10/0", ALL,
    "1 reports 10/0 details 0 no policy\n"
    "2 10/0 1;\na.example 10/0 1;\nG 10/0 1;\nno-policy-found 10/0 1;\n\n\n",
    "All 10 sessions succeeded" },

  { "sum-is-the-largest-there-is",
    "G 1 02 sts a.example 9223372036854775807/0\n"
    "G 2 02 sts a.example 9223372036854775807/9223372036854775807", ALL,
    "2 reports 9223372036854775807/9223372036854775807 details 0\n"
    "2 9223372036854775807/9223372036854775807 2;\n"
    "a.example 9223372036854775807/9223372036854775807 2;\n"
    "G 9223372036854775807/9223372036854775807 2;\n"
    "sts 9223372036854775807/9223372036854775807 2;\n"
    "- 0/9223372036854775807 1;\n- 0/9223372036854775807 1;\n",
    "9223372036854775807 of 9223372036854775807 sessions failed; no cause reported" },

#define SEVERAL \
    "G 1 02 sts a.example 10/3 certificate-expired@mx1=1 tlsa-invalid@mx2=2 | sts b.example 5/0\n" \
    "H 1 04 sts b.example 7/1 certificate-expired@mx3=1"

  { "filter-domain", SEVERAL, { "b.example", NULL, NULL, NULL, ANY, ANY, FALSE, NULL },
    "2 reports 12/1 details 1\n"
    "2 5/0 1;4 7/1 1;\nb.example 12/1 2;\nH 7/1 1;G 5/0 1;\nsts 12/1 2;\n"
    "certificate-expired 0/1 1;\nmx3 0/1 1;\n"
    "certificate-expired b.example mx3 1 1;",
    "1 of 13 sessions failed; 1 problem to fix" },

  { "filter-organization", SEVERAL, { NULL, "H", NULL, NULL, ANY, ANY, FALSE, NULL },
    "1 reports 7/1 details 1\n"
    "4 7/1 1;\nb.example 7/1 1;\nH 7/1 1;\nsts 7/1 1;\n"
    "certificate-expired 0/1 1;\nmx3 0/1 1;\n"
    "certificate-expired b.example mx3 1 1;",
    "1 of 8 sessions failed; 1 problem to fix" },

  { "filter-result-type", SEVERAL, { NULL, NULL, "certificate-expired", NULL, ANY, ANY, FALSE, NULL },
    "2 reports 0/2 details 2\n"
    "2 0/1 1;4 0/1 1;\na.example 0/1 1;b.example 0/1 1;\nG 0/1 1;H 0/1 1;\nsts 0/2 2;\n"
    "certificate-expired 0/2 2;\nmx1 0/1 1;mx3 0/1 1;\n"
    "certificate-expired a.example mx1 1 1;certificate-expired b.example mx3 1 1;",
    "2 of 2 sessions failed; 2 problems to fix" },

  { "filter-mx-host", SEVERAL, { NULL, NULL, NULL, "mx2", ANY, ANY, FALSE, NULL },
    "1 reports 0/2 details 1\n"
    "2 0/2 1;\na.example 0/2 1;\nG 0/2 1;\nsts 0/2 1;\n"
    "tlsa-invalid 0/2 1;\nmx2 0/2 1;\n"
    "tlsa-invalid a.example mx2 2 1;",
    "2 of 2 sessions failed; 1 problem to fix" },

  { "filter-failed", SEVERAL, { NULL, NULL, NULL, NULL, ANY, ANY, TRUE, NULL },
    "2 reports 17/4 details 3\n"
    "2 10/3 1;4 7/1 1;\na.example 10/3 1;b.example 7/1 1;\nG 10/3 1;H 7/1 1;\nsts 17/4 2;\n"
    "certificate-expired 0/2 2;tlsa-invalid 0/2 1;\nmx2 0/2 1;mx1 0/1 1;mx3 0/1 1;\n"
    "tlsa-invalid a.example mx2 2 1;certificate-expired a.example mx1 1 1;"
    "certificate-expired b.example mx3 1 1;",
    "4 of 21 sessions failed; 3 problems to fix" },

  { "filter-from", SEVERAL, { NULL, NULL, NULL, NULL, DAY (3), ANY, FALSE, NULL },
    "1 reports 7/1 details 1\n"
    "4 7/1 1;\nb.example 7/1 1;\nH 7/1 1;\nsts 7/1 1;\n"
    "certificate-expired 0/1 1;\nmx3 0/1 1;\n"
    "certificate-expired b.example mx3 1 1;",
    "1 of 8 sessions failed; 1 problem to fix" },

  { "filter-one-day", SEVERAL, { "b.example", NULL, NULL, NULL, DAY (2), DAY (2), FALSE, NULL },
    "1 reports 5/0 details 0\n"
    "2 5/0 1;\nb.example 5/0 1;\nG 5/0 1;\nsts 5/0 1;\n\n\n",
    "All 5 sessions succeeded" },

  { "filter-before-all", SEVERAL, { NULL, NULL, NULL, NULL, ANY, DAY (1), FALSE, NULL },
    "0 reports 0/0 details 0\n\n\n\n\n\n\n",
    "No sessions reported" },

  { "filter-not-given",
    "- 1 02 - - 1/0\nG 2 02 sts a.example 2/0",
    { TLSRPT_REPORT_NOT_GIVEN, TLSRPT_REPORT_NOT_GIVEN, NULL, NULL, ANY, ANY, FALSE, NULL },
    "1 reports 1/0 details 0\n"
    "2 1/0 1;\n- 1/0 1;\n- 1/0 1;\n- 1/0 1;\n\n\n",
    "1 session succeeded" },

  { "filter-period-leaves-unknown-days-out",
    "G 1 - sts a.example 1/0", { NULL, NULL, NULL, NULL, DAY (1), DAY (9), FALSE, NULL },
    "0 reports 0/0 details 0\n\n\n\n\n\n\n",
    "No sessions reported" },
};

static const char *
show (const char *text)
{
  return text == NULL || *text == '\0' ? "-" : text;
}

static void
append_row (GString               *text,
            TlsrptReportGroup      group,
            const TlsrptReportRow *row)
{
  if (group != TLSRPT_REPORT_GROUP_DAY)
    g_string_append (text, show (row->key));
  else if (row->day == TLSRPT_REPORT_NO_TIME)
    g_string_append (text, "-");
  else
    g_string_append_printf (text, "%d", (int) (row->day - DAY (0)));

  g_string_append_printf (text, " %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT " %" G_GSIZE_FORMAT ";",
                          row->sessions.successful, row->sessions.failed, row->n_reports);
}

static char *
dup_text (const TlsrptReportSummary *summary)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%" G_GSIZE_FORMAT " reports %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT
                          " details %" G_GSIZE_FORMAT "%s%s\n",
                          summary->n_reports,
                          summary->sessions.successful, summary->sessions.failed,
                          summary->n_details,
                          summary->is_counted_once ? " counted once" : "",
                          summary->n_reports > 0 && !summary->has_policy ? " no policy" : "");

  for (gsize group = 0; group < TLSRPT_N_REPORT_GROUPS; group++)
    {
      for (gsize i = 0; i < summary->n_rows[group]; i++)
        append_row (text, group, &summary->rows[group][i]);
      g_string_append_c (text, '\n');
    }

  for (gsize i = 0; i < summary->n_problems; i++)
    {
      const TlsrptReportProblem *problem = &summary->problems[i];

      g_string_append_printf (text, "%s %s %s %" G_GINT64_FORMAT " %" G_GSIZE_FORMAT ";",
                              show (problem->result_type), show (problem->domain),
                              show (problem->mx_host), problem->n_failed, problem->n_reports);
    }

  return g_string_free (text, FALSE);
}

static TlsrptReportSummary *
summarise (GPtrArray                *reports,
           const TlsrptReportFilter *filter,
           TlsrptReportTallyFlags    flags)
{
  TlsrptReportTally *tally = tlsrpt_report_tally_new (filter, flags);

  for (guint i = 0; i < reports->len; i++)
    tlsrpt_report_tally_add (tally, g_ptr_array_index (reports, i));

  return tlsrpt_report_tally_end (tally);
}

static gsize
count (const char *text,
       const char *word)
{
  gsize n = 0;

  while ((text = strstr (text, word)) != NULL)
    {
      text += strlen (word);
      n++;
    }

  return n;
}

/* What is written of the reports is what is counted. */
static void
check_written (GPtrArray                 *reports,
               const TlsrptReportSummary *summary)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GPtrArray) faults = g_ptr_array_new ();
  TlsrptJsonWriter writer;

  tlsrpt_json_writer_init (&writer, json, TLSRPT_JSON_COMPACT);
  tlsrpt_report_write_begin (&writer);
  for (guint i = 0; i < reports->len; i++)
    tlsrpt_report_write (g_ptr_array_index (reports, i), summary->filter, &writer);
  tlsrpt_report_write_totals (faults, summary, &writer);
  tlsrpt_json_writer_end_object (&writer);

  g_assert_cmpuint (count (json->str, "\"report_id\""), ==, summary->n_reports);
  g_assert_cmpuint (count (json->str, "\"result_type\""), ==, summary->n_details);
  if (g_strcmp0 (summary->filter->domain, "b.example") == 0)
    g_assert_cmpuint (count (json->str, "\"domain\""), ==, count (json->str, "b.example"));
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  GPtrArray *reports = report_shorthand_read (c->reports);
  g_autoptr (TlsrptReportSummary) summary = summarise (reports, &c->filter,
                                                       TLSRPT_REPORT_TALLY_DETAILS);
  g_autofree char *headline = tlsrpt_report_summary_dup_headline (summary, 0);
  g_autofree char *text = NULL;

  check_written (reports, summary);

  /* The summary keeps what it points to. */
  g_ptr_array_unref (reports);

  text = dup_text (summary);
  g_assert_cmpstr (text, ==, c->text);
  g_assert_cmpstr (headline, ==, c->headline);
  g_assert_true (tlsrpt_report_filter_equal (summary->filter, &c->filter));

  for (gsize i = 0; i < summary->n_details; i++)
    {
      const TlsrptReportDetail *detail = &summary->details[i];

      g_assert_true (tlsrpt_report_filter_has_report (&c->filter, detail->report));
      g_assert_true (tlsrpt_report_filter_has_policy (&c->filter, detail->policy));
      g_assert_true (tlsrpt_report_filter_has_failure (&c->filter, detail->failure));
    }
}

static void
test_remark (void)
{
  static const struct
  {
    const char *reports;
    gboolean    has_remark;
  } remarks[] = {
    { "", FALSE },
    { "G 1 02 sts a.example 1/0", FALSE },
    { "G 1 02 no-policy-found a.example 1/0", TRUE },
    { "G 1 02 no-policy-found a.example 1/0 | sts b.example 1/0", FALSE },
    { "G 1 02 tlsa a.example 1/0 | sts a.example 1/0", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (remarks); i++)
    {
      g_autoptr (GPtrArray) reports = report_shorthand_read (remarks[i].reports);
      g_autoptr (TlsrptReportSummary) summary = summarise (reports, &TLSRPT_REPORT_FILTER_ALL,
                                                           TLSRPT_REPORT_TALLY_NUMBERS);
      g_autofree char *remark = tlsrpt_report_summary_dup_remark (summary);

      g_assert_true ((remark != NULL) == remarks[i].has_remark);
    }
}

static void
test_last_day (void)
{
  g_autoptr (GPtrArray) reports = report_shorthand_read ("G 1 04 sts a.example 1/0\n"
                                                         "G 2 09 sts a.example 1/0\n"
                                                         "G 3 - sts a.example 1/0\n"
                                                         "H 4 - sts a.example 1/0");
  g_autoptr (TlsrptReportSummary) summary = summarise (reports, &TLSRPT_REPORT_FILTER_ALL,
                                                       TLSRPT_REPORT_TALLY_NUMBERS);
  const TlsrptReportRow *rows = summary->rows[TLSRPT_REPORT_GROUP_ORGANIZATION];

  g_assert_cmpint (rows[0].day, ==, DAY (9));
  g_assert_cmpint (rows[1].day, ==, TLSRPT_REPORT_NO_TIME);
}

static void
test_numbers_only (void)
{
  g_autoptr (GPtrArray) reports = report_shorthand_read (SEVERAL);
  g_autoptr (TlsrptReportSummary) summary = summarise (reports, &TLSRPT_REPORT_FILTER_ALL,
                                                       TLSRPT_REPORT_TALLY_NUMBERS);

  g_assert_cmpuint (summary->n_details, ==, 0);
  g_assert_cmpint (summary->sessions.failed, ==, 4);
}

static void
test_filter_copy (void)
{
  const char *const domains[] = { "e", "f", NULL };
  const TlsrptReportFilter filter = { "a", "b", "c", "d", 1, 2, TRUE, (char **) domains };
  g_autoptr (TlsrptReportFilter) copy = tlsrpt_report_filter_copy (&filter);

  g_assert_true (tlsrpt_report_filter_equal (copy, &filter));
  g_assert_true (copy->domain != filter.domain);

  copy->last_day = 3;
  g_assert_false (tlsrpt_report_filter_equal (copy, &filter));
  g_assert_false (tlsrpt_report_filter_equal (&filter, &TLSRPT_REPORT_FILTER_ALL));
}

/* What is resolved is not to fix. */
static void
test_resolved (void)
{
  static const char *const headlines[] = {
    "6 of 24 sessions failed; 3 problems to fix",
    "6 of 24 sessions failed; 2 problems to fix, 1 resolved",
    "6 of 24 sessions failed; 1 problem to fix, 2 resolved",
    "6 of 24 sessions failed; 3 problems, all resolved",
    /* There cannot be more. */
    "6 of 24 sessions failed; 3 problems, all resolved",
  };
  g_autoptr (GPtrArray) reports = report_shorthand_read (
    "A 1 2 sts a.example 9/3 certificate-expired@mx.a.example=3 | "
    "sts b.example 9/3 certificate-expired@mx.b.example=2 starttls-not-supported@mx.b.example=1");
  g_autoptr (TlsrptReportSummary) summary = summarise (reports, &TLSRPT_REPORT_FILTER_ALL,
                                                       TLSRPT_REPORT_TALLY_NUMBERS);

  for (gsize i = 0; i < G_N_ELEMENTS (headlines); i++)
    {
      g_autofree char *headline = tlsrpt_report_summary_dup_headline (summary, i);

      g_assert_cmpstr (headline, ==, headlines[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/report-summary/case/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  g_test_add_func ("/report-summary/remark", test_remark);
  g_test_add_func ("/report-summary/last-day", test_last_day);
  g_test_add_func ("/report-summary/resolved", test_resolved);
  g_test_add_func ("/report-summary/numbers-only", test_numbers_only);
  g_test_add_func ("/report-filter/copy", test_filter_copy);

  return g_test_run ();
}
