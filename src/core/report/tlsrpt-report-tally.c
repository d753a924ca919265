/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-tally.h"

#include "tlsrpt-index.h"
#include "tlsrpt-octets.h"
#include "tlsrpt-report-problems.h"
#include "tlsrpt-report-rank.h"
#include "tlsrpt-report-sample.h"
#include "tlsrpt-text-hash.h"

#include <string.h>

/* A row while it grows: the report that it was last seen in counts once. */
typedef struct
{
  TlsrptReportRow row;
  gsize           last_report;
} Row;

/* Equal strings of reports are mostly one pointer, and that is found sooner than by
 * their text. */
typedef struct
{
  const char *key;
  guint       index;
} RecentRow;

#define RECENT_BITS 10

/* Keys are strings of reports, which stay until the end of the tally.  The days have a
 * table of their own. */
typedef struct
{
  TlsrptIndex  index;
  GHashTable  *days;
  GArray      *rows;
  RecentRow    recent[1 << RECENT_BITS];
} Group;

typedef struct
{
  TlsrptReportSummary  summary;
  gatomicrefcount      ref_count;
  TlsrptReportFilter  *filter;
  GStringChunk        *strings;
  GPtrArray           *reports;
} RealSummary;

/* Counters for failures: rows of two groups, and problems. */
enum
{
  TYPES,
  HOSTS,
  PROBLEMS,
  N_TABLES,
};

/* Entries that give the same sessions, in MTA-STS and in DANE. */
enum
{
  STS,
  TLSA,
  N_SIDES,
};

/* A line of such a table, while the failures of some entries are added up. */
typedef struct
{
  guint                     table;
  guint                     index;
  gint64                    sides[N_SIDES];
  /* The entry whose failures come now, and what they add up to so far. */
  const TlsrptReportPolicy *policy;
  gint64                    sum;
} Pending;

/* Where a line of a table is pending, and for which entries. */
typedef struct
{
  gsize scope;
  guint place;
} Slot;

struct _TlsrptReportTally
{
  RealSummary            *real;
  TlsrptReportTallyFlags  flags;
  Group                   groups[TLSRPT_N_REPORT_GROUPS];
  TlsrptReportProblems   *problems;
  GArray                 *details;
  GArray                 *slots[N_TABLES];
  GArray                 *pending;
  /* The numbers of the report that is being added and of its entries with the same
   * sessions, from 1. */
  gsize                   report;
  gsize                   scope;
  /* Whether the failures of that report contradict its totals. */
  gboolean                is_corrected;
  /* (nullable): the same for samples, which are never counted with others */
  TlsrptReportTally      *samples;
  gboolean                is_for_samples;
};

G_DEFINE_BOXED_TYPE (TlsrptReportSummary, tlsrpt_report_summary,
                     tlsrpt_report_summary_ref, tlsrpt_report_summary_unref)

TlsrptReportSummary *
tlsrpt_report_summary_ref (TlsrptReportSummary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&((RealSummary *) self)->ref_count);

  return self;
}

void
tlsrpt_report_summary_unref (TlsrptReportSummary *self)
{
  RealSummary *real = (RealSummary *) self;

  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&real->ref_count))
    return;

  for (gsize i = 0; i < TLSRPT_N_REPORT_GROUPS; i++)
    g_free ((gpointer) self->rows[i]);
  g_free ((gpointer) self->problems);
  g_free ((gpointer) self->details);
  g_string_chunk_free (real->strings);
  g_ptr_array_unref (real->reports);
  tlsrpt_report_filter_free (real->filter);
  g_free (real);
}

/**
 * tlsrpt_report_tally_new:
 * @filter: what is wanted of the reports
 * @flags: what the summary shall hold
 *
 * Begins to count.
 *
 * Returns: (transfer full): the tally
 */
TlsrptReportTally *
tlsrpt_report_tally_new (const TlsrptReportFilter *filter,
                         TlsrptReportTallyFlags    flags)
{
  TlsrptReportTally *self = g_new0 (TlsrptReportTally, 1);
  RealSummary *real = g_new0 (RealSummary, 1);

  g_atomic_ref_count_init (&real->ref_count);
  real->filter = tlsrpt_report_filter_copy (filter);
  real->strings = g_string_chunk_new (1024);
  real->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  real->summary.filter = real->filter;

  self->real = real;
  self->flags = flags;
  for (gsize i = 0; i < TLSRPT_N_REPORT_GROUPS; i++)
    {
      if (i == TLSRPT_REPORT_GROUP_DAY)
        self->groups[i].days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      else
        tlsrpt_index_init (&self->groups[i].index);
      self->groups[i].rows = g_array_new (FALSE, TRUE, sizeof (Row));
    }
  self->problems = tlsrpt_report_problems_new ();
  self->details = g_array_new (FALSE, FALSE, sizeof (TlsrptReportDetail));
  for (gsize i = 0; i < N_TABLES; i++)
    self->slots[i] = g_array_new (FALSE, TRUE, sizeof (Slot));
  self->pending = g_array_new (FALSE, TRUE, sizeof (Pending));

  return self;
}

static guint
add_row (Group      *group,
         const char *key,
         gint64      day)
{
  Row row = { .row = { .key = key, .day = day } };

  g_array_append_val (group->rows, row);

  return group->rows->len - 1;
}

static void
count (TlsrptReportTally    *self,
       Row                  *row,
       TlsrptReportSessions  sessions)
{
  tlsrpt_report_add_sessions (&row->row.sessions, sessions);

  if (row->last_report == self->report)
    return;

  row->last_report = self->report;
  row->row.n_reports++;
}

static void
count_day (TlsrptReportTally    *self,
           gint64                day,
           TlsrptReportSessions  sessions)
{
  Group *group = &self->groups[TLSRPT_REPORT_GROUP_DAY];
  gpointer index;

  if (!g_hash_table_lookup_extended (group->days, &day, NULL, &index))
    {
      index = GUINT_TO_POINTER (add_row (group, NULL, day));
      g_hash_table_insert (group->days, g_memdup2 (&day, sizeof day), index);
    }

  count (self, &g_array_index (group->rows, Row, GPOINTER_TO_UINT (index)), sessions);
}

/* The row of a string, which is a new one if there is none. */
static guint
find_key (Group      *group,
          const char *key,
          gint64      day)
{
  const guint64 hash = tlsrpt_text_hash (key, strlen (key));
  gsize place = tlsrpt_index_begin (&group->index, hash);

  for (guint32 i = tlsrpt_index_next (&group->index, hash, &place); i != TLSRPT_INDEX_NONE;
       i = tlsrpt_index_next (&group->index, hash, &place))
    {
      if (strcmp (g_array_index (group->rows, Row, i).row.key, key) == 0)
        return i;
    }

  tlsrpt_index_add (&group->index, hash, group->rows->len);

  return add_row (group, key, day);
}

static guint
find_row (TlsrptReportTally *self,
          TlsrptReportGroup  which,
          const char        *key,
          gint64             day)
{
  Group *group = &self->groups[which];
  RecentRow *recent;
  Row *row;

  if (key == NULL)
    key = TLSRPT_REPORT_NOT_GIVEN;

  recent = &group->recent[tlsrpt_octets_mix (GPOINTER_TO_SIZE (key)) >> (64 - RECENT_BITS)];
  if (recent->key != key)
    {
      recent->index = find_key (group, key, day);
      recent->key = key;
    }

  row = &g_array_index (group->rows, Row, recent->index);
  row->row.day = MAX (row->row.day, day);

  return recent->index;
}

static void
count_key (TlsrptReportTally    *self,
           TlsrptReportGroup     which,
           const char           *key,
           gint64                day,
           TlsrptReportSessions  sessions)
{
  guint index = find_row (self, which, key, day);

  count (self, &g_array_index (self->groups[which].rows, Row, index), sessions);
}

/* Counts failed sessions in a line of a table. */
static void
count_failed (TlsrptReportTally *self,
              guint              table,
              guint              index,
              gint64             n_failed)
{
  static const TlsrptReportGroup groups[] = {
    [TYPES] = TLSRPT_REPORT_GROUP_RESULT_TYPE,
    [HOSTS] = TLSRPT_REPORT_GROUP_MX_HOST,
  };

  if (table == PROBLEMS)
    tlsrpt_report_problems_count (self->problems, index, self->report, n_failed);
  else
    count (self, &g_array_index (self->groups[groups[table]].rows, Row, index),
           (TlsrptReportSessions) { 0, n_failed });
}

static guint
get_side (const TlsrptReportPolicy *policy)
{
  return g_strcmp0 (policy->type, "tlsa") == 0 ? TLSA : STS;
}

/* No more sessions can have failed than failed in the entry. */
static void
end_policy (Pending *pending)
{
  gint64 *side = &pending->sides[get_side (pending->policy)];

  *side = tlsrpt_report_add_counts (*side, MIN (pending->sum, pending->policy->own.failed));
  pending->sum = 0;
}

/* Adds failed sessions to a line that is counted when all are known. */
static void
add_pending (TlsrptReportTally        *self,
             guint                     table,
             guint                     index,
             const TlsrptReportPolicy *policy,
             gint64                    n_failed)
{
  GArray *slots = self->slots[table];
  Pending *pending;
  Slot *slot;

  if (slots->len <= index)
    g_array_set_size (slots, index + 1);

  slot = &g_array_index (slots, Slot, index);
  if (slot->scope != self->scope)
    {
      const Pending none = { table, index, { 0 }, policy, 0 };

      slot->scope = self->scope;
      slot->place = self->pending->len;
      g_array_append_val (self->pending, none);
    }

  pending = &g_array_index (self->pending, Pending, slot->place);
  if (pending->policy != policy)
    {
      end_policy (pending);
      pending->policy = policy;
    }
  pending->sum = tlsrpt_report_add_counts (pending->sum, n_failed);
}

/* A session counts once in a line, whatever it failed of; and so do the same sessions
 * under MTA-STS and under DANE.  Returns the sum of the largest table. */
static gint64
count_pending (TlsrptReportTally *self,
               gint64             n_failed)
{
  gint64 sums[N_TABLES] = { 0 };

  for (guint i = 0; i < self->pending->len; i++)
    {
      Pending *pending = &g_array_index (self->pending, Pending, i);
      gint64 n;

      end_policy (pending);
      n = MIN (MAX (pending->sides[STS], pending->sides[TLSA]), n_failed);
      count_failed (self, pending->table, pending->index, n);
      sums[pending->table] = tlsrpt_report_add_counts (sums[pending->table], n);
    }
  g_array_set_size (self->pending, 0);

  return MAX (sums[TYPES], MAX (sums[HOSTS], sums[PROBLEMS]));
}

/* Failures to count for one entry, or for several with the same sessions. */
typedef struct
{
  gsize    n_wanted;
  gint64   sides[N_SIDES];
  /* Sessions counted by policy type */
  gint64   shown[N_SIDES];
  gboolean is_pending;
} Failures;

/* Counts the failures of a policy that are wanted, or makes them wait for others. */
static void
count_failures (TlsrptReportTally        *self,
                const TlsrptReport       *report,
                const TlsrptReportPolicy *policy,
                gint64                    day,
                const Failures           *failures)
{
  for (gsize i = 0; i < policy->n_failures; i++)
    {
      const TlsrptReportFailure *failure = &policy->failures[i];
      const gint64 n = MAX (failure->count, 0);
      guint indices[N_TABLES];
      /* A failure with a count of zero did not happen. */
      gsize n_tables = failure->count != 0 ? N_TABLES : PROBLEMS;

      if (!tlsrpt_report_filter_has_failure (self->real->filter, failure))
        continue;

      indices[TYPES] = find_row (self, TLSRPT_REPORT_GROUP_RESULT_TYPE, failure->result_type, day);
      indices[HOSTS] = find_row (self, TLSRPT_REPORT_GROUP_MX_HOST, failure->receiving_mx, day);
      if (n_tables > PROBLEMS)
        indices[PROBLEMS] = tlsrpt_report_problems_find (self->problems, policy, failure,
                                                         indices[TYPES], indices[HOSTS]);

      for (guint j = 0; j < n_tables; j++)
        {
          if (failures->is_pending)
            add_pending (self, j, indices[j], policy, n);
          else
            count_failed (self, j, indices[j], n);
        }

      if ((self->flags & TLSRPT_REPORT_TALLY_DETAILS) != 0)
        {
          const TlsrptReportDetail detail = { report, policy, failure };

          g_array_append_val (self->details, detail);
        }
    }
}

/* Adds up the failures of a policy that are wanted. */
static gint64
add_up_failures (TlsrptReportTally        *self,
                 const TlsrptReportPolicy *policy,
                 gsize                    *n_wanted)
{
  gint64 sum = 0;

  for (gsize i = 0; i < policy->n_failures; i++)
    {
      if (tlsrpt_report_filter_has_failure (self->real->filter, &policy->failures[i]))
        {
          (*n_wanted)++;
          sum = tlsrpt_report_add_counts (sum, policy->failures[i].count);
        }
    }

  return sum;
}

/* Failed sessions without a cause are counted where the cause is not given. */
static void
count_unexplained (TlsrptReportTally *self,
                   gint64             day,
                   gint64             n)
{
  const TlsrptReportSessions sessions = { 0, n };

  if (n == 0)
    return;

  count_key (self, TLSRPT_REPORT_GROUP_RESULT_TYPE, NULL, day, sessions);
  count_key (self, TLSRPT_REPORT_GROUP_MX_HOST, NULL, day, sessions);
  self->real->summary.n_unexplained = tlsrpt_report_add_counts (self->real->summary.n_unexplained, n);
}

/* Counts an entry by its type of policy: by itself, or what is wanted of it. */
static void
count_policy_type (TlsrptReportTally        *self,
                   const TlsrptReportPolicy *policy,
                   gint64                    day,
                   gint64                    most,
                   Failures                 *failures)
{
  TlsrptReportSessions sessions = policy->own;
  gint64 *shown = &failures->shown[get_side (policy)];

  if (tlsrpt_report_filter_is_about_failures (self->real->filter))
    {
      gsize n_wanted = 0;
      gint64 sum = MIN (add_up_failures (self, policy, &n_wanted), policy->own.failed);

      if (tlsrpt_report_filter_has_unexplained (self->real->filter))
        sum = tlsrpt_report_add_counts (sum, policy->n_unexplained);
      if (n_wanted == 0 && sum == 0)
        return;

      /* As all entries of the type together. */
      sessions = (TlsrptReportSessions) { 0, MIN (sum, most - *shown) };
      *shown += sessions.failed;
    }

  count_key (self, TLSRPT_REPORT_GROUP_POLICY_TYPE, policy->type, day, sessions);
}

/* The next entry with the same sessions. */
static const TlsrptReportPolicy *
get_next (const TlsrptReport       *report,
          const TlsrptReportPolicy *policy)
{
  return policy->next > 0 ? &report->policies[policy->next] : NULL;
}

/* Counts an entry, with those after it that give the same sessions. */
static gboolean
add_policy (TlsrptReportTally        *self,
            const TlsrptReport       *report,
            const TlsrptReportPolicy *first,
            gint64                    day)
{
  TlsrptReportSummary *summary = &self->real->summary;
  const TlsrptReportFilter *filter = self->real->filter;
  const gboolean is_about_failures = tlsrpt_report_filter_is_about_failures (filter);
  TlsrptReportSessions sessions = first->sessions;
  Failures failures = { 0 };
  gboolean is_wanted = FALSE;
  const gint64 unexplained = tlsrpt_report_filter_has_unexplained (filter) ? first->n_unexplained : 0;
  gint64 explained;

  for (const TlsrptReportPolicy *policy = first; policy != NULL; policy = get_next (report, policy))
    {
      const gsize n_before = failures.n_wanted;
      const gint64 sum = add_up_failures (self, policy, &failures.n_wanted);
      const guint side = get_side (policy);

      failures.sides[side] = tlsrpt_report_add_counts (failures.sides[side],
                                                       MIN (sum, policy->own.failed));
      if (sum > policy->own.failed)
        failures.is_pending = TRUE;
      if (tlsrpt_report_filter_has_policy (filter, policy) &&
          (!is_about_failures || failures.n_wanted > n_before || unexplained > 0))
        is_wanted = TRUE;
    }

  if (!is_wanted)
    return FALSE;

  explained = MIN (MAX (failures.sides[STS], failures.sides[TLSA]), sessions.failed);
  if (first->next > 0)
    failures.is_pending = TRUE;
  if (is_about_failures)
    sessions = (TlsrptReportSessions) { 0, explained + unexplained };

  self->scope++;
  for (const TlsrptReportPolicy *policy = first; policy != NULL; policy = get_next (report, policy))
    {
      count_failures (self, report, policy, day, &failures);
      count_policy_type (self, policy, day, sessions.failed, &failures);

      if (policy->failed >= 0 && policy->failed < policy->own.failed)
        self->is_corrected = TRUE;
      if (g_strcmp0 (policy->type, "no-policy-found") != 0)
        summary->has_policy = TRUE;
    }

  if (count_pending (self, sessions.failed) > explained)
    summary->is_overlapping = TRUE;
  if (first->next > 0 && (!is_about_failures || (failures.shown[STS] > 0 && failures.shown[TLSA] > 0)))
    summary->is_counted_once = TRUE;
  count_unexplained (self, day, unexplained);

  tlsrpt_report_add_sessions (&summary->sessions, sessions);
  count_day (self, day, sessions);
  count_key (self, TLSRPT_REPORT_GROUP_DOMAIN, first->domain, day, sessions);
  count_key (self, TLSRPT_REPORT_GROUP_ORGANIZATION, report->organization, day, sessions);

  return TRUE;
}

static void
add_sample (TlsrptReportTally  *self,
            const TlsrptReport *report)
{
  if (self->samples == NULL)
    {
      self->samples = tlsrpt_report_tally_new (self->real->filter, self->flags);
      self->samples->is_for_samples = TRUE;
    }

  tlsrpt_report_tally_add (self->samples, report);
}

/* Whether a number in a report was none, so that it was left out. */
static gboolean
has_ignored (const TlsrptReport *report)
{
  for (gsize i = 0; i < report->n_notes; i++)
    {
      if (report->notes[i].code == TLSRPT_REPORT_NOTE_NOT_A_COUNT)
        return TRUE;
    }

  return FALSE;
}

/**
 * tlsrpt_report_tally_add:
 * @self: the tally
 * @report: a report
 *
 * Counts a report.  It, or the reader that made it, must live until the end of the
 * tally, which knows strings by their address.
 */
void
tlsrpt_report_tally_add (TlsrptReportTally  *self,
                         const TlsrptReport *report)
{
  const TlsrptReportFilter *filter = self->real->filter;
  gint64 day;
  gboolean is_wanted = FALSE;

  if (!tlsrpt_report_filter_has_report (filter, report))
    return;

  if (!self->is_for_samples && tlsrpt_report_is_sample (report))
    {
      add_sample (self, report);
      return;
    }

  self->report++;
  self->is_corrected = FALSE;
  day = tlsrpt_report_get_day (report);

  for (gsize i = 0; i < report->n_policies; i++)
    {
      if (!report->policies[i].is_repeated && add_policy (self, report, &report->policies[i], day))
        is_wanted = TRUE;
    }

  if (!is_wanted)
    return;

  self->real->summary.n_reports++;
  if (self->is_corrected)
    self->real->summary.n_corrected++;
  if (has_ignored (report))
    self->real->summary.n_ignored++;
  if ((self->flags & TLSRPT_REPORT_TALLY_DETAILS) != 0)
    g_ptr_array_add (self->real->reports, tlsrpt_report_ref ((TlsrptReport *) report));
}

/* Of rows with as many failures. */
static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const TlsrptReportRow *row = &((const Row *) a)->row;
  const TlsrptReportRow *other = &((const Row *) b)->row;

  if (row->sessions.successful != other->sessions.successful)
    return row->sessions.successful < other->sessions.successful ? 1 : -1;

  /* There is one row for a day. */
  return g_strcmp0 (row->key, other->key);
}

/* A string of a report, for a summary that keeps the reports, and a copy for others. */
static const char *
keep_string (TlsrptReportTally *self,
             const char        *text)
{
  if (text == NULL || (self->flags & TLSRPT_REPORT_TALLY_DETAILS) != 0)
    return text;

  return g_string_chunk_insert (self->real->strings, text);
}

static void
end_group (TlsrptReportTally *self,
           TlsrptReportGroup  which)
{
  Group *group = &self->groups[which];
  const guint n_rows = group->rows->len;
  TlsrptReportRow *rows = g_new (TlsrptReportRow, n_rows);
  g_autofree TlsrptReportRank *ranks = g_new (TlsrptReportRank, n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      const Row *row = &g_array_index (group->rows, Row, i);

      /* The first day comes first. */
      ranks[i].number = which == TLSRPT_REPORT_GROUP_DAY ? ~row->row.day
                                                         : row->row.sessions.failed;
      ranks[i].thing = row;
    }
  tlsrpt_report_rank_sort (ranks, n_rows, compare_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      rows[i] = ((const Row *) ranks[i].thing)->row;
      rows[i].key = keep_string (self, rows[i].key);
    }

  self->real->summary.rows[which] = rows;
  self->real->summary.n_rows[which] = n_rows;

  g_clear_pointer (&group->days, g_hash_table_unref);
  tlsrpt_index_clear (&group->index);
  g_array_unref (group->rows);
}

static void
end_problems (TlsrptReportTally *self)
{
  TlsrptReportSummary *summary = &self->real->summary;
  TlsrptReportProblem *problems = tlsrpt_report_problems_end (self->problems,
                                                              &summary->n_problems);

  for (gsize i = 0; i < summary->n_problems; i++)
    {
      problems[i].result_type = keep_string (self, problems[i].result_type);
      problems[i].domain = keep_string (self, problems[i].domain);
      problems[i].mx_host = keep_string (self, problems[i].mx_host);
    }

  summary->problems = problems;
}

/* Alone, samples are what was asked for; beside others it is said that they were there. */
static TlsrptReportSummary *
choose_summary (TlsrptReportSummary *summary,
                TlsrptReportSummary *samples)
{
  gsize n_samples = samples->n_reports;

  if (summary->n_reports == 0 && n_samples > 0)
    {
      tlsrpt_report_summary_unref (summary);
      samples->n_samples = n_samples;
      samples->is_sample = TRUE;
      return samples;
    }

  tlsrpt_report_summary_unref (samples);
  summary->n_samples = n_samples;

  return summary;
}

/**
 * tlsrpt_report_tally_end:
 * @self: (transfer full): the tally
 *
 * Ends counting.
 *
 * Returns: (transfer full): the summary
 */
TlsrptReportSummary *
tlsrpt_report_tally_end (TlsrptReportTally *self)
{
  TlsrptReportSummary *summary = &self->real->summary;
  g_autoptr (TlsrptReportSummary) samples = NULL;

  if (self->samples != NULL)
    samples = tlsrpt_report_tally_end (g_steal_pointer (&self->samples));

  for (gsize i = 0; i < TLSRPT_N_REPORT_GROUPS; i++)
    end_group (self, i);
  end_problems (self);

  for (gsize i = 0; i < N_TABLES; i++)
    g_array_unref (self->slots[i]);
  g_array_unref (self->pending);

  summary->n_details = self->details->len;
  summary->details = (gpointer) g_array_free (self->details, FALSE);
  g_free (self);

  return samples != NULL ? choose_summary (summary, g_steal_pointer (&samples)) : summary;
}

/**
 * tlsrpt_report_summarise:
 * @reports: (element-type TlsrptReport): reports
 * @filter: what is wanted of them
 * @cancellable: (nullable): to stop early
 *
 * Counts what reports say, with the failures.
 *
 * Returns: (transfer full): the summary, of a part of the reports if it was stopped
 */
TlsrptReportSummary *
tlsrpt_report_summarise (const GPtrArray          *reports,
                         const TlsrptReportFilter *filter,
                         GCancellable             *cancellable)
{
  TlsrptReportTally *tally = tlsrpt_report_tally_new (filter, TLSRPT_REPORT_TALLY_DETAILS);

  for (guint i = 0; i < reports->len && !g_cancellable_is_cancelled (cancellable); i++)
    tlsrpt_report_tally_add (tally, g_ptr_array_index (reports, i));

  return tlsrpt_report_tally_end (tally);
}
