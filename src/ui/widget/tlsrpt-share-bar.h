/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_SHARE_BAR (tlsrpt_share_bar_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptShareBar, tlsrpt_share_bar, TLSRPT, SHARE_BAR, GtkWidget)

void tlsrpt_share_bar_set_share (TlsrptShareBar *self,
                                 double          share);

G_END_DECLS
