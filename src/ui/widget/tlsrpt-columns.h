/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_COLUMNS (tlsrpt_columns_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptColumns, tlsrpt_columns, TLSRPT, COLUMNS, GtkWidget)

G_END_DECLS
