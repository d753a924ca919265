/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-child.h"

G_BEGIN_DECLS

/* What a child does for those that wait for several: tlsrpt-report-child.c has one program
 * read, tlsrpt-report-children.c waits. */

TlsrptReportChild *tlsrpt_report_child_new_beside   (const TlsrptReportChild  *first) G_GNUC_WARN_UNUSED_RESULT;

gsize              tlsrpt_report_child_get_load     (const TlsrptReportChild  *self);
gboolean           tlsrpt_report_child_start        (TlsrptReportChild        *self);
void               tlsrpt_report_child_begin        (TlsrptReportChild        *self);
void               tlsrpt_report_child_await        (TlsrptReportChild        *self);
gint64             tlsrpt_report_child_get_deadline (const TlsrptReportChild  *self);
void               tlsrpt_report_child_give_up      (TlsrptReportChild        *self);
gboolean           tlsrpt_report_child_get_poll     (const TlsrptReportChild  *self,
                                                     gboolean                  is_awaited,
                                                     GPollFD                  *poll_fd);
void               tlsrpt_report_child_go_on        (TlsrptReportChild        *self,
                                                     const GPollFD            *poll_fd);
gboolean           tlsrpt_report_child_take         (TlsrptReportChild        *self,
                                                     GPtrArray                *reports,
                                                     GPtrArray                *faults);

gboolean           tlsrpt_report_children_wait      (TlsrptReportChild       **children,
                                                     guint                     n_children,
                                                     TlsrptReportChild        *awaited,
                                                     GCancellable             *cancellable,
                                                     GPtrArray                *reports,
                                                     GPtrArray                *faults);

G_END_DECLS
