/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-evidence.h"

G_BEGIN_DECLS

char *tlsrpt_report_problem_dup_place    (const TlsrptEvidenceProblem *problem) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_report_problem_dup_state    (const TlsrptEvidenceProblem *problem) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_report_problem_dup_subtitle (const TlsrptEvidenceProblem *problem) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_report_problem_dup_headline (const TlsrptEvidenceProblem *problem) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
