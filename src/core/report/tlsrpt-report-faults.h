/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-reader.h"

G_BEGIN_DECLS

/**
 * TlsrptReportFaults:
 *
 * What could not be read, each fault of a file once: an archive may have hundreds of
 * entries with the same, and a file may be read again.
 */
typedef struct _TlsrptReportFaults TlsrptReportFaults;

TlsrptReportFaults *tlsrpt_report_faults_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void                tlsrpt_report_faults_free        (TlsrptReportFaults       *self);

void                tlsrpt_report_faults_take        (TlsrptReportFaults       *self,
                                                      GPtrArray                *faults);
void                tlsrpt_report_faults_remove      (TlsrptReportFaults       *self,
                                                      const TlsrptReportFault  *fault);
void                tlsrpt_report_faults_clear       (TlsrptReportFaults       *self);
const GPtrArray    *tlsrpt_report_faults_get_all     (const TlsrptReportFaults *self);
guint               tlsrpt_report_faults_get_n_files (const TlsrptReportFaults *self);
guint               tlsrpt_report_faults_get_n_others
                                                     (const TlsrptReportFaults *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptReportFaults, tlsrpt_report_faults_free)

G_END_DECLS
