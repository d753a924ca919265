/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The program, below the folder for such programs. */
#define TLSRPT_REPORT_CHILD_PROGRAM "tlsrpt-report-reader"

typedef struct _TlsrptReportChild TlsrptReportChild;

TlsrptReportChild *tlsrpt_report_child_new          (const char         *program,
                                                     guint               seconds) G_GNUC_WARN_UNUSED_RESULT;
void               tlsrpt_report_child_free         (TlsrptReportChild  *self);

void               tlsrpt_report_child_add_file     (TlsrptReportChild  *self,
                                                     const char         *path);
void               tlsrpt_report_child_add_stream   (TlsrptReportChild  *self,
                                                     const char         *file,
                                                     int                 fd);
void               tlsrpt_report_child_add_fault    (TlsrptReportChild  *self,
                                                     TlsrptReportFault  *fault);
gboolean           tlsrpt_report_child_is_busy      (TlsrptReportChild  *self);
gboolean           tlsrpt_report_child_next         (TlsrptReportChild  *self,
                                                     GCancellable       *cancellable,
                                                     GPtrArray          *reports,
                                                     GPtrArray          *faults);

GPid               tlsrpt_report_child_get_pid      (TlsrptReportChild  *self);
char              *tlsrpt_report_child_find_program (void) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptReportChild, tlsrpt_report_child_free)

G_END_DECLS
