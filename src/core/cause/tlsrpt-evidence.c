/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-evidence-private.h"

#include "tlsrpt-octets.h"
#include "tlsrpt-report-sample.h"
#include "tlsrpt-text-hash.h"

#include <string.h>

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

/* Strings that are equal are one, so their addresses will do. */
static inline guint
mix (guint64 sum,
     gconstpointer pointer)
{
  return (guint) (tlsrpt_octets_mix (sum + GPOINTER_TO_SIZE (pointer)) >> 32);
}

static guint
item_hash (gconstpointer key)
{
  const Item *item = key;
  guint hash = mix (GPOINTER_TO_SIZE (item->problem), item->evidence.policy);

  hash = mix ((guint64) item->evidence.day * 31 + hash, item->evidence.sender);
  hash = mix (hash, item->evidence.mx_host);
  hash = mix (hash, item->evidence.reason_code);
  hash = mix (hash, item->evidence.ip);
  hash = mix (hash, item->evidence.sending_ip);

  return mix (hash, item->evidence.helo);
}

/* Nothing in an item is padding. */
G_STATIC_ASSERT (sizeof (Item) == 8 * sizeof (gpointer) + sizeof (gint64));

static gboolean
item_equal (gconstpointer a,
            gconstpointer b)
{
  return memcmp (a, b, sizeof (Item)) == 0;
}

static guint
visit_hash (gconstpointer key)
{
  const TlsrptEvidenceVisit *visit = key;

  return mix ((guint64) visit->day * 31 + mix (0, visit->policy), visit->sender);
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
  self->items = g_hash_table_new (item_hash, item_equal);
  self->item_blocks = g_ptr_array_new_with_free_func (g_free);
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
  g_hash_table_unref (self->items);
  g_ptr_array_unref (self->item_blocks);
  g_free (self->recent_problems);
  g_hash_table_unref (self->policies);
  g_string_free (self->key, TRUE);
  tlsrpt_report_pool_unref (self->strings);
  g_free (self);
}

/* The string that stands for what is not given. */
static const char nothing[] = "";

static const char *
keep (TlsrptEvidenceSet *self,
      const char        *text)
{
  if (text == NULL || *text == '\0')
    return nothing;

  return tlsrpt_report_pool_add (self->strings, text, strlen (text), NULL).text;
}

static const char *const *
keep_all (TlsrptEvidenceSet *self,
          const char *const *texts)
{
  gsize n = texts != NULL ? g_strv_length ((char **) texts) : 0;
  const char **kept = g_new0 (const char *, n + 1);

  for (gsize i = 0; i < n; i++)
    kept[i] = keep (self, texts[i]);

  return kept;
}

/* Octets that no name has.  A string with them could at most make two policies of its
 * own report one. */
#define FIELD '\1'
#define LINE '\2'

static void
append_key (const TlsrptEvidenceSet *self,
            const char              *text,
            char                     end)
{
  g_string_append (self->key, text != NULL ? text : "");
  g_string_append_c (self->key, end);
}

/* Finds the track of a domain under a type of policy, or `NULL`. */
TlsrptEvidenceTrack *
tlsrpt_evidence_set_find_track (const TlsrptEvidenceSet *self,
                                const char              *domain,
                                const char              *policy_type)
{
  g_string_truncate (self->key, 0);
  append_key (self, domain, FIELD);
  append_key (self, policy_type, FIELD);

  return g_hash_table_lookup (self->tracks_by_name, self->key->str);
}

static TlsrptEvidenceTrack *
find_track (TlsrptEvidenceSet          *self,
            const TlsrptEvidencePolicy *policy)
{
  TlsrptEvidenceTrack *track = tlsrpt_evidence_set_find_track (self, policy->domain, policy->type);

  if (track == NULL)
    {
      track = g_new0 (TlsrptEvidenceTrack, 1);
      track->domain = policy->domain;
      track->policy_type = policy->type;
      track->visits = g_ptr_array_new ();
      g_ptr_array_add (self->tracks, track);
      g_hash_table_insert (self->tracks_by_name, (gpointer) keep (self, self->key->str), track);
    }

  return track;
}

static Policy *
find_policy (TlsrptEvidenceSet        *self,
             const TlsrptReportPolicy *policy)
{
  Policy *found;

  g_string_truncate (self->key, 0);
  append_key (self, policy->type, FIELD);
  append_key (self, policy->domain, FIELD);
  for (gsize i = 0; policy->policy != NULL && policy->policy[i] != NULL; i++)
    append_key (self, policy->policy[i], LINE);
  append_key (self, NULL, FIELD);
  for (gsize i = 0; policy->mx_hosts != NULL && policy->mx_hosts[i] != NULL; i++)
    append_key (self, policy->mx_hosts[i], LINE);

  found = g_hash_table_lookup (self->policies, self->key->str);
  if (found == NULL)
    {
      found = g_new0 (Policy, 1);
      found->public.type = keep (self, policy->type);
      found->public.domain = keep (self, policy->domain);
      found->public.lines = keep_all (self, policy->policy);
      found->public.mx_hosts = keep_all (self, policy->mx_hosts);
      g_hash_table_insert (self->policies, (gpointer) keep (self, self->key->str), found);
      found->track = find_track (self, &found->public);
    }

  return found;
}

/**
 * tlsrpt_evidence_stops_mail:
 * @result_type: (nullable): a type of failure
 *
 * Tells whether a failure would stop mail if the policy of MTA-STS were enforced (RFC 8461
 * section 5): not if the policy itself is at fault, as then there is none.
 *
 * Returns: `TRUE` if it would
 */
gboolean
tlsrpt_evidence_stops_mail (const char *result_type)
{
  switch (result_type != NULL ? *result_type : '\0')
    {
    case 's':
      return g_str_equal (result_type, "starttls-not-supported");

    case 'v':
      return g_str_equal (result_type, "validation-failure");

    case 'c':
      return g_str_has_prefix (result_type, "certificate-");

    default:
      return FALSE;
    }
}

static void
count_visit (TlsrptEvidenceSet          *self,
             TlsrptEvidenceTrack        *track,
             const TlsrptEvidencePolicy *policy,
             const char                 *sender,
             gint64                      day,
             const TlsrptReportPolicy   *given)
{
  const TlsrptEvidenceVisit key = { policy, sender, day, { 0, 0 }, 0 };
  gint64 n_stopped = 0;
  TlsrptEvidenceVisit *visit = g_hash_table_lookup (self->visits, &key);

  if (visit == NULL)
    {
      visit = g_memdup2 (&key, sizeof key);
      g_hash_table_add (self->visits, visit);
      g_ptr_array_add (track->visits, visit);
    }

  for (gsize i = 0; i < given->n_failures; i++)
    {
      if (tlsrpt_evidence_stops_mail (given->failures[i].result_type))
        n_stopped = tlsrpt_report_add_counts (n_stopped, given->failures[i].count);
    }

  tlsrpt_report_add_sessions (&visit->sessions, given->own);
  visit->n_stopped = tlsrpt_report_add_counts (visit->n_stopped, MIN (n_stopped, given->own.failed));
}

/* What names a problem: its type, and the host or the domain. */
static const char *
find_name (TlsrptEvidenceSet *self,
           const char        *result_type,
           const char        *mx_host,
           const char        *domain)
{
  g_autofree char *place = NULL;
  const char *given = mx_host != NULL ? mx_host : domain;
  gsize length = given != NULL ? strlen (given) : 0;

  /* Neither letter case nor the dot at the end makes it another one. */
  if (length > 1 && given[length - 1] == '.')
    length--;
  place = g_ascii_strdown (given != NULL ? given : "", length);

  g_string_truncate (self->key, 0);
  append_key (self, result_type, FIELD);
  append_key (self, mx_host != NULL ? "host" : "domain", FIELD);
  append_key (self, place, FIELD);

  return self->key->str;
}

static Problem *
find_named_problem (TlsrptEvidenceSet *self,
                    const char        *result_type,
                    const char        *host,
                    const char        *domain)
{
  const char *name = find_name (self, result_type, host, domain);
  Problem *problem = g_hash_table_lookup (self->problems_by_name, name);

  if (problem == NULL)
    {
      problem = g_new0 (Problem, 1);
      problem->public.result_type = result_type;
      problem->public.mx_host = host != NULL ? host : nothing;
      problem->public.items = g_ptr_array_new ();
      problem->name = keep (self, name);
      g_hash_table_insert (self->problems_by_name, (gpointer) problem->name, problem);
      g_ptr_array_add (self->problems, problem);
    }

  return problem;
}

/* Of strings of the set, equal ones are one pointer: a problem that was found lately is
 * found by them, without its name. */
static Problem *
find_problem (TlsrptEvidenceSet *self,
              const char        *result_type,
              const char        *host,
              const char        *domain)
{
  RecentProblem *recent =
    &self->recent_problems[mix (mix (mix (0, result_type), host), domain) >> (32 - RECENT_PROBLEM_BITS)];

  if (recent->problem == NULL || recent->result_type != result_type || recent->host != host ||
      recent->domain != domain)
    {
      recent->problem = find_named_problem (self, result_type, host, domain);
      recent->result_type = result_type;
      recent->host = host;
      recent->domain = domain;
    }

  return recent->problem;
}

/* Where the next item is written. */
static Item *
get_free_item (TlsrptEvidenceSet *self)
{
  if (self->n_items % ITEMS_OF_BLOCK == 0 &&
      self->n_items / ITEMS_OF_BLOCK == self->item_blocks->len)
    g_ptr_array_add (self->item_blocks, g_new0 (Item, ITEMS_OF_BLOCK));

  return (Item *) g_ptr_array_index (self->item_blocks, self->item_blocks->len - 1) +
         self->n_items % ITEMS_OF_BLOCK;
}

static void
add_failure (TlsrptEvidenceSet          *self,
             const TlsrptReportFailure  *failure,
             const TlsrptEvidencePolicy *policy,
             const char                 *sender,
             gint64                      day)
{
  const char *mx_host = keep (self, failure->receiving_mx);
  gboolean has_host = tlsrpt_report_failure_get_place (failure) != NULL;
  Problem *problem = find_problem (self, keep (self, failure->result_type),
                                   has_host ? mx_host : NULL, has_host ? NULL : policy->domain);
  Item *item = get_free_item (self);

  item->problem = &problem->public;
  item->evidence = (TlsrptEvidence) {
    .policy = policy,
    .sender = sender,
    .day = day,
    .mx_host = mx_host,
    /* Most servers greet with the name that they have in DNS. */
    .helo = failure->receiving_helo == failure->receiving_mx ? mx_host
                                                             : keep (self, failure->receiving_helo),
    .ip = keep (self, failure->receiving_ip),
    .sending_ip = keep (self, failure->sending_ip),
    .reason_code = keep (self, failure->reason_code),
  };

  /* An item that is there already is the key as before, and this one is free again. */
  if (g_hash_table_insert (self->items, item, NULL))
    {
      self->n_items++;
      g_ptr_array_add (problem->public.items, &item->evidence);
    }

  if (problem->last_report != self->report)
    {
      problem->last_report = self->report;
      problem->public.n_reports++;
    }
  problem->public.n_failed = tlsrpt_report_add_counts (problem->public.n_failed, failure->count);
}

/**
 * tlsrpt_evidence_set_add:
 * @self: a set
 * @report: a report
 * @filter: what is wanted of it
 *
 * Takes what a report says about problems, and about sessions that went well.
 */
void
tlsrpt_evidence_set_add (TlsrptEvidenceSet        *self,
                         const TlsrptReport       *report,
                         const TlsrptReportFilter *filter)
{
  const char *sender;
  gint64 day;

  if (!tlsrpt_report_filter_has_report (filter, report))
    return;

  if (!self->is_for_samples && tlsrpt_report_is_sample (report))
    {
      if (self->samples == NULL)
        self->samples = tlsrpt_evidence_set_new ();
      self->samples->is_for_samples = TRUE;
      tlsrpt_evidence_set_add (self->samples, report, filter);
      return;
    }

  self->report++;
  sender = keep (self, report->organization);
  day = tlsrpt_report_get_day (report);

  for (gsize i = 0; i < report->n_policies; i++)
    {
      const TlsrptReportPolicy *given = &report->policies[i];
      Policy *policy;

      if (!tlsrpt_report_filter_has_policy (filter, given))
        continue;

      policy = find_policy (self, given);
      count_visit (self, policy->track, &policy->public, sender, day, given);

      for (gsize j = 0; j < given->n_failures; j++)
        {
          /* What is known not to have happened is no problem. */
          if (given->failures[j].count != 0 &&
              tlsrpt_report_filter_has_failure (filter, &given->failures[j]))
            add_failure (self, &given->failures[j], &policy->public, sender, day);
        }
    }
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
      const char *name = find_name (self, counted->result_type, counted->mx_host, counted->domain);
      TlsrptEvidenceProblem *problem = g_hash_table_lookup (self->problems_by_name, name);

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
