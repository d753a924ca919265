/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-summary.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_REPORT_DAYS (tlsrpt_report_days_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptReportDays, tlsrpt_report_days, TLSRPT, REPORT_DAYS, AdwBin)

void tlsrpt_report_days_set_summary (TlsrptReportDays    *self,
                                     TlsrptReportSummary *summary);

G_END_DECLS
