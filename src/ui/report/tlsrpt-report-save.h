/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-collection.h"
#include "tlsrpt-table.h"

G_BEGIN_DECLS

/* What leaves the view of reports, each where the user says.  The widget is one of the
 * view: the toast that says what came of it appears there. */

void tlsrpt_report_save_csv      (GtkWidget                 *widget,
                                  TlsrptTable               *table,
                                  const TlsrptReportSummary *summary);
void tlsrpt_report_save_json     (GtkWidget                 *widget,
                                  TlsrptReportCollection    *collection,
                                  TlsrptReportSummary       *summary);
void tlsrpt_report_save_html     (GtkWidget                 *widget,
                                  TlsrptReportCollection    *collection,
                                  const TlsrptReportFilter  *filter);
void tlsrpt_report_save_markdown (GtkWidget                 *widget,
                                  TlsrptReportCollection    *collection,
                                  const TlsrptReportFilter  *filter);
void tlsrpt_report_save_pdf      (GtkWidget                 *widget,
                                  TlsrptReportCollection    *collection,
                                  const TlsrptReportFilter  *filter);
void tlsrpt_report_save_print    (GtkWidget                 *widget,
                                  TlsrptReportCollection    *collection,
                                  const TlsrptReportFilter  *filter);

G_END_DECLS
