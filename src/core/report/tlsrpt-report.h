/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TlsrptReportNoteCode:
 *
 * In what a report departs from RFC 8460, or what was done about it.  The comment
 * says what the subject of the note is.
 */
typedef enum
{
  TLSRPT_REPORT_NOTE_MISSING,          /* a member that is absent or null */
  TLSRPT_REPORT_NOTE_TYPE,             /* a member of a type that cannot be read */
  TLSRPT_REPORT_NOTE_NOT_A_LIST,       /* a member that should have been an array */
  TLSRPT_REPORT_NOTE_LIST,             /* a member that should not have been an array */
  TLSRPT_REPORT_NOTE_JSON_IN_STRING,   /* a member with an array written into a string */
  TLSRPT_REPORT_NOTE_OTHER_NAME,       /* a name that the RFC does not know */
  TLSRPT_REPORT_NOTE_REPEATED,         /* a member given twice */
  TLSRPT_REPORT_NOTE_TOO_LONG,         /* a member that was left out */
  TLSRPT_REPORT_NOTE_NUL,              /* a member with U+0000 */
  TLSRPT_REPORT_NOTE_NUMBER_IN_STRING, /* a member */
  TLSRPT_REPORT_NOTE_NOT_A_STRING,     /* a member that was read as a string */
  TLSRPT_REPORT_NOTE_NOT_A_COUNT,      /* a member with a negative or broken number */
  TLSRPT_REPORT_NOTE_NOT_A_TIME,       /* a member */
  TLSRPT_REPORT_NOTE_NO_TIME_ZONE,     /* a member, read as UTC */
  TLSRPT_REPORT_NOTE_PERIOD_REVERSED,  /* none */
  TLSRPT_REPORT_NOTE_PERIOD_NOT_A_DAY, /* none */
  TLSRPT_REPORT_NOTE_POLICY_TYPE,      /* a policy type that the RFC does not know */
  TLSRPT_REPORT_NOTE_RESULT_TYPE,      /* a result type that the RFC does not know */
  TLSRPT_REPORT_NOTE_NOT_AN_ADDRESS,   /* a member that is not an IP address */
  TLSRPT_REPORT_NOTE_ADDRESS_FORM,     /* a member not in the form of RFC 5952 */
  TLSRPT_REPORT_NOTE_MX_PREFIX,        /* a policy line given as a host */
  TLSRPT_REPORT_NOTE_DETAILS_MISSING,  /* a policy domain */
  TLSRPT_REPORT_NOTE_DETAILS_EXCEED,   /* a policy domain */
  TLSRPT_REPORT_NOTE_TOTAL_TOO_SMALL,  /* a policy domain */
  TLSRPT_REPORT_NOTE_COUNTED_ONCE,     /* a policy domain */
  TLSRPT_REPORT_NOTE_BYTE_ORDER_MARK,  /* none */
  TLSRPT_REPORT_NOTE_MEMBERS,          /* none: gzip data in several members */
  TLSRPT_REPORT_NOTE_TRAILING,         /* none: octets behind the gzip data */
  TLSRPT_REPORT_NOTE_TWICE_COMPRESSED, /* none */
  TLSRPT_REPORT_NOTE_NAME,             /* none: the file's name says gzip, its content JSON */
  TLSRPT_REPORT_NOTE_BASE64,           /* none */
  TLSRPT_REPORT_NOTE_SPELLING,         /* a type as it is given, and was read as another */
  TLSRPT_REPORT_NOTE_NO_TIME,          /* a member with a date alone */
  TLSRPT_REPORT_NOTE_TIME_FORM,        /* a member with a date and time in another form */
  TLSRPT_REPORT_NOTE_SAMPLE,           /* none: tlsrpt-cli made it, and nothing of it happened */
} TlsrptReportNoteCode;

/**
 * TlsrptReportNote:
 * @code: what is unusual
 * @subject: (nullable): the member's name or what else the note is about: text
 *   that is not ours
 *
 * It is no #TlsrptRemark: a folder of reports may have a million, which are counted and
 * passed between processes, and of which few are ever put into words.
 */
typedef struct
{
  TlsrptReportNoteCode  code;
  const char           *subject;
} TlsrptReportNote;

gboolean    tlsrpt_report_note_is_code  (guint                   code);
const char *tlsrpt_report_note_get_name (const TlsrptReportNote *self);
char       *tlsrpt_report_note_dup_text (const TlsrptReportNote *self) G_GNUC_WARN_UNUSED_RESULT;

/* Values of a count and a time that the report does not give. */
#define TLSRPT_REPORT_NO_COUNT G_GINT64_CONSTANT (-1)
#define TLSRPT_REPORT_NO_TIME G_MININT64

/**
 * TlsrptReportSessions:
 * @successful: sessions that went well
 * @failed: sessions that failed
 */
typedef struct
{
  gint64 successful;
  gint64 failed;
} TlsrptReportSessions;

/**
 * tlsrpt_report_add_counts:
 * @a: a count
 * @b: another one
 *
 * Adds counts of sessions; what is not given counts as none.
 *
 * Returns: the sum, or the largest count there is if the sum is larger
 */
static inline gint64
tlsrpt_report_add_counts (gint64 a,
                          gint64 b)
{
  a = MAX (a, 0);
  b = MAX (b, 0);

  return a > G_MAXINT64 - b ? G_MAXINT64 : a + b;
}

/**
 * tlsrpt_report_add_sessions:
 * @sum: (inout): the sum
 * @more: what to add
 *
 * Adds sessions.
 */
static inline void
tlsrpt_report_add_sessions (TlsrptReportSessions *sum,
                            TlsrptReportSessions  more)
{
  sum->successful = tlsrpt_report_add_counts (sum->successful, more.successful);
  sum->failed = tlsrpt_report_add_counts (sum->failed, more.failed);
}

/**
 * TlsrptReportFailure:
 *
 * One entry of `failure-details`.  Strings are `NULL` when they are not given;
 * all of them are text that is not ours.
 */
typedef struct
{
  const char *result_type;
  const char *sending_ip;
  const char *receiving_mx;
  const char *receiving_helo;
  const char *receiving_ip;
  const char *reason_code;
  const char *additional_information;
  gint64      count;
} TlsrptReportFailure;

/**
 * TlsrptReportPolicy:
 * @policy: (array zero-terminated=1): the lines of the policy as it was applied
 * @mx_hosts: (array zero-terminated=1): the MX patterns
 * @successful: the sessions that went well, as given
 * @failed: the sessions that failed, as given
 * @own: the sessions of the entry by itself: where the total of failed sessions is
 *   smaller than one of the failures, or missing, the failures tell the number
 * @sessions: what the entry adds to the sessions of its report: nothing when
 *   another entry has counted the same sessions already
 * @n_unexplained: failed sessions for which no failure is given
 * @is_repeated: whether an entry before it has the same sessions
 * @next: the next entry with the same sessions, or 0
 *
 * One entry of `policies`.
 */
typedef struct
{
  const char                *type;
  const char                *domain;
  const char *const         *policy;
  const char *const         *mx_hosts;
  gint64                     successful;
  gint64                     failed;
  TlsrptReportSessions       own;
  TlsrptReportSessions       sessions;
  gint64                     n_unexplained;
  gboolean                   is_repeated;
  gsize                      next;
  const TlsrptReportFailure *failures;
  gsize                      n_failures;
} TlsrptReportPolicy;

/**
 * TlsrptReport:
 * @start: seconds since 1970, or `TLSRPT_REPORT_NO_TIME`
 * @end: seconds since 1970, or `TLSRPT_REPORT_NO_TIME`
 * @file: the name of the file that it came from
 * @identity: a hash of all that it says; where it is made of JSON it is still 0, for
 *   it differs from process to process
 *
 * A report as it was received.  It never changes, so threads may share it.
 */
typedef struct
{
  const char               *organization;
  const char               *report_id;
  const char               *contact;
  gint64                    start;
  gint64                    end;
  const TlsrptReportPolicy *policies;
  gsize                     n_policies;
  const TlsrptReportNote   *notes;
  gsize                     n_notes;
  const char               *file;
  guint64                   identity;
} TlsrptReport;

TlsrptReport        *tlsrpt_report_ref                  (TlsrptReport         *self);
void                 tlsrpt_report_unref                (TlsrptReport         *self);

guint64              tlsrpt_report_identify             (const TlsrptReport   *self);
gboolean             tlsrpt_report_equal                (const TlsrptReport   *self,
                                                         const TlsrptReport   *other);
gint64               tlsrpt_report_get_day              (const TlsrptReport   *self);
const char *const   *tlsrpt_report_get_policy_types     (void);
const char *const   *tlsrpt_report_get_result_types     (void);
gboolean             tlsrpt_report_is_known_policy_type (const char           *type);
gboolean             tlsrpt_report_is_known_result_type (const char           *type);


G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptReport, tlsrpt_report_unref)

G_END_DECLS
