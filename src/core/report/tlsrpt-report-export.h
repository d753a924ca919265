/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-json-writer.h"
#include "tlsrpt-report-filter.h"
#include "tlsrpt-report-reader.h"
#include "tlsrpt-report-summary.h"

G_BEGIN_DECLS

/* Reports as JSON for programs, the same whatever the sender made of them; what is
 * not given is null. */

void tlsrpt_report_write_begin  (TlsrptJsonWriter          *writer);
void tlsrpt_report_write        (const TlsrptReport        *self,
                                 const TlsrptReportFilter  *filter,
                                 TlsrptJsonWriter          *writer);
void tlsrpt_report_write_totals (const GPtrArray           *faults,
                                 const TlsrptReportSummary *summary,
                                 TlsrptJsonWriter          *writer);

G_END_DECLS
