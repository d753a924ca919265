/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-summary.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_REPORT_FAILURE_PAGE (tlsrpt_report_failure_page_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptReportFailurePage, tlsrpt_report_failure_page,
                      TLSRPT, REPORT_FAILURE_PAGE, AdwBin)

GtkWidget *tlsrpt_report_failure_page_new (const TlsrptReportDetail *detail) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
