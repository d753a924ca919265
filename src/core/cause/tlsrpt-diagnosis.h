/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-evidence.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlsrptDiagnosis:
 * @summary: the numbers
 * @evidence: the problems, and what speaks for their causes
 * @readiness: (element-type TlsrptReadiness): which domains may enforce their policy
 * @now: seconds since 1970, when it was made
 *
 * What a set of reports says, and what is wrong.  It never changes, and keeps what it
 * points to.
 */
typedef struct
{
  TlsrptReportSummary *summary;
  TlsrptEvidenceSet   *evidence;
  GPtrArray           *readiness;
  gint64               now;
} TlsrptDiagnosis;

#define TLSRPT_TYPE_DIAGNOSIS (tlsrpt_diagnosis_get_type ())

GType            tlsrpt_diagnosis_get_type    (void);
TlsrptDiagnosis *tlsrpt_diagnosis_new         (const GPtrArray             *reports,
                                               const TlsrptReportFilter    *filter,
                                               gint64                       now,
                                               GCancellable                *cancellable) G_GNUC_WARN_UNUSED_RESULT;
TlsrptDiagnosis *tlsrpt_diagnosis_ref         (TlsrptDiagnosis             *self);
void             tlsrpt_diagnosis_unref       (TlsrptDiagnosis             *self);

void             tlsrpt_diagnosis_make_async  (GPtrArray                   *reports,
                                               const TlsrptReportFilter    *filter,
                                               gint64                       now,
                                               GCancellable                *cancellable,
                                               GAsyncReadyCallback          callback,
                                               gpointer                     user_data);
TlsrptDiagnosis *tlsrpt_diagnosis_make_finish (GAsyncResult                *result,
                                               GError                     **error) G_GNUC_WARN_UNUSED_RESULT;

void             tlsrpt_diagnosis_count_problem_async
                                              (TlsrptDiagnosis             *self,
                                               const TlsrptEvidenceProblem *problem,
                                               GCancellable                *cancellable,
                                               GAsyncReadyCallback          callback,
                                               gpointer                     user_data);
TlsrptReportSummary *
                 tlsrpt_diagnosis_count_problem_finish
                                              (GAsyncResult                *result,
                                               GError                     **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptDiagnosis, tlsrpt_diagnosis_unref)

G_END_DECLS
