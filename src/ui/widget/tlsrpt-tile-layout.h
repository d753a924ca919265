/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_TILE_LAYOUT (tlsrpt_tile_layout_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptTileLayout, tlsrpt_tile_layout, TLSRPT, TILE_LAYOUT, GtkLayoutManager)

G_END_DECLS
