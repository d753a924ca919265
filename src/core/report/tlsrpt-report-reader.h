/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-fault.h"
#include "tlsrpt-report.h"

G_BEGIN_DECLS

typedef struct _TlsrptReportReader TlsrptReportReader;

TlsrptReportReader *tlsrpt_report_reader_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void                tlsrpt_report_reader_free        (TlsrptReportReader  *self);

void                tlsrpt_report_reader_read_data   (TlsrptReportReader  *self,
                                                      const char          *file,
                                                      const void          *data,
                                                      gsize                size,
                                                      gsize                allocated,
                                                      GPtrArray           *reports,
                                                      GPtrArray           *faults);
void                tlsrpt_report_reader_read_file   (TlsrptReportReader  *self,
                                                      const char          *path,
                                                      GPtrArray           *reports,
                                                      GPtrArray           *faults);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptReportReader, tlsrpt_report_reader_free)

G_END_DECLS
