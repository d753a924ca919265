/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GArray *tlsrpt_cli_report_table_new    (const char *heading,
                                        gboolean    has_successful) G_GNUC_WARN_UNUSED_RESULT;

void    tlsrpt_cli_report_table_add    (GArray     *lines,
                                        char       *key,
                                        gint64      failed,
                                        gint64      successful,
                                        gsize       n_reports);
void    tlsrpt_cli_report_table_append (GString    *text,
                                        GArray     *lines);

G_END_DECLS
