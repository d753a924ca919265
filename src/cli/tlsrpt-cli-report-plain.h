/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-summary.h"

G_BEGIN_DECLS

void tlsrpt_cli_report_append_plain (GString                   *text,
                                     const TlsrptReportSummary *summary);

G_END_DECLS
