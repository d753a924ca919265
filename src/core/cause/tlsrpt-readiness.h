/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-evidence.h"

G_BEGIN_DECLS

/* What is enough if nothing else is said. */
#define TLSRPT_READINESS_DAYS 14
#define TLSRPT_READINESS_SENDERS 2

/**
 * TlsrptReadinessVerdict:
 * @TLSRPT_READINESS_READY: nothing would have failed, for long enough
 * @TLSRPT_READINESS_NOT_YET: sessions would have failed
 * @TLSRPT_READINESS_TOO_EARLY: there are too few days or senders to tell
 *
 * Whether a domain may enforce its policy.
 */
typedef enum
{
  TLSRPT_READINESS_READY,
  TLSRPT_READINESS_NOT_YET,
  TLSRPT_READINESS_TOO_EARLY,
} TlsrptReadinessVerdict;

/**
 * TlsrptReadiness:
 * @domain: a policy domain whose policy is being tested
 * @since: the day that counting begins on
 * @n_days: days with sessions since then
 * @n_senders: who reported them
 * @n_sessions: the sessions
 * @n_failed: those that would not have been delivered
 * @n_problems: what is to be fixed first
 * @problems: (element-type TlsrptEvidenceProblem): those, the worst first
 * @message: the answer, as sentences with full stops
 * @policy: (nullable): the policy to publish, if ready
 * @id: (nullable): the id that comes with it
 *
 * Whether MTA-STS may be enforced, and what for.
 */
typedef struct
{
  const char             *domain;
  TlsrptReadinessVerdict  verdict;
  gint64                  since;
  guint                   n_days;
  guint                   n_senders;
  gint64                  n_sessions;
  gint64                  n_failed;
  guint                   n_problems;
  GPtrArray              *problems;
  char                   *message;
  char                   *policy;
  char                   *id;
} TlsrptReadiness;

GPtrArray  *tlsrpt_readiness_find             (const TlsrptEvidenceSet *set,
                                               guint                    n_days,
                                               gint64                   now) G_GNUC_WARN_UNUSED_RESULT;
char      **tlsrpt_readiness_dup_steps        (const TlsrptReadiness   *self,
                                               char                  ***commands) G_GNUC_WARN_UNUSED_RESULT;
const char *tlsrpt_readiness_verdict_get_name (TlsrptReadinessVerdict   verdict);

G_END_DECLS
