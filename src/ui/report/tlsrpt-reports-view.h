/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-diagnosis.h"
#include "tlsrpt-report-keeper.h"
#include "tlsrpt-table.h"

G_BEGIN_DECLS

#define TLSRPT_TYPE_REPORTS_VIEW (tlsrpt_reports_view_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptReportsView, tlsrpt_reports_view, TLSRPT, REPORTS_VIEW, AdwBin)

const TlsrptReportFilter *tlsrpt_reports_view_get_filter    (TlsrptReportsView *self);
TlsrptDiagnosis          *tlsrpt_reports_view_get_diagnosis (TlsrptReportsView *self);
void                      tlsrpt_reports_view_set_diagnosis (TlsrptReportsView *self,
                                                             TlsrptDiagnosis   *diagnosis);
void                      tlsrpt_reports_view_set_files     (TlsrptReportsView *self,
                                                             guint              n_faulty_files,
                                                             guint              n_unread_files,
                                                             guint              n_others,
                                                             guint              n_duplicates);
void                      tlsrpt_reports_view_set_folder    (TlsrptReportsView *self,
                                                             const char        *path);
void                      tlsrpt_reports_view_set_keeper    (TlsrptReportsView *self,
                                                             TlsrptReportKeeper *keeper);
TlsrptTable              *tlsrpt_reports_view_get_table     (TlsrptReportsView *self);

void                      tlsrpt_reports_view_reset         (TlsrptReportsView *self);
void                      tlsrpt_reports_view_search        (TlsrptReportsView *self);
void                      tlsrpt_reports_view_show_all      (TlsrptReportsView *self);
void                      tlsrpt_reports_view_show_domain   (TlsrptReportsView *self,
                                                             const char        *domain);

G_END_DECLS
