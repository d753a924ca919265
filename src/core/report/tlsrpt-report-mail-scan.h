/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-mail-count.h"
#include "tlsrpt-report-mail.h"

G_BEGIN_DECLS

gboolean tlsrpt_report_mail_is_report_name (const char            *name);
gboolean tlsrpt_report_mail_scan           (const guint8          *message,
                                            gsize                  size,
                                            TlsrptReportMailCount *count,
                                            TlsrptReportMailFunc   func,
                                            gpointer               user_data);

G_END_DECLS
