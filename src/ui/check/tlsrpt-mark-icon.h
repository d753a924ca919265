/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-verdict-part.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *tlsrpt_mark_icon_new  (TlsrptMark  mark) G_GNUC_WARN_UNUSED_RESULT;
void       tlsrpt_mark_icon_show (GtkImage   *icon,
                                  TlsrptMark  mark);

G_END_DECLS
