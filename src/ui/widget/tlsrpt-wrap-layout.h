/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_WRAP_LAYOUT (tlsrpt_wrap_layout_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptWrapLayout, tlsrpt_wrap_layout, TLSRPT, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
