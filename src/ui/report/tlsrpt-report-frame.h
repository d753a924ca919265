/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_REPORT_FRAME (tlsrpt_report_frame_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptReportFrame, tlsrpt_report_frame, TLSRPT, REPORT_FRAME, AdwBin)

void tlsrpt_report_frame_set_content (TlsrptReportFrame *self,
                                      GtkWidget         *content);

G_END_DECLS
