/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-filter.h"

G_BEGIN_DECLS

/**
 * TlsrptReportGroup:
 * @TLSRPT_REPORT_GROUP_DAY: by the day that the report is about
 * @TLSRPT_REPORT_GROUP_DOMAIN: by policy domain
 * @TLSRPT_REPORT_GROUP_ORGANIZATION: by who reports
 * @TLSRPT_REPORT_GROUP_POLICY_TYPE: by type of policy.  Sessions that MTA-STS and
 *   DANE both cover stand under both
 * @TLSRPT_REPORT_GROUP_RESULT_TYPE: by type of failure, as given: a session can fail
 *   in several ways and under several policies.  What the details leave out stands
 *   under `TLSRPT_REPORT_NOT_GIVEN`
 * @TLSRPT_REPORT_GROUP_MX_HOST: by the host that was to receive, for failures
 *
 * By what sessions are counted.  Days are in order; of the others the one with the
 * most failures comes first.
 */
typedef enum
{
  TLSRPT_REPORT_GROUP_DAY,
  TLSRPT_REPORT_GROUP_DOMAIN,
  TLSRPT_REPORT_GROUP_ORGANIZATION,
  TLSRPT_REPORT_GROUP_POLICY_TYPE,
  TLSRPT_REPORT_GROUP_RESULT_TYPE,
  TLSRPT_REPORT_GROUP_MX_HOST,
  TLSRPT_N_REPORT_GROUPS,
} TlsrptReportGroup;

/**
 * TlsrptReportRow:
 * @key: the domain, organisation, type or host, or `TLSRPT_REPORT_NOT_GIVEN`; text
 *   that is not ours.  `NULL` for a day
 * @day: the day, in days since 1970; for other groups the last day with a report.
 *   `TLSRPT_REPORT_NO_TIME` if it is not given
 * @sessions: the sessions
 * @n_reports: in how many reports it occurs
 *
 * The sessions of one day, domain and so on.
 */
typedef struct
{
  const char           *key;
  gint64                day;
  TlsrptReportSessions  sessions;
  gsize                 n_reports;
} TlsrptReportRow;

/**
 * TlsrptReportProblem:
 * @result_type: what fails
 * @domain: the policy domain where it was met first
 * @mx_host: the host to mend, or `NULL` if the policy is to be mended or the host is
 *   not given
 * @n_failed: the sessions that failed of it
 * @n_reports: how many reports tell of it
 * @is_unlisted: whether the policy in some of them does not cover @mx_host
 *
 * Something to fix: one type of failure at one host, or in one policy.  The fix is
 * per host, however many senders and days complain.
 */
typedef struct
{
  const char *result_type;
  const char *domain;
  const char *mx_host;
  gint64      n_failed;
  gsize       n_reports;
  gboolean    is_unlisted;
} TlsrptReportProblem;

/**
 * TlsrptReportDetail:
 *
 * A failure, and what it is part of.
 */
typedef struct
{
  const TlsrptReport        *report;
  const TlsrptReportPolicy  *policy;
  const TlsrptReportFailure *failure;
} TlsrptReportDetail;

/**
 * TlsrptReportSummary:
 * @filter: what was asked for
 * @n_reports: the reports that have something of it
 * @sessions: the sessions, each counted once
 * @rows: for each [enum@ReportGroup] its rows
 * @n_rows: how many each has
 * @problems: what is to be fixed, the worst first
 * @details: the failures, in the order of the reports; only if they were asked for
 * @is_overlapping: whether sessions failed in several ways, so that lines about failures
 *   add up to more than @sessions; no line is larger
 * @n_corrected: reports whose failures contradict their totals
 * @n_ignored: reports with numbers of sessions that are none
 * @n_unexplained: failed sessions for which no failure is given
 * @is_counted_once: whether MTA-STS and DANE covered the same sessions somewhere
 * @has_policy: whether any of the policies is one; if not, all is said about
 *   domains without a policy, which is not a failure
 * @n_samples: samples among the reports, which were left out
 * @is_sample: whether there were samples alone, so that all is about them
 *
 * What a set of reports says.  It never changes, so threads may share it, and it
 * keeps what it points to.
 */
typedef struct
{
  const TlsrptReportFilter  *filter;
  gsize                      n_reports;
  TlsrptReportSessions       sessions;
  const TlsrptReportRow     *rows[TLSRPT_N_REPORT_GROUPS];
  gsize                      n_rows[TLSRPT_N_REPORT_GROUPS];
  const TlsrptReportProblem *problems;
  gsize                      n_problems;
  const TlsrptReportDetail  *details;
  gsize                      n_details;
  gboolean                   is_counted_once;
  gboolean                   is_overlapping;
  gsize                      n_corrected;
  gsize                      n_ignored;
  gint64                     n_unexplained;
  gboolean                   has_policy;
  gsize                      n_samples;
  gboolean                   is_sample;
} TlsrptReportSummary;

/**
 * TlsrptReportSummaryNote:
 *
 * What one has to know of the numbers of a summary.
 */
typedef enum
{
  TLSRPT_REPORT_SUMMARY_NOTE_NO_POLICY,
  TLSRPT_REPORT_SUMMARY_NOTE_COUNTED_ONCE,
  TLSRPT_REPORT_SUMMARY_NOTE_TOTAL_TOO_SMALL,
  TLSRPT_REPORT_SUMMARY_NOTE_OVERLAP,
  TLSRPT_REPORT_SUMMARY_NOTE_UNEXPLAINED,
  TLSRPT_REPORT_SUMMARY_NOTE_SAMPLES,
  TLSRPT_REPORT_SUMMARY_NOTE_NOT_A_COUNT,
  TLSRPT_N_REPORT_SUMMARY_NOTES,
} TlsrptReportSummaryNote;

#define TLSRPT_TYPE_REPORT_SUMMARY (tlsrpt_report_summary_get_type ())

GType                tlsrpt_report_summary_get_type     (void);
TlsrptReportSummary *tlsrpt_report_summary_ref          (TlsrptReportSummary       *self);
void                 tlsrpt_report_summary_unref        (TlsrptReportSummary       *self);

guint                tlsrpt_report_summary_get_notes    (const TlsrptReportSummary *self);
const char          *tlsrpt_report_summary_note_get_name
                                                        (TlsrptReportSummaryNote    note);
char                *tlsrpt_report_summary_dup_note     (const TlsrptReportSummary *self,
                                                         TlsrptReportSummaryNote    note) G_GNUC_WARN_UNUSED_RESULT;
char                *tlsrpt_report_summary_dup_domains  (const TlsrptReportSummary *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean             tlsrpt_report_summary_get_days     (const TlsrptReportSummary *self,
                                                         gint64                    *first_day,
                                                         gint64                    *last_day);
char                *tlsrpt_report_summary_dup_headline (const TlsrptReportSummary *self,
                                                          gsize                      n_resolved) G_GNUC_WARN_UNUSED_RESULT;
char                *tlsrpt_report_summary_dup_remark   (const TlsrptReportSummary *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptReportSummary, tlsrpt_report_summary_unref)

G_END_DECLS
