/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_PILL_BUTTON (tlsrpt_pill_button_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptPillButton, tlsrpt_pill_button, TLSRPT, PILL_BUTTON, GtkButton)

G_END_DECLS
