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

gboolean          tlsrpt_report_json_parse (TlsrptReportJson  *self,
                                            const char        *text,
                                            gsize              length,
                                            gsize              allocated,
                                            GError           **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean          tlsrpt_report_json_next  (TlsrptReportJson  *self,
                                            const char        *file,
                                            guint              notes,
                                            TlsrptReport     **report,
                                            GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptReportJson, tlsrpt_report_json_free)

G_END_DECLS
