/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report-shorthand.h"
#include "tlsrpt-diagnosis.h"

#define NOW 1796115600

static TlsrptDiagnosis *
create (const char               *shorthand,
        const TlsrptReportFilter *filter)
{
  g_autoptr (GPtrArray) reports = report_shorthand_read (shorthand);

  return tlsrpt_diagnosis_new (reports, filter, NOW, NULL);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  TlsrptReportSummary **counts = user_data;
  g_autoptr (GError) error = NULL;

  *counts = tlsrpt_diagnosis_count_problem_finish (result, &error);
  g_assert_no_error (error);
}

static TlsrptReportSummary *
count (TlsrptDiagnosis             *diagnosis,
       const TlsrptEvidenceProblem *problem)
{
  TlsrptReportSummary *counts = NULL;

  tlsrpt_diagnosis_count_problem_async (diagnosis, problem, NULL, counted_cb, &counts);
  while (counts == NULL)
    g_main_context_iteration (NULL, TRUE);

  return counts;
}

static gint64
add_up (const TlsrptReportSummary *summary,
        TlsrptReportGroup          group)
{
  gint64 sum = 0;

  for (gsize i = 0; i < summary->n_rows[group]; i++)
    sum += summary->rows[group][i].sessions.failed;

  return sum;
}

/* What a problem is said to have, its days, its senders and its failures agree: whether
 * the same sessions come twice, hosts are missing, or a filter is set. */
static const char *const sets[] = {
  "A 1 02 sts example.com 10/3 certificate-expired@mx.example.com=3\n"
  "A 2 03 sts example.com 10/2 certificate-expired@MX.example.com.=2\n"
  "B 3 03 sts example.com 0/4 certificate-expired@mx.example.com=4",
  /* MTA-STS and DANE over the same sessions */
  "A 1 02 sts example.com 10/3 validation-failure@mx.example.com=3 | "
  "tlsa example.com 10/3 validation-failure@mx.example.com=3",
  /* More failures than sessions */
  "A 1 02 sts example.com 1/3 certificate-expired@mx.example.com=3 "
  "starttls-not-supported@mx.example.com=2",
  /* The policy is at fault, and the host is given all the same */
  "A 1 02 sts example.com 0/3 sts-policy-fetch-error@mx.example.com=2 sts-policy-fetch-error@-=1\n"
  "A 2 02 sts example.org 0/7 sts-policy-fetch-error@-=7",
  /* No host */
  "A 1 02 sts example.com 0/5 certificate-expired@-=2 certificate-expired@mx.example.com=3\n"
  "A 2 02 sts example.org 0/1 certificate-expired@-=1",
  /* A host of two domains */
  "A 1 02 sts example.com 0/2 certificate-expired@mx.example.com=2\n"
  "A 2 02 sts example.org 0/1 certificate-expired@mx.example.com=1",
};

static void
test_numbers (gconstpointer data)
{
  const char *shorthand = sets[GPOINTER_TO_SIZE (data)];
  TlsrptReportFilter filters[3] = { TLSRPT_REPORT_FILTER_ALL, TLSRPT_REPORT_FILTER_ALL,
                                    TLSRPT_REPORT_FILTER_ALL };

  filters[1].domain = "example.com";
  filters[2].organization = "A";

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (TlsrptDiagnosis) diagnosis = create (shorthand, &filters[i]);
      const GPtrArray *problems = tlsrpt_evidence_set_get_problems (diagnosis->evidence);

      g_assert_cmpuint (problems->len, ==, diagnosis->summary->n_problems);
      g_assert_cmpuint (problems->len, >, 0);

      for (guint j = 0; j < problems->len; j++)
        {
          const TlsrptEvidenceProblem *problem = g_ptr_array_index (problems, j);
          g_autoptr (TlsrptReportSummary) counts = count (diagnosis, problem);

          g_assert_cmpint (counts->sessions.failed, ==, problem->n_failed);
          g_assert_cmpint (counts->sessions.failed, ==, diagnosis->summary->problems[j].n_failed);
          g_assert_cmpint (add_up (counts, TLSRPT_REPORT_GROUP_DAY), ==, problem->n_failed);
          g_assert_cmpint (add_up (counts, TLSRPT_REPORT_GROUP_ORGANIZATION), ==,
                           problem->n_failed);
          g_assert_cmpuint (counts->n_rows[TLSRPT_REPORT_GROUP_DAY], ==, problem->days->len);
          g_assert_cmpuint (counts->n_rows[TLSRPT_REPORT_GROUP_ORGANIZATION], ==,
                            problem->senders->len);
          g_assert_cmpuint (counts->n_reports, ==, problem->n_reports);
          g_assert_cmpuint (counts->n_details, >, 0);
          for (gsize k = 0; k < counts->n_details; k++)
            g_assert_cmpstr (counts->details[k].failure->result_type, ==, problem->result_type);
        }
    }
}

static void
test_lists (void)
{
  g_autoptr (TlsrptDiagnosis) diagnosis = create (sets[5], &TLSRPT_REPORT_FILTER_ALL);
  const GPtrArray *problems = tlsrpt_evidence_set_get_problems (diagnosis->evidence);
  g_autoptr (GPtrArray) domains = NULL;
  g_autoptr (GPtrArray) hosts = NULL;
  g_autoptr (GPtrArray) addresses = NULL;

  domains = tlsrpt_evidence_problem_list (problems->pdata[0], TLSRPT_EVIDENCE_DOMAIN);
  g_assert_cmpuint (domains->len, ==, 2);
  g_assert_cmpstr (domains->pdata[0], ==, "example.com");
  g_assert_cmpstr (domains->pdata[1], ==, "example.org");

  /* Once each, and nothing where nothing is given. */
  hosts = tlsrpt_evidence_problem_list (problems->pdata[0], TLSRPT_EVIDENCE_MX_HOST);
  g_assert_cmpuint (hosts->len, ==, 1);
  addresses = tlsrpt_evidence_problem_list (problems->pdata[0], TLSRPT_EVIDENCE_IP);
  g_assert_cmpuint (addresses->len, ==, 0);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TlsrptDiagnosis) diagnosis = NULL;
  g_autoptr (GError) error = NULL;
  gboolean *is_done = user_data;

  diagnosis = tlsrpt_diagnosis_make_finish (result, &error);
  if (error != NULL)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  else
    g_assert_cmpint (diagnosis->summary->sessions.failed, ==, 9);
  *is_done = TRUE;
}

static void
test_make (gconstpointer data)
{
  g_autoptr (GPtrArray) reports = report_shorthand_read (sets[0]);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean is_done = FALSE;

  tlsrpt_diagnosis_make_async (reports, &TLSRPT_REPORT_FILTER_ALL, NOW, cancellable, made_cb,
                               &is_done);
  if (data != NULL)
    g_cancellable_cancel (cancellable);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autofree char *path = g_strdup_printf ("/diagnosis/numbers/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_numbers);
    }
  g_test_add_func ("/diagnosis/lists", test_lists);
  g_test_add_data_func ("/diagnosis/make", NULL, test_make);
  g_test_add_data_func ("/diagnosis/make-cancelled", "cancelled", test_make);

  return g_test_run ();
}
