/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-anonymizer.h"
#include "tlsrpt-cli-report-format.h"
#include "tlsrpt-cli-report-options.h"
#include "tlsrpt-evidence.h"
#include "tlsrpt-json-writer.h"
#include "tlsrpt-report-children.h"
#include "tlsrpt-report-faults.h"
#include "tlsrpt-report-metrics.h"
#include "tlsrpt-report-tally.h"

G_BEGIN_DECLS

/* One file after the other is read, told and forgotten; what remains are numbers,
 * and what identifies a report. */
typedef struct
{
  TlsrptCliReportOptions  options;

  TlsrptReportChildren   *children;
  GPtrArray              *reports;
  GPtrArray              *faults;
  TlsrptReportTally      *tally;
  /* (nullable): only if causes are wanted */
  TlsrptEvidenceSet      *evidence;
  /* (nullable): the same of the period before, for a summary */
  TlsrptReportFilter      older_filter;
  TlsrptReportTally      *older_tally;
  TlsrptEvidenceSet      *older_evidence;
  TlsrptReportMetrics    *metrics;
  /* (nullable): only if the reports are wanted without names */
  TlsrptAnonymizer       *anonymizer;
  GHashTable             *known;
  guint                   n_duplicates;
  TlsrptReportFaults     *known_faults;
  /* Reports of another kind: whether they are faults is known at the end. */
  GPtrArray              *others;
  /* (element-type utf8): notes on types that are spelled in another way */
  GPtrArray              *spellings;
  guint                   n_faulty_files;

  GString                *output;
  TlsrptJsonWriter        writer;
  gboolean                is_written;
} TlsrptCliReportRun;

/* What comes in. */
void tlsrpt_cli_report_run_read      (TlsrptCliReportRun        *run,
                                      const char                *argument);
void tlsrpt_cli_report_run_read_rest (TlsrptCliReportRun        *run);

/* What goes out. */
void tlsrpt_cli_report_run_write     (TlsrptCliReportRun        *run);
void tlsrpt_cli_report_run_print     (TlsrptCliReportRun        *run);
void tlsrpt_cli_report_run_tell      (const TlsrptReportFault   *fault);
void tlsrpt_cli_report_run_begin     (TlsrptCliReportRun        *run);
void tlsrpt_cli_report_run_end       (TlsrptCliReportRun        *run,
                                      const TlsrptReportSummary *summary,
                                      const TlsrptReportSummary *older,
                                      const TlsrptEvidenceSet   *older_evidence,
                                      const GArray              *changes);

G_END_DECLS
