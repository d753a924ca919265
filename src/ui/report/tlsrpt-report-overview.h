/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-diagnosis.h"
#include "tlsrpt-report-keeper.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_REPORT_OVERVIEW (tlsrpt_report_overview_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptReportOverview, tlsrpt_report_overview,
                      TLSRPT, REPORT_OVERVIEW, AdwBin)

void tlsrpt_report_overview_set_diagnosis (TlsrptReportOverview *self,
                                           TlsrptDiagnosis      *diagnosis,
                                           TlsrptReportKeeper   *keeper);

G_END_DECLS
