/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-entry-row.h"

G_BEGIN_DECLS

#define TLSRPT_TYPE_MESSAGE_ROW (tlsrpt_message_row_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptMessageRow, tlsrpt_message_row, TLSRPT, MESSAGE_ROW, AdwPreferencesRow)

GtkWidget      *tlsrpt_message_row_new           (TlsrptEntryRow   *entry_row) G_GNUC_WARN_UNUSED_RESULT;

TlsrptEntryRow *tlsrpt_message_row_get_entry_row (TlsrptMessageRow *self);
void            tlsrpt_message_row_set_entry_row (TlsrptMessageRow *self,
                                                  TlsrptEntryRow   *entry_row);

G_END_DECLS
