/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-diagnosis.h"
#include "tlsrpt-readiness.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_REPORT_READINESS_PAGE (tlsrpt_report_readiness_page_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptReportReadinessPage, tlsrpt_report_readiness_page,
                      TLSRPT, REPORT_READINESS_PAGE, AdwBin)

GtkWidget *tlsrpt_report_readiness_page_new (TlsrptDiagnosis       *diagnosis,
                                             const TlsrptReadiness *answer) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
