/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-evidence-private.h"

#include "tlsrpt-text-hash.h"

static void
domain_free (gpointer data)
{
  TlsrptEvidenceDomain *domain = data;

  g_ptr_array_unref (domain->missing);
  g_free (domain);
}

static void
track_free (gpointer data)
{
  TlsrptEvidenceTrack *track = data;

  g_ptr_array_unref (track->visits);
  g_free (track);
}

static void
policy_free (gpointer data)
{
  Policy *policy = data;

  g_free ((gpointer) policy->public.lines);
  g_free ((gpointer) policy->public.mx_hosts);
  g_free (policy);
}

static guint
visit_hash (gconstpointer key)
{
  const TlsrptEvidenceVisit *visit = key;
  guint hash = tlsrpt_evidence_mix (0, visit->policy);

  return tlsrpt_evidence_mix ((guint64) visit->day * 31 + hash, visit->sender);
}

static gboolean
visit_equal (gconstpointer a,
             gconstpointer b)
{
  const TlsrptEvidenceVisit *visit = a;
  const TlsrptEvidenceVisit *other = b;

  return visit->policy == other->policy && visit->sender == other->sender &&
         visit->day == other->day;
}

/**
 * tlsrpt_evidence_set_new:
 *
 * Creates an empty set.
 *
 * Returns: (transfer full): the set
 */
TlsrptEvidenceSet *
tlsrpt_evidence_set_new (void)
{
  TlsrptEvidenceSet *self = g_new0 (TlsrptEvidenceSet, 1);

  self->strings = tlsrpt_report_pool_new ();
  self->key = g_string_new (NULL);
  self->policies = g_hash_table_new_full (tlsrpt_text_hash_str, g_str_equal, NULL, policy_free);
  tlsrpt_index_init (&self->items);
  self->item_blocks = g_ptr_array_new_with_free_func (g_free);
  self->recent_strings = g_new0 (RecentString, 1 << RECENT_STRING_BITS);
  self->recent_policies = g_new0 (Policy *, 1 << RECENT_POLICY_BITS);
  self->recent_problems = g_new0 (RecentProblem, 1 << RECENT_PROBLEM_BITS);
  self->visits = g_hash_table_new_full (visit_hash, visit_equal, g_free, NULL);
  self->tracks_by_name = g_hash_table_new (tlsrpt_text_hash_str, g_str_equal);
  self->tracks = g_ptr_array_new_with_free_func (track_free);
  self->domains = g_hash_table_new_full (tlsrpt_text_hash_str, g_str_equal, NULL, domain_free);
  self->problems_by_name = g_hash_table_new (tlsrpt_text_hash_str, g_str_equal);
  self->problems = g_ptr_array_new_with_free_func (tlsrpt_evidence_problem_free);

  return self;
}

/**
 * tlsrpt_evidence_set_free:
 * @self: (nullable): a set
 *
 * Frees a set with all that it has.
 */
void
tlsrpt_evidence_set_free (TlsrptEvidenceSet *self)
{
  if (self == NULL)
    return;

  tlsrpt_evidence_set_free (self->samples);
  g_ptr_array_unref (self->problems);
  g_hash_table_unref (self->problems_by_name);
  g_hash_table_unref (self->domains);
  g_ptr_array_unref (self->tracks);
  g_hash_table_unref (self->tracks_by_name);
  g_hash_table_unref (self->visits);
  tlsrpt_index_clear (&self->items);
  g_ptr_array_unref (self->item_blocks);
  g_free (self->recent_strings);
  g_free (self->recent_policies);
  g_free (self->recent_problems);
  g_hash_table_unref (self->policies);
  g_string_free (self->key, TRUE);
  tlsrpt_report_pool_unref (self->strings);
  g_free (self);
}

/* The summary knows which sessions were told of twice. */
static void
take_numbers (TlsrptEvidenceSet         *self,
              const TlsrptReportSummary *summary)
{
  for (guint i = 0; i < self->problems->len; i++)
    ((TlsrptEvidenceProblem *) g_ptr_array_index (self->problems, i))->n_failed = 0;

  for (gsize i = 0; i < summary->n_problems; i++)
    {
      const TlsrptReportProblem *counted = &summary->problems[i];
      TlsrptEvidenceProblem *problem;

      problem = tlsrpt_evidence_set_find_problem (self, counted->result_type, counted->mx_host,
                                                  counted->domain);

      if (problem != NULL)
        problem->n_failed = tlsrpt_report_add_counts (problem->n_failed, counted->n_failed);
    }
}

/* The policy that the latest reports show, whatever order they come in. */
static void
find_newest (TlsrptEvidenceSet *self)
{
  for (guint i = 0; i < self->tracks->len; i++)
    {
      const TlsrptEvidenceTrack *track = g_ptr_array_index (self->tracks, i);
      TlsrptEvidenceDomain *domain;

      if (!g_str_equal (track->policy_type, "sts"))
        continue;

      domain = g_new0 (TlsrptEvidenceDomain, 1);
      domain->domain = track->domain;
      domain->missing = g_ptr_array_new ();
      g_hash_table_replace (self->domains, (gpointer) track->domain, domain);

      for (guint j = 0; j < track->visits->len; j++)
        {
          const TlsrptEvidenceVisit *visit = g_ptr_array_index (track->visits, j);

          if (tlsrpt_evidence_policy_find (visit->policy, "") == TLSRPT_REPORT_MX_UNKNOWN)
            continue;

          if (domain->newest == NULL || visit->day > domain->newest_day ||
              (visit->day == domain->newest_day &&
               tlsrpt_evidence_compare_policies (visit->policy, domain->newest) > 0))
            {
              domain->newest = visit->policy;
              domain->newest_day = visit->day;
            }
        }
    }
}

/* One correction must have all hosts that are missing. */
static void
find_missing (TlsrptEvidenceSet *self)
{
  for (guint i = 0; i < self->problems->len; i++)
    {
      const TlsrptEvidenceProblem *problem = g_ptr_array_index (self->problems, i);
      const TlsrptEvidencePolicy *last = NULL;

      if (!tlsrpt_report_may_be_unlisted (problem->result_type))
        continue;

      for (guint j = 0; j < problem->items->len; j++)
        {
          const TlsrptEvidence *item = g_ptr_array_index (problem->items, j);
          TlsrptEvidenceDomain *domain;

          if (item->policy == last)
            continue;

          last = item->policy;
          if (*problem->mx_host == '\0' || !g_str_equal (item->policy->type, "sts"))
            continue;

          domain = tlsrpt_evidence_set_find_domain (self, item->policy->domain);
          if (domain->newest != NULL &&
              tlsrpt_evidence_policy_find (domain->newest, problem->mx_host) ==
              TLSRPT_REPORT_MX_NOT_LISTED &&
              (domain->missing->len == 0 ||
               g_ptr_array_index (domain->missing, domain->missing->len - 1) != problem->mx_host) &&
              domain->missing->len <= TLSRPT_LIMIT_MISSING_HOSTS)
            g_ptr_array_add (domain->missing, (gpointer) problem->mx_host);
        }
    }
}

/* Alone, samples are what was asked for, as they are for the summary. */
static void
choose_samples (TlsrptEvidenceSet *self)
{
  TlsrptEvidenceSet *samples = g_steal_pointer (&self->samples);
  TlsrptEvidenceSet empty;

  if (samples != NULL && g_hash_table_size (self->visits) == 0)
    {
      empty = *self;
      *self = *samples;
      *samples = empty;
    }

  tlsrpt_evidence_set_free (samples);
}

/**
 * tlsrpt_evidence_set_end:
 * @self: a set
 * @summary: (nullable): the numbers of the same reports
 *
 * Ends gathering: after that the set has problems, the worst first.
 */
void
tlsrpt_evidence_set_end (TlsrptEvidenceSet         *self,
                         const TlsrptReportSummary *summary)
{
  choose_samples (self);
  if (summary != NULL)
    take_numbers (self, summary);

  find_newest (self);
  tlsrpt_evidence_sort (self);
  find_missing (self);
  tlsrpt_evidence_finish_problems (self);
}

/**
 * tlsrpt_evidence_set_get_problems:
 * @self: a set that was ended
 *
 * Gets the problems, the worst first; of very many, the worst.
 *
 * Returns: (element-type TlsrptEvidenceProblem): the problems
 */
const GPtrArray *
tlsrpt_evidence_set_get_problems (const TlsrptEvidenceSet *self)
{
  return self->problems;
}

/**
 * tlsrpt_evidence_set_count_resolved:
 * @self: a set that was ended
 *
 * Counts the problems that are resolved: not those of which there is no word any more.
 *
 * Returns: how many there are
 */
gsize
tlsrpt_evidence_set_count_resolved (const TlsrptEvidenceSet *self)
{
  gsize n = 0;

  for (guint i = 0; i < self->problems->len; i++)
    {
      const TlsrptEvidenceProblem *problem = g_ptr_array_index (self->problems, i);

      n += problem->state == TLSRPT_EVIDENCE_RESOLVED;
    }

  return n;
}

/**
 * tlsrpt_evidence_set_get_tracks:
 * @self: a set that was ended
 *
 * Gets what was seen, by domain and type of policy.
 *
 * Returns: (element-type TlsrptEvidenceTrack): the tracks, by name
 */
const GPtrArray *
tlsrpt_evidence_set_get_tracks (const TlsrptEvidenceSet *self)
{
  return self->tracks;
}

/**
 * tlsrpt_evidence_set_find_domain:
 * @self: a set that was ended
 * @domain: a policy domain
 *
 * Finds what is known of a domain with MTA-STS.
 *
 * Returns: (nullable): the domain
 */
TlsrptEvidenceDomain *
tlsrpt_evidence_set_find_domain (const TlsrptEvidenceSet *self,
                                 const char              *domain)
{
  return g_hash_table_lookup (self->domains, domain);
}

/**
 * tlsrpt_evidence_policy_find:
 * @self: a policy
 * @host: a host
 *
 * Looks a host up in a policy, as [func@report_mx_find] does.
 *
 * Returns: whether the policy covers the host
 */
TlsrptReportMx
tlsrpt_evidence_policy_find (const TlsrptEvidencePolicy *self,
                             const char                 *host)
{
  const TlsrptReportPolicy policy = {
    .type = self->type,
    .policy = self->lines,
    .mx_hosts = self->mx_hosts,
  };

  return tlsrpt_report_mx_find (&policy, host);
}
