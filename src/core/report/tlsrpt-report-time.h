/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptReportTimeForm:
 * @TLSRPT_REPORT_TIME_USUAL: that of RFC 3339
 * @TLSRPT_REPORT_TIME_NO_ZONE: without a time zone, and read as UTC
 * @TLSRPT_REPORT_TIME_DATE: a date without a time
 * @TLSRPT_REPORT_TIME_OTHER: another one
 *
 * The form of a time.
 */
typedef enum
{
  TLSRPT_REPORT_TIME_USUAL,
  TLSRPT_REPORT_TIME_NO_ZONE,
  TLSRPT_REPORT_TIME_DATE,
  TLSRPT_REPORT_TIME_OTHER,
} TlsrptReportTimeForm;

typedef struct _TlsrptReportTimes TlsrptReportTimes;

TlsrptReportTimes *tlsrpt_report_times_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void               tlsrpt_report_times_free (TlsrptReportTimes *self);

gboolean           tlsrpt_report_times_read (TlsrptReportTimes    *self,
                                             const char           *text,
                                             gsize                 length,
                                             gint64               *time,
                                             TlsrptReportTimeForm *form);
gboolean           tlsrpt_report_time_has_time
                                            (const char           *text);

G_END_DECLS
