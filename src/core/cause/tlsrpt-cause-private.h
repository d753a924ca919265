/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-cause.h"

G_BEGIN_DECLS

/* What a rule may look at, and where it puts what it finds. */
typedef struct
{
  const TlsrptEvidenceSet     *set;
  const TlsrptEvidenceProblem *problem;
  gint64                       now;
  GPtrArray                   *causes;
} Finding;

/* A cause while a rule writes it. */
typedef struct
{
  TlsrptCause *cause;
  GPtrArray   *evidence;
  GPtrArray   *steps;
  GPtrArray   *commands;
} Draft;

Draft tlsrpt_cause_begin     (const Finding       *finding,
                              const char          *code,
                              TlsrptConfidence     confidence,
                              TlsrptFailureActors  actors);
void  tlsrpt_cause_say       (Draft               *draft,
                              const char          *format,
                              ...) G_GNUC_PRINTF (2, 3);
void  tlsrpt_cause_add_step  (Draft               *draft,
                              const char          *format,
                              ...) G_GNUC_PRINTF (2, 3);
void  tlsrpt_cause_add_renewal (Draft             *draft,
                                const Finding     *finding);
void  tlsrpt_cause_set_command (Draft             *draft,
                                const char        *format,
                                ...) G_GNUC_PRINTF (2, 3);
void  tlsrpt_cause_add       (Draft               *draft,
                              const char          *member,
                              const char          *value);
void  tlsrpt_cause_add_all   (Draft               *draft,
                              const Finding       *finding,
                              const char          *member,
                              TlsrptEvidenceMember values);
void  tlsrpt_cause_add_day   (Draft               *draft,
                              gint64               day);
void  tlsrpt_cause_end       (Draft               *draft);

char       *tlsrpt_cause_show           (const char                  *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean    tlsrpt_cause_is_about       (const Finding               *finding,
                                         const char *const           *types);
gboolean    tlsrpt_cause_all_under      (const Finding               *finding,
                                         const char                  *policy_type);
const char *tlsrpt_cause_find_code      (const Finding               *finding,
                                         const char *const           *codes);
gboolean    tlsrpt_cause_code_begins    (const char                  *code,
                                         const char                  *start);

/* The rules, each of them in a function. */
void tlsrpt_cause_policy_lacks_mx       (Finding *finding);
void tlsrpt_cause_policy_changed        (Finding *finding);
void tlsrpt_cause_policy_other_copy     (Finding *finding);
void tlsrpt_cause_policy_mismatch_said  (Finding *finding);
void tlsrpt_cause_policy_syntax         (Finding *finding);
void tlsrpt_cause_http_status           (Finding *finding);
void tlsrpt_cause_policy_certificate    (Finding *finding);
void tlsrpt_cause_senders_rule          (Finding *finding);
void tlsrpt_cause_no_policy_applied     (Finding *finding);
void tlsrpt_cause_tlsa_unusable         (Finding *finding);
void tlsrpt_cause_key_changed           (Finding *finding);
void tlsrpt_cause_tlsa_mismatch         (Finding *finding);
void tlsrpt_cause_renewed               (Finding *finding);
void tlsrpt_cause_host_alias            (Finding *finding);
void tlsrpt_cause_starttls_refused      (Finding *finding);
void tlsrpt_cause_name_unknown          (Finding *finding);
void tlsrpt_cause_one_sender            (Finding *finding);
void tlsrpt_cause_all_senders           (Finding *finding);
void tlsrpt_cause_one_address           (Finding *finding);
void tlsrpt_cause_one_mx                (Finding *finding);
void tlsrpt_cause_one_network           (Finding *finding);
void tlsrpt_cause_undecided             (Finding *finding);

G_END_DECLS
