/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_ROW (tlsrpt_row_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptRow, tlsrpt_row, TLSRPT, ROW, GObject)

gconstpointer   tlsrpt_row_get_data (TlsrptRow *self);

/**
 * TlsrptRows:
 *
 * An array of values that never change, and what keeps them.  Threads may share it.
 */
typedef struct _TlsrptRows TlsrptRows;

TlsrptRows     *tlsrpt_rows_new      (GType          owner_type,
                                      gpointer       owner,
                                      gconstpointer  rows,
                                      gsize          row_size,
                                      gsize          n_rows) G_GNUC_WARN_UNUSED_RESULT;
TlsrptRows     *tlsrpt_rows_ref      (TlsrptRows    *self);
void            tlsrpt_rows_unref    (TlsrptRows    *self);

gconstpointer   tlsrpt_rows_get_data (TlsrptRows    *self,
                                      gsize         *row_size,
                                      guint         *n_rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptRows, tlsrpt_rows_unref)

#define TLSRPT_TYPE_ROW_MODEL (tlsrpt_row_model_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptRowModel, tlsrpt_row_model, TLSRPT, ROW_MODEL, GObject)

TlsrptRowModel *tlsrpt_row_model_new       (void) G_GNUC_WARN_UNUSED_RESULT;

void            tlsrpt_row_model_set_rows  (TlsrptRowModel *self,
                                            TlsrptRows     *rows,
                                            GArray         *order);
guint           tlsrpt_row_model_get_n_all (TlsrptRowModel *self);
gboolean        tlsrpt_row_model_show_more (TlsrptRowModel *self);

G_END_DECLS
