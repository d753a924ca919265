/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report.h"

G_BEGIN_DECLS

/* A type of sample in which nothing failed. */
#define TLSRPT_REPORT_SAMPLE_SUCCESS "success"

/**
 * TlsrptReportSampleForm:
 * @TLSRPT_REPORT_SAMPLE_JSON: JSON
 * @TLSRPT_REPORT_SAMPLE_GZIP: compressed JSON
 * @TLSRPT_REPORT_SAMPLE_MAIL: a message with compressed JSON, its lines ended by line feeds
 *
 * How a sample is written.
 */
typedef enum
{
  TLSRPT_REPORT_SAMPLE_JSON,
  TLSRPT_REPORT_SAMPLE_GZIP,
  TLSRPT_REPORT_SAMPLE_MAIL,
} TlsrptReportSampleForm;

gboolean  tlsrpt_report_is_sample             (const TlsrptReport     *self);

char     *tlsrpt_report_sample_dup_id         (void) G_GNUC_WARN_UNUSED_RESULT;
char     *tlsrpt_report_sample_dup_file_name  (const char             *domain,
                                               const char             *id,
                                               TlsrptReportSampleForm  form,
                                               gint64                  now) G_GNUC_WARN_UNUSED_RESULT;
GBytes   *tlsrpt_report_sample_new            (const char             *domain,
                                               const char *const      *types,
                                               const char             *id,
                                               TlsrptReportSampleForm  form,
                                               gint64                  now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
