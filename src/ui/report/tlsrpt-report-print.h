/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A summary as [func@summary_make] makes it, on paper. */

gboolean tlsrpt_report_print        (const GPtrArray  *blocks,
                                     GtkWindow        *window,
                                     GError          **error);
GBytes  *tlsrpt_report_print_to_pdf (const GPtrArray  *blocks,
                                     GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
