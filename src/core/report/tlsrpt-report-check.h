/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In what strings of reports are odd, each in its own way; 0 is not at all. */
enum
{
  TLSRPT_REPORT_ODDITY_PREFIX = 1,
  TLSRPT_REPORT_ODDITY_NO_ADDRESS,
  TLSRPT_REPORT_ODDITY_FORM,
  TLSRPT_REPORT_ODDITY_UNKNOWN,
  TLSRPT_REPORT_ODDITY_SPELLING,
};

/* Each is a TlsrptReportCheckFunc. */
guint tlsrpt_report_check_host        (const char  *text,
                                       gsize        length,
                                       char       **normal);
guint tlsrpt_report_check_address     (const char  *text,
                                       gsize        length,
                                       char       **normal);
guint tlsrpt_report_check_policy_type (const char  *text,
                                       gsize        length,
                                       char       **normal);
guint tlsrpt_report_check_result_type (const char  *text,
                                       gsize        length,
                                       char       **normal);

G_END_DECLS
