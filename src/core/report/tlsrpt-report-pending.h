/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report.h"

G_BEGIN_DECLS

/**
 * TlsrptReportTable:
 *
 * What failures are counted in: rows of two groups, and problems.
 */
typedef enum
{
  TLSRPT_REPORT_TABLE_TYPES,
  TLSRPT_REPORT_TABLE_HOSTS,
  TLSRPT_REPORT_TABLE_PROBLEMS,
} TlsrptReportTable;

#define TLSRPT_N_REPORT_TABLES (TLSRPT_REPORT_TABLE_PROBLEMS + 1)

/**
 * TlsrptReportSide:
 *
 * Entries that give the same sessions, in MTA-STS and in DANE.
 */
typedef enum
{
  TLSRPT_REPORT_SIDE_STS,
  TLSRPT_REPORT_SIDE_TLSA,
} TlsrptReportSide;

#define TLSRPT_N_REPORT_SIDES (TLSRPT_REPORT_SIDE_TLSA + 1)

/**
 * TlsrptReportPendingFunc:
 * @table: a table
 * @index: a line of it
 * @n_failed: failed sessions
 * @user_data: whatever was given along
 *
 * Counts failed sessions in a line of a table.
 */
typedef void (*TlsrptReportPendingFunc) (TlsrptReportTable table,
                                         guint             index,
                                         gint64            n_failed,
                                         gpointer          user_data);

/* Failures of some entries that are added up before they are counted. */
typedef struct _TlsrptReportPending TlsrptReportPending;

TlsrptReportSide     tlsrpt_report_policy_get_side (const TlsrptReportPolicy *self);

TlsrptReportPending *tlsrpt_report_pending_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void                 tlsrpt_report_pending_free    (TlsrptReportPending      *self);

void                 tlsrpt_report_pending_begin   (TlsrptReportPending      *self);
void                 tlsrpt_report_pending_add     (TlsrptReportPending      *self,
                                                    TlsrptReportTable         table,
                                                    guint                     index,
                                                    const TlsrptReportPolicy *policy,
                                                    gint64                    n_failed);
gint64               tlsrpt_report_pending_count   (TlsrptReportPending      *self,
                                                    gint64                    n_failed,
                                                    TlsrptReportPendingFunc   func,
                                                    gpointer                  user_data);

G_END_DECLS
