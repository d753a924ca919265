/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_VIEW_TITLE (tlsrpt_view_title_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptViewTitle, tlsrpt_view_title, TLSRPT, VIEW_TITLE, GtkWidget)

gboolean tlsrpt_view_title_get_narrow (TlsrptViewTitle *self);

G_END_DECLS
