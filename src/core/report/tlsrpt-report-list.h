/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-builder.h"

G_BEGIN_DECLS

/**
 * TlsrptReportList:
 *
 * Strings of a report while their list grows.
 */
typedef struct
{
  /*< private >*/
  TlsrptReportBuilder  *builder;
  const char          **strings;
  gsize                 n_strings;
  gsize                 room;
} TlsrptReportList;

void               tlsrpt_report_list_init (TlsrptReportList    *self,
                                            TlsrptReportBuilder *builder,
                                            gsize                n_expected);
void               tlsrpt_report_list_add  (TlsrptReportList    *self,
                                            const char          *string);
const char *const *tlsrpt_report_list_end  (TlsrptReportList    *self);

G_END_DECLS
