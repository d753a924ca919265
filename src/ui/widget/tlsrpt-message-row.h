/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-severity.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_MESSAGE_ROW (tlsrpt_message_row_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptMessageRow, tlsrpt_message_row, TLSRPT, MESSAGE_ROW, AdwPreferencesRow)

GtkWidget  *tlsrpt_message_row_new         (TlsrptSeverity    severity,
                                            const char       *message) G_GNUC_WARN_UNUSED_RESULT;

const char *tlsrpt_message_row_get_message (TlsrptMessageRow *self);

G_END_DECLS
