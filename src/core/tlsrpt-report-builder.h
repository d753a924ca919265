/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report.h"

G_BEGIN_DECLS

typedef struct _TlsrptReportBuilder TlsrptReportBuilder;

#define TLSRPT_REPORT_ODDITY_NUL G_MAXUINT

/**
 * TlsrptReportString:
 * @text: the string to keep
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
 * Looks at a string that was not seen lately.
 *
 * Returns: in what it is odd, in terms of the check; 0 if it is not
 */
typedef guint (*TlsrptReportCheckFunc) (const char  *text,
                                        gsize        length,
                                        char       **normal);

/**
 * TlsrptReportScope:
 * @TLSRPT_REPORT_SCOPE_REPORT: it may come again in the same report
 * @TLSRPT_REPORT_SCOPE_ALL: it may come again in other reports.  Equal strings are
 *   then the same pointer in all reports of one builder
 *
 * For how long it pays to remember a string.
 */
typedef enum
{
  TLSRPT_REPORT_SCOPE_REPORT,
  TLSRPT_REPORT_SCOPE_ALL,
} TlsrptReportScope;

TlsrptReportBuilder *tlsrpt_report_builder_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void                 tlsrpt_report_builder_free   (TlsrptReportBuilder   *self);

TlsrptReport        *tlsrpt_report_builder_begin  (TlsrptReportBuilder   *self,
                                                   gsize                  size);
gpointer             tlsrpt_report_builder_alloc  (TlsrptReportBuilder   *self,
                                                   gsize                  n,
                                                   gsize                  size);
TlsrptReportString   tlsrpt_report_builder_string (TlsrptReportBuilder   *self,
                                                   const char            *text,
                                                   gsize                  length,
                                                   TlsrptReportScope      scope,
                                                   TlsrptReportCheckFunc  check);
void                 tlsrpt_report_builder_note   (TlsrptReportBuilder   *self,
                                                   TlsrptReportNoteCode   code,
                                                   const char            *subject);
TlsrptReport        *tlsrpt_report_builder_end    (TlsrptReportBuilder   *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptReportBuilder, tlsrpt_report_builder_free)

G_END_DECLS
