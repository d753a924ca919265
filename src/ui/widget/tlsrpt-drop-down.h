/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tlsrpt_drop_down_set_label       (GtkDropDown *drop_down,
                                       const char  *label);
void tlsrpt_drop_down_name_item       (GtkListItem *list_item,
                                       const char  *name);
void tlsrpt_drop_down_search_anywhere (GtkDropDown *drop_down);

G_END_DECLS
