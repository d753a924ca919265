/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-evidence-private.h"

#include "tlsrpt-report-sample.h"

#include <string.h>

/* The string that stands for what is not given. */
static const char nothing[] = "";

static const char *
keep (TlsrptEvidenceSet *self,
      const char        *text)
{
  RecentString *recent;

  if (text == NULL || *text == '\0')
    return nothing;

  recent = &self->recent_strings[tlsrpt_evidence_mix (0, text) >> (32 - RECENT_STRING_BITS)];
  if (recent->given != text || strcmp (recent->kept, text) != 0)
    {
      recent->given = text;
      recent->kept = tlsrpt_report_pool_add (self->strings, text, strlen (text), NULL).text;
    }

  return recent->kept;
}

/* The same for a string that each report has for itself. */
static const char *
keep_own (TlsrptEvidenceSet *self,
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
find_keyed_policy (TlsrptEvidenceSet        *self,
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

static gboolean
is_same_list (TlsrptEvidenceSet *self,
              const char *const *kept,
              const char *const *given)
{
  for (; given != NULL && *given != NULL; given++, kept++)
    {
      if (*kept == NULL || *kept != keep (self, *given))
        return FALSE;
    }

  return *kept == NULL;
}

/* Of a policy that came lately, only the pointers are looked at. */
static Policy *
find_policy (TlsrptEvidenceSet        *self,
             const TlsrptReportPolicy *policy)
{
  guint hash = tlsrpt_evidence_mix (tlsrpt_evidence_mix (0, policy->domain), policy->type);
  Policy **recent;

  for (gsize i = 0; policy->policy != NULL && policy->policy[i] != NULL; i++)
    hash = tlsrpt_evidence_mix (hash, policy->policy[i]);

  recent = &self->recent_policies[hash >> (32 - RECENT_POLICY_BITS)];
  if (*recent == NULL || (*recent)->public.domain != keep (self, policy->domain) ||
      (*recent)->public.type != keep (self, policy->type) ||
      !is_same_list (self, (*recent)->public.lines, policy->policy) ||
      !is_same_list (self, (*recent)->public.mx_hosts, policy->mx_hosts))
    *recent = find_keyed_policy (self, policy);

  return *recent;
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
      return strncmp (result_type, "certificate-", strlen ("certificate-")) == 0;

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
  visit->n_stopped = tlsrpt_report_add_counts (visit->n_stopped,
                                               MIN (n_stopped, given->own.failed));
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

/* Finds a problem by what names it, or `NULL`. */
TlsrptEvidenceProblem *
tlsrpt_evidence_set_find_problem (TlsrptEvidenceSet *self,
                                  const char        *result_type,
                                  const char        *mx_host,
                                  const char        *domain)
{
  return g_hash_table_lookup (self->problems_by_name,
                              find_name (self, result_type, mx_host, domain));
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

static inline gboolean
is_recent (const RecentProblem *recent,
           const char          *result_type,
           const char          *host,
           const char          *domain)
{
  return recent->problem != NULL && recent->result_type == result_type && recent->host == host &&
         recent->domain == domain;
}

/* Of strings of the set, equal ones are one pointer: a problem that was found lately is
 * found by them, without its name.  Where two meet both are remembered. */
static Problem *
find_problem (TlsrptEvidenceSet *self,
              const char        *result_type,
              const char        *host,
              const char        *domain)
{
  guint hash = tlsrpt_evidence_mix (0, result_type);
  RecentProblem *recent;
  RecentProblem *other;

  hash = tlsrpt_evidence_mix (hash, host);
  hash = tlsrpt_evidence_mix (hash, domain) >> (32 - RECENT_PROBLEM_BITS);
  recent = &self->recent_problems[hash];
  other = &self->recent_problems[hash ^ 1];

  if (is_recent (recent, result_type, host, domain))
    return recent->problem;
  if (is_recent (other, result_type, host, domain))
    return other->problem;

  *other = *recent;
  *recent = (RecentProblem) {
    .result_type = result_type,
    .host = host,
    .domain = domain,
    .problem = find_named_problem (self, result_type, host, domain),
  };

  return recent->problem;
}

static guint
item_hash (const Item *item)
{
  guint hash = tlsrpt_evidence_mix (GPOINTER_TO_SIZE (item->problem), item->evidence.policy);

  hash = tlsrpt_evidence_mix ((guint64) item->evidence.day * 31 + hash, item->evidence.sender);
  hash = tlsrpt_evidence_mix (hash, item->evidence.mx_host);
  hash = tlsrpt_evidence_mix (hash, item->evidence.reason_code);
  hash = tlsrpt_evidence_mix (hash, item->evidence.ip);
  hash = tlsrpt_evidence_mix (hash, item->evidence.sending_ip);

  return tlsrpt_evidence_mix (hash, item->evidence.helo);
}

/* Nothing in an item is padding. */
G_STATIC_ASSERT (sizeof (Item) == 8 * sizeof (gpointer) + sizeof (gint64));

static Item *
get_item (const TlsrptEvidenceSet *self,
          gsize                    i)
{
  return (Item *) g_ptr_array_index (self->item_blocks, i / ITEMS_OF_BLOCK) + i % ITEMS_OF_BLOCK;
}

/* Where the next item is written. */
static Item *
get_free_item (TlsrptEvidenceSet *self)
{
  if (self->n_items % ITEMS_OF_BLOCK == 0 &&
      self->n_items / ITEMS_OF_BLOCK == self->item_blocks->len)
    g_ptr_array_add (self->item_blocks, g_new0 (Item, ITEMS_OF_BLOCK));

  return get_item (self, self->n_items);
}

/* Keeps the item that was written last, unless there is one like it: then it is free
 * again. */
static gboolean
keep_item (TlsrptEvidenceSet *self,
           const Item        *item)
{
  guint hash = item_hash (item);
  gsize place = tlsrpt_index_begin (&self->items, hash);
  guint32 other;

  while ((other = tlsrpt_index_next (&self->items, hash, &place)) != TLSRPT_INDEX_NONE)
    {
      if (memcmp (get_item (self, other), item, sizeof *item) == 0)
        return FALSE;
    }

  tlsrpt_index_add (&self->items, hash, (guint32) self->n_items++);

  return TRUE;
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
                                                             : keep_own (self, failure->receiving_helo),
    .ip = keep_own (self, failure->receiving_ip),
    .sending_ip = keep_own (self, failure->sending_ip),
    .reason_code = keep (self, failure->reason_code),
  };

  if (keep_item (self, item))
    g_ptr_array_add (problem->public.items, &item->evidence);

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
