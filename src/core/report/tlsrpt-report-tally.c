/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-tally.h"

#include "tlsrpt-grow.h"
#include "tlsrpt-report-pending.h"
#include "tlsrpt-report-problems.h"
#include "tlsrpt-report-rows.h"
#include "tlsrpt-report-sample.h"

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
  TlsrptReportRows       *groups[TLSRPT_N_REPORT_GROUPS];
  TlsrptReportProblems   *problems;
  TlsrptReportPending    *pending;
  TlsrptReportDetail     *details;
  gsize                   n_details;
  gsize                   n_allocated;
  /* The number of the report that is being added, from 1, and whether its failures
   * contradict its totals. */
  gsize                   report;
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
    self->groups[i] = tlsrpt_report_rows_new ();
  self->problems = tlsrpt_report_problems_new ();
  self->pending = tlsrpt_report_pending_new ();

  return self;
}

static void
count_day (TlsrptReportTally    *self,
           gint64                day,
           TlsrptReportSessions  sessions)
{
  TlsrptReportRows *rows = self->groups[TLSRPT_REPORT_GROUP_DAY];

  tlsrpt_report_rows_count (rows, tlsrpt_report_rows_find_day (rows, day), self->report, sessions);
}

static void
count_key (TlsrptReportTally    *self,
           TlsrptReportGroup     which,
           const char           *key,
           gint64                day,
           TlsrptReportSessions  sessions)
{
  TlsrptReportRows *rows = self->groups[which];

  tlsrpt_report_rows_count (rows, tlsrpt_report_rows_find (rows, key, day), self->report, sessions);
}

/* Counts failed sessions in a line of a table. */
static void
count_failed (TlsrptReportTable table,
              guint             index,
              gint64            n_failed,
              gpointer          user_data)
{
  static const TlsrptReportGroup groups[] = {
    [TLSRPT_REPORT_TABLE_TYPES] = TLSRPT_REPORT_GROUP_RESULT_TYPE,
    [TLSRPT_REPORT_TABLE_HOSTS] = TLSRPT_REPORT_GROUP_MX_HOST,
  };
  TlsrptReportTally *self = user_data;

  if (table == TLSRPT_REPORT_TABLE_PROBLEMS)
    tlsrpt_report_problems_count (self->problems, index, self->report, n_failed);
  else
    tlsrpt_report_rows_count (self->groups[groups[table]], index, self->report,
                              (TlsrptReportSessions) { 0, n_failed });
}

/* Of the same sessions, as MTA-STS and as DANE have it. */
static gint64
get_larger (const gint64 *sides)
{
  return MAX (sides[TLSRPT_REPORT_SIDE_STS], sides[TLSRPT_REPORT_SIDE_TLSA]);
}

/* Failures to count for one entry, or for several with the same sessions. */
typedef struct
{
  gsize    n_wanted;
  gint64   sides[TLSRPT_N_REPORT_SIDES];
  /* Sessions counted by policy type */
  gint64   shown[TLSRPT_N_REPORT_SIDES];
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
  TlsrptReportRows *types = self->groups[TLSRPT_REPORT_GROUP_RESULT_TYPE];
  TlsrptReportRows *hosts = self->groups[TLSRPT_REPORT_GROUP_MX_HOST];

  for (gsize i = 0; i < policy->n_failures; i++)
    {
      const TlsrptReportFailure *failure = &policy->failures[i];
      const gint64 n = MAX (failure->count, 0);
      guint indices[TLSRPT_N_REPORT_TABLES];
      guint type;
      guint host;
      /* A failure with a count of zero did not happen. */
      guint n_tables = failure->count != 0 ? TLSRPT_N_REPORT_TABLES : TLSRPT_REPORT_TABLE_PROBLEMS;

      if (!tlsrpt_report_filter_has_failure (self->real->filter, failure))
        continue;

      type = tlsrpt_report_rows_find (types, failure->result_type, day);
      host = tlsrpt_report_rows_find (hosts, failure->receiving_mx, day);
      indices[TLSRPT_REPORT_TABLE_TYPES] = type;
      indices[TLSRPT_REPORT_TABLE_HOSTS] = host;
      if (n_tables > TLSRPT_REPORT_TABLE_PROBLEMS)
        indices[TLSRPT_REPORT_TABLE_PROBLEMS] =
          tlsrpt_report_problems_find (self->problems, policy, failure, type, host);

      for (guint j = 0; j < n_tables; j++)
        {
          if (failures->is_pending)
            tlsrpt_report_pending_add (self->pending, j, indices[j], policy, n);
          else
            count_failed (j, indices[j], n, self);
        }

      if ((self->flags & TLSRPT_REPORT_TALLY_DETAILS) != 0)
        {
          self->details = tlsrpt_grow (self->details, self->n_details, &self->n_allocated,
                                       sizeof *self->details);
          self->details[self->n_details++] = (TlsrptReportDetail) { report, policy, failure };
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
  TlsrptReportSummary *summary = &self->real->summary;
  const TlsrptReportSessions sessions = { 0, n };

  if (n == 0)
    return;

  count_key (self, TLSRPT_REPORT_GROUP_RESULT_TYPE, NULL, day, sessions);
  count_key (self, TLSRPT_REPORT_GROUP_MX_HOST, NULL, day, sessions);
  summary->n_unexplained = tlsrpt_report_add_counts (summary->n_unexplained, n);
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
  gint64 *shown = &failures->shown[tlsrpt_report_policy_get_side (policy)];

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
  const gint64 unexplained = tlsrpt_report_filter_has_unexplained (filter) ? first->n_unexplained
                                                                           : 0;
  gint64 explained;

  for (const TlsrptReportPolicy *policy = first; policy != NULL; policy = get_next (report, policy))
    {
      const gsize n_before = failures.n_wanted;
      const gint64 sum = add_up_failures (self, policy, &failures.n_wanted);
      const guint side = tlsrpt_report_policy_get_side (policy);

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

  explained = MIN (get_larger (failures.sides), sessions.failed);
  if (first->next > 0)
    failures.is_pending = TRUE;
  if (is_about_failures)
    sessions = (TlsrptReportSessions) { 0, explained + unexplained };

  tlsrpt_report_pending_begin (self->pending);
  for (const TlsrptReportPolicy *policy = first; policy != NULL; policy = get_next (report, policy))
    {
      count_failures (self, report, policy, day, &failures);
      count_policy_type (self, policy, day, sessions.failed, &failures);

      if (policy->failed >= 0 && policy->failed < policy->own.failed)
        self->is_corrected = TRUE;
      if (g_strcmp0 (policy->type, "no-policy-found") != 0)
        summary->has_policy = TRUE;
    }

  if (tlsrpt_report_pending_count (self->pending, sessions.failed, count_failed, self) > explained)
    summary->is_overlapping = TRUE;
  if (first->next > 0 &&
      (!is_about_failures || (failures.shown[TLSRPT_REPORT_SIDE_STS] > 0 &&
                              failures.shown[TLSRPT_REPORT_SIDE_TLSA] > 0)))
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
  TlsrptReportSummary *summary = &self->real->summary;
  TlsrptReportRow *rows = tlsrpt_report_rows_end (self->groups[which], &summary->n_rows[which]);

  for (gsize i = 0; i < summary->n_rows[which]; i++)
    rows[i].key = keep_string (self, rows[i].key);

  summary->rows[which] = rows;
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

  tlsrpt_report_pending_free (self->pending);

  summary->n_details = self->n_details;
  summary->details = self->details;
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
