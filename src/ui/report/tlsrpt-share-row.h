/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_SHARE_ROW (tlsrpt_share_row_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptShareRow, tlsrpt_share_row, TLSRPT, SHARE_ROW, AdwPreferencesRow)

GtkWidget *tlsrpt_share_row_new (const char *title,
                                 const char *subtitle,
                                 gint64      count,
                                 gint64      total) G_GNUC_WARN_UNUSED_RESULT;
void       tlsrpt_share_row_set_new   (TlsrptShareRow *self);
void       tlsrpt_share_row_set_plain (TlsrptShareRow *self);

G_END_DECLS
