/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-problems.h"

#include "tlsrpt-grow.h"
#include "tlsrpt-index.h"
#include "tlsrpt-report-mx.h"
#include "tlsrpt-report-rank.h"
#include "tlsrpt-text-hash.h"

#include <string.h>

/* A problem is found by its type and place: the host, or the domain. */
typedef struct
{
  guint32 type;
  guint32 place;
  guint64 is_host;
} Key;

/* A problem while it grows: the report that last told of it counts once. */
typedef struct
{
  Key                 key;
  TlsrptReportProblem problem;
  gsize               last_report;
} Problem;

/* Strings that have a number each; those of reports are mostly one pointer, and that is
 * found sooner than by their text. */
typedef struct
{
  TlsrptIndex  index;
  GPtrArray   *texts;
  const char  *recent;
  guint32      recent_number;
} Numbers;

struct _TlsrptReportProblems
{
  TlsrptIndex  index;
  Problem     *problems;
  guint        n_problems;
  gsize        n_allocated;
  Numbers      domains;
};

static guint32
get_number (Numbers    *self,
            const char *text)
{
  guint64 hash;
  gsize place;

  if (self->recent == text)
    return self->recent_number;

  hash = tlsrpt_text_hash (text, strlen (text));
  place = tlsrpt_index_begin (&self->index, hash);
  self->recent = text;
  do
    self->recent_number = tlsrpt_index_next (&self->index, hash, &place);
  while (self->recent_number != TLSRPT_INDEX_NONE &&
         strcmp (g_ptr_array_index (self->texts, self->recent_number), text) != 0);

  if (self->recent_number == TLSRPT_INDEX_NONE)
    {
      self->recent_number = self->texts->len;
      tlsrpt_index_add (&self->index, hash, self->recent_number);
      g_ptr_array_add (self->texts, (gpointer) text);
    }

  return self->recent_number;
}

/**
 * tlsrpt_report_problems_new:
 *
 * Creates an empty set of problems.  The strings of reports must stay until its end.
 *
 * Returns: (transfer full): the set
 */
TlsrptReportProblems *
tlsrpt_report_problems_new (void)
{
  TlsrptReportProblems *self = g_new0 (TlsrptReportProblems, 1);

  tlsrpt_index_init (&self->index);
  tlsrpt_index_init (&self->domains.index);
  self->domains.texts = g_ptr_array_new ();

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

static guint
find_problem (TlsrptReportProblems      *self,
              Key                        key,
              const TlsrptReportProblem *problem)
{
  const guint64 hash = tlsrpt_text_hash ((const char *) &key, sizeof key);
  gsize place = tlsrpt_index_begin (&self->index, hash);

  for (guint32 i = tlsrpt_index_next (&self->index, hash, &place); i != TLSRPT_INDEX_NONE;
       i = tlsrpt_index_next (&self->index, hash, &place))
    {
      if (memcmp (&self->problems[i].key, &key, sizeof key) == 0)
        return i;
    }

  tlsrpt_index_add (&self->index, hash, self->n_problems);
  self->problems = tlsrpt_grow (self->problems, self->n_problems, &self->n_allocated,
                                sizeof *self->problems);
  self->problems[self->n_problems] = (Problem) { key, *problem, 0 };

  return self->n_problems++;
}

/**
 * tlsrpt_report_problems_find:
 * @self: the problems
 * @policy: a policy of a report
 * @failure: a failure of that
 * @type_number: a number for its type, the same for equal strings
 * @host_number: a number for its receiving host
 *
 * Finds out which problem a failure is one of: that of a host, or of a domain if the
 * sender names no host or the policy is at fault.
 *
 * Returns: the index of the problem, for [method@ReportProblems.count]
 */
guint
tlsrpt_report_problems_find (TlsrptReportProblems      *self,
                             const TlsrptReportPolicy  *policy,
                             const TlsrptReportFailure *failure,
                             guint                      type_number,
                             guint                      host_number)
{
  const char *result_type = failure->result_type != NULL ? failure->result_type
                                                         : TLSRPT_REPORT_NOT_GIVEN;
  const char *domain = policy->domain != NULL ? policy->domain : TLSRPT_REPORT_NOT_GIVEN;
  const char *host = tlsrpt_report_failure_get_place (failure);
  const gboolean is_host = host != NULL;
  const TlsrptReportProblem problem = { result_type, domain, host, 0, 0, FALSE };
  const Key key = {
    type_number, is_host ? host_number : get_number (&self->domains, domain), is_host,
  };
  const guint index = find_problem (self, key, &problem);

  if (is_host && tlsrpt_report_may_be_unlisted (result_type))
    {
      Problem *found = &self->problems[index];

      found->problem.is_unlisted |= tlsrpt_report_mx_find (policy, failure->receiving_mx) ==
                                    TLSRPT_REPORT_MX_NOT_LISTED;
    }

  return index;
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
  Problem *problem = &self->problems[index];

  problem->problem.n_failed = tlsrpt_report_add_counts (problem->problem.n_failed, n_failed);
  if (problem->last_report != report)
    {
      problem->last_report = report;
      problem->problem.n_reports++;
    }
}

/* Of problems with as many failures. */
static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const TlsrptReportProblem *problem = &((const Problem *) a)->problem;
  const TlsrptReportProblem *other = &((const Problem *) b)->problem;

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
  const guint n = self->n_problems;
  TlsrptReportProblem *problems = g_new (TlsrptReportProblem, n);
  g_autofree TlsrptReportRank *ranks = g_new (TlsrptReportRank, n);

  for (guint i = 0; i < n; i++)
    {
      const Problem *problem = &self->problems[i];

      ranks[i] = (TlsrptReportRank) { problem->problem.n_failed, problem };
    }
  tlsrpt_report_rank_sort (ranks, n, compare_problems);

  *n_problems = n;
  for (guint i = 0; i < n; i++)
    problems[i] = ((const Problem *) ranks[i].thing)->problem;

  tlsrpt_index_clear (&self->index);
  g_free (self->problems);
  tlsrpt_index_clear (&self->domains.index);
  g_ptr_array_unref (self->domains.texts);
  g_free (self);

  return problems;
}
