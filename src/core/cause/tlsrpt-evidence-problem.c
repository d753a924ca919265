/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-evidence-private.h"

#include <string.h>

void
tlsrpt_evidence_problem_free (gpointer data)
{
  Problem *problem = data;

  g_ptr_array_unref (problem->public.items);
  g_clear_pointer (&problem->public.tracks, g_ptr_array_unref);
  g_clear_pointer (&problem->public.senders, g_ptr_array_unref);
  g_clear_pointer (&problem->public.reason_codes, g_ptr_array_unref);
  g_clear_pointer (&problem->public.days, g_array_unref);
  tlsrpt_evidence_pairs_clear (&problem->seen);
  tlsrpt_evidence_pairs_clear (&problem->tellers);
  g_free (problem);
}

static int
compare_lists (const char *const *list,
               const char *const *other)
{
  for (; *list != NULL && *other != NULL; list++, other++)
    {
      int result = *list != *other ? strcmp (*list, *other) : 0;

      if (result != 0)
        return result;
    }

  return (*list != NULL) - (*other != NULL);
}

/* Any order will do, if only it is always the same. */
int
tlsrpt_evidence_compare_policies (const TlsrptEvidencePolicy *policy,
                                  const TlsrptEvidencePolicy *other)
{
  int result;

  if (policy == other)
    return 0;

  result = strcmp (policy->domain, other->domain);
  if (result == 0)
    result = strcmp (policy->type, other->type);
  if (result == 0)
    result = compare_lists (policy->lines, other->lines);
  if (result == 0)
    result = compare_lists (policy->mx_hosts, other->mx_hosts);

  return result;
}

static int
compare_days (gint64 day,
              gint64 other)
{
  return (day > other) - (day < other);
}

static int
compare_strings (const char *text,
                 const char *other)
{
  return text != other ? strcmp (text, other) : 0;
}

static inline int
compare_items (const TlsrptEvidence *item,
               const TlsrptEvidence *other)
{
  int result = tlsrpt_evidence_compare_policies (item->policy, other->policy);

  if (result == 0)
    result = compare_days (item->day, other->day);
  if (result == 0)
    result = compare_strings (item->sender, other->sender);
  if (result == 0)
    result = compare_strings (item->mx_host, other->mx_host);
  if (result == 0)
    result = compare_strings (item->reason_code, other->reason_code);
  if (result == 0)
    result = compare_strings (item->ip, other->ip);
  if (result == 0)
    result = compare_strings (item->helo, other->helo);
  if (result == 0)
    result = compare_strings (item->sending_ip, other->sending_ip);

  return result;
}

/* Sorts items by merging, as they come almost in the order of their days; @spare has room
 * for half of them. */
static void
sort_items (gpointer *items,
            gsize     n,
            gpointer *spare)
{
  const gsize n_left = n / 2;
  gsize left = 0;
  gsize right = n_left;

  if (n < 2)
    return;

  sort_items (items, n_left, spare);
  sort_items (items + n_left, n - n_left, spare);
  if (compare_items (items[n_left - 1], items[n_left]) <= 0)
    return;

  memcpy (spare, items, n_left * sizeof *items);
  for (gsize i = 0; left < n_left; i++)
    items[i] = right == n || compare_items (spare[left], items[right]) <= 0 ? spare[left++]
                                                                           : items[right++];
}

static int
compare_visits (gconstpointer a,
                gconstpointer b)
{
  const TlsrptEvidenceVisit *visit = *(const TlsrptEvidenceVisit *const *) a;
  const TlsrptEvidenceVisit *other = *(const TlsrptEvidenceVisit *const *) b;
  int result = compare_days (visit->day, other->day);

  if (result == 0)
    result = compare_strings (visit->sender, other->sender);
  if (result == 0)
    result = tlsrpt_evidence_compare_policies (visit->policy, other->policy);

  return result;
}

static int
compare_tracks (gconstpointer a,
                gconstpointer b)
{
  const TlsrptEvidenceTrack *track = *(const TlsrptEvidenceTrack *const *) a;
  const TlsrptEvidenceTrack *other = *(const TlsrptEvidenceTrack *const *) b;
  int result = compare_strings (track->domain, other->domain);

  return result != 0 ? result : compare_strings (track->policy_type, other->policy_type);
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const Problem *problem = *(const Problem *const *) a;
  const Problem *other = *(const Problem *const *) b;

  if (problem->public.n_failed != other->public.n_failed)
    return problem->public.n_failed < other->public.n_failed ? 1 : -1;

  return strcmp (problem->name, other->name);
}

/* Puts everything into an order that is not that of the reports. */
void
tlsrpt_evidence_sort (TlsrptEvidenceSet *self)
{
  g_ptr_array_sort (self->problems, compare_problems);
  g_ptr_array_sort (self->tracks, compare_tracks);
  for (guint i = 0; i < self->tracks->len; i++)
    g_ptr_array_sort (((TlsrptEvidenceTrack *) g_ptr_array_index (self->tracks, i))->visits,
                      compare_visits);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names without the empty one, in order. */
static GPtrArray *
end_names (const Pairs *names)
{
  GPtrArray *array = g_ptr_array_sized_new ((guint) names->n_pairs);

  for (gsize i = 0; i < names->n_slots; i++)
    {
      const char *name = names->slots[i].pointer;

      if (name != NULL && *name != '\0')
        g_ptr_array_add (array, (gpointer) name);
    }
  g_ptr_array_sort (array, compare_names);

  return array;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  return compare_days (*(const gint64 *) a, *(const gint64 *) b);
}

static GArray *
end_days (const Pairs *days)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gsize i = 0; i < days->n_slots; i++)
    {
      if (days->slots[i].pointer != NULL && days->slots[i].number != TLSRPT_REPORT_NO_TIME)
        g_array_append_val (array, days->slots[i].number);
    }
  g_array_sort (array, compare_numbers);

  return array;
}

/* Much of an item is as in the one before it. */
static void
gather (Problem *problem)
{
  TlsrptEvidenceProblem *self = &problem->public;
  const TlsrptEvidence none = { NULL };
  const TlsrptEvidence *last = &none;
  g_autofree gpointer *spare = g_new (gpointer, self->items->len / 2 + 1);
  g_auto (Pairs) codes = { NULL };
  g_auto (Pairs) days = { NULL };
  g_auto (Pairs) tracks = { NULL };

  sort_items (self->items->pdata, self->items->len, spare);
  self->tracks = g_ptr_array_new ();
  self->domain = "";
  self->policy_type = NULL;

  for (guint i = 0; i < self->items->len; i++)
    {
      TlsrptEvidence *item = g_ptr_array_index (self->items, i);
      gboolean is_other_policy = item->policy != last->policy;

      if (is_other_policy)
        {
          TlsrptEvidenceTrack *track = ((const Policy *) item->policy)->track;

          if (tlsrpt_evidence_pairs_add (&tracks, track, 0))
            g_ptr_array_add (self->tracks, track);
          if (*self->domain == '\0')
            self->domain = item->policy->domain;
          if (self->policy_type == NULL)
            self->policy_type = item->policy->type;
          else if (self->policy_type != item->policy->type)
            self->policy_type = "";
        }
      if (item->sender != last->sender)
        tlsrpt_evidence_pairs_add (&problem->tellers, item->sender, 0);
      if (item->reason_code != last->reason_code)
        tlsrpt_evidence_pairs_add (&codes, item->reason_code, 0);
      if (is_other_policy || item->day != last->day)
        tlsrpt_evidence_pairs_add (&days, problem, item->day);
      if (is_other_policy || item->day != last->day || item->sender != last->sender)
        tlsrpt_evidence_pairs_add (&problem->seen, item->sender, item->day);
      last = item;
    }

  self->senders = end_names (&problem->tellers);
  self->reason_codes = end_names (&codes);
  self->days = end_days (&days);
}

/* What its senders report after it, and between its days. */
static void
find_state (TlsrptEvidenceProblem *self)
{
  const gint64 until = tlsrpt_evidence_problem_get_until (self);
  gint64 last = TLSRPT_REPORT_NO_TIME;
  gboolean was_away = FALSE;

  self->state = TLSRPT_EVIDENCE_SILENT;
  self->fixed_day = TLSRPT_REPORT_NO_TIME;
  if (until == TLSRPT_REPORT_NO_TIME)
    return;

  for (guint i = 0; i < self->tracks->len; i++)
    {
      const TlsrptEvidenceTrack *track = g_ptr_array_index (self->tracks, i);
      g_auto (Pairs) before = { NULL };

      for (guint j = 0; j < track->visits->len; j++)
        {
          const TlsrptEvidenceVisit *visit = g_ptr_array_index (track->visits, j);
          gboolean has_it;

          if (!tlsrpt_evidence_problem_has_sender (self, visit->sender))
            continue;

          has_it = tlsrpt_evidence_problem_has (self, visit->sender, visit->day);
          last = MAX (last, visit->day);
          if (has_it)
            tlsrpt_evidence_pairs_add (&before, visit->sender, 0);
          else if (visit->sessions.successful > 0 && visit->day > until)
            self->fixed_day = self->fixed_day == TLSRPT_REPORT_NO_TIME
                                ? visit->day : MIN (self->fixed_day, visit->day);
          else if (visit->sessions.successful > 0 && visit->day < until &&
                   tlsrpt_evidence_pairs_has (&before, visit->sender, 0))
            was_away = TRUE;
        }
    }

  if (self->fixed_day != TLSRPT_REPORT_NO_TIME)
    self->state = TLSRPT_EVIDENCE_RESOLVED;
  else if (last == until)
    self->state = was_away ? TLSRPT_EVIDENCE_RECURRING : TLSRPT_EVIDENCE_ONGOING;
}

/* Finds out what belongs to the worst problems, and forgets the others. */
void
tlsrpt_evidence_finish_problems (TlsrptEvidenceSet *self)
{
  if (self->problems->len > TLSRPT_LIMIT_REPORT_PROBLEMS)
    g_ptr_array_set_size (self->problems, TLSRPT_LIMIT_REPORT_PROBLEMS);

  for (guint i = 0; i < self->problems->len; i++)
    {
      Problem *problem = g_ptr_array_index (self->problems, i);

      gather (problem);
      find_state (&problem->public);
    }
}

/**
 * tlsrpt_evidence_problem_has:
 * @self: a problem
 * @sender: a sender, as the set has it
 * @day: a day
 *
 * Returns: whether the sender told of the problem on that day
 */
gboolean
tlsrpt_evidence_problem_has (const TlsrptEvidenceProblem *self,
                             const char                  *sender,
                             gint64                       day)
{
  return tlsrpt_evidence_pairs_has (&((const Problem *) self)->seen, sender, day);
}

/**
 * tlsrpt_evidence_problem_has_sender:
 * @self: a problem
 * @sender: a sender, as the set has it
 *
 * Returns: whether the sender ever told of the problem
 */
gboolean
tlsrpt_evidence_problem_has_sender (const TlsrptEvidenceProblem *self,
                                    const char                  *sender)
{
  return tlsrpt_evidence_pairs_has (&((const Problem *) self)->tellers, sender, 0);
}

/**
 * tlsrpt_evidence_problem_get_since:
 * @self: a problem
 *
 * Returns: its first day, or `TLSRPT_REPORT_NO_TIME`
 */
gint64
tlsrpt_evidence_problem_get_since (const TlsrptEvidenceProblem *self)
{
  return self->days->len > 0 ? g_array_index (self->days, gint64, 0) : TLSRPT_REPORT_NO_TIME;
}

/**
 * tlsrpt_evidence_problem_get_until:
 * @self: a problem
 *
 * Returns: its last day, or `TLSRPT_REPORT_NO_TIME`
 */
gint64
tlsrpt_evidence_problem_get_until (const TlsrptEvidenceProblem *self)
{
  return self->days->len > 0 ? g_array_index (self->days, gint64, self->days->len - 1)
                             : TLSRPT_REPORT_NO_TIME;
}

/**
 * tlsrpt_evidence_state_get_name:
 * @state: a state
 *
 * Gets the name of a state, for programs.  It never changes.
 *
 * Returns: the name
 */
const char *
tlsrpt_evidence_state_get_name (TlsrptEvidenceState state)
{
  static const char *const names[] = { "ongoing", "recurring", "resolved", "silent" };

  g_return_val_if_fail ((gsize) state < G_N_ELEMENTS (names), NULL);

  return names[state];
}
