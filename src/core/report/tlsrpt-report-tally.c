/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-tally.h"

#include "tlsrpt-octets.h"
#include "tlsrpt-report-problems.h"
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

typedef struct
{
  GHashTable *indices;
  GArray     *rows;
  RecentRow   recent[1 << RECENT_BITS];
} Group;

typedef struct
{
  TlsrptReportSummary  summary;
  gatomicrefcount      ref_count;
  TlsrptReportFilter  *filter;
  GStringChunk        *strings;
  GPtrArray           *reports;
} RealSummary;

struct _TlsrptReportTally
{
  RealSummary            *real;
  TlsrptReportTallyFlags  flags;
  Group                   groups[TLSRPT_N_REPORT_GROUPS];
  TlsrptReportProblems   *problems;
  GArray                 *details;
  /* The number of the report that is being added, from 1. */
  gsize                   report;
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
      self->groups[i].indices = i == TLSRPT_REPORT_GROUP_DAY
                                  ? g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL)
                                  : g_hash_table_new (tlsrpt_text_hash_str, g_str_equal);
      self->groups[i].rows = g_array_new (FALSE, TRUE, sizeof (Row));
    }
  self->problems = tlsrpt_report_problems_new (real->strings);
  self->details = g_array_new (FALSE, FALSE, sizeof (TlsrptReportDetail));

  return self;
}

static guint
add_row (Group      *group,
         gpointer    key,
         const char *text,
         gint64      day)
{
  Row row = { .row = { .key = text, .day = day } };

  g_array_append_val (group->rows, row);
  g_hash_table_insert (group->indices, key, GUINT_TO_POINTER (group->rows->len - 1));

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

  if (!g_hash_table_lookup_extended (group->indices, &day, NULL, &index))
    index = GUINT_TO_POINTER (add_row (group, g_memdup2 (&day, sizeof day), NULL, day));

  count (self, &g_array_index (group->rows, Row, GPOINTER_TO_UINT (index)), sessions);
}

static void
count_key (TlsrptReportTally    *self,
           TlsrptReportGroup     which,
           const char           *key,
           gint64                day,
           TlsrptReportSessions  sessions)
{
  Group *group = &self->groups[which];
  RecentRow *recent;
  gpointer index;
  Row *row;

  if (key == NULL)
    key = TLSRPT_REPORT_NOT_GIVEN;

  recent = &group->recent[tlsrpt_octets_mix (GPOINTER_TO_SIZE (key)) >> (64 - RECENT_BITS)];
  if (recent->key != key)
    {
      if (!g_hash_table_lookup_extended (group->indices, key, NULL, &index))
        {
          char *kept = g_string_chunk_insert (self->real->strings, key);

          index = GUINT_TO_POINTER (add_row (group, kept, kept, day));
        }

      recent->key = key;
      recent->index = GPOINTER_TO_UINT (index);
    }

  row = &g_array_index (group->rows, Row, recent->index);
  row->row.day = MAX (row->row.day, day);
  count (self, row, sessions);
}

/* Counts the failures that are wanted, and returns the sessions that they are. */
static gint64
count_failures (TlsrptReportTally        *self,
                const TlsrptReport       *report,
                const TlsrptReportPolicy *policy,
                gint64                    day,
                gsize                    *n_wanted)
{
  gint64 sum = 0;

  for (gsize i = 0; i < policy->n_failures; i++)
    {
      const TlsrptReportFailure *failure = &policy->failures[i];
      const TlsrptReportSessions sessions = { 0, failure->count };

      if (!tlsrpt_report_filter_has_failure (self->real->filter, failure))
        continue;

      (*n_wanted)++;
      sum = tlsrpt_report_add_counts (sum, failure->count);
      count_key (self, TLSRPT_REPORT_GROUP_RESULT_TYPE, failure->result_type, day, sessions);
      count_key (self, TLSRPT_REPORT_GROUP_MX_HOST, failure->receiving_mx, day, sessions);
      if (failure->count != 0)
        tlsrpt_report_problems_count (self->problems, self->report, policy, failure);

      if ((self->flags & TLSRPT_REPORT_TALLY_DETAILS) != 0)
        {
          const TlsrptReportDetail detail = { report, policy, failure };

          g_array_append_val (self->details, detail);
        }
    }

  return sum;
}

static gboolean
add_policy (TlsrptReportTally        *self,
            const TlsrptReport       *report,
            const TlsrptReportPolicy *policy,
            gint64                    day)
{
  TlsrptReportSummary *summary = &self->real->summary;
  TlsrptReportSessions sessions = policy->sessions;
  TlsrptReportSessions given = { policy->successful, policy->failed };
  gsize n_wanted = 0;
  gint64 detailed = count_failures (self, report, policy, day, &n_wanted);

  if (tlsrpt_report_filter_is_about_failures (self->real->filter))
    {
      if (n_wanted == 0)
        return FALSE;

      sessions = given = (TlsrptReportSessions) { 0, detailed };
    }
  else if (policy->failed > detailed)
    {
      count_key (self, TLSRPT_REPORT_GROUP_RESULT_TYPE, NULL, day,
                 (TlsrptReportSessions) { 0, policy->failed - detailed });
    }
  else if (policy->failed == TLSRPT_REPORT_NO_COUNT)
    {
      given.failed = detailed;
    }

  tlsrpt_report_add_sessions (&summary->sessions, sessions);
  count_day (self, day, sessions);
  count_key (self, TLSRPT_REPORT_GROUP_DOMAIN, policy->domain, day, sessions);
  count_key (self, TLSRPT_REPORT_GROUP_ORGANIZATION, report->organization, day, sessions);
  count_key (self, TLSRPT_REPORT_GROUP_POLICY_TYPE, policy->type, day, given);

  if (g_strcmp0 (policy->type, "no-policy-found") != 0)
    summary->has_policy = TRUE;

  return TRUE;
}

static gboolean
is_counted_once (const TlsrptReport *report)
{
  for (gsize i = 0; i < report->n_notes; i++)
    {
      if (report->notes[i].code == TLSRPT_REPORT_NOTE_COUNTED_ONCE)
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

  self->report++;
  day = tlsrpt_report_get_day (report);

  for (gsize i = 0; i < report->n_policies; i++)
    {
      if (tlsrpt_report_filter_has_policy (filter, &report->policies[i]) &&
          add_policy (self, report, &report->policies[i], day))
        is_wanted = TRUE;
    }

  if (!is_wanted)
    return;

  self->real->summary.n_reports++;
  if (!tlsrpt_report_filter_is_about_failures (filter) && is_counted_once (report))
    self->real->summary.is_counted_once = TRUE;
  if ((self->flags & TLSRPT_REPORT_TALLY_DETAILS) != 0)
    g_ptr_array_add (self->real->reports, tlsrpt_report_ref ((TlsrptReport *) report));
}

static int
compare_counts (gint64 a,
                gint64 b)
{
  return (a < b) - (a > b);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return compare_counts (((const Row *) b)->row.day, ((const Row *) a)->row.day);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const TlsrptReportRow *row = &((const Row *) a)->row;
  const TlsrptReportRow *other = &((const Row *) b)->row;
  int result = compare_counts (row->sessions.failed, other->sessions.failed);

  if (result == 0)
    result = compare_counts (row->sessions.successful, other->sessions.successful);
  if (result == 0)
    result = strcmp (row->key, other->key);

  return result;
}

static void
end_group (TlsrptReportTally *self,
           TlsrptReportGroup  which)
{
  Group *group = &self->groups[which];
  TlsrptReportRow *rows = g_new (TlsrptReportRow, group->rows->len);

  g_array_sort (group->rows, which == TLSRPT_REPORT_GROUP_DAY ? compare_days : compare_rows);
  for (guint i = 0; i < group->rows->len; i++)
    rows[i] = g_array_index (group->rows, Row, i).row;

  self->real->summary.rows[which] = rows;
  self->real->summary.n_rows[which] = group->rows->len;

  g_hash_table_unref (group->indices);
  g_array_unref (group->rows);
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

  for (gsize i = 0; i < TLSRPT_N_REPORT_GROUPS; i++)
    end_group (self, i);
  summary->problems = tlsrpt_report_problems_end (self->problems, &summary->n_problems);

  summary->n_details = self->details->len;
  summary->details = (gpointer) g_array_free (self->details, FALSE);
  g_free (self);

  return summary;
}
