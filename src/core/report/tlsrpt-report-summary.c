/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-summary.h"

#include "tlsrpt-display.h"

#include <glib/gi18n-lib.h>

/* Numbers of sessions are longer than ngettext() can take everywhere. */
static gulong
get_plural (gint64 n)
{
  return n > G_MAXLONG ? G_MAXLONG : (gulong) n;
}

static char *
dup_failed (TlsrptReportSessions sessions)
{
  gint64 total = tlsrpt_report_add_counts (sessions.successful, sessions.failed);
  g_autofree char *n_failed = g_strdup_printf ("%'" G_GINT64_FORMAT, sessions.failed);
  g_autofree char *n_total = g_strdup_printf ("%'" G_GINT64_FORMAT, total);

  /* Translators: the first %s is the number of sessions that failed, the second that of all */
  return g_strdup_printf (ngettext ("%s of %s session failed", "%s of %s sessions failed",
                                    get_plural (total)),
                          n_failed, n_total);
}

/**
 * tlsrpt_report_summary_dup_domains:
 * @self: a summary
 *
 * Says what the reports are about: the domain, or how many there are.
 *
 * Returns: (transfer full): the text, harmless to show
 */
char *
tlsrpt_report_summary_dup_domains (const TlsrptReportSummary *self)
{
  gsize n = self->n_rows[TLSRPT_REPORT_GROUP_DOMAIN];
  const char *key = n == 1 ? self->rows[TLSRPT_REPORT_GROUP_DOMAIN][0].key : "";

  if (*key != '\0')
    return tlsrpt_display_sanitise (key, -1);

  /* Translators: %'u is a number of domains */
  return g_strdup_printf (ngettext ("%'u domain", "%'u domains", n), (guint) n);
}

/**
 * tlsrpt_report_summary_get_days:
 * @self: a summary
 * @first_day: (out): the first day that a report is about
 * @last_day: (out): the last one
 *
 * Gets the period that the reports are about.
 *
 * Returns: `FALSE` if no day is known
 */
gboolean
tlsrpt_report_summary_get_days (const TlsrptReportSummary *self,
                                gint64                    *first_day,
                                gint64                    *last_day)
{
  gboolean is_known = FALSE;

  for (gsize i = 0; i < self->n_rows[TLSRPT_REPORT_GROUP_DAY]; i++)
    {
      gint64 day = self->rows[TLSRPT_REPORT_GROUP_DAY][i].day;

      if (day == TLSRPT_REPORT_NO_TIME)
        continue;

      if (!is_known)
        *first_day = day;
      *last_day = day;
      is_known = TRUE;
    }

  return is_known;
}

/* What is resolved needs no fix any more. */
static char *
dup_problems (gsize n_problems,
              gsize n_resolved)
{
  gsize n_to_fix = n_problems - n_resolved;
  g_autofree char *to_fix = NULL;
  g_autofree char *resolved = NULL;

  if (n_to_fix == 0)
    /* Translators: %'u is a number of problems; all of them are resolved */
    return g_strdup_printf (ngettext ("%'u problem, resolved", "%'u problems, all resolved",
                                      n_resolved),
                            (guint) n_resolved);

  /* Translators: %'u is a number of problems */
  to_fix = g_strdup_printf (ngettext ("%'u problem to fix", "%'u problems to fix", n_to_fix),
                            (guint) n_to_fix);
  if (n_resolved == 0)
    return g_steal_pointer (&to_fix);

  /* Translators: %'u is a number of problems */
  resolved = g_strdup_printf (ngettext ("%'u resolved", "%'u resolved", n_resolved),
                              (guint) n_resolved);

  /* Translators: the first %s is “1 problem to fix”, the second “2 resolved” */
  return g_strdup_printf (_("%s, %s"), to_fix, resolved);
}

/**
 * tlsrpt_report_summary_dup_headline:
 * @self: a summary
 * @n_resolved: how many of its problems are resolved, as the evidence knows
 *
 * Says in one sentence what the reports say.
 *
 * Returns: (transfer full): a sentence without a full stop
 */
char *
tlsrpt_report_summary_dup_headline (const TlsrptReportSummary *self,
                                    gsize                      n_resolved)
{
  gint64 successful = self->sessions.successful;
  g_autofree char *failed = NULL;
  g_autofree char *problems = NULL;

  if (self->sessions.failed == 0 && successful == 0)
    return g_strdup (self->n_ignored == 0 ? _("No sessions reported")
                                          : _("No valid number of sessions reported"));

  if (self->sessions.failed == 0)
    {
      g_autofree char *n_successful = g_strdup_printf ("%'" G_GINT64_FORMAT, successful);

      /* Nobody knows whether those were all. */
      if (self->n_ignored > 0)
        /* Translators: %s is a number of sessions */
        return g_strdup_printf (ngettext ("%s session succeeded; some numbers are invalid",
                                          "%s sessions succeeded; some numbers are invalid",
                                          get_plural (successful)),
                                n_successful);

      /* Translators: %s is a number of sessions */
      return g_strdup_printf (ngettext ("%s session succeeded",
                                        "All %s sessions succeeded",
                                        get_plural (successful)),
                              n_successful);
    }

  failed = dup_failed (self->sessions);
  if (self->n_problems == 0)
    /* Translators: %s is a sentence like “3 of 12,482 sessions failed” */
    return g_strdup_printf (_("%s; no cause reported"), failed);

  problems = dup_problems (self->n_problems, MIN (n_resolved, self->n_problems));

  /* Translators: a headline: “3 of 12,482 sessions failed”, then “1 problem to fix” */
  return g_strdup_printf (_("%s; %s"), failed, problems);
}

/**
 * tlsrpt_report_summary_get_notes:
 * @self: a summary
 *
 * Gets what one has to know of the numbers: a bit for each [enum@ReportSummaryNote].
 *
 * Returns: the bits
 */
guint
tlsrpt_report_summary_get_notes (const TlsrptReportSummary *self)
{
  guint notes = 0;

  if (self->n_rows[TLSRPT_REPORT_GROUP_POLICY_TYPE] > 0 && !self->has_policy)
    notes |= 1u << TLSRPT_REPORT_SUMMARY_NOTE_NO_POLICY;
  if (self->is_counted_once)
    notes |= 1u << TLSRPT_REPORT_SUMMARY_NOTE_COUNTED_ONCE;
  if (self->n_corrected > 0)
    notes |= 1u << TLSRPT_REPORT_SUMMARY_NOTE_TOTAL_TOO_SMALL;
  if (self->is_overlapping)
    notes |= 1u << TLSRPT_REPORT_SUMMARY_NOTE_OVERLAP;
  if (self->n_unexplained > 0 && self->n_problems > 0)
    notes |= 1u << TLSRPT_REPORT_SUMMARY_NOTE_UNEXPLAINED;
  if (self->n_samples > 0)
    notes |= 1u << TLSRPT_REPORT_SUMMARY_NOTE_SAMPLES;
  if (self->n_ignored > 0)
    notes |= 1u << TLSRPT_REPORT_SUMMARY_NOTE_NOT_A_COUNT;

  return notes;
}

/**
 * tlsrpt_report_summary_note_get_name:
 * @note: a note
 *
 * Gets the name of a note, for programs.  It never changes.
 *
 * Returns: the name
 */
const char *
tlsrpt_report_summary_note_get_name (TlsrptReportSummaryNote note)
{
  static const char *const names[] = {
    [TLSRPT_REPORT_SUMMARY_NOTE_NO_POLICY] = "no-policy",
    [TLSRPT_REPORT_SUMMARY_NOTE_COUNTED_ONCE] = "counted-once",
    [TLSRPT_REPORT_SUMMARY_NOTE_TOTAL_TOO_SMALL] = "total-too-small",
    [TLSRPT_REPORT_SUMMARY_NOTE_OVERLAP] = "overlap",
    [TLSRPT_REPORT_SUMMARY_NOTE_UNEXPLAINED] = "unexplained",
    [TLSRPT_REPORT_SUMMARY_NOTE_SAMPLES] = "samples",
    [TLSRPT_REPORT_SUMMARY_NOTE_NOT_A_COUNT] = "not-a-count",
  };

  g_return_val_if_fail (note < TLSRPT_N_REPORT_SUMMARY_NOTES, NULL);

  return names[note];
}

/**
 * tlsrpt_report_summary_dup_note:
 * @self: a summary
 * @note: one of its notes
 *
 * Says a note for people.
 *
 * Returns: (transfer full): one sentence without a full stop, or several with full stops
 */
char *
tlsrpt_report_summary_dup_note (const TlsrptReportSummary *self,
                                TlsrptReportSummaryNote    note)
{
  g_autofree char *n = NULL;

  switch (note)
    {
    case TLSRPT_REPORT_SUMMARY_NOTE_NO_POLICY:
      return g_strdup (_("The senders found neither MTA-STS nor DANE. This is not a failure: TLS was "
                         "used where the mail servers offered it."));

    case TLSRPT_REPORT_SUMMARY_NOTE_COUNTED_ONCE:
      return g_strdup (_("Sessions covered by both MTA-STS and DANE are counted once"));

    case TLSRPT_REPORT_SUMMARY_NOTE_TOTAL_TOO_SMALL:
      /* Translators: %'u is a number of reports */
      return g_strdup_printf (ngettext ("%'u report lists more failures than its total of failed "
                                        "sessions; the failures are counted",
                                        "%'u reports list more failures than their total of failed "
                                        "sessions; the failures are counted",
                                        self->n_corrected),
                              (guint) self->n_corrected);

    case TLSRPT_REPORT_SUMMARY_NOTE_OVERLAP:
      return g_strdup (_("Some sessions failed in more than one way, so the failures add up to more "
                         "than the failed sessions"));

    case TLSRPT_REPORT_SUMMARY_NOTE_UNEXPLAINED:
      n = g_strdup_printf ("%'" G_GINT64_FORMAT, self->n_unexplained);
      /* Translators: %s is a number of sessions */
      return g_strdup_printf (ngettext ("No cause is reported for %s failed session",
                                        "No cause is reported for %s failed sessions",
                                        get_plural (self->n_unexplained)),
                              n);

    case TLSRPT_REPORT_SUMMARY_NOTE_SAMPLES:
      if (self->is_sample)
        return g_strdup (_("These are samples made by “tlsrpt-cli sample”; nothing of this "
                           "happened"));
      /* Translators: %'u is a number of reports */
      return g_strdup_printf (ngettext ("%'u sample report was not counted",
                                        "%'u sample reports were not counted", self->n_samples),
                              (guint) self->n_samples);

    case TLSRPT_REPORT_SUMMARY_NOTE_NOT_A_COUNT:
      /* Translators: %'u is a number of reports */
      return g_strdup_printf (ngettext ("%'u report contains invalid numbers of sessions, such as "
                                        "negative ones; they are not counted",
                                        "%'u reports contain invalid numbers of sessions, such as "
                                        "negative ones; they are not counted",
                                        (guint) self->n_ignored),
                              (guint) self->n_ignored);

    case TLSRPT_N_REPORT_SUMMARY_NOTES:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * tlsrpt_report_summary_dup_remark:
 * @self: a summary
 *
 * Says all notes for people.
 *
 * Returns: (transfer full) (nullable): one sentence without a full stop, or several with
 *   full stops
 */
char *
tlsrpt_report_summary_dup_remark (const TlsrptReportSummary *self)
{
  guint notes = tlsrpt_report_summary_get_notes (self);
  GString *text;

  if (notes == 0)
    return NULL;

  text = g_string_new (NULL);
  for (guint i = 0; i < TLSRPT_N_REPORT_SUMMARY_NOTES; i++)
    {
      g_autofree char *note = NULL;

      if ((notes >> i & 1) == 0)
        continue;

      note = tlsrpt_report_summary_dup_note (self, i);
      if (text->len == 0)
        {
          g_string_append (text, note);
          continue;
        }

      /* Turns a phrase into a sentence. */
      if (text->str[text->len - 1] != '.')
        g_string_append_c (text, '.');
      g_string_append_printf (text, " %s", note);
      if (text->str[text->len - 1] != '.')
        g_string_append_c (text, '.');
    }

  return g_string_free (text, FALSE);
}
