/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report.h"

G_BEGIN_DECLS

/* The domain, organisation, host or type of what does not give one: no report
 * gives an empty one. */
#define TLSRPT_REPORT_NOT_GIVEN ""

/**
 * TlsrptReportFilter:
 * @domain: (nullable): the policy domain
 * @organization: (nullable): who reports
 * @result_type: (nullable): the type of failure
 * @mx_host: (nullable): the host that was to receive
 * @first_day: days since 1970, or `TLSRPT_REPORT_NO_TIME`
 * @last_day: days since 1970, or `TLSRPT_REPORT_NO_TIME`
 * @failed_only: only policies with failures
 * @domains: (nullable) (array zero-terminated=1): the policy domains, where several are wanted
 *
 * What is wanted of a set of reports.  `NULL` stands for all, as a key of
 * [struct@ReportRow] for one; `TLSRPT_REPORT_NOT_GIVEN` for what gives none.
 * A filter without limits is `TLSRPT_REPORT_FILTER_ALL`.
 */
typedef struct
{
  const char *domain;
  const char *organization;
  const char *result_type;
  const char *mx_host;
  gint64      first_day;
  gint64      last_day;
  gboolean    failed_only;
  char      **domains;
} TlsrptReportFilter;

#define TLSRPT_REPORT_FILTER_ALL \
  ((TlsrptReportFilter) { \
    .first_day = TLSRPT_REPORT_NO_TIME, \
    .last_day = TLSRPT_REPORT_NO_TIME, \
  })

TlsrptReportFilter *tlsrpt_report_filter_copy              (const TlsrptReportFilter  *self) G_GNUC_WARN_UNUSED_RESULT;
void                tlsrpt_report_filter_free              (TlsrptReportFilter        *self);

gboolean            tlsrpt_report_filter_equal             (const TlsrptReportFilter  *self,
                                                            const TlsrptReportFilter  *other);
gboolean            tlsrpt_report_filter_is_about_failures (const TlsrptReportFilter  *self);
gboolean            tlsrpt_report_filter_has_report        (const TlsrptReportFilter  *self,
                                                            const TlsrptReport        *report);
gboolean            tlsrpt_report_filter_has_policy        (const TlsrptReportFilter  *self,
                                                            const TlsrptReportPolicy  *policy);
gboolean            tlsrpt_report_filter_has_unexplained   (const TlsrptReportFilter  *self);
gboolean            tlsrpt_report_filter_has_failure       (const TlsrptReportFilter  *self,
                                                            const TlsrptReportFailure *failure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptReportFilter, tlsrpt_report_filter_free)

G_END_DECLS
