/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void tlsrpt_list_store_update (GListStore *list,
                               GPtrArray  *items,
                               GEqualFunc  is_same);

G_END_DECLS
