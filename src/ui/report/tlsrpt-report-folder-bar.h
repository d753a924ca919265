/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_REPORT_FOLDER_BAR (tlsrpt_report_folder_bar_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptReportFolderBar, tlsrpt_report_folder_bar,
                      TLSRPT, REPORT_FOLDER_BAR, AdwBin)

void tlsrpt_report_folder_bar_hide          (TlsrptReportFolderBar *self);
void tlsrpt_report_folder_bar_offer         (TlsrptReportFolderBar *self);
void tlsrpt_report_folder_bar_show_error    (TlsrptReportFolderBar *self,
                                             const char            *path,
                                             const GError          *error);
void tlsrpt_report_folder_bar_show_left_out (TlsrptReportFolderBar *self,
                                             guint                  n_left_out);

G_END_DECLS
