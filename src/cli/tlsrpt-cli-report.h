/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-cli.h"
#include "tlsrpt-report-summary.h"

G_BEGIN_DECLS

/* Everything that `tlsrpt-cli report` says to people. */
void       tlsrpt_cli_report_append_failures (GString                   *text,
                                              const TlsrptReport        *report,
                                              const TlsrptReportFilter  *filter);
void       tlsrpt_cli_report_append_headline (GString                   *text,
                                              const TlsrptReportSummary *summary,
                                              const char                *absence,
                                              gsize                      n_resolved,
                                              guint                      n_duplicates,
                                              guint                      n_faulty_files,
                                              guint                      n_others);
void       tlsrpt_cli_report_append_tables   (GString                   *text,
                                              const TlsrptReportSummary *summary);
void       tlsrpt_cli_report_append_notes    (GString                   *text,
                                              const GPtrArray           *notes);
void       tlsrpt_cli_report_append_remedies (GString                   *text,
                                              const TlsrptReportSummary *summary);
void       tlsrpt_cli_report_append_end      (GString                   *text,
                                              const TlsrptReportSummary *summary,
                                              gsize                      n_resolved);

TlsrptExit tlsrpt_cli_report                 (int                        argc,
                                              char                     **argv);

G_END_DECLS
