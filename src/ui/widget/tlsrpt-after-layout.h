/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*TlsrptLayoutFunc) (GtkWidget *widget);

void tlsrpt_after_layout (GtkWidget        *widget,
                          TlsrptLayoutFunc  func);

G_END_DECLS
