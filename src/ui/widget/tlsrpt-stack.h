/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     tlsrpt_stack_show        (GtkStack  *stack,
                                   GtkWidget *page);
void     tlsrpt_stack_hide_others (GtkWidget *stack,
                                   GtkWidget *page);
gboolean tlsrpt_stack_has_focus   (GtkStack  *stack);
void     tlsrpt_stack_take_focus  (GtkStack  *stack);

G_END_DECLS
