/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-columns.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_REPORT_REMARK_DIALOG (tlsrpt_report_remark_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptReportRemarkDialog, tlsrpt_report_remark_dialog,
                      TLSRPT, REPORT_REMARK_DIALOG, AdwMessageDialog)

GtkWidget *tlsrpt_report_remark_dialog_new (GtkWindow                *parent,
                                            const TlsrptReportRemark *remark) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
