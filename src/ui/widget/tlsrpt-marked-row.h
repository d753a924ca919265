/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_MARKED_ROW (tlsrpt_marked_row_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptMarkedRow, tlsrpt_marked_row, TLSRPT, MARKED_ROW, AdwPreferencesRow)

PangoAttrList *tlsrpt_marked_row_make_attributes (const char      *text,
                                                  GArray          *marks) G_GNUC_WARN_UNUSED_RESULT;

void           tlsrpt_marked_row_set_text        (TlsrptMarkedRow *self,
                                                  const char      *text,
                                                  GArray          *marks);

G_END_DECLS
