/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-summary.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_REPORT_FILTER_BUTTON (tlsrpt_report_filter_button_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptReportFilterButton, tlsrpt_report_filter_button,
                      TLSRPT, REPORT_FILTER_BUTTON, AdwBin)

const TlsrptReportFilter *tlsrpt_report_filter_button_get_filter  (TlsrptReportFilterButton  *self);
void                      tlsrpt_report_filter_button_set_filter  (TlsrptReportFilterButton  *self,
                                                                   const TlsrptReportFilter  *filter);

void                      tlsrpt_report_filter_button_set_summary (TlsrptReportFilterButton  *self,
                                                                   const TlsrptReportSummary *summary);

G_END_DECLS
