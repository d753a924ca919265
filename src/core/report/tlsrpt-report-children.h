/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-child.h"

G_BEGIN_DECLS

typedef struct _TlsrptReportChildren TlsrptReportChildren;

TlsrptReportChildren *tlsrpt_report_children_new        (const char            *program,
                                                         guint                  seconds,
                                                         guint                  n) G_GNUC_WARN_UNUSED_RESULT;
void                  tlsrpt_report_children_free       (TlsrptReportChildren  *self);

void                  tlsrpt_report_children_add_file   (TlsrptReportChildren  *self,
                                                         const char            *path);
void                  tlsrpt_report_children_add_stream (TlsrptReportChildren  *self,
                                                         const char            *file,
                                                         int                    fd);
void                  tlsrpt_report_children_add_fault  (TlsrptReportChildren  *self,
                                                         TlsrptReportFault     *fault);
gboolean              tlsrpt_report_children_is_busy    (TlsrptReportChildren  *self);
gboolean              tlsrpt_report_children_next       (TlsrptReportChildren  *self,
                                                         GCancellable          *cancellable,
                                                         GPtrArray             *reports,
                                                         GPtrArray             *faults);

guint                 tlsrpt_report_children_count_started (const TlsrptReportChildren *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptReportChildren, tlsrpt_report_children_free)

G_END_DECLS
