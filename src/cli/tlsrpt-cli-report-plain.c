/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-report-plain.h"

#include "tlsrpt-display.h"
#include "tlsrpt-evidence-text.h"

/* Keys are harmless: a tab in one would be a column. */
static void
append_row (GString    *text,
            const char *kind,
            const char *key,
            gint64      failed,
            gint64      successful,
            gsize       n_reports)
{
  g_autofree char *shown = tlsrpt_display_sanitise (key != NULL ? key : "", -1);

  g_string_append_printf (text, "%s\t%s\t%" G_GINT64_FORMAT "\t", kind, shown, failed);
  if (successful >= 0)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, successful);
  g_string_append_printf (text, "\t%" G_GSIZE_FORMAT "\n", n_reports);
}

/**
 * tlsrpt_cli_report_append_plain:
 * @text: where to append
 * @summary: what the reports say
 *
 * Appends all tables for awk and grep: a row a line, with tabs between the kind, the key,
 * failed sessions, successful ones, if they are counted, and reports.
 */
void
tlsrpt_cli_report_append_plain (GString                   *text,
                                const TlsrptReportSummary *summary)
{
  static const struct
  {
    TlsrptReportGroup group;
    const char       *kind;
    gboolean          has_successful;
  } kinds[] = {
    { TLSRPT_REPORT_GROUP_RESULT_TYPE, "failure", FALSE },
    { TLSRPT_REPORT_GROUP_MX_HOST, "mail-server", FALSE },
    { TLSRPT_REPORT_GROUP_DOMAIN, "domain", TRUE },
    { TLSRPT_REPORT_GROUP_ORGANIZATION, "organization", TRUE },
    { TLSRPT_REPORT_GROUP_POLICY_TYPE, "policy", TRUE },
    { TLSRPT_REPORT_GROUP_DAY, "day", TRUE },
  };

  append_row (text, "all", "", summary->sessions.failed, summary->sessions.successful,
              summary->n_reports);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      for (gsize j = 0; j < summary->n_rows[kinds[i].group]; j++)
        {
          const TlsrptReportRow *row = &summary->rows[kinds[i].group][j];
          g_autofree char *day = kinds[i].group == TLSRPT_REPORT_GROUP_DAY
                                   ? tlsrpt_evidence_dup_day (row->day) : NULL;

          append_row (text, kinds[i].kind, day != NULL ? day : row->key, row->sessions.failed,
                      kinds[i].has_successful ? row->sessions.successful : -1, row->n_reports);
        }
    }
}
