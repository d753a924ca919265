/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-cli-report-format.h"
#include "tlsrpt-cli-report-watch.h"
#include "tlsrpt-cli.h"
#include "tlsrpt-report-filter.h"

G_BEGIN_DECLS

/**
 * TlsrptCliReportOptions:
 * @arguments: (array zero-terminated=1): the files and folders
 * @compare: (nullable): the older file or folder
 * @filter: what is wanted of the reports; its domains are those of the options
 * @now: seconds since 1970
 *
 * What `tlsrpt-cli report` is asked for; the others are those of the command line.
 */
typedef struct
{
  char              **arguments;
  TlsrptCliFormat     format;
  gboolean            failures;
  gboolean            explain;
  gboolean            readiness;
  gboolean            one_line;
  gboolean            plain;
  gboolean            anonymize;
  gboolean            quiet;
  TlsrptCliFailOn     fail_on;
  char               *compare;
  guint               n_days;
  TlsrptReportFilter  filter;
  gint64              now;
} TlsrptCliReportOptions;

gboolean tlsrpt_cli_report_options_read  (TlsrptCliReportOptions  *self,
                                          char                   **argv,
                                          TlsrptExit              *status);
void     tlsrpt_cli_report_options_clear (TlsrptCliReportOptions  *self);

G_END_DECLS
