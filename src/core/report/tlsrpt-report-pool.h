/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The string has a NUL inside, so that no check has looked at it. */
#define TLSRPT_REPORT_ODDITY_NUL G_MAXUINT16

/**
 * TlsrptReportString:
 * @text: (nullable): the string to keep
 * @oddity: what its check said, or `TLSRPT_REPORT_ODDITY_NUL`
 *
 * A string of a report.
 */
typedef struct
{
  const char *text;
  guint       oddity;
} TlsrptReportString;

/**
 * TlsrptReportCheckFunc:
 * @text: a string as the report gives it; a NUL ends it
 * @length: its octets
 * @normal: (out) (transfer full) (nullable): what to keep in its place
 *
 * Looks at a string.
 *
 * Returns: in what it is odd, in terms of the check; 0 if it is not
 */
typedef guint (*TlsrptReportCheckFunc) (const char  *text,
                                        gsize        length,
                                        char       **normal);

typedef struct _TlsrptReportPool TlsrptReportPool;

TlsrptReportPool   *tlsrpt_report_pool_new   (void) G_GNUC_WARN_UNUSED_RESULT;
TlsrptReportPool   *tlsrpt_report_pool_ref   (TlsrptReportPool      *self);
void                tlsrpt_report_pool_unref (TlsrptReportPool      *self);

TlsrptReportString  tlsrpt_report_pool_add   (TlsrptReportPool      *self,
                                              const char            *text,
                                              gsize                  length,
                                              TlsrptReportCheckFunc  check);

G_END_DECLS
