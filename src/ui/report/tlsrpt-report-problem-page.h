/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-diagnosis.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_REPORT_PROBLEM_PAGE (tlsrpt_report_problem_page_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptReportProblemPage, tlsrpt_report_problem_page,
                      TLSRPT, REPORT_PROBLEM_PAGE, AdwBin)

GtkWidget *tlsrpt_report_problem_page_new (TlsrptDiagnosis             *diagnosis,
                                           const TlsrptEvidenceProblem *problem) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
