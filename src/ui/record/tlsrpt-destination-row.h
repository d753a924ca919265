/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-entry-row.h"

G_BEGIN_DECLS

#define TLSRPT_TYPE_DESTINATION_ROW (tlsrpt_destination_row_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptDestinationRow, tlsrpt_destination_row,
                      TLSRPT, DESTINATION_ROW, TlsrptEntryRow)

GtkWidget *tlsrpt_destination_row_new          (TlsrptField          *field)
                                                G_GNUC_WARN_UNUSED_RESULT;

void       tlsrpt_destination_row_focus_remove (TlsrptDestinationRow *self);
void       tlsrpt_destination_row_set_place    (TlsrptDestinationRow *self,
                                                guint                 position,
                                                guint                 n_rows);

G_END_DECLS
