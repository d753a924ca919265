/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-summary.h"

G_BEGIN_DECLS

/* What reports say, as people write it. */

char *tlsrpt_report_day_dup_month   (gint64                     day) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_report_day_dup_plain   (gint64                     day) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_report_day_dup_short   (gint64                     day) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_report_day_dup_text    (gint64                     day) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_report_day_dup_year    (gint64                     day) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_report_days_dup_text   (gint64                     first,
                                     gint64                     last) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_report_filter_dup_text (const TlsrptReportFilter  *filter) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_report_scope_dup_text  (const TlsrptReportSummary *summary) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_report_time_dup_text   (gint64                     time) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_report_type_dup_title  (const char                *type) G_GNUC_WARN_UNUSED_RESULT;

const TlsrptReportRow *
      tlsrpt_report_days_of_summary (const TlsrptReportSummary *summary,
                                     gsize                     *n_days);

G_END_DECLS
