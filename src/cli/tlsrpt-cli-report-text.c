/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-report.h"

#include "tlsrpt-cli-explain-text.h"
#include "tlsrpt-cli-report-table.h"
#include "tlsrpt-cli-terminal.h"
#include "tlsrpt-display.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-failure-type.h"
#include "tlsrpt-guide-text.h"
#include "tlsrpt-mail-host.h"
#include "tlsrpt-reason-code.h"
#include "tlsrpt-wrap.h"

#include <glib/gi18n.h>

#define INDENT 2
#define DETAIL_INDENT 4

/* A table of more says less. */
#define MOST_ROWS 20

static char *
dup_shown (const char *text)
{
  if (text == NULL || *text == '\0')
    /* Translators: what a report should tell and does not */
    return g_strdup (_("not given"));

  return tlsrpt_display_sanitise (text, -1);
}

static char *
dup_day (gint64 day)
{
  g_autoptr (GDateTime) date = NULL;

  if (day == TLSRPT_REPORT_NO_TIME)
    return dup_shown (NULL);

  date = g_date_time_new_from_unix_utc (day * 24 * 60 * 60);

  return g_date_time_format (date, "%Y-%m-%d");
}

static void
append_rest (GString *text,
             gsize    n_rows)
{
  if (n_rows > MOST_ROWS)
    {
      g_string_append_printf (text, "%*s", INDENT, "");
      g_string_append_printf (text,
                              /* Translators: %'u is a number of lines of a table */
                              ngettext ("and %'u more", "and %'u more", n_rows - MOST_ROWS),
                              (guint) (n_rows - MOST_ROWS));
      g_string_append_c (text, '\n');
    }
}

static void
append_problems (GString                   *text,
                 const TlsrptReportSummary *summary)
{
  g_autoptr (GArray) lines = tlsrpt_cli_report_table_new (_("Problems"), FALSE);

  if (summary->n_problems == 0)
    return;

  for (gsize i = 0; i < MIN (summary->n_problems, MOST_ROWS); i++)
    {
      const TlsrptReportProblem *problem = &summary->problems[i];
      g_autofree char *type = dup_shown (problem->result_type);
      g_autofree char *place = dup_shown (problem->mx_host != NULL ? problem->mx_host
                                                                   : problem->domain);

      /* Translators: a type of failure, and the host or domain that has it */
      tlsrpt_cli_report_table_add (lines, g_strdup_printf (_("%s: %s"), type, place),
                                   problem->n_failed, -1, problem->n_reports);
    }

  g_string_append_c (text, '\n');
  tlsrpt_cli_report_table_append (text, lines);
  append_rest (text, summary->n_problems);
}

static void
append_group (GString                   *text,
              const TlsrptReportSummary *summary,
              TlsrptReportGroup          group,
              const char                *heading)
{
  gboolean is_day = group == TLSRPT_REPORT_GROUP_DAY;
  gboolean has_successful = group != TLSRPT_REPORT_GROUP_RESULT_TYPE &&
                            group != TLSRPT_REPORT_GROUP_MX_HOST;
  g_autoptr (GArray) lines = tlsrpt_cli_report_table_new (heading, has_successful);
  gsize n_rows = summary->n_rows[group];
  /* The last days are those that count. */
  gsize first = is_day && n_rows > MOST_ROWS ? n_rows - MOST_ROWS : 0;

  if (n_rows == 0 || (n_rows == 1 && !has_successful && *summary->rows[group]->key == '\0'))
    return;

  for (gsize i = first; i < MIN (n_rows, first + MOST_ROWS); i++)
    {
      const TlsrptReportRow *row = &summary->rows[group][i];

      tlsrpt_cli_report_table_add (lines, is_day ? dup_day (row->day) : dup_shown (row->key),
                                   row->sessions.failed,
                                   has_successful ? row->sessions.successful : -1,
                                   row->n_reports);
    }

  g_string_append_c (text, '\n');
  tlsrpt_cli_report_table_append (text, lines);
  append_rest (text, n_rows);
}

/**
 * tlsrpt_cli_report_append_tables:
 * @text: where to append
 * @summary: what the reports say
 *
 * Appends the numbers by all that they are counted by.
 */
void
tlsrpt_cli_report_append_tables (GString                   *text,
                                 const TlsrptReportSummary *summary)
{
  append_problems (text, summary);
  append_group (text, summary, TLSRPT_REPORT_GROUP_RESULT_TYPE, _("Failure"));
  append_group (text, summary, TLSRPT_REPORT_GROUP_MX_HOST, _("Mail Server"));
  append_group (text, summary, TLSRPT_REPORT_GROUP_DOMAIN, _("Domain"));
  append_group (text, summary, TLSRPT_REPORT_GROUP_ORGANIZATION, _("Organization"));
  append_group (text, summary, TLSRPT_REPORT_GROUP_POLICY_TYPE, _("Policy"));
  append_group (text, summary, TLSRPT_REPORT_GROUP_DAY, _("Day"));
}

static void
append_paragraph (GString    *text,
                  const char *paragraph,
                  guint       indent)
{
  g_autofree char *first = g_strnfill (indent, ' ');

  tlsrpt_wrap_append (text, paragraph, first, indent, tlsrpt_wrap_get_width ());
}

/**
 * tlsrpt_cli_report_append_headline:
 * @text: where to append
 * @summary: what the reports say
 * @absence: (nullable): what to say if there are no reports
 * @n_resolved: the problems that are resolved
 * @n_duplicates: the reports that came again
 * @n_faulty_files: the files that could not be read, or not all of them
 * @n_others: DMARC reports
 *
 * Appends what the reports say as a whole.
 */
void
tlsrpt_cli_report_append_headline (GString                   *text,
                                   const TlsrptReportSummary *summary,
                                   const char                *absence,
                                   gsize                      n_resolved,
                                   guint                      n_duplicates,
                                   guint                      n_faulty_files,
                                   guint                      n_others)
{
  g_autofree char *headline = tlsrpt_report_summary_dup_headline (summary, n_resolved);
  g_autofree char *styled = tlsrpt_cli_style (TLSRPT_CLI_STYLE_HEADING, headline);
  g_autofree char *remark = tlsrpt_report_summary_dup_remark (summary);
  g_autofree char *reports = NULL;

  append_paragraph (text, styled, 0);
  if (remark != NULL)
    append_paragraph (text, remark, 0);

  /* Translators: %'u is a number of reports */
  reports = g_strdup_printf (ngettext ("%'u report", "%'u reports", summary->n_reports),
                             (guint) summary->n_reports);
  append_paragraph (text, summary->n_reports == 0 && absence != NULL ? absence : reports, 0);

  if (n_others > 0)
    {
      g_autofree char *others =
        /* Translators: %'u is a number of reports */
        g_strdup_printf (ngettext ("%'u DMARC report was skipped",
                                   "%'u DMARC reports were skipped", n_others),
                         n_others);

      append_paragraph (text, others, 0);
    }

  if (n_duplicates > 0)
    {
      g_autofree char *duplicates =
        /* Translators: %'u is a number of reports */
        g_strdup_printf (ngettext ("%'u duplicate report was skipped",
                                   "%'u duplicate reports were skipped", n_duplicates),
                         n_duplicates);

      append_paragraph (text, duplicates, 0);
    }

  if (n_faulty_files > 0)
    {
      g_autofree char *faults =
        /* Translators: %'u is a number of files */
        g_strdup_printf (ngettext ("%'u file could not be read", "%'u files could not be read",
                                   n_faulty_files),
                         n_faulty_files);

      append_paragraph (text, faults, 0);
    }
}

/**
 * tlsrpt_cli_report_append_end:
 * @text: where to append
 * @summary: what the reports say
 * @n_resolved: the problems that are resolved
 *
 * Appends the headline once more, as the last line of a long page.
 */
void
tlsrpt_cli_report_append_end (GString                   *text,
                              const TlsrptReportSummary *summary,
                              gsize                      n_resolved)
{
  g_autofree char *headline = tlsrpt_report_summary_dup_headline (summary, n_resolved);
  g_autofree char *styled = tlsrpt_cli_style (TLSRPT_CLI_STYLE_HEADING, headline);

  g_string_append_c (text, '\n');
  append_paragraph (text, styled, 0);
}

static void
append_given (GString    *text,
              const char *label,
              const char *value)
{
  g_autofree char *shown = NULL;
  g_autofree char *line = NULL;

  if (value == NULL)
    return;

  shown = tlsrpt_display_sanitise (value, -1);
  /* Translators: a label, such as “Mail server”, and what it is about */
  line = g_strdup_printf (_("%s: %s"), label, shown);
  append_paragraph (text, line, DETAIL_INDENT);
}

static void
append_reason (GString    *text,
               const char *reason_code)
{
  TlsrptReasonCode *known;
  g_autofree char *plain = NULL;

  append_given (text, _("Reason code"), reason_code);

  known = reason_code != NULL ? tlsrpt_reason_code_lookup (reason_code) : NULL;
  if (known == NULL)
    return;

  plain = tlsrpt_guide_text_to_plain (tlsrpt_guide_entry_get_summary (TLSRPT_GUIDE_ENTRY (known)),
                                      NULL, NULL);
  append_paragraph (text, plain, DETAIL_INDENT + INDENT);
}

static void
append_failure (GString                   *text,
                const TlsrptReportFailure *failure)
{
  g_autofree char *type = dup_shown (failure->result_type);
  g_autofree char *sessions = NULL;
  g_autofree char *line = NULL;

  if (failure->count == TLSRPT_REPORT_NO_COUNT)
    sessions = dup_shown (NULL);
  else
    /* Translators: %s is a number of sessions */
    sessions = g_strdup_printf ("%'" G_GINT64_FORMAT, failure->count);

  /* Translators: a type of failure, and how many sessions failed */
  line = g_strdup_printf (_("%s (sessions: %s)"), type, sessions);
  append_paragraph (text, line, INDENT);

  append_given (text, _("Mail server"), failure->receiving_mx);
  append_given (text, _("IP address"), failure->receiving_ip);
  append_given (text, _("HELO name"), failure->receiving_helo);
  append_given (text, _("Sender’s address"), failure->sending_ip);
  append_reason (text, failure->reason_code);
  append_given (text, _("Additional information"), failure->additional_information);
}

static void
append_policy_failures (GString                  *text,
                        const TlsrptReport       *report,
                        const TlsrptReportPolicy *policy)
{
  g_autofree char *organization = dup_shown (report->organization);
  g_autofree char *day = dup_day (tlsrpt_report_get_day (report));
  g_autofree char *domain = dup_shown (policy->domain);
  g_autofree char *type = dup_shown (policy->type);
  g_autofree char *applied = g_strjoinv ("; ", (char **) policy->policy);
  g_autofree char *line = NULL;

  /* Translators: who reports, a day, a domain and a type of policy, such as “sts” */
  line = g_strdup_printf (_("%s, %s, %s (%s)"), organization, day, domain, type);
  append_paragraph (text, line, 0);
  append_given (text, _("Policy"), *applied != '\0' ? applied : NULL);

  for (gsize i = 0; i < policy->n_failures; i++)
    append_failure (text, &policy->failures[i]);

  g_string_append_c (text, '\n');
}

/**
 * tlsrpt_cli_report_append_failures:
 * @text: where to append
 * @report: a report
 * @filter: what is wanted of it
 *
 * Appends the failures of a report, if there are any.
 */
void
tlsrpt_cli_report_append_failures (GString                  *text,
                                   const TlsrptReport       *report,
                                   const TlsrptReportFilter *filter)
{
  if (!tlsrpt_report_filter_has_report (filter, report))
    return;

  for (gsize i = 0; i < report->n_policies; i++)
    {
      if (report->policies[i].n_failures > 0 &&
          tlsrpt_report_filter_has_policy (filter, &report->policies[i]))
        append_policy_failures (text, report, &report->policies[i]);
    }
}

/* The names of the worst problem of a type.  What a report says may be no name, and
 * then it must not get into a command. */
static void
find_names (const TlsrptReportSummary *summary,
            const char                *result_type,
            TlsrptNames               *names)
{
  for (gsize i = 0; i < summary->n_problems; i++)
    {
      const TlsrptReportProblem *problem = &summary->problems[i];

      if (!g_str_equal (problem->result_type, result_type))
        continue;

      names->domain = tlsrpt_domain_to_ascii (problem->domain, NULL);
      if (problem->mx_host != NULL)
        names->mx = tlsrpt_mail_host_to_ascii (problem->mx_host, NULL);
      return;
    }
}

/**
 * tlsrpt_cli_report_append_notes:
 * @text: where to append
 * @notes: (element-type utf8): sentences
 *
 * Appends what is to be known before the remedies.
 */
void
tlsrpt_cli_report_append_notes (GString         *text,
                                const GPtrArray *notes)
{
  if (notes->len > 0)
    g_string_append_c (text, '\n');
  for (guint i = 0; i < notes->len; i++)
    append_paragraph (text, g_ptr_array_index (notes, i), 0);
}

static void
append_remedy (GString                   *text,
               const TlsrptReportSummary *summary,
               const char                *result_type)
{
  TlsrptFailureType *type = tlsrpt_failure_type_lookup (result_type);
  TlsrptNames names = { NULL, NULL };

  g_string_append_c (text, '\n');

  if (type == NULL)
    {
      g_autofree char *shown = tlsrpt_display_sanitise (result_type, -1);
      /* Translators: %s is a type of failure */
      g_autofree char *line = g_strdup_printf (_("“%s” is not defined in RFC 8460. Ask the sender "
                                                 "what it means."),
                                               shown);

      append_paragraph (text, line, 0);
      return;
    }

  find_names (summary, result_type, &names);
  tlsrpt_cli_explain_append_remedy (text, &names, TLSRPT_GUIDE_ENTRY (type));
  g_free (names.domain);
  g_free (names.mx);
}

/**
 * tlsrpt_cli_report_append_remedies:
 * @text: where to append
 * @summary: what the reports say
 *
 * Appends what to do about each type of failure.
 */
void
tlsrpt_cli_report_append_remedies (GString                   *text,
                                   const TlsrptReportSummary *summary)
{
  const TlsrptReportRow *rows = summary->rows[TLSRPT_REPORT_GROUP_RESULT_TYPE];
  gsize n_rows = summary->n_rows[TLSRPT_REPORT_GROUP_RESULT_TYPE];

  for (gsize i = 0; i < MIN (n_rows, MOST_ROWS); i++)
    {
      if (!g_str_equal (rows[i].key, TLSRPT_REPORT_NOT_GIVEN))
        append_remedy (text, summary, rows[i].key);
    }

  if (n_rows > MOST_ROWS)
    g_string_append_c (text, '\n');
  append_rest (text, n_rows);
}
