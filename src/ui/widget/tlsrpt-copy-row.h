/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_COPY_ROW (tlsrpt_copy_row_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptCopyRow, tlsrpt_copy_row, TLSRPT, COPY_ROW, AdwPreferencesRow)

G_END_DECLS
