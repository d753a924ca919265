/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-import-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_IMPORT_ROW (tlsrpt_import_row_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptImportRow, tlsrpt_import_row, TLSRPT, IMPORT_ROW, AdwPreferencesRow)

GtkWidget        *tlsrpt_import_row_new      (TlsrptImportItem *item) G_GNUC_WARN_UNUSED_RESULT;

TlsrptImportItem *tlsrpt_import_row_get_item (TlsrptImportRow *self);

G_END_DECLS
