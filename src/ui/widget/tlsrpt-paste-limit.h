/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tlsrpt_paste_limit_attach (GtkWidget *widget,
                                gsize      limit);

G_END_DECLS
