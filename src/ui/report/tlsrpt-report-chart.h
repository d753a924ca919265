/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_REPORT_CHART (tlsrpt_report_chart_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptReportChart, tlsrpt_report_chart, TLSRPT, REPORT_CHART, GtkWidget)

void tlsrpt_report_chart_set_bars (TlsrptReportChart          *self,
                                   gint64                      first_day,
                                   gint64                      days_per_bar,
                                   const TlsrptReportSessions *bars,
                                   guint                       n_bars);
void tlsrpt_report_chart_set_failed_only
                                  (TlsrptReportChart          *self,
                                   gboolean                    is_failed_only);

G_END_DECLS
