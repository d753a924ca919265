/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-summary.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlsrptReportTallyFlags:
 * @TLSRPT_REPORT_TALLY_DETAILS: the summary lists the failures, and keeps the
 *   reports for it
 */
typedef enum
{
  TLSRPT_REPORT_TALLY_NUMBERS = 0,
  TLSRPT_REPORT_TALLY_DETAILS = 1 << 0,
} TlsrptReportTallyFlags;

typedef struct _TlsrptReportTally TlsrptReportTally;

TlsrptReportTally   *tlsrpt_report_tally_new (const TlsrptReportFilter *filter,
                                              TlsrptReportTallyFlags    flags) G_GNUC_WARN_UNUSED_RESULT;
void                 tlsrpt_report_tally_add (TlsrptReportTally        *self,
                                              const TlsrptReport       *report);
TlsrptReportSummary *tlsrpt_report_tally_end (TlsrptReportTally        *self) G_GNUC_WARN_UNUSED_RESULT;

TlsrptReportSummary *tlsrpt_report_summarise (const GPtrArray          *reports,
                                              const TlsrptReportFilter *filter,
                                              GCancellable             *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
