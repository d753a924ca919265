/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-text.h"

#include "tlsrpt-display.h"
#include "tlsrpt-failure-type.h"

#include <glib/gi18n.h>

#define SECONDS_PER_DAY (24 * 60 * 60)

/* Reports use UTC days, whatever the local time zone. A report may also contain a day
 * outside the calendar. */
static GDateTime *
create_date (gint64 day)
{
  gint64 most = G_MAXINT64 / SECONDS_PER_DAY;

  if (day < -most || day > most)
    return NULL;

  return g_date_time_new_from_unix_utc (day * SECONDS_PER_DAY);
}

static char *
format_date (GDateTime  *date,
             const char *format)
{
  /* Translators: stands for something that a report does not give */
  return date != NULL ? g_date_time_format (date, format) : g_strdup (_("Not given"));
}

/**
 * tlsrpt_report_day_dup_text:
 * @day: days since 1970
 *
 * Writes a day for people.
 *
 * Returns: (transfer full): the day
 */
char *
tlsrpt_report_day_dup_text (gint64 day)
{
  g_autoptr (GDateTime) date = create_date (day);

  /* Translators: a day with its year, in the letters of strftime(3)
   * xgettext:no-c-format */
  return format_date (date, _("%b %-e, %Y"));
}

/**
 * tlsrpt_report_day_dup_short:
 * @day: days since 1970
 *
 * Writes a day without its year.
 *
 * Returns: (transfer full): the day
 */
char *
tlsrpt_report_day_dup_short (gint64 day)
{
  g_autoptr (GDateTime) date = create_date (day);

  /* Translators: a day without its year, in the letters of strftime(3)
   * xgettext:no-c-format */
  return format_date (date, _("%b %-e"));
}

/**
 * tlsrpt_report_day_dup_month:
 * @day: days since 1970
 *
 * Writes the month of a day.
 *
 * Returns: (transfer full): the month
 */
char *
tlsrpt_report_day_dup_month (gint64 day)
{
  g_autoptr (GDateTime) date = create_date (day);

  /* Translators: a month with its year, in the letters of strftime(3)
   * xgettext:no-c-format */
  return format_date (date, _("%b %Y"));
}

/**
 * tlsrpt_report_day_dup_year:
 * @day: days since 1970
 *
 * Writes the year of a day.
 *
 * Returns: (transfer full): the year
 */
char *
tlsrpt_report_day_dup_year (gint64 day)
{
  g_autoptr (GDateTime) date = create_date (day);

  /* Translators: a year, in the letters of strftime(3)
   * xgettext:no-c-format */
  return format_date (date, _("%Y"));
}

/**
 * tlsrpt_report_day_dup_plain:
 * @day: days since 1970
 *
 * Writes a day for programs, as ISO 8601 has it.
 *
 * Returns: (transfer full) (nullable): the day, or `NULL` if it is not given
 */
char *
tlsrpt_report_day_dup_plain (gint64 day)
{
  g_autoptr (GDateTime) date = create_date (day);

  return date != NULL ? g_date_time_format (date, "%Y-%m-%d") : NULL;
}

/**
 * tlsrpt_report_days_dup_text:
 * @first: days since 1970
 * @last: days since 1970
 *
 * Writes a period for people.
 *
 * Returns: (transfer full): the period, or its day
 */
char *
tlsrpt_report_days_dup_text (gint64 first,
                             gint64 last)
{
  g_autofree char *first_text = tlsrpt_report_day_dup_text (first);
  g_autofree char *last_text = tlsrpt_report_day_dup_text (last);

  if (first == last)
    return g_steal_pointer (&first_text);

  /* Translators: a period; %s are the first and the last day */
  return g_strdup_printf (_("%s – %s"), first_text, last_text);
}

/**
 * tlsrpt_report_time_dup_text:
 * @time: seconds since 1970, or `TLSRPT_REPORT_NO_TIME`
 *
 * Writes a time for people.
 *
 * Returns: (transfer full): the time
 */
char *
tlsrpt_report_time_dup_text (gint64 time)
{
  g_autoptr (GDateTime) date = NULL;

  if (time != TLSRPT_REPORT_NO_TIME)
    date = g_date_time_new_from_unix_utc (time);

  /* Translators: a day and a time, in the letters of strftime(3)
   * xgettext:no-c-format */
  return format_date (date, _("%b %-e, %Y, %H:%M UTC"));
}

/**
 * tlsrpt_report_type_dup_title:
 * @type: a type of failure, or `TLSRPT_REPORT_NOT_GIVEN`
 *
 * Says what people call a type of failure.
 *
 * Returns: (transfer full): its title in the guide, or else what the report calls it
 */
char *
tlsrpt_report_type_dup_title (const char *type)
{
  TlsrptFailureType *known = tlsrpt_failure_type_lookup (type);
  g_autofree char *shown = NULL;

  if (*type == '\0')
    return g_strdup (_("Failures without details"));

  if (known != NULL)
    return g_strdup (tlsrpt_guide_entry_get_title (TLSRPT_GUIDE_ENTRY (known)));

  shown = tlsrpt_display_isolate (type, -1);

  /* Translators: %s is what a report says where a type of failure should be */
  return g_strdup_printf (_("“%s”"), shown);
}

/**
 * tlsrpt_report_days_of_summary:
 * @summary: a summary
 * @n_days: (out): how many there are
 *
 * Gets the days of the reports, in order, without the reports that give none.
 *
 * Returns: (array length=n_days): days
 */
const TlsrptReportRow *
tlsrpt_report_days_of_summary (const TlsrptReportSummary *summary,
                               gsize                     *n_days)
{
  const TlsrptReportRow *days = summary->rows[TLSRPT_REPORT_GROUP_DAY];

  *n_days = summary->n_rows[TLSRPT_REPORT_GROUP_DAY];

  /* It is less than any day. */
  while (*n_days > 0 && days[0].day == TLSRPT_REPORT_NO_TIME)
    {
      days++;
      (*n_days)--;
    }

  return days;
}

static void
add_part (GPtrArray  *parts,
          const char *key,
          const char *not_given)
{
  if (key != NULL)
    g_ptr_array_add (parts, *key != '\0' ? tlsrpt_display_isolate (key, -1)
                                         : g_strdup (not_given));
}

/**
 * tlsrpt_report_filter_dup_text:
 * @filter: what is wanted of reports
 *
 * Says what the filter wants.
 *
 * Returns: (transfer full) (nullable): a text, or `NULL` if it wants all
 */
char *
tlsrpt_report_filter_dup_text (const TlsrptReportFilter *filter)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  add_part (parts, filter->domain, _("Domain not given"));
  add_part (parts, filter->organization, _("Sender not given"));
  add_part (parts, filter->mx_host, _("MX host not given"));
  add_part (parts, filter->result_type, _("Failures without details"));

  if (filter->first_day != TLSRPT_REPORT_NO_TIME)
    g_ptr_array_add (parts, tlsrpt_report_days_dup_text (filter->first_day, filter->last_day));

  if (filter->failed_only)
    g_ptr_array_add (parts, g_strdup (_("With failures")));

  if (parts->len == 0)
    return NULL;

  g_ptr_array_add (parts, NULL);
  joined = g_strjoinv (" · ", (char **) parts->pdata);

  /* Translators: %s lists what the filter lets through, such as a domain and a period */
  return g_strdup_printf (_("Showing only: %s"), joined);
}

/**
 * tlsrpt_report_scope_dup_text:
 * @summary: a summary
 *
 * Says what it is a summary of.
 *
 * Returns: (transfer full): reports, senders and days
 */
char *
tlsrpt_report_scope_dup_text (const TlsrptReportSummary *summary)
{
  gsize n_senders = summary->n_rows[TLSRPT_REPORT_GROUP_ORGANIZATION];
  g_autofree char *n_reports_text = tlsrpt_display_count (summary->n_reports);
  g_autofree char *n_senders_text = tlsrpt_display_count (n_senders);
  g_autofree char *reports = NULL;
  g_autofree char *senders = NULL;
  g_autofree char *period = NULL;
  const TlsrptReportRow *days;
  gsize n_days;

  /* Translators: %s is a number */
  reports = g_strdup_printf (ngettext ("%s report", "%s reports", summary->n_reports),
                             n_reports_text);
  /* Translators: those who sent reports; %s is a number */
  senders = g_strdup_printf (ngettext ("%s sender", "%s senders", n_senders), n_senders_text);

  days = tlsrpt_report_days_of_summary (summary, &n_days);
  if (n_days > 0)
    period = tlsrpt_report_days_dup_text (days[0].day, days[n_days - 1].day);

  return g_strjoin (" · ", reports, senders, period, NULL);
}
