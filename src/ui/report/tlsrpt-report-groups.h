/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-diagnosis.h"
#include "tlsrpt-report-keeper.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tlsrpt_report_groups_fill (GtkBox                *box,
                                const TlsrptDiagnosis *diagnosis,
                                TlsrptReportKeeper    *keeper);

G_END_DECLS
