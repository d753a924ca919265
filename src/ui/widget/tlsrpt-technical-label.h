/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tlsrpt_technical_label_init       (GtkLabel      *label);
void tlsrpt_technical_label_wrap       (GtkLabel      *label);
void tlsrpt_technical_label_add_tokens (PangoAttrList *attributes,
                                        const char    *text);

G_END_DECLS
