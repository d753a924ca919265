/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-state.h"

G_BEGIN_DECLS

#define TLSRPT_TYPE_STATE_FILE (tlsrpt_state_file_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptStateFile, tlsrpt_state_file, TLSRPT, STATE_FILE, GObject)

TlsrptStateFile *tlsrpt_state_file_new         (const char           *path) G_GNUC_WARN_UNUSED_RESULT;

void             tlsrpt_state_file_load_async  (TlsrptStateFile      *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean         tlsrpt_state_file_load_finish (TlsrptStateFile      *self,
                                                GAsyncResult         *result,
                                                GError              **error);
TlsrptState     *tlsrpt_state_file_get_state   (TlsrptStateFile      *self);
void             tlsrpt_state_file_flush       (TlsrptStateFile      *self);
gboolean         tlsrpt_state_file_forget      (TlsrptStateFile      *self,
                                                GError              **error);

G_END_DECLS
