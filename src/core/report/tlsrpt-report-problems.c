/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-problems.h"

#include "tlsrpt-octets.h"
#include "tlsrpt-report-mx.h"
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
  const char *place;
  gboolean    is_host;
  guint       index;
} Recent;

#define RECENT_BITS 11

struct _TlsrptReportProblems
{
  GStringChunk *strings;
  GHashTable   *indices;
  GArray       *problems;
  Recent        recent[1 << RECENT_BITS];
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
  self->problems = g_array_new (FALSE, FALSE, sizeof (Problem));

  return self;
}

/* A failure before any host is reached is a fault of the policy. */
static gboolean
is_about_policy (const char *result_type)
{
  return strncmp (result_type, "sts-", strlen ("sts-")) == 0;
}

/**
 * tlsrpt_report_may_be_unlisted:
 * @result_type: a type of failure
 *
 * Tells whether senders report a host that the policy does not cover with this type.
 *
 * Returns: `TRUE` if some do
 */
gboolean
tlsrpt_report_may_be_unlisted (const char *result_type)
{
  return g_str_equal (result_type, "validation-failure") ||
         g_str_equal (result_type, "certificate-host-mismatch");
}

/**
 * tlsrpt_report_failure_get_place:
 * @self: a failure
 *
 * Gets the host to fix: none if the policy is at fault, or the sender names no host.
 *
 * Returns: (nullable): the host
 */
const char *
tlsrpt_report_failure_get_place (const TlsrptReportFailure *self)
{
  return self->result_type != NULL && is_about_policy (self->result_type) ? NULL
                                                                          : self->receiving_mx;
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
              const TlsrptReportProblem *key)
{
  TlsrptReportProblem *kept;
  Problem problem = { 0 };
  gpointer index;

  if (g_hash_table_lookup_extended (self->indices, key, NULL, &index))
    return GPOINTER_TO_UINT (index);

  kept = keep_problem (self, key);
  problem.problem = *kept;
  g_array_append_val (self->problems, problem);
  g_hash_table_insert (self->indices, kept, GUINT_TO_POINTER (self->problems->len - 1));

  return self->problems->len - 1;
}

/**
 * tlsrpt_report_problems_find:
 * @self: the problems
 * @policy: a policy of a report
 * @failure: a failure of that
 *
 * Finds out which problem a failure is one of: that of a host, or of a domain if the
 * sender names no host or the policy is at fault.
 *
 * Returns: the index of the problem, for [method@ReportProblems.count]
 */
guint
tlsrpt_report_problems_find (TlsrptReportProblems      *self,
                             const TlsrptReportPolicy  *policy,
                             const TlsrptReportFailure *failure)
{
  const char *result_type = failure->result_type != NULL ? failure->result_type
                                                         : TLSRPT_REPORT_NOT_GIVEN;
  const char *domain = policy->domain != NULL ? policy->domain : TLSRPT_REPORT_NOT_GIVEN;
  const char *host = tlsrpt_report_failure_get_place (failure);
  gboolean is_host = host != NULL;
  const TlsrptReportProblem key = { result_type, domain, host, 0, 0, FALSE };
  const char *place = is_host ? host : domain;
  guint64 sum = tlsrpt_octets_mix (GPOINTER_TO_SIZE (result_type)) + GPOINTER_TO_SIZE (place) +
                (guint64) is_host;
  Recent *recent = &self->recent[tlsrpt_octets_mix (sum) >> (64 - RECENT_BITS)];

  if (recent->result_type != result_type || recent->place != place || recent->is_host != is_host)
    {
      recent->index = find_problem (self, &key);
      recent->result_type = result_type;
      recent->place = place;
      recent->is_host = is_host;
    }

  if (is_host && tlsrpt_report_may_be_unlisted (result_type))
    {
      Problem *problem = &g_array_index (self->problems, Problem, recent->index);

      problem->problem.is_unlisted |= tlsrpt_report_mx_find (policy, failure->receiving_mx) ==
                                      TLSRPT_REPORT_MX_NOT_LISTED;
    }

  return recent->index;
}

/**
 * tlsrpt_report_problems_count:
 * @self: the problems
 * @index: one of them
 * @report: the number of the report, another one for each
 * @n_failed: the sessions that failed of it
 *
 * Counts sessions.
 */
void
tlsrpt_report_problems_count (TlsrptReportProblems *self,
                              guint                 index,
                              gsize                 report,
                              gint64                n_failed)
{
  Problem *problem = &g_array_index (self->problems, Problem, index);

  problem->problem.n_failed = tlsrpt_report_add_counts (problem->problem.n_failed, n_failed);
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
  *n_problems = self->problems->len;
  for (guint i = 0; i < self->problems->len; i++)
    problems[i] = g_array_index (self->problems, Problem, i).problem;

  g_hash_table_unref (self->indices);
  g_array_unref (self->problems);
  g_free (self);

  return problems;
}
