/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-report-format.h"

#include "tlsrpt-cli-choice.h"
#include "tlsrpt-cli.h"
#include "tlsrpt-csv.h"
#include "tlsrpt-display.h"
#include "tlsrpt-evidence-text.h"

#include <glib/gi18n.h>

static const char *const formats[] = {
  [TLSRPT_CLI_FORMAT_TEXT] = "text",
  [TLSRPT_CLI_FORMAT_JSON] = "json",
  [TLSRPT_CLI_FORMAT_OPENMETRICS] = "openmetrics",
  [TLSRPT_CLI_FORMAT_CSV] = "csv",
  [TLSRPT_CLI_FORMAT_MARKDOWN] = "markdown",
  [TLSRPT_CLI_FORMAT_HTML] = "html",
  NULL,
};

/* The columns of the window’s table. */
static const char *const headings[] = {
  N_("Failure"),
  N_("Sessions"),
  N_("MX Host"),
  N_("Domain"),
  N_("Sender"),
  N_("Day"),
  N_("Receiving Address"),
  N_("Sending Address"),
  N_("Reason Code"),
};

/**
 * tlsrpt_cli_report_read_format:
 * @text: (nullable): what --format has
 * @is_json: whether --json was given
 * @format: (out): what to print
 *
 * Reads what is to be printed.
 *
 * Returns: `FALSE` if it cannot be used, which is told
 */
gboolean
tlsrpt_cli_report_read_format (const char      *text,
                               gboolean         is_json,
                               TlsrptCliFormat *format)
{
  *format = is_json ? TLSRPT_CLI_FORMAT_JSON : TLSRPT_CLI_FORMAT_TEXT;
  if (text == NULL)
    return TRUE;

  for (gsize i = 0; formats[i] != NULL; i++)
    {
      if (!g_str_equal (text, formats[i]))
        continue;

      *format = (TlsrptCliFormat) i;
      if (is_json && *format != TLSRPT_CLI_FORMAT_JSON)
        tlsrpt_cli_error (_("--json and --format contradict each other"));
      return !is_json || *format == TLSRPT_CLI_FORMAT_JSON;
    }

  tlsrpt_cli_choice_report ("--format", text, formats);

  return FALSE;
}

/**
 * tlsrpt_cli_format_is_summary:
 * @format: a format
 *
 * Returns: whether it is for people, and begins with a headline
 */
gboolean
tlsrpt_cli_format_is_summary (TlsrptCliFormat format)
{
  return format == TLSRPT_CLI_FORMAT_MARKDOWN || format == TLSRPT_CLI_FORMAT_HTML;
}

void
tlsrpt_cli_report_append_csv_headings (GString *text)
{
  const char *cells[G_N_ELEMENTS (headings)];

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    cells[i] = _(headings[i]);

  tlsrpt_csv_append_row (text, cells, G_N_ELEMENTS (cells));
}

/* What has to be known of the numbers is the last row, as the window has it. */
void
tlsrpt_cli_report_append_csv_note (GString    *text,
                                   const char *note)
{
  g_autofree char *plain = tlsrpt_display_strip_isolates (note);
  const char *cells[G_N_ELEMENTS (headings)] = { plain };

  tlsrpt_csv_append_row (text, cells, G_N_ELEMENTS (cells));
}

static void
append_failure (GString                   *text,
                const TlsrptReport        *report,
                const TlsrptReportPolicy  *policy,
                const TlsrptReportFailure *failure)
{
  g_autofree char *day = tlsrpt_evidence_dup_day (tlsrpt_report_get_day (report));
  g_autofree char *sessions = failure->count != TLSRPT_REPORT_NO_COUNT
                              ? g_strdup_printf ("%" G_GINT64_FORMAT, failure->count) : g_strdup ("");
  const char *given[] = {
    failure->result_type, sessions, failure->receiving_mx, policy->domain, report->organization, day,
    failure->receiving_ip, failure->sending_ip, failure->reason_code,
  };
  char *cells[G_N_ELEMENTS (given)];

  for (gsize i = 0; i < G_N_ELEMENTS (given); i++)
    cells[i] = tlsrpt_display_sanitise (given[i] != NULL ? given[i] : "", -1);

  tlsrpt_csv_append_row (text, (const char *const *) cells, G_N_ELEMENTS (cells));

  for (gsize i = 0; i < G_N_ELEMENTS (given); i++)
    g_free (cells[i]);
}

/**
 * tlsrpt_cli_report_append_csv:
 * @text: where to append
 * @report: a report
 * @filter: what is wanted of it
 *
 * Appends a row for each failure.
 */
void
tlsrpt_cli_report_append_csv (GString                  *text,
                              const TlsrptReport       *report,
                              const TlsrptReportFilter *filter)
{
  if (!tlsrpt_report_filter_has_report (filter, report))
    return;

  for (gsize i = 0; i < report->n_policies; i++)
    {
      const TlsrptReportPolicy *policy = &report->policies[i];

      if (!tlsrpt_report_filter_has_policy (filter, policy))
        continue;

      for (gsize j = 0; j < policy->n_failures; j++)
        {
          if (tlsrpt_report_filter_has_failure (filter, &policy->failures[j]))
            append_failure (text, report, policy, &policy->failures[j]);
        }
    }
}
