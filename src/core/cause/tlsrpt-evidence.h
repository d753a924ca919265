/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-mx.h"
#include "tlsrpt-report-summary.h"

G_BEGIN_DECLS

/**
 * TlsrptEvidencePolicy:
 * @type: the type of policy
 * @domain: the policy domain
 * @lines: (array zero-terminated=1): the lines of the policy
 * @mx_hosts: (array zero-terminated=1): the MX patterns
 *
 * A policy that a sender applied.  What is not given is empty.
 */
typedef struct
{
  const char         *type;
  const char         *domain;
  const char *const  *lines;
  const char *const  *mx_hosts;
} TlsrptEvidencePolicy;

/**
 * TlsrptEvidence:
 *
 * What one sender wrote about one problem on one day, in one way.  Strings are never
 * `NULL`, and equal ones are one pointer.
 */
typedef struct
{
  const TlsrptEvidencePolicy *policy;
  const char                 *sender;
  gint64                      day;
  const char                 *mx_host;
  const char                 *helo;
  const char                 *ip;
  const char                 *sending_ip;
  const char                 *reason_code;
} TlsrptEvidence;

/**
 * TlsrptEvidenceVisit:
 * @sessions: the sessions, as the sender has them
 * @n_stopped: how many of them a policy that is enforced would stop
 *
 * What one sender saw on one day under one policy.
 */
typedef struct
{
  const TlsrptEvidencePolicy *policy;
  const char                 *sender;
  gint64                      day;
  TlsrptReportSessions        sessions;
  gint64                      n_stopped;
} TlsrptEvidenceVisit;

/**
 * TlsrptEvidenceTrack:
 * @visits: (element-type TlsrptEvidenceVisit): in the order of their days
 *
 * All that was seen of one domain under one type of policy.
 */
typedef struct
{
  const char *domain;
  const char *policy_type;
  GPtrArray  *visits;
} TlsrptEvidenceTrack;

/**
 * TlsrptEvidenceDomain:
 * @newest: (nullable): the policy of MTA-STS with `mx:` lines that the latest reports have
 * @newest_day: the last day of it
 * @missing: (element-type utf8): the hosts that senders report and @newest does not cover
 *
 * What is known of a policy domain.
 */
typedef struct
{
  const char                 *domain;
  const TlsrptEvidencePolicy *newest;
  gint64                      newest_day;
  GPtrArray                  *missing;
} TlsrptEvidenceDomain;

/**
 * TlsrptEvidenceState:
 * @TLSRPT_EVIDENCE_ONGOING: its last day is the last on which any of its senders reported
 * @TLSRPT_EVIDENCE_RECURRING: so it is, and it had been away
 * @TLSRPT_EVIDENCE_RESOLVED: a sender that told of it reports good sessions afterwards
 * @TLSRPT_EVIDENCE_SILENT: there is no word of it since, and none of good sessions either
 *
 * How a problem goes on.  Silence is no success: some senders report failures only.
 */
typedef enum
{
  TLSRPT_EVIDENCE_ONGOING,
  TLSRPT_EVIDENCE_RECURRING,
  TLSRPT_EVIDENCE_RESOLVED,
  TLSRPT_EVIDENCE_SILENT,
} TlsrptEvidenceState;

/**
 * TlsrptEvidenceProblem:
 * @domain: the first of its policy domains, by name
 * @mx_host: the host, or an empty string where the policy is at fault or no host is given
 * @policy_type: the type of policy, or an empty string if there are several
 * @items: (element-type TlsrptEvidence): all that was written about it, in order
 * @tracks: (element-type TlsrptEvidenceTrack): what else was seen there
 * @senders: (element-type utf8): who told of it, by name
 * @reason_codes: (element-type utf8): by name
 * @days: (element-type gint64): the days of it that are known, in order
 * @n_failed: the sessions that failed of it
 * @n_reports: how many reports tell of it
 * @fixed_day: the first good day after it, or `TLSRPT_REPORT_NO_TIME`
 *
 * A problem over time.
 */
typedef struct
{
  const char          *result_type;
  const char          *domain;
  const char          *mx_host;
  const char          *policy_type;
  GPtrArray           *items;
  GPtrArray           *tracks;
  GPtrArray           *senders;
  GPtrArray           *reason_codes;
  GArray              *days;
  gint64               n_failed;
  gsize                n_reports;
  TlsrptEvidenceState  state;
  gint64               fixed_day;
} TlsrptEvidenceProblem;

/**
 * TlsrptEvidenceMember:
 * @TLSRPT_EVIDENCE_DOMAIN: the policy domain
 * @TLSRPT_EVIDENCE_MX_HOST: `receiving-mx-hostname`
 * @TLSRPT_EVIDENCE_HELO: `receiving-mx-helo`
 * @TLSRPT_EVIDENCE_IP: `receiving-ip`
 * @TLSRPT_EVIDENCE_SENDING_IP: `sending-mta-ip`
 * @TLSRPT_EVIDENCE_REASON_CODE: `failure-reason-code`
 *
 * What the reports give of a failure.
 */
typedef enum
{
  TLSRPT_EVIDENCE_DOMAIN,
  TLSRPT_EVIDENCE_MX_HOST,
  TLSRPT_EVIDENCE_HELO,
  TLSRPT_EVIDENCE_IP,
  TLSRPT_EVIDENCE_SENDING_IP,
  TLSRPT_EVIDENCE_REASON_CODE,
} TlsrptEvidenceMember;

/* Evidence while it is gathered, and what came of it. */
typedef struct _TlsrptEvidenceSet TlsrptEvidenceSet;

TlsrptEvidenceSet     *tlsrpt_evidence_set_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void                   tlsrpt_evidence_set_free          (TlsrptEvidenceSet         *self);

void                   tlsrpt_evidence_set_add           (TlsrptEvidenceSet         *self,
                                                          const TlsrptReport        *report,
                                                          const TlsrptReportFilter  *filter);
void                   tlsrpt_evidence_set_end           (TlsrptEvidenceSet         *self,
                                                          const TlsrptReportSummary *summary);

const GPtrArray       *tlsrpt_evidence_set_get_problems  (const TlsrptEvidenceSet   *self);
gsize                  tlsrpt_evidence_set_count_resolved
                                                         (const TlsrptEvidenceSet   *self);
const GPtrArray       *tlsrpt_evidence_set_get_tracks    (const TlsrptEvidenceSet   *self);
TlsrptEvidenceDomain  *tlsrpt_evidence_set_find_domain   (const TlsrptEvidenceSet   *self,
                                                          const char                *domain);

gboolean               tlsrpt_evidence_problem_has       (const TlsrptEvidenceProblem *self,
                                                          const char                *sender,
                                                          gint64                     day);
gboolean               tlsrpt_evidence_problem_has_sender
                                                         (const TlsrptEvidenceProblem *self,
                                                          const char                *sender);
gint64                 tlsrpt_evidence_problem_get_since (const TlsrptEvidenceProblem *self);
gint64                 tlsrpt_evidence_problem_get_until (const TlsrptEvidenceProblem *self);
GPtrArray             *tlsrpt_evidence_problem_list      (const TlsrptEvidenceProblem *self,
                                                          TlsrptEvidenceMember       member) G_GNUC_WARN_UNUSED_RESULT;
TlsrptReportFilter     tlsrpt_evidence_problem_get_filter
                                                         (const TlsrptEvidenceProblem *self,
                                                          const TlsrptReportFilter  *within);
const char            *tlsrpt_evidence_state_get_name    (TlsrptEvidenceState        state);
gboolean               tlsrpt_evidence_stops_mail        (const char                *result_type);
TlsrptReportMx         tlsrpt_evidence_policy_find       (const TlsrptEvidencePolicy *self,
                                                          const char                *host);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptEvidenceSet, tlsrpt_evidence_set_free)

G_END_DECLS
