/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report-shorthand.h"
#include "tlsrpt-report-tally.h"

#include <string.h>

/* Whatever reports say: the numbers on a page belong together. */

#define NOTE(note) (1u << TLSRPT_REPORT_SUMMARY_NOTE_##note)

static TlsrptReportSummary *
summarise (GPtrArray                *reports,
           const TlsrptReportFilter *filter)
{
  TlsrptReportTally *tally = tlsrpt_report_tally_new (filter, TLSRPT_REPORT_TALLY_NUMBERS);

  for (guint i = 0; i < reports->len; i++)
    tlsrpt_report_tally_add (tally, g_ptr_array_index (reports, i));

  return tlsrpt_report_tally_end (tally);
}

static TlsrptReportSessions
add_up (const TlsrptReportSummary *summary,
        TlsrptReportGroup          group)
{
  TlsrptReportSessions sum = { 0, 0 };

  for (gsize i = 0; i < summary->n_rows[group]; i++)
    {
      tlsrpt_report_add_sessions (&sum, summary->rows[group][i].sessions);
      g_assert_cmpint (summary->rows[group][i].sessions.failed, <=, summary->sessions.failed);
      g_assert_cmpuint (summary->rows[group][i].n_reports, <=, summary->n_reports);
    }

  return sum;
}

static gint64
add_up_problems (const TlsrptReportSummary *summary)
{
  gint64 sum = 0;

  for (gsize i = 0; i < summary->n_problems; i++)
    {
      sum = tlsrpt_report_add_counts (sum, summary->problems[i].n_failed);
      g_assert_cmpint (summary->problems[i].n_failed, <=, summary->sessions.failed);
    }

  return sum;
}

/* Every session is in one line, or, if it failed in several ways, in more: then that is
 * said. */
static void
check_sums (const TlsrptReportSummary *summary)
{
  static const TlsrptReportGroup exact[] = {
    TLSRPT_REPORT_GROUP_DAY, TLSRPT_REPORT_GROUP_DOMAIN, TLSRPT_REPORT_GROUP_ORGANIZATION,
  };
  gint64 total = summary->sessions.failed;
  gint64 types = add_up (summary, TLSRPT_REPORT_GROUP_RESULT_TYPE).failed;
  gint64 hosts = add_up (summary, TLSRPT_REPORT_GROUP_MX_HOST).failed;
  gint64 problems = tlsrpt_report_add_counts (add_up_problems (summary), summary->n_unexplained);
  TlsrptReportSessions policies = add_up (summary, TLSRPT_REPORT_GROUP_POLICY_TYPE);

  for (gsize i = 0; i < G_N_ELEMENTS (exact); i++)
    {
      TlsrptReportSessions sum = add_up (summary, exact[i]);

      g_assert_cmpint (sum.failed, ==, total);
      g_assert_cmpint (sum.successful, ==, summary->sessions.successful);
    }

  g_assert_cmpint (types, >=, total);
  g_assert_cmpint (hosts, >=, total);
  g_assert_cmpint (problems, >=, total);
  g_assert_cmpint (policies.failed, >=, total);
  g_assert_cmpint (MAX (types, MAX (hosts, problems)) > total, ==, summary->is_overlapping);
  if (!summary->is_counted_once)
    {
      g_assert_cmpint (policies.failed, ==, total);
      g_assert_cmpint (policies.successful, ==, summary->sessions.successful);
    }
}

/* Whoever follows a line sees its number again. */
static void
check_filters (GPtrArray                 *reports,
               const TlsrptReportSummary *summary)
{
  for (gsize i = 0; i < TLSRPT_N_REPORT_GROUPS; i++)
    {
      for (gsize j = 0; j < summary->n_rows[i]; j++)
        {
          const TlsrptReportRow *row = &summary->rows[i][j];
          g_autoptr (TlsrptReportSummary) found = NULL;
          TlsrptReportFilter filter = TLSRPT_REPORT_FILTER_ALL;

          if (i == TLSRPT_REPORT_GROUP_RESULT_TYPE)
            filter.result_type = row->key;
          else if (i == TLSRPT_REPORT_GROUP_MX_HOST)
            filter.mx_host = row->key;
          else if (i == TLSRPT_REPORT_GROUP_DOMAIN)
            filter.domain = row->key;
          else if (i == TLSRPT_REPORT_GROUP_ORGANIZATION)
            filter.organization = row->key;
          else
            continue;

          found = summarise (reports, &filter);
          g_assert_cmpint (found->sessions.failed, ==, row->sessions.failed);
          g_assert_cmpint (found->sessions.successful, ==, row->sessions.successful);
          g_assert_cmpuint (found->n_reports, ==, row->n_reports);
          check_sums (found);
        }
    }
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* All numbers, in an order that does not depend on that of the reports. */
static char *
dup_numbers (const TlsrptReportSummary *summary)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%" G_GSIZE_FORMAT " %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT
                          " %u %" G_GINT64_FORMAT "\n",
                          summary->n_reports, summary->sessions.successful,
                          summary->sessions.failed, tlsrpt_report_summary_get_notes (summary),
                          summary->n_unexplained);

  for (gsize i = 0; i < TLSRPT_N_REPORT_GROUPS; i++)
    {
      for (gsize j = 0; j < summary->n_rows[i]; j++)
        {
          const TlsrptReportRow *row = &summary->rows[i][j];

          g_string_append_printf (text, "%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "/%"
                                  G_GINT64_FORMAT " %" G_GSIZE_FORMAT ";",
                                  row->key != NULL ? row->key : "", row->day,
                                  row->sessions.successful, row->sessions.failed, row->n_reports);
        }
      g_string_append_c (text, '\n');
    }

  for (gsize i = 0; i < summary->n_problems; i++)
    {
      const TlsrptReportProblem *problem = &summary->problems[i];

      /* Of several domains with one host the first is named. */
      g_ptr_array_add (problems, g_strdup_printf ("%s %s %" G_GINT64_FORMAT " %" G_GSIZE_FORMAT ";",
                                                  problem->result_type,
                                                  problem->mx_host != NULL ? problem->mx_host
                                                                           : problem->domain,
                                                  problem->n_failed, problem->n_reports));
    }
  g_ptr_array_sort (problems, compare_lines);
  for (guint i = 0; i < problems->len; i++)
    g_string_append (text, g_ptr_array_index (problems, i));

  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  const char *reports;
  /* Sessions, the worst line about types, hosts and what is to be fixed, and notes */
  gint64      successful;
  gint64      failed;
  gint64      type;
  gint64      host;
  gint64      problem;
  guint       notes;
} cases[] = {
  { "alike", "G 1 02 sts a 5/3 validation-failure@mx=3", 5, 3, 3, 3, 3, 0 },
  { "both-policies-the-same",
    "G 1 02 tlsa a 0/7 validation-failure@mx=7 | sts a 0/7 validation-failure@mx=7",
    0, 7, 7, 7, 7, NOTE (COUNTED_ONCE) },
  { "both-policies-in-two-ways",
    "G 1 02 tlsa a 0/7 tlsa-invalid@mx=7 | sts a 0/7 certificate-expired@mx=7",
    0, 7, 7, 7, 7, NOTE (COUNTED_ONCE) | NOTE (OVERLAP) },
  { "both-policies-on-two-hosts",
    "G 1 02 tlsa a 2/5 dane-required@mx1=5 | sts a 3/4 dane-required@mx2=4",
    2, 5, 5, 5, 5, NOTE (COUNTED_ONCE) | NOTE (OVERLAP) },
  { "sts-then-tlsa-then-sts",
    "G 1 02 sts a 1/1 x@mx=1 | tlsa a 0/3 x@mx=3 | sts a 0/1 x@mx=1",
    0, 3, 3, 3, 3, NOTE (COUNTED_ONCE) },
  { "one-of-both-unexplained", "G 1 02 tlsa a 0/7 x@mx=2 | sts a 0/7",
    0, 7, 5, 5, 2, NOTE (COUNTED_ONCE) | NOTE (UNEXPLAINED) },
  { "total-of-none", "G 1 02 sts a 10/0 certificate-expired@mx=5", 10, 5, 5, 5, 5,
    NOTE (TOTAL_TOO_SMALL) },
  { "total-of-none-and-two-failures", "G 1 02 sts a 10/0 x@mx=5 y@mx=2", 10, 7, 5, 7, 5,
    NOTE (TOTAL_TOO_SMALL) },
  { "total-smaller-than-a-failure", "G 1 02 sts a 10/3 x@mx=5", 10, 5, 5, 5, 5,
    NOTE (TOTAL_TOO_SMALL) },
  { "total-smaller-than-the-sum", "G 1 02 sts a 0/1 x@mx=1 y@mx=1", 0, 1, 1, 1, 1, NOTE (OVERLAP) },
  { "the-same-failure-twice", "G 1 02 sts a 0/1 x@mx=1 x@mx=1", 0, 1, 1, 1, 1, 0 },
  { "total-missing", "G 1 02 sts a 1/- x@mx=2 y@mx=3", 1, 5, 3, 5, 3, 0 },
  { "nothing-said", "G 1 02 sts a 1/4", 1, 4, 4, 4, 0, 0 },
  { "less-said", "G 1 02 sts a 1/4 x@mx=1", 1, 4, 3, 3, 1, NOTE (UNEXPLAINED) },
  { "unnamed-hosts", "G 1 02 sts a 0/1 x@mx=1\nM 1 02 sts a 0/4 x@-=4", 0, 5, 5, 4, 4, 0 },
  { "negative-total", "G 1 02 sts a 10/-1", 10, 0, 0, 0, 0, NOTE (NOT_A_COUNT) },
  { "negative-successes", "G 1 02 sts a -10/0", 0, 0, 0, 0, 0, NOTE (NOT_A_COUNT) },
  { "total-too-large", "G 1 02 sts a 10/9223372036854775808", 10, 0, 0, 0, 0, NOTE (NOT_A_COUNT) },
  { "half-a-session", "G 1 02 sts a 10/0.5", 10, 0, 0, 0, 0, NOTE (NOT_A_COUNT) },
  { "true", "G 1 02 sts a true/1 x@mx=1", 0, 1, 1, 1, 1, NOTE (NOT_A_COUNT) },
  { "negative-failure", "G 1 02 sts a 1/1 x@mx=-1", 1, 1, 1, 1, 0,
    NOTE (UNEXPLAINED) | NOTE (NOT_A_COUNT) },
  { "beside-another", "G 1 02 sts a 10/-1\nG 2 02 sts a 5/1 x@mx=1", 15, 1, 1, 1, 1,
    NOTE (NOT_A_COUNT) },
  { "two-reports-of-one-day",
    "G 1 02 tlsa a 0/7 x@mx=7\nH 1 02 sts a 0/7 x@mx=7", 0, 14, 14, 14, 14, 0 },
};

static gint64
get_worst (const TlsrptReportSummary *summary,
           TlsrptReportGroup          group)
{
  return summary->n_rows[group] > 0 ? summary->rows[group][0].sessions.failed : 0;
}

static void
test_case (gconstpointer user_data)
{
  gsize i = GPOINTER_TO_SIZE (user_data);
  g_autoptr (GPtrArray) reports = report_shorthand_read (cases[i].reports);
  g_autoptr (TlsrptReportSummary) summary = summarise (reports, &TLSRPT_REPORT_FILTER_ALL);
  g_autofree char *remark = tlsrpt_report_summary_dup_remark (summary);

  g_assert_cmpint (summary->sessions.successful, ==, cases[i].successful);
  g_assert_cmpint (summary->sessions.failed, ==, cases[i].failed);
  g_assert_cmpint (get_worst (summary, TLSRPT_REPORT_GROUP_RESULT_TYPE), ==, cases[i].type);
  g_assert_cmpint (get_worst (summary, TLSRPT_REPORT_GROUP_MX_HOST), ==, cases[i].host);
  g_assert_cmpint (summary->n_problems > 0 ? summary->problems[0].n_failed : 0, ==,
                   cases[i].problem);
  g_assert_cmpuint (tlsrpt_report_summary_get_notes (summary), ==, cases[i].notes);
  g_assert_true ((remark != NULL) == (cases[i].notes != 0));

  check_sums (summary);
  check_filters (reports, summary);
}

/* Reports in which everything comes together: few names, and small numbers. */
static char *
make_report (guint n)
{
  static const char *const types[] = { "sts", "tlsa", "no-policy-found", "-" };
  static const char *const failures[] = { "x", "y", "sts-policy-invalid", "-" };
  static const char *const counts[] = { "0", "1", "2", "3", "5", "-" };
  static const char *const hosts[] = { "mx1", "mx2", "-" };
  static const char *const domains[] = { "a", "b" };
#define PICK(list) list[g_test_rand_int_range (0, G_N_ELEMENTS (list))]
  GString *text = g_string_new (NULL);
  gint32 n_policies = g_test_rand_int_range (1, 4);

  g_string_append_printf (text, "%c %u 0%d", 'A' + g_test_rand_int_range (0, 2), n,
                          g_test_rand_int_range (1, 4));
  for (gint32 i = 0; i < n_policies; i++)
    {
      gint32 n_failures = g_test_rand_int_range (0, 4);

      g_string_append_printf (text, "%s %s %s %s/%s", i > 0 ? " |" : "", PICK (types),
                              PICK (domains), PICK (counts), PICK (counts));
      for (gint32 j = 0; j < n_failures; j++)
        g_string_append_printf (text, " %s@%s=%s", PICK (failures), PICK (hosts), PICK (counts));
    }

  return g_string_free (text, FALSE);
}

static GPtrArray *
read_text (const GString *text)
{
  g_autoptr (TlsrptReportReader) reader = tlsrpt_report_reader_new ();
  g_autoptr (GPtrArray) faults = g_ptr_array_new ();
  GPtrArray *reports = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);

  tlsrpt_report_reader_read_data (reader, "file", text->str, text->len, text->len, reports, faults);
  g_assert_cmpuint (faults->len, ==, 0);

  return reports;
}

/* One set of reports, in other files and in another order. */
static void
check_random (void)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) shorthand = g_string_new (NULL);
  g_autoptr (GString) reversed = g_string_new (NULL);
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autoptr (GString) array = g_string_new ("[");
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (TlsrptReportSummary) summary = NULL;
  g_autofree char *numbers = NULL;
  gint32 n_reports = g_test_rand_int_range (1, 5);

  for (gint32 i = 0; i < n_reports; i++)
    {
      g_autofree char *report = make_report ((guint) i);
      g_autofree char *json = report_shorthand_to_json (report);
      g_autofree char *line = g_strconcat (report, "\n", NULL);

      g_string_append (shorthand, line);
      g_string_prepend (reversed, line);
      g_string_append_printf (joined, "%s%s", json, g_test_rand_bit () ? "\n" : "");
      g_string_append_printf (array, "%s%s", i > 0 ? "," : "", json);
    }
  g_string_append_c (array, ']');
  g_test_message ("%s", shorthand->str);

  reports = report_shorthand_read (shorthand->str);
  summary = summarise (reports, &TLSRPT_REPORT_FILTER_ALL);
  numbers = dup_numbers (summary);
  check_sums (summary);
  check_filters (reports, summary);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GPtrArray) others = i == 0   ? report_shorthand_read (reversed->str)
                                     : i == 1 ? read_text (joined)
                                              : read_text (array);
      g_autoptr (TlsrptReportSummary) other = summarise (others, &TLSRPT_REPORT_FILTER_ALL);
      g_autofree char *found = dup_numbers (other);

      g_assert_cmpstr (found, ==, numbers);
    }
}

static void
test_random (void)
{
  const char *wanted = g_getenv ("TLSRPT_TEST_INPUTS");
  guint64 n = wanted != NULL ? g_ascii_strtoull (wanted, NULL, 10) : 300;

  for (guint64 i = 0; i < n; i++)
    check_random ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report-numbers/%s", cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/report-numbers/random", test_random);

  return g_test_run ();
}
