/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TlsrptReportTimes TlsrptReportTimes;

TlsrptReportTimes *tlsrpt_report_times_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void               tlsrpt_report_times_free (TlsrptReportTimes *self);

gboolean           tlsrpt_report_times_read (TlsrptReportTimes *self,
                                             const char        *text,
                                             gsize              length,
                                             gint64            *time,
                                             gboolean          *has_zone);

G_END_DECLS
