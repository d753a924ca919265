/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-builder.h"

G_BEGIN_DECLS

void tlsrpt_report_count_once (TlsrptReportBuilder *builder,
                               TlsrptReportPolicy  *policies,
                               gsize                n_policies);

G_END_DECLS
