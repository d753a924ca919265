/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-summary.h"

G_BEGIN_DECLS

/* The rows of a group of the summary while they grow: each has a string of reports, or is a
 * day. */
typedef struct _TlsrptReportRows TlsrptReportRows;

TlsrptReportRows *tlsrpt_report_rows_new      (void) G_GNUC_WARN_UNUSED_RESULT;

guint             tlsrpt_report_rows_find     (TlsrptReportRows     *self,
                                               const char           *key,
                                               gint64                day);
guint             tlsrpt_report_rows_find_day (TlsrptReportRows     *self,
                                               gint64                day);
void              tlsrpt_report_rows_count    (TlsrptReportRows     *self,
                                               guint                 index,
                                               gsize                 report,
                                               TlsrptReportSessions  sessions);
TlsrptReportRow  *tlsrpt_report_rows_end      (TlsrptReportRows     *self,
                                               gsize                *n_rows) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
