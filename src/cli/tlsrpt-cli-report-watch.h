/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-evidence.h"

G_BEGIN_DECLS

/* What a script that runs every day needs: a period, one line, and a status. */

/**
 * TlsrptCliFailOn:
 * @TLSRPT_CLI_FAIL_ON_NOTHING: failures are no reason to end with another status
 * @TLSRPT_CLI_FAIL_ON_FAILURES: failed sessions are
 * @TLSRPT_CLI_FAIL_ON_PROBLEMS: problems are that are not resolved
 * @TLSRPT_CLI_FAIL_ON_NEW: problems are that older reports do not have
 *
 * What makes `tlsrpt-cli report` end with status 5.
 */
typedef enum
{
  TLSRPT_CLI_FAIL_ON_NOTHING,
  TLSRPT_CLI_FAIL_ON_FAILURES,
  TLSRPT_CLI_FAIL_ON_PROBLEMS,
  TLSRPT_CLI_FAIL_ON_NEW,
} TlsrptCliFailOn;

gboolean tlsrpt_cli_report_read_period  (const char                *since,
                                         const char                *until,
                                         const char                *last,
                                         gint64                     now,
                                         TlsrptReportFilter        *filter);
gboolean tlsrpt_cli_report_read_domains (char                     **domains);
gboolean tlsrpt_cli_report_read_fail_on (const char                *text,
                                         gboolean                   is_compared,
                                         TlsrptCliFailOn           *fail_on);
gboolean tlsrpt_cli_report_read_days    (const char                *text,
                                         guint                     *n_days);
gboolean tlsrpt_cli_report_has_failed   (TlsrptCliFailOn            fail_on,
                                         const TlsrptReportSummary *summary,
                                         const TlsrptEvidenceSet   *evidence,
                                         const GArray              *changes);
void     tlsrpt_cli_report_append_line  (GString                   *text,
                                         const TlsrptReportSummary *summary,
                                         const TlsrptEvidenceSet   *evidence,
                                         const TlsrptReportFilter  *filter);
const char *tlsrpt_cli_report_get_absence
                                        (const TlsrptReportFilter  *filter);

G_END_DECLS
