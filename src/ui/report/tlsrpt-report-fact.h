/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *tlsrpt_report_fact_new      (const char *title,
                                        const char *value) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *tlsrpt_report_fact_new_text (const char *title,
                                        const char *text) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *tlsrpt_report_fact_new_lines
                                       (const char        *title,
                                        const char *const *lines,
                                        gsize              n_lines) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *tlsrpt_report_fact_new_link (const char *title,
                                        const char *value,
                                        const char *uri) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *tlsrpt_report_fact_new_code (const char *title,
                                        const char *code) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
