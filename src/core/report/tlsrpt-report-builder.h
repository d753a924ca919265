/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-pool.h"
#include "tlsrpt-report.h"

G_BEGIN_DECLS

typedef struct _TlsrptReportBuilder TlsrptReportBuilder;

TlsrptReportBuilder *tlsrpt_report_builder_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void                 tlsrpt_report_builder_free        (TlsrptReportBuilder   *self);

TlsrptReport        *tlsrpt_report_builder_begin       (TlsrptReportBuilder   *self,
                                                        gsize                  size);
gpointer             tlsrpt_report_builder_alloc       (TlsrptReportBuilder   *self,
                                                        gsize                  n,
                                                        gsize                  size);
TlsrptReportString   tlsrpt_report_builder_share       (TlsrptReportBuilder   *self,
                                                        const char            *text,
                                                        gsize                  length,
                                                        TlsrptReportCheckFunc  check);
TlsrptReportString   tlsrpt_report_builder_copy        (TlsrptReportBuilder   *self,
                                                        const char            *text,
                                                        gsize                  length);
void                 tlsrpt_report_builder_note        (TlsrptReportBuilder   *self,
                                                        TlsrptReportNoteCode   code,
                                                        const char            *subject);
TlsrptReport        *tlsrpt_report_builder_end         (TlsrptReportBuilder   *self) G_GNUC_WARN_UNUSED_RESULT;
TlsrptReport        *tlsrpt_report_builder_end_counted (TlsrptReportBuilder   *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptReportBuilder, tlsrpt_report_builder_free)

G_END_DECLS
