/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-summary.h"

G_BEGIN_DECLS

gboolean              tlsrpt_report_may_be_unlisted   (const char                *result_type);
const char           *tlsrpt_report_failure_get_place (const TlsrptReportFailure *self);

/* The problems of a summary while it is counted. */
typedef struct _TlsrptReportProblems TlsrptReportProblems;

TlsrptReportProblems *tlsrpt_report_problems_new   (void) G_GNUC_WARN_UNUSED_RESULT;
guint                 tlsrpt_report_problems_find  (TlsrptReportProblems      *self,
                                                    const TlsrptReportPolicy  *policy,
                                                    const TlsrptReportFailure *failure,
                                                    guint                      type_number,
                                                    guint                      host_number);
void                  tlsrpt_report_problems_count (TlsrptReportProblems      *self,
                                                    guint                      index,
                                                    gsize                      report,
                                                    gint64                     n_failed);
TlsrptReportProblem  *tlsrpt_report_problems_end   (TlsrptReportProblems      *self,
                                                    gsize                     *n_problems) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
