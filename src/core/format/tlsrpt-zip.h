/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TlsrptZip TlsrptZip;

gboolean   tlsrpt_zip_recognise           (const guint8  *data,
                                           gsize          size);
TlsrptZip *tlsrpt_zip_open                (const guint8  *data,
                                           gsize          size,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void       tlsrpt_zip_free                (TlsrptZip     *self);

guint      tlsrpt_zip_get_n_entries       (TlsrptZip     *self);
char      *tlsrpt_zip_dup_name            (TlsrptZip     *self,
                                           guint          entry);
gsize      tlsrpt_zip_get_compressed_size (TlsrptZip     *self,
                                           guint          entry);
gboolean   tlsrpt_zip_expand              (TlsrptZip     *self,
                                           guint          entry,
                                           gsize          limit,
                                           GByteArray    *output,
                                           GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptZip, tlsrpt_zip_free)

G_END_DECLS
