/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlsrptPasteFunc:
 * @widget: the text that has the focus
 * @text: what is pasted
 * @user_data: what was given with the function
 *
 * Does something with a text that is pasted.
 */
typedef void (*TlsrptPasteFunc) (GtkWidget  *widget,
                                 const char *text,
                                 gpointer    user_data);

void tlsrpt_paste_limit_attach (GtkWidget       *widget,
                                gsize            limit,
                                TlsrptPasteFunc  func,
                                gpointer         user_data);

void tlsrpt_paste_limit_insert (GtkWidget       *widget,
                                const char      *text);

G_END_DECLS
