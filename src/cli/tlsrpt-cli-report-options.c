/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-report-options.h"

#include "tlsrpt-cli-options.h"
#include "tlsrpt-readiness.h"

#include <glib/gi18n.h>

/* Whether something is asked for that only text can be. */
static gboolean
is_for_text (const TlsrptCliReportOptions *self)
{
  return self->explain || self->failures || self->one_line || self->plain || self->readiness;
}

static gboolean
check_anonymize (const TlsrptCliReportOptions *self,
                 gboolean                      has_format)
{
  if (self->anonymize &&
      (self->compare != NULL || has_format || self->quiet || is_for_text (self)))
    {
      tlsrpt_cli_error (_("--anonymize cannot be combined with other kinds of output"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_compare (const TlsrptCliReportOptions *self)
{
  if (self->compare != NULL &&
      (is_for_text (self) ||
       (self->format != TLSRPT_CLI_FORMAT_TEXT && !tlsrpt_cli_format_is_summary (self->format))))
    {
      tlsrpt_cli_error (_("--compare cannot be combined with other kinds of output"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_text (const TlsrptCliReportOptions *self)
{
  guint n = self->one_line + self->plain + self->readiness;

  if (n > 1 || (n == 1 && (self->explain || self->failures)))
    {
      tlsrpt_cli_error (_("--explain, --failures, --plain, --readiness, and --summary cannot be "
                          "combined"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_format (const TlsrptCliReportOptions *self,
              const char                   *format)
{
  if (self->format == TLSRPT_CLI_FORMAT_TEXT)
    return TRUE;

  if (self->format == TLSRPT_CLI_FORMAT_JSON)
    {
      if (!is_for_text (self) && !self->quiet)
        return TRUE;

      tlsrpt_cli_error (_("--json cannot be combined with options that print less: it prints everything"));
      return FALSE;
    }

  if (is_for_text (self) || (self->quiet && !tlsrpt_cli_format_is_summary (self->format)))
    {
      /* Translators: %s is the name of a format */
      tlsrpt_cli_error (_("--format=%s cannot be combined with options for text"), format);
      return FALSE;
    }

  return TRUE;
}

/**
 * tlsrpt_cli_report_options_clear:
 * @self: the options
 *
 * Frees what the options have.
 */
void
tlsrpt_cli_report_options_clear (TlsrptCliReportOptions *self)
{
  g_clear_pointer (&self->arguments, g_strfreev);
  g_clear_pointer (&self->filter.domains, g_strfreev);
  g_clear_pointer (&self->compare, g_free);
}

/**
 * tlsrpt_cli_report_options_read:
 * @self: (out caller-allocates): the options; clear them in any case
 * @argv: the command line
 * @status: (out): the exit code, if there is nothing to do
 *
 * Reads what is asked for.
 *
 * Returns: `FALSE` if there is nothing to do, or it cannot be done, which is told
 */
gboolean
tlsrpt_cli_report_options_read (TlsrptCliReportOptions  *self,
                                char                   **argv,
                                TlsrptExit              *status)
{
  g_autofree char *days = NULL;
  g_autofree char *fail_on = NULL;
  g_autofree char *format = NULL;
  gboolean is_json = FALSE;
  g_autofree char *last = NULL;
  g_autofree char *since = NULL;
  g_autofree char *until = NULL;
  const GOptionEntry entries[] = {
    { "anonymize", 0, 0, G_OPTION_ARG_NONE, &self->anonymize,
      N_("Print the reports again, without names and addresses"), NULL },
    { "compare", 0, 0, G_OPTION_ARG_FILENAME, &self->compare,
      N_("Tell what became of the problems in OLD, a file or a folder"), N_("OLD") },
    { "days", 0, 0, G_OPTION_ARG_FILENAME, &days,
      N_("Days that --readiness asks for, if not 14"), N_("N") },
    { "domain", 'd', 0, G_OPTION_ARG_FILENAME_ARRAY, &self->filter.domains,
      N_("Only the reports about DOMAIN (repeatable)"), N_("DOMAIN") },
    { "explain", 0, 0, G_OPTION_ARG_NONE, &self->explain,
      N_("Explain what to do about each type of failure"), NULL },
    { "fail-on", 0, 0, G_OPTION_ARG_FILENAME, &fail_on,
      N_("End with status 5 if there are any: failures, problems, or new"), N_("WHAT") },
    { "failures", 0, 0, G_OPTION_ARG_NONE, &self->failures,
      N_("List the failures instead of the tables"), NULL },
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format,
      N_("What to print: text, json, openmetrics, csv, markdown, html"), N_("FORMAT") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, N_("Print everything as a JSON object"), NULL },
    { "last", 0, 0, G_OPTION_ARG_FILENAME, &last,
      N_("Only the last days or weeks, such as 7d or 2w"), N_("PERIOD") },
    { "plain", 0, 0, G_OPTION_ARG_NONE, &self->plain,
      N_("Print the tables for other programs, with tabs between columns"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &self->quiet, N_("Print nothing if nothing failed"), NULL },
    { "readiness", 0, 0, G_OPTION_ARG_NONE, &self->readiness,
      N_("Tell whether MTA-STS policies can be enforced"), NULL },
    { "since", 0, 0, G_OPTION_ARG_FILENAME, &since,
      N_("Only days from DATE on, such as 2026-10-01"), N_("DATE") },
    { "summary", 0, 0, G_OPTION_ARG_NONE, &self->one_line, N_("Print one line"), NULL },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &until, N_("Only days up to DATE"), N_("DATE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  GOptionContext *context = g_option_context_new (_("FILE | FOLDER | -…"));

  *self = (TlsrptCliReportOptions) {
    .n_days = TLSRPT_READINESS_DAYS,
    .filter = TLSRPT_REPORT_FILTER_ALL,
    .now = g_get_real_time () / G_USEC_PER_SEC,
  };
  g_option_context_set_summary (context,
                                _("Reads reports: JSON, compressed or not, archives, email "
                                  "messages, and folders of these."));
  if (!tlsrpt_cli_parse_options (context, entries, argv, status))
    return FALSE;

  *status = TLSRPT_EXIT_USAGE;
  if (self->arguments == NULL)
    {
      tlsrpt_cli_error (_("FILE is missing"));
      return FALSE;
    }

  return tlsrpt_cli_report_read_period (since, until, last, self->now, &self->filter) &&
         tlsrpt_cli_report_read_domains (self->filter.domains) &&
         tlsrpt_cli_report_read_fail_on (fail_on, self->compare != NULL, &self->fail_on) &&
         tlsrpt_cli_report_read_days (days, &self->n_days) &&
         tlsrpt_cli_report_read_format (format, is_json, &self->format) &&
         check_anonymize (self, format != NULL || is_json) && check_compare (self) &&
         check_text (self) && check_format (self, format);
}
