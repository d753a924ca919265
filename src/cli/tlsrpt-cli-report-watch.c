/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-report-watch.h"

#include "tlsrpt-cli-choice.h"
#include "tlsrpt-cli.h"
#include "tlsrpt-display.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-evidence-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define SECONDS_PER_DAY (24 * 60 * 60)
#define DAYS_PER_WEEK 7

/* Longer than reports have existed. */
#define MOST_DAYS 36500

/* GDate counts its days from another one. */
#define JULIAN_1970 719163

/* Reads “2026-10-12”. */
static gboolean
read_date (const char *option,
           const char *text,
           gint64     *day)
{
  g_autofree char *shown = NULL;
  guint numbers[3] = { 0 };
  gboolean is_form = strlen (text) == strlen ("YYYY-MM-DD");

  for (gsize i = 0, n = 0; is_form && text[i] != '\0'; i++)
    {
      if (i == 4 || i == 7)
        {
          is_form = text[i] == '-';
          n++;
        }
      else
        {
          is_form = g_ascii_isdigit (text[i]);
          numbers[n] = numbers[n] * 10 + (guint) g_ascii_digit_value (text[i]);
        }
    }

  if (is_form && g_date_valid_dmy ((GDateDay) numbers[2], (GDateMonth) numbers[1],
                                   (GDateYear) numbers[0]))
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, (GDateDay) numbers[2], (GDateMonth) numbers[1],
                      (GDateYear) numbers[0]);
      *day = (gint64) g_date_get_julian (&date) - JULIAN_1970;
      return TRUE;
    }

  shown = tlsrpt_display_sanitise (text, -1);
  /* Translators: the first %s is the name of an option, the second what was given for it */
  tlsrpt_cli_error (_("%s: “%s” is not a date such as 2026-10-12"), option, shown);

  return FALSE;
}

/* Reads “7d” or “2w”. */
static gboolean
read_last (const char *text,
           guint64    *n_days)
{
  gsize length = strlen (text);
  g_autofree char *number = length > 1 ? g_strndup (text, length - 1) : NULL;
  g_autofree char *shown = NULL;
  gboolean is_week = length > 1 && text[length - 1] == 'w';

  if (number != NULL && (is_week || text[length - 1] == 'd') &&
      g_ascii_string_to_unsigned (number, 10, 1, MOST_DAYS / DAYS_PER_WEEK, n_days, NULL))
    {
      if (is_week)
        *n_days *= DAYS_PER_WEEK;
      return TRUE;
    }

  shown = tlsrpt_display_sanitise (text, -1);
  /* Translators: %s is what was given for the option */
  tlsrpt_cli_error (_("--last: “%s” is not a period such as 7d or 2w"), shown);

  return FALSE;
}

/**
 * tlsrpt_cli_report_read_period:
 * @since: (nullable): what --since has
 * @until: (nullable): what --until has
 * @last: (nullable): what --last has
 * @now: seconds since 1970
 * @filter: (inout): gets the days
 *
 * Reads a period.  It is about the days of reports, in UTC; the first and the last are
 * part of it.
 *
 * Returns: `FALSE` if it cannot be used, which is told
 */
gboolean
tlsrpt_cli_report_read_period (const char         *since,
                               const char         *until,
                               const char         *last,
                               gint64              now,
                               TlsrptReportFilter *filter)
{
  guint64 n_days;

  if (last != NULL && (since != NULL || until != NULL))
    {
      tlsrpt_cli_error (_("--last cannot be combined with --since or --until"));
      return FALSE;
    }

  if ((since != NULL && !read_date ("--since", since, &filter->first_day)) ||
      (until != NULL && !read_date ("--until", until, &filter->last_day)))
    return FALSE;

  if (since != NULL && until != NULL && filter->first_day > filter->last_day)
    {
      tlsrpt_cli_error (_("--since is after --until"));
      return FALSE;
    }

  if (last != NULL)
    {
      if (!read_last (last, &n_days))
        return FALSE;
      filter->first_day = now / SECONDS_PER_DAY - (gint64) n_days;
    }

  return TRUE;
}

/**
 * tlsrpt_cli_report_read_domains:
 * @domains: (inout) (nullable): what --domain has; domains as reports have them afterwards
 *
 * Reads domains, given as anywhere else.
 *
 * Returns: `FALSE` if one cannot be used, which is told
 */
gboolean
tlsrpt_cli_report_read_domains (char **domains)
{
  for (gsize i = 0; domains != NULL && domains[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      char *domain = tlsrpt_domain_to_ascii (domains[i], &error);

      if (domain == NULL)
        {
          tlsrpt_cli_error ("%s", error->message);
          return FALSE;
        }

      g_free (domains[i]);
      domains[i] = domain;
    }

  return TRUE;
}

/**
 * tlsrpt_cli_report_read_fail_on:
 * @text: (nullable): what --fail-on has
 * @is_compared: whether there are older reports
 * @fail_on: (out): what it means
 *
 * Reads what makes the command end with status 5.
 *
 * Returns: `FALSE` if it cannot be used, which is told
 */
gboolean
tlsrpt_cli_report_read_fail_on (const char      *text,
                                gboolean         is_compared,
                                TlsrptCliFailOn *fail_on)
{
  static const char *const known[] = { "failures", "problems", "new", NULL };

  *fail_on = TLSRPT_CLI_FAIL_ON_NOTHING;
  if (text == NULL)
    return TRUE;

  if (g_str_equal (text, "failures"))
    {
      *fail_on = TLSRPT_CLI_FAIL_ON_FAILURES;
      return TRUE;
    }

  if (g_str_equal (text, "problems"))
    {
      *fail_on = TLSRPT_CLI_FAIL_ON_PROBLEMS;
      return TRUE;
    }

  if (g_str_equal (text, "new"))
    {
      *fail_on = TLSRPT_CLI_FAIL_ON_NEW;
      if (!is_compared)
        tlsrpt_cli_error (_("--fail-on=new needs --compare"));
      return is_compared;
    }

  tlsrpt_cli_choice_report ("--fail-on", text, known);

  return FALSE;
}

/**
 * tlsrpt_cli_report_read_days:
 * @text: (nullable): what --days has
 * @n_days: (inout): how many days are enough
 *
 * Reads a number of days.
 *
 * Returns: `FALSE` if it cannot be used, which is told
 */
gboolean
tlsrpt_cli_report_read_days (const char *text,
                             guint      *n_days)
{
  g_autofree char *shown = NULL;
  guint64 number;

  if (text == NULL)
    return TRUE;

  if (g_ascii_string_to_unsigned (text, 10, 1, MOST_DAYS, &number, NULL))
    {
      *n_days = (guint) number;
      return TRUE;
    }

  shown = tlsrpt_display_sanitise (text, -1);
  /* Translators: %s is what was given for the option */
  tlsrpt_cli_error (_("--days: “%s” is not a number of days"), shown);

  return FALSE;
}

/**
 * tlsrpt_cli_report_has_failed:
 * @fail_on: what is watched for
 * @summary: what the reports say
 * @evidence: (nullable): what else they say, if problems are watched for
 * @changes: (nullable): what became of problems, if new ones are watched for
 *
 * Returns: whether it has happened
 */
gboolean
tlsrpt_cli_report_has_failed (TlsrptCliFailOn            fail_on,
                              const TlsrptReportSummary *summary,
                              const TlsrptEvidenceSet   *evidence,
                              const GArray              *changes)
{
  const GPtrArray *problems;

  /* New ones come first. */
  if (fail_on == TLSRPT_CLI_FAIL_ON_NEW)
    return changes->len > 0 && g_array_index (changes, TlsrptEvidenceComparison, 0).change ==
                               TLSRPT_EVIDENCE_CHANGE_NEW;

  if (fail_on == TLSRPT_CLI_FAIL_ON_FAILURES)
    return summary->sessions.failed > 0;

  if (fail_on == TLSRPT_CLI_FAIL_ON_NOTHING)
    return FALSE;

  problems = tlsrpt_evidence_set_get_problems (evidence);
  for (guint i = 0; i < problems->len; i++)
    {
      const TlsrptEvidenceProblem *problem = g_ptr_array_index (problems, i);

      if (problem->state != TLSRPT_EVIDENCE_RESOLVED)
        return TRUE;
    }

  return FALSE;
}

static void
append_days (GString                   *text,
             const TlsrptReportSummary *summary)
{
  gint64 days[2];

  if (!tlsrpt_report_summary_get_days (summary, &days[0], &days[1]))
    return;

  for (gsize i = 0; i < (days[0] == days[1] ? 1 : 2); i++)
    {
      g_autofree char *shown = tlsrpt_evidence_dup_day (days[i]);

      g_string_append_printf (text, "%s%s", i == 0 ? ", " : "/", shown);
    }
}

/* How many problems there are, and the worst of those that are not resolved. */
static void
append_problems (GString                   *text,
                 const TlsrptReportSummary *summary,
                 const TlsrptEvidenceSet   *evidence)
{
  const GPtrArray *problems = tlsrpt_evidence_set_get_problems (evidence);
  guint n_problems = (guint) summary->n_problems;
  guint n_resolved = MIN ((guint) tlsrpt_evidence_set_count_resolved (evidence), n_problems);
  guint n_open = n_problems - n_resolved;

  for (guint i = 0; i < problems->len && n_open > 0; i++)
    {
      const TlsrptEvidenceProblem *worst = g_ptr_array_index (problems, i);
      g_autofree char *type = NULL;
      g_autofree char *place = NULL;

      if (worst->state == TLSRPT_EVIDENCE_RESOLVED)
        continue;

      type = tlsrpt_display_sanitise (worst->result_type, -1);
      place = tlsrpt_display_sanitise (*worst->mx_host != '\0' ? worst->mx_host : worst->domain, -1);
      g_string_append (text, ", ");
      /* Translators: %'u is a number of problems; the first %s is a type of failure, the
       * second the host or domain that has it */
      g_string_append_printf (text, ngettext ("%'u problem (%s %s)", "%'u problems (first: %s %s)",
                                              n_open),
                              n_open, type, place);
      break;
    }

  if (n_resolved == 0)
    return;

  g_string_append (text, ", ");
  if (n_open > 0)
    /* Translators: %'u is a number of problems */
    g_string_append_printf (text, ngettext ("%'u resolved", "%'u resolved", n_resolved), n_resolved);
  else
    /* Translators: %'u is a number of problems; all of them are resolved */
    g_string_append_printf (text, ngettext ("%'u problem, resolved", "%'u problems, all resolved",
                                            n_resolved),
                            n_resolved);
}

/**
 * tlsrpt_cli_report_get_absence:
 * @filter: what is wanted of the reports
 *
 * Says that there is no report, since numbers would look as if all were well.
 *
 * Returns: (nullable): a sentence without a full stop, or `NULL` if all reports are wanted
 */
const char *
tlsrpt_cli_report_get_absence (const TlsrptReportFilter *filter)
{
  if (filter->first_day != TLSRPT_REPORT_FILTER_ALL.first_day ||
      filter->last_day != TLSRPT_REPORT_FILTER_ALL.last_day)
    return _("No reports from this period");

  return filter->domains != NULL ? _("No reports about the given domains") : NULL;
}

/**
 * tlsrpt_cli_report_append_line:
 * @text: where to append
 * @summary: what the reports say
 * @evidence: what else they say
 * @filter: what is wanted of them
 *
 * Appends all that fits on one line, for a message or a log.
 */
void
tlsrpt_cli_report_append_line (GString                   *text,
                               const TlsrptReportSummary *summary,
                               const TlsrptEvidenceSet   *evidence,
                               const TlsrptReportFilter  *filter)
{
  g_autofree char *domains = tlsrpt_report_summary_dup_domains (summary);
  gint64 total = tlsrpt_report_add_counts (summary->sessions.successful, summary->sessions.failed);
  g_autofree char *n_failed = g_strdup_printf ("%'" G_GINT64_FORMAT, summary->sessions.failed);
  g_autofree char *n_total = g_strdup_printf ("%'" G_GINT64_FORMAT, total);
  gsize n_senders = summary->n_rows[TLSRPT_REPORT_GROUP_ORGANIZATION];

  if (summary->n_reports == 0)
    {
      const char *absence = tlsrpt_cli_report_get_absence (filter);

      g_string_append_printf (text, "%s\n", absence != NULL ? absence : _("No sessions reported"));
      return;
    }

  /* Translators: the first %s is a domain, the second the number of sessions that failed, the
   * third that of all */
  g_string_append_printf (text, _("%s: %s of %s sessions failed"), domains, n_failed, n_total);
  append_problems (text, summary, evidence);

  g_string_append (text, ", ");
  /* Translators: %'u is a number of senders */
  g_string_append_printf (text, ngettext ("%'u sender", "%'u senders", n_senders),
                          (guint) n_senders);
  append_days (text, summary);
  g_string_append_c (text, '\n');
}
