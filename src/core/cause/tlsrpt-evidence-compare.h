/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-evidence.h"

G_BEGIN_DECLS

/**
 * TlsrptEvidenceChange:
 * @TLSRPT_EVIDENCE_CHANGE_NEW: only the newer reports have it
 * @TLSRPT_EVIDENCE_CHANGE_ONGOING: both have it
 * @TLSRPT_EVIDENCE_CHANGE_RESOLVED: only the older ones have it, and a sender that told of
 *   it reports good sessions of the same policy in the newer ones
 * @TLSRPT_EVIDENCE_CHANGE_SILENT: only the older ones have it, and its senders are silent
 *
 * What became of a problem.
 */
typedef enum
{
  TLSRPT_EVIDENCE_CHANGE_NEW,
  TLSRPT_EVIDENCE_CHANGE_ONGOING,
  TLSRPT_EVIDENCE_CHANGE_RESOLVED,
  TLSRPT_EVIDENCE_CHANGE_SILENT,
} TlsrptEvidenceChange;

/**
 * TlsrptEvidenceComparison:
 * @before: (nullable): the problem in the older reports
 * @after: (nullable): the problem in the newer reports
 *
 * A problem in two sets of reports.
 */
typedef struct
{
  TlsrptEvidenceChange         change;
  const TlsrptEvidenceProblem *before;
  const TlsrptEvidenceProblem *after;
} TlsrptEvidenceComparison;

GArray *tlsrpt_evidence_compare (const TlsrptEvidenceSet *before,
                                 const TlsrptEvidenceSet *after) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
