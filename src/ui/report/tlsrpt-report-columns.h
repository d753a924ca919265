/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-table.h"

G_BEGIN_DECLS

/**
 * TlsrptReportRemark:
 * @file: the name of the file
 * @organization: (nullable): who sent the report; `NULL` for a file that is none
 * @text: what there is to say
 *
 * Something about a file that was opened.
 */
typedef struct
{
  char *file;
  char *organization;
  char *text;
} TlsrptReportRemark;

/* Of TlsrptReportRow: who reports, domains, and days; of TlsrptReportDetail: failures. */
void tlsrpt_report_columns_set_up_days          (TlsrptTable *table);
void tlsrpt_report_columns_set_up_domains       (TlsrptTable *table);
void tlsrpt_report_columns_set_up_failures      (TlsrptTable *table);
void tlsrpt_report_columns_show_successful      (TlsrptTable *table,
                                                 gboolean     is_shown);
void tlsrpt_report_columns_set_up_organizations (TlsrptTable *table);
void tlsrpt_report_columns_set_up_remarks       (TlsrptTable *table);

G_END_DECLS
