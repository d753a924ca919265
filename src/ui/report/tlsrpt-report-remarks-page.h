/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-collection.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_REPORT_REMARKS_PAGE (tlsrpt_report_remarks_page_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptReportRemarksPage, tlsrpt_report_remarks_page,
                      TLSRPT, REPORT_REMARKS_PAGE, AdwBin)

GtkWidget *tlsrpt_report_remarks_page_new (TlsrptReportCollection *collection) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
