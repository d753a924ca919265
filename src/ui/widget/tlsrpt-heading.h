/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget  *tlsrpt_heading_new         (const char *text,
                                        int         level) G_GNUC_WARN_UNUSED_RESULT;
GtkListBox *tlsrpt_heading_append_list (GtkBox     *box,
                                        const char *title);

G_END_DECLS
