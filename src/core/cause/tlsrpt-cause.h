/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-evidence.h"
#include "tlsrpt-failure-type.h"

G_BEGIN_DECLS

/**
 * TlsrptConfidence:
 * @TLSRPT_CONFIDENCE_CERTAIN: the reports say all that is needed
 * @TLSRPT_CONFIDENCE_LIKELY: hardly anything else explains the reports
 * @TLSRPT_CONFIDENCE_POSSIBLE: the reports do not decide it
 *
 * How sure a cause is.
 */
typedef enum
{
  TLSRPT_CONFIDENCE_CERTAIN,
  TLSRPT_CONFIDENCE_LIKELY,
  TLSRPT_CONFIDENCE_POSSIBLE,
} TlsrptConfidence;

/**
 * TlsrptCause:
 * @code: the name of the rule; it never changes
 * @message: what the cause is: one sentence without a full stop, or several with full
 *   stops
 * @evidence: (array zero-terminated=1): members of reports and their values
 * @actors: who must act
 * @steps: (array zero-terminated=1): what to do, as sentences with full stops, or with a
 *   command at their end
 * @commands: (array zero-terminated=1): for each of @steps its command, or an empty string
 * @publish_name: (nullable): where to publish @publish_value
 * @publish_value: (nullable): text to publish
 *
 * Why something failed, as far as the reports tell.
 */
typedef struct
{
  const char           *code;
  TlsrptConfidence      confidence;
  char                 *message;
  char                **evidence;
  TlsrptFailureActors   actors;
  char                **steps;
  char                **commands;
  char                 *publish_name;
  char                 *publish_value;
} TlsrptCause;

void        tlsrpt_cause_free          (TlsrptCause                 *self);
GPtrArray  *tlsrpt_cause_find          (const TlsrptEvidenceSet     *set,
                                        const TlsrptEvidenceProblem *problem,
                                        gint64                       now) G_GNUC_WARN_UNUSED_RESULT;
char      **tlsrpt_cause_dup_evidence  (const TlsrptCause           *self) G_GNUC_WARN_UNUSED_RESULT;
const char *tlsrpt_confidence_get_name (TlsrptConfidence             confidence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptCause, tlsrpt_cause_free)

G_END_DECLS
