/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-filter.h"

G_BEGIN_DECLS

/* What reports say, for a monitoring system. */
typedef struct _TlsrptReportMetrics TlsrptReportMetrics;

TlsrptReportMetrics *tlsrpt_report_metrics_new    (const TlsrptReportFilter  *filter) G_GNUC_WARN_UNUSED_RESULT;
void                 tlsrpt_report_metrics_free   (TlsrptReportMetrics       *self);
void                 tlsrpt_report_metrics_add    (TlsrptReportMetrics       *self,
                                                   const TlsrptReport        *report);
void                 tlsrpt_report_metrics_append (const TlsrptReportMetrics *self,
                                                   guint                      n_faulty_files,
                                                   GString                   *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptReportMetrics, tlsrpt_report_metrics_free)

G_END_DECLS
