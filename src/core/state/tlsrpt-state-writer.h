/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlsrptStateWriter:
 *
 * Writes one file again and again, from threads and at once, so that in the end it holds
 * what was handed over last, and at no time anything but one whole text.
 */
typedef struct _TlsrptStateWriter TlsrptStateWriter;

TlsrptStateWriter *tlsrpt_state_writer_new          (const char           *path) G_GNUC_WARN_UNUSED_RESULT;
void               tlsrpt_state_writer_unref        (TlsrptStateWriter    *self);

gboolean           tlsrpt_state_writer_write        (TlsrptStateWriter    *self,
                                                     const char           *text,
                                                     GError              **error);
void               tlsrpt_state_writer_write_async  (TlsrptStateWriter    *self,
                                                     char                 *text,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gboolean           tlsrpt_state_writer_write_finish (GAsyncResult         *result,
                                                     GError              **error);
gboolean           tlsrpt_state_writer_remove       (TlsrptStateWriter    *self,
                                                     GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptStateWriter, tlsrpt_state_writer_unref)

G_END_DECLS
