/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-summary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean tlsrpt_report_print         (TlsrptReportSummary  *summary,
                                      GtkWindow            *window,
                                      GError              **error);
gboolean tlsrpt_report_print_to_file (TlsrptReportSummary  *summary,
                                      GFile                *file,
                                      GError              **error);

G_END_DECLS
