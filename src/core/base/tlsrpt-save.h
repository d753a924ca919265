/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean tlsrpt_save_now    (const char           *path,
                             const char           *text,
                             gssize                length,
                             GError              **error);
void     tlsrpt_save_async  (GFile                *file,
                             const char           *text,
                             gssize                length,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data);
gboolean tlsrpt_save_finish (GFile                *file,
                             GAsyncResult         *result,
                             GError              **error);

G_END_DECLS
