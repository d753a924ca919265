/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tlsrpt_report_day_dup_text   (gint64 day) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_report_day_dup_short  (gint64 day) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_report_day_dup_month  (gint64 day) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_report_day_dup_plain  (gint64 day) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_report_days_dup_text  (gint64 first,
                                    gint64 last) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_report_time_dup_text  (gint64 time) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_report_count_dup_text (gint64 count) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
