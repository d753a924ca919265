/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-filter.h"

G_BEGIN_DECLS

/**
 * TlsrptCliFormat:
 * @TLSRPT_CLI_FORMAT_TEXT: for people at a terminal
 * @TLSRPT_CLI_FORMAT_JSON: all that the reports say
 * @TLSRPT_CLI_FORMAT_OPENMETRICS: numbers for a monitoring system
 * @TLSRPT_CLI_FORMAT_CSV: the failures for a spreadsheet
 * @TLSRPT_CLI_FORMAT_MARKDOWN: a summary to hand on
 * @TLSRPT_CLI_FORMAT_HTML: the same
 *
 * What `tlsrpt-cli report` prints.
 */
typedef enum
{
  TLSRPT_CLI_FORMAT_TEXT,
  TLSRPT_CLI_FORMAT_JSON,
  TLSRPT_CLI_FORMAT_OPENMETRICS,
  TLSRPT_CLI_FORMAT_CSV,
  TLSRPT_CLI_FORMAT_MARKDOWN,
  TLSRPT_CLI_FORMAT_HTML,
} TlsrptCliFormat;

gboolean tlsrpt_cli_report_read_format         (const char               *text,
                                                gboolean                  is_json,
                                                TlsrptCliFormat          *format);
gboolean tlsrpt_cli_format_is_summary          (TlsrptCliFormat           format);

void     tlsrpt_cli_report_append_csv_headings (GString                  *text);
void     tlsrpt_cli_report_append_csv_note     (GString                  *text,
                                                const char               *note);
void     tlsrpt_cli_report_append_csv          (GString                  *text,
                                                const TlsrptReport       *report,
                                                const TlsrptReportFilter *filter);

G_END_DECLS
