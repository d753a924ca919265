/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-problems.h"

#include "tlsrpt-text-hash.h"

#include <string.h>

/* A problem while it grows: the report that last told of it counts once. */
typedef struct
{
  TlsrptReportProblem problem;
  gsize               last_report;
} Problem;

/* Equal strings of reports are mostly one pointer, and that is found sooner than by
 * their text. */
typedef struct
{
  const char *result_type;
  const char *domain;
  const char *mx_host;
  guint       index;
} Recent;

#define N_RECENT 256

struct _TlsrptReportProblems
{
  GStringChunk *strings;
  GHashTable   *indices;
  /* Types and domains for which some sender names the host. */
  GHashTable   *with_host;
  GArray       *problems;
  Recent        recent[N_RECENT];
};

/* A problem is found by its type and place: the host, or the domain. */
static guint
problem_hash (gconstpointer key)
{
  const TlsrptReportProblem *problem = key;
  const char *place = problem->mx_host != NULL ? problem->mx_host : problem->domain;

  return tlsrpt_text_hash_str (problem->result_type) * 31 + tlsrpt_text_hash_str (place);
}

static gboolean
problem_equal (gconstpointer a,
               gconstpointer b)
{
  const TlsrptReportProblem *problem = a;
  const TlsrptReportProblem *other = b;

  if (!g_str_equal (problem->result_type, other->result_type))
    return FALSE;

  if (problem->mx_host == NULL || other->mx_host == NULL)
    return problem->mx_host == other->mx_host && g_str_equal (problem->domain, other->domain);

  return g_str_equal (problem->mx_host, other->mx_host);
}

/**
 * tlsrpt_report_problems_new:
 * @strings: what keeps the strings; it must stay longer
 *
 * Creates an empty set of problems.
 *
 * Returns: (transfer full): the set
 */
TlsrptReportProblems *
tlsrpt_report_problems_new (GStringChunk *strings)
{
  TlsrptReportProblems *self = g_new0 (TlsrptReportProblems, 1);

  self->strings = strings;
  self->indices = g_hash_table_new_full (problem_hash, problem_equal, g_free, NULL);
  self->with_host = g_hash_table_new_full (problem_hash, problem_equal, g_free, NULL);
  self->problems = g_array_new (FALSE, FALSE, sizeof (Problem));

  return self;
}

/* What fails before any host is reached is a fault of the policy. */
static gboolean
is_about_policy (const char *result_type)
{
  return g_str_has_prefix (result_type, "sts-");
}

/* A copy of a problem for a table, which refers to strings that stay. */
static TlsrptReportProblem *
keep_problem (TlsrptReportProblems      *self,
              const TlsrptReportProblem *problem)
{
  TlsrptReportProblem *kept = g_memdup2 (problem, sizeof *problem);

  kept->result_type = g_string_chunk_insert (self->strings, problem->result_type);
  kept->domain = g_string_chunk_insert (self->strings, problem->domain);
  if (problem->mx_host != NULL)
    kept->mx_host = g_string_chunk_insert (self->strings, problem->mx_host);

  return kept;
}

static guint
find_problem (TlsrptReportProblems      *self,
              const TlsrptReportPolicy  *policy,
              const TlsrptReportFailure *failure)
{
  TlsrptReportProblem key = { 0 };
  gpointer index;

  key.result_type = failure->result_type != NULL ? failure->result_type : TLSRPT_REPORT_NOT_GIVEN;
  key.domain = policy->domain != NULL ? policy->domain : TLSRPT_REPORT_NOT_GIVEN;
  if (failure->receiving_mx != NULL && !is_about_policy (key.result_type))
    {
      if (!g_hash_table_contains (self->with_host, &key))
        g_hash_table_add (self->with_host, keep_problem (self, &key));
      key.mx_host = failure->receiving_mx;
    }

  if (!g_hash_table_lookup_extended (self->indices, &key, NULL, &index))
    {
      TlsrptReportProblem *kept = keep_problem (self, &key);
      Problem problem = { .problem = *kept };

      index = GUINT_TO_POINTER (self->problems->len);
      g_array_append_val (self->problems, problem);
      g_hash_table_insert (self->indices, kept, index);
    }

  return GPOINTER_TO_UINT (index);
}

/**
 * tlsrpt_report_problems_count:
 * @self: the problems
 * @report: the number of the report, another one for each
 * @policy: a policy of it
 * @failure: a failure of that
 *
 * Counts a failure.
 */
void
tlsrpt_report_problems_count (TlsrptReportProblems      *self,
                              gsize                      report,
                              const TlsrptReportPolicy  *policy,
                              const TlsrptReportFailure *failure)
{
  guint hash = tlsrpt_text_hash_pointer (failure->result_type) * 31 +
               tlsrpt_text_hash_pointer (policy->domain) * 17 +
               tlsrpt_text_hash_pointer (failure->receiving_mx);
  Recent *recent = &self->recent[hash % N_RECENT];
  Problem *problem;

  /* All of them may be NULL, as they are in what is not used yet. */
  if (recent->result_type != failure->result_type || recent->domain != policy->domain ||
      recent->mx_host != failure->receiving_mx || recent->result_type == NULL)
    {
      recent->result_type = failure->result_type;
      recent->domain = policy->domain;
      recent->mx_host = failure->receiving_mx;
      recent->index = find_problem (self, policy, failure);
    }

  problem = &g_array_index (self->problems, Problem, recent->index);
  problem->problem.n_failed = tlsrpt_report_add_counts (problem->problem.n_failed,
                                                        failure->count);
  if (problem->last_report != report)
    {
      problem->last_report = report;
      problem->problem.n_reports++;
    }
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const TlsrptReportProblem *problem = &((const Problem *) a)->problem;
  const TlsrptReportProblem *other = &((const Problem *) b)->problem;

  if (problem->n_failed != other->n_failed)
    return problem->n_failed < other->n_failed ? 1 : -1;

  if (!g_str_equal (problem->result_type, other->result_type))
    return strcmp (problem->result_type, other->result_type);

  if (!g_str_equal (problem->domain, other->domain))
    return strcmp (problem->domain, other->domain);

  return g_strcmp0 (problem->mx_host, other->mx_host);
}

/**
 * tlsrpt_report_problems_end:
 * @self: (transfer full): the problems
 * @n_problems: (out): how many there are
 *
 * Ends counting.
 *
 * Returns: (transfer full) (array length=n_problems): the problems, the worst first
 */
TlsrptReportProblem *
tlsrpt_report_problems_end (TlsrptReportProblems *self,
                            gsize                *n_problems)
{
  TlsrptReportProblem *problems = g_new (TlsrptReportProblem, self->problems->len);

  g_array_sort (self->problems, compare_problems);
  *n_problems = 0;
  for (guint i = 0; i < self->problems->len; i++)
    {
      const TlsrptReportProblem *problem = &g_array_index (self->problems, Problem, i).problem;

      /* Senders that name no host complain of the same faults as those that do. */
      if (problem->mx_host != NULL || !g_hash_table_contains (self->with_host, problem))
        problems[(*n_problems)++] = *problem;
    }

  g_hash_table_unref (self->indices);
  g_hash_table_unref (self->with_host);
  g_array_unref (self->problems);
  g_free (self);

  return problems;
}
