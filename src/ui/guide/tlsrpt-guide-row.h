/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-guide-entry.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_GUIDE_ROW (tlsrpt_guide_row_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptGuideRow, tlsrpt_guide_row, TLSRPT, GUIDE_ROW, AdwPreferencesRow)

GtkWidget *tlsrpt_guide_row_new       (TlsrptGuideEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

void       tlsrpt_guide_row_set_entry (TlsrptGuideRow   *self,
                                       TlsrptGuideEntry *entry);

G_END_DECLS
