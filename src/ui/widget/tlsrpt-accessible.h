/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tlsrpt_accessible_describe (GtkAccessible *accessible,
                                 const char    *message,
                                 gboolean       is_wrong);

void tlsrpt_accessible_name_row (GtkWidget     *cell,
                                 const char    *name);

G_END_DECLS
