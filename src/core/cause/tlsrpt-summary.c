/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-summary.h"

#include "tlsrpt-display.h"
#include "tlsrpt-evidence-text.h"
#include "tlsrpt-report-tally.h"

#include <glib/gi18n-lib.h>

#define SECONDS_PER_DAY (24 * 60 * 60)

/* Nobody reads on after as many. */
#define MOST_PROBLEMS 20
#define MOST_ROWS 31

#define BAR_LENGTH 1000

static void
block_free (gpointer data)
{
  TlsrptSummaryBlock *block = data;

  g_free (block->text);
  g_strfreev (block->items);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_clear_pointer (&block->bars, g_array_unref);
  g_free (block);
}

static TlsrptSummaryBlock *
add_block (GPtrArray         *blocks,
           TlsrptSummaryKind  kind)
{
  TlsrptSummaryBlock *block = g_new0 (TlsrptSummaryBlock, 1);

  block->kind = kind;
  g_ptr_array_add (blocks, block);

  return block;
}

/* Takes the text. */
static void
add_text (GPtrArray         *blocks,
          TlsrptSummaryKind  kind,
          char              *text)
{
  add_block (blocks, kind)->text = text;
}

static void
add_items (GPtrArray         *blocks,
           TlsrptSummaryKind  kind,
           char             **items)
{
  if (*items != NULL)
    add_block (blocks, kind)->items = g_strdupv (items);
}

static TlsrptSummaryBlock *
add_table (GPtrArray *blocks,
           guint      n_numbers)
{
  TlsrptSummaryBlock *block = add_block (blocks, TLSRPT_SUMMARY_TABLE);

  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  block->n_numbers = n_numbers;

  return block;
}

/* Adds a row of cells, which it takes, up to `NULL`. */
static void
add_row (TlsrptSummaryBlock *table,
         char               *cell,
         ...)
{
  GPtrArray *row = g_ptr_array_new ();
  va_list cells;

  va_start (cells, cell);
  for (; cell != NULL; cell = va_arg (cells, char *))
    g_ptr_array_add (row, cell);
  va_end (cells);
  g_ptr_array_add (row, NULL);

  g_ptr_array_add (table->rows, g_ptr_array_free (row, FALSE));
}

static char *
dup_shown (const char *text)
{
  if (text == NULL || *text == '\0')
    /* Translators: what a report should tell and does not */
    return g_strdup (_("not given"));

  return tlsrpt_display_sanitise (text, -1);
}

/* What the summary is about, and from which reports. */
static void
add_subject (GPtrArray                 *blocks,
             const TlsrptSummarySource *source)
{
  const TlsrptReportSummary *summary = source->summary;
  g_autofree char *domains = tlsrpt_report_summary_dup_domains (summary);
  gsize n_senders = summary->n_rows[TLSRPT_REPORT_GROUP_ORGANIZATION];
  g_autofree char *reports = NULL;
  g_autofree char *senders = NULL;
  gint64 first_day;
  gint64 last_day;

  if (tlsrpt_report_summary_get_days (summary, &first_day, &last_day))
    {
      g_autofree char *days = tlsrpt_evidence_dup_dates (first_day, last_day);

      /* Translators: a domain, or how many there are, and a period */
      add_text (blocks, TLSRPT_SUMMARY_PARAGRAPH, g_strdup_printf (_("%s, %s"), domains, days));
    }
  else if (summary->n_reports > 0)
    {
      add_text (blocks, TLSRPT_SUMMARY_PARAGRAPH, g_steal_pointer (&domains));
    }

  add_text (blocks, TLSRPT_SUMMARY_PARAGRAPH,
            tlsrpt_report_summary_dup_headline (summary,
                                                tlsrpt_evidence_set_count_resolved (source->evidence)));

  /* Translators: %'u is a number of reports */
  reports = g_strdup_printf (ngettext ("%'u report", "%'u reports", summary->n_reports),
                             (guint) summary->n_reports);
  /* Translators: %'u is a number of senders */
  senders = g_strdup_printf (ngettext ("%'u sender", "%'u senders", n_senders), (guint) n_senders);
  /* Translators: how many reports there are, and of how many senders */
  add_text (blocks, TLSRPT_SUMMARY_PARAGRAPH, g_strdup_printf (_("%s, %s"), reports, senders));
}

static void
add_remarks (GPtrArray                 *blocks,
             const TlsrptSummarySource *source)
{
  char *remark = tlsrpt_report_summary_dup_remark (source->summary);

  if (remark != NULL)
    add_text (blocks, TLSRPT_SUMMARY_PARAGRAPH, remark);

  if (source->n_faulty_files > 0)
    add_text (blocks, TLSRPT_SUMMARY_PARAGRAPH,
              /* Translators: %'u is a number of files */
              g_strdup_printf (ngettext ("%'u file could not be read", "%'u files could not be read",
                                         source->n_faulty_files),
                               source->n_faulty_files));
}

static void
add_cause (GPtrArray         *blocks,
           const TlsrptCause *cause)
{
  g_auto (GStrv) evidence = tlsrpt_cause_dup_evidence (cause);

  /* Translators: “Certain”, “Likely” or “Possible”, and a cause */
  add_text (blocks, TLSRPT_SUMMARY_PARAGRAPH,
            g_strdup_printf (_("%s: %s"), tlsrpt_confidence_get_label (cause->confidence),
                             cause->message));

  if (*evidence != NULL)
    add_text (blocks, TLSRPT_SUMMARY_PARAGRAPH, g_strdup (_("In the reports:")));
  add_items (blocks, TLSRPT_SUMMARY_LIST, evidence);

  if (*cause->steps != NULL)
    add_text (blocks, TLSRPT_SUMMARY_PARAGRAPH, g_strdup (_("What to do:")));
  add_items (blocks, TLSRPT_SUMMARY_STEPS, cause->steps);

  if (cause->publish_value != NULL)
    {
      add_text (blocks, TLSRPT_SUMMARY_PARAGRAPH,
                /* Translators: %s is a URL or the name of a record */
                g_strdup_printf (_("To publish at %s:"), cause->publish_name));
      add_text (blocks, TLSRPT_SUMMARY_CODE, g_strdup (cause->publish_value));
    }
}

static void
add_problem (GPtrArray                   *blocks,
             const TlsrptSummarySource   *source,
             const TlsrptEvidenceProblem *problem)
{
  g_autoptr (GPtrArray) causes = tlsrpt_cause_find (source->evidence, problem, source->now);
  g_autofree char *failed = tlsrpt_display_count (problem->n_failed);
  g_autofree char *senders = NULL;
  char *period = tlsrpt_evidence_problem_dup_period (problem);

  add_text (blocks, TLSRPT_SUMMARY_SUBHEADING, tlsrpt_evidence_problem_dup_title (problem));
  if (period != NULL)
    add_text (blocks, TLSRPT_SUMMARY_PARAGRAPH, period);

  /* Translators: %'u is a number of senders */
  senders = g_strdup_printf (ngettext ("%'u sender", "%'u senders", problem->senders->len),
                             problem->senders->len);
  add_text (blocks, TLSRPT_SUMMARY_PARAGRAPH,
            /* Translators: the first %s is a number of sessions, the second says how many senders */
            g_strdup_printf (_("Failed sessions: %s, reported by %s"), failed, senders));

  for (guint i = 0; i < causes->len; i++)
    add_cause (blocks, g_ptr_array_index (causes, i));
}

static char *
dup_rest (gsize n_rows,
          gsize most)
{
  gsize n = n_rows - most;

  /* Translators: %'u is a number of lines of a table */
  return g_strdup_printf (ngettext ("and %'u more", "and %'u more", n), (guint) n);
}

static void
add_problems (GPtrArray                 *blocks,
              const TlsrptSummarySource *source)
{
  const GPtrArray *problems = tlsrpt_evidence_set_get_problems (source->evidence);

  add_text (blocks, TLSRPT_SUMMARY_HEADING, g_strdup (_("Problems")));
  if (problems->len == 0)
    add_text (blocks, TLSRPT_SUMMARY_PARAGRAPH, g_strdup (_("No problems reported")));

  for (guint i = 0; i < MIN (problems->len, MOST_PROBLEMS); i++)
    add_problem (blocks, source, g_ptr_array_index (problems, i));
  if (problems->len > MOST_PROBLEMS)
    add_text (blocks, TLSRPT_SUMMARY_PARAGRAPH, dup_rest (problems->len, MOST_PROBLEMS));
}

static char *
dup_sessions (const TlsrptEvidenceProblem *problem)
{
  return problem != NULL ? tlsrpt_display_count (problem->n_failed) : g_strdup ("–");
}

static void
add_comparison (GPtrArray                 *blocks,
                const TlsrptSummarySource *source)
{
  g_autoptr (GArray) changes = NULL;
  g_autofree char *headline = NULL;
  TlsrptSummaryBlock *table;
  gint64 first_day;
  gint64 last_day;

  if (source->older == NULL)
    return;

  add_text (blocks, TLSRPT_SUMMARY_HEADING, g_strdup (_("Compared with the Period Before")));
  if (source->older->n_reports == 0)
    {
      add_text (blocks, TLSRPT_SUMMARY_PARAGRAPH,
                g_strdup (_("There are no reports from that period")));
      return;
    }

  headline =
    tlsrpt_report_summary_dup_headline (source->older,
                                        tlsrpt_evidence_set_count_resolved (source->older_evidence));
  if (tlsrpt_report_summary_get_days (source->older, &first_day, &last_day))
    {
      g_autofree char *days = tlsrpt_evidence_dup_dates (first_day, last_day);

      add_text (blocks, TLSRPT_SUMMARY_PARAGRAPH,
                /* Translators: a period, and a headline about it */
                g_strdup_printf (_("%s: %s"), days, headline));
    }
  else
    {
      add_text (blocks, TLSRPT_SUMMARY_PARAGRAPH, g_steal_pointer (&headline));
    }

  changes = tlsrpt_evidence_compare (source->older_evidence, source->evidence);
  if (changes->len == 0)
    {
      add_text (blocks, TLSRPT_SUMMARY_PARAGRAPH,
                g_strdup (_("No problems, neither before nor now")));
      return;
    }

  table = add_table (blocks, 2);
  /* Translators: headings of columns; the last two are numbers of failed sessions */
  add_row (table, g_strdup (_("Change")), g_strdup (_("Problem")), g_strdup (_("Before")),
           g_strdup (_("Now")), NULL);
  for (guint i = 0; i < MIN (changes->len, MOST_ROWS); i++)
    {
      const TlsrptEvidenceComparison *item = &g_array_index (changes, TlsrptEvidenceComparison, i);
      const TlsrptEvidenceProblem *problem = item->after != NULL ? item->after : item->before;

      add_row (table, g_strdup (tlsrpt_evidence_change_get_label (item->change)),
               tlsrpt_evidence_problem_dup_title (problem), dup_sessions (item->before),
               dup_sessions (item->after), NULL);
    }
  if (changes->len > MOST_ROWS)
    add_text (blocks, TLSRPT_SUMMARY_PARAGRAPH, dup_rest (changes->len, MOST_ROWS));
}

static guint
find_length (gint64 n,
             gint64 longest)
{
  guint length = longest > 0 ? (guint) ((double) n / (double) longest * BAR_LENGTH) : 0;

  /* What is there is seen. */
  return n > 0 ? CLAMP (length, 5, BAR_LENGTH) : 0;
}

/* Adds what sessions are counted by. */
static void
add_group (GPtrArray                 *blocks,
           const TlsrptReportSummary *summary,
           TlsrptReportGroup          group,
           const char                *title,
           const char                *column)
{
  gboolean is_day = group == TLSRPT_REPORT_GROUP_DAY;
  gsize n_rows = summary->n_rows[group];
  /* The last days are those that count. */
  gsize first = is_day && n_rows > MOST_ROWS ? n_rows - MOST_ROWS : 0;
  gint64 longest = 0;
  TlsrptSummaryBlock *table;

  if (n_rows == 0)
    return;

  add_text (blocks, TLSRPT_SUMMARY_HEADING, g_strdup (title));
  table = add_table (blocks, 2);
  table->bars = g_array_new (FALSE, FALSE, sizeof (TlsrptSummaryBar));
  /* Translators: the heading of a column of numbers */
  add_row (table, g_strdup (column), g_strdup (_("Failed")),
           /* Translators: the heading of a column of numbers */
           g_strdup (_("Successful")), NULL);

  for (gsize i = first; i < MIN (n_rows, first + MOST_ROWS); i++)
    {
      const TlsrptReportSessions *sessions = &summary->rows[group][i].sessions;

      longest = MAX (longest, tlsrpt_report_add_counts (sessions->failed, sessions->successful));
    }

  for (gsize i = first; i < MIN (n_rows, first + MOST_ROWS); i++)
    {
      const TlsrptReportRow *row = &summary->rows[group][i];
      TlsrptSummaryBar bar = { find_length (row->sessions.successful, longest),
                               find_length (row->sessions.failed, longest) };
      g_autofree char *day = is_day ? tlsrpt_evidence_dup_date (row->day) : NULL;

      add_row (table, dup_shown (is_day ? day : row->key),
               tlsrpt_display_count (row->sessions.failed),
               tlsrpt_display_count (row->sessions.successful), NULL);
      g_array_append_val (table->bars, bar);
    }
  if (n_rows > MOST_ROWS)
    add_text (blocks, TLSRPT_SUMMARY_PARAGRAPH, dup_rest (n_rows, MOST_ROWS));
}

/**
 * tlsrpt_summary_make:
 * @source: what reports say
 *
 * Makes a summary to hand on.
 *
 * Returns: (transfer full) (element-type TlsrptSummaryBlock): its blocks, in order
 */
GPtrArray *
tlsrpt_summary_make (const TlsrptSummarySource *source)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (block_free);

  add_text (blocks, TLSRPT_SUMMARY_TITLE, g_strdup (_("TLS Reports")));
  add_subject (blocks, source);
  add_remarks (blocks, source);
  add_problems (blocks, source);
  add_comparison (blocks, source);
  add_group (blocks, source->summary, TLSRPT_REPORT_GROUP_DAY, _("Days"), _("Day"));
  add_group (blocks, source->summary, TLSRPT_REPORT_GROUP_ORGANIZATION, _("Senders"),
             _("Organization"));

  return blocks;
}

/**
 * tlsrpt_summary_find_period_before:
 * @filter: what is wanted
 * @now: seconds since 1970
 * @first_day: (out): the first day of the period before
 * @last_day: (out): the last day of it
 *
 * Finds the period before, as long as that of a filter.  A filter without a last day ends
 * yesterday: of today there are no reports yet (RFC 8460 section 4.1).
 *
 * Returns: `FALSE` if the filter has no first day, so that nothing is before it
 */
gboolean
tlsrpt_summary_find_period_before (const TlsrptReportFilter *filter,
                                   gint64                    now,
                                   gint64                   *first_day,
                                   gint64                   *last_day)
{
  gint64 end = filter->last_day;

  if (filter->first_day == TLSRPT_REPORT_NO_TIME)
    return FALSE;

  if (end == TLSRPT_REPORT_NO_TIME)
    end = MAX (now / SECONDS_PER_DAY - 1, filter->first_day);

  *last_day = filter->first_day - 1;
  *first_day = filter->first_day - (end - filter->first_day + 1);

  return TRUE;
}

static TlsrptReportSummary *
count (const GPtrArray          *reports,
       const TlsrptReportFilter *filter,
       TlsrptEvidenceSet        *evidence)
{
  TlsrptReportTally *tally = tlsrpt_report_tally_new (filter, TLSRPT_REPORT_TALLY_NUMBERS);
  TlsrptReportSummary *summary;

  for (guint i = 0; i < reports->len; i++)
    {
      const TlsrptReport *report = g_ptr_array_index (reports, i);

      tlsrpt_report_tally_add (tally, report);
      tlsrpt_evidence_set_add (evidence, report, filter);
    }

  summary = tlsrpt_report_tally_end (tally);
  tlsrpt_evidence_set_end (evidence, summary);

  return summary;
}

/**
 * tlsrpt_summary_make_from_reports:
 * @reports: (element-type TlsrptReport): reports, none of them twice
 * @filter: what is wanted of them
 * @n_faulty_files: the files that could not be read, or not all of them
 * @now: seconds since 1970
 *
 * Makes a summary to hand on.  If the filter has a first day, it is compared with the
 * period before.
 *
 * Returns: (transfer full) (element-type TlsrptSummaryBlock): its blocks, in order
 */
GPtrArray *
tlsrpt_summary_make_from_reports (const GPtrArray          *reports,
                                  const TlsrptReportFilter *filter,
                                  guint                     n_faulty_files,
                                  gint64                    now)
{
  g_autoptr (TlsrptEvidenceSet) evidence = tlsrpt_evidence_set_new ();
  g_autoptr (TlsrptEvidenceSet) older_evidence = tlsrpt_evidence_set_new ();
  g_autoptr (TlsrptReportSummary) summary = count (reports, filter, evidence);
  g_autoptr (TlsrptReportSummary) older = NULL;
  TlsrptReportFilter before = *filter;

  if (tlsrpt_summary_find_period_before (filter, now, &before.first_day, &before.last_day))
    older = count (reports, &before, older_evidence);

  return tlsrpt_summary_make (&(TlsrptSummarySource) {
    .summary = summary,
    .evidence = evidence,
    .older = older,
    .older_evidence = older != NULL ? older_evidence : NULL,
    .n_faulty_files = n_faulty_files,
    .now = now,
  });
}
