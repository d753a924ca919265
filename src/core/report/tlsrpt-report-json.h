/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report.h"

G_BEGIN_DECLS

typedef struct _TlsrptReportJson TlsrptReportJson;

TlsrptReportJson *tlsrpt_report_json_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void              tlsrpt_report_json_free  (TlsrptReportJson  *self);

gboolean          tlsrpt_report_json_begin (TlsrptReportJson  *self,
                                            const char        *text,
                                            gsize              length,
                                            gsize              allocated,
                                            const char        *file,
                                            guint              notes,
                                            GError           **error) G_GNUC_WARN_UNUSED_RESULT;
TlsrptReport     *tlsrpt_report_json_end   (TlsrptReportJson  *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptReportJson, tlsrpt_report_json_free)

G_END_DECLS
