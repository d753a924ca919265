/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_REPORT_PROGRESS (tlsrpt_report_progress_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptReportProgress, tlsrpt_report_progress, TLSRPT, REPORT_PROGRESS, AdwBin)

void tlsrpt_report_progress_start     (TlsrptReportProgress *self);
void tlsrpt_report_progress_stop      (TlsrptReportProgress *self);
void tlsrpt_report_progress_set_files (TlsrptReportProgress *self,
                                       guint                 n_read,
                                       guint                 n_files);

G_END_DECLS
