/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     tlsrpt_column_view_name_headers (GtkColumnView    *view);

gboolean tlsrpt_column_view_is_left      (GtkColumnView    *view,
                                          GtkDirectionType  direction,
                                          gboolean         *moved);

G_END_DECLS
