/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_ROW (tlsrpt_row_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptRow, tlsrpt_row, TLSRPT, ROW, GObject)

gconstpointer tlsrpt_row_get_data (TlsrptRow *self);

#define TLSRPT_TYPE_ROW_MODEL (tlsrpt_row_model_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptRowModel, tlsrpt_row_model, TLSRPT, ROW_MODEL, GObject)

TlsrptRowModel *tlsrpt_row_model_new (GType          owner_type,
                                      gpointer       owner,
                                      gconstpointer  rows,
                                      gsize          row_size,
                                      gsize          n_rows) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
