/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-cause.h"
#include "tlsrpt-evidence-compare.h"

G_BEGIN_DECLS

/* How problems are spoken of, wherever they are shown. */

char       *tlsrpt_evidence_dup_day            (gint64                       day) G_GNUC_WARN_UNUSED_RESULT;
char       *tlsrpt_evidence_dup_date           (gint64                       day) G_GNUC_WARN_UNUSED_RESULT;
char       *tlsrpt_evidence_dup_dates          (gint64                       first_day,
                                                gint64                       last_day) G_GNUC_WARN_UNUSED_RESULT;
char       *tlsrpt_evidence_problem_dup_title  (const TlsrptEvidenceProblem *self) G_GNUC_WARN_UNUSED_RESULT;
char       *tlsrpt_evidence_problem_dup_period (const TlsrptEvidenceProblem *self) G_GNUC_WARN_UNUSED_RESULT;
const char *tlsrpt_evidence_change_get_label   (TlsrptEvidenceChange         change);
const char *tlsrpt_confidence_get_label        (TlsrptConfidence             confidence);

G_END_DECLS
