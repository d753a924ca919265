/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report.h"

G_BEGIN_DECLS

/**
 * TlsrptReportMx:
 * @TLSRPT_REPORT_MX_UNKNOWN: the report does not give the policy, or it is not one of
 *   MTA-STS, or it does not give the host
 * @TLSRPT_REPORT_MX_LISTED: the policy covers the host
 * @TLSRPT_REPORT_MX_NOT_LISTED: no pattern of it does
 *
 * Whether an MTA-STS policy covers a host.
 */
typedef enum
{
  TLSRPT_REPORT_MX_UNKNOWN,
  TLSRPT_REPORT_MX_LISTED,
  TLSRPT_REPORT_MX_NOT_LISTED,
} TlsrptReportMx;

gboolean       tlsrpt_report_mx_matches  (const char               *pattern,
                                          const char               *host);
TlsrptReportMx tlsrpt_report_mx_find     (const TlsrptReportPolicy *policy,
                                          const char               *host);
char          *tlsrpt_report_mx_dup_text (const char               *domain,
                                          const char               *host) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
