/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptGzipFlags:
 * @TLSRPT_GZIP_MEMBERS: there was more than one member
 * @TLSRPT_GZIP_TRAILING: something that is not gzip followed
 *
 * What was unusual about gzip data.
 */
typedef enum
{
  TLSRPT_GZIP_MEMBERS = 1 << 0,
  TLSRPT_GZIP_TRAILING = 1 << 1,
} TlsrptGzipFlags;

gboolean tlsrpt_gzip_recognise   (const guint8     *data,
                                  gsize             size);
gboolean tlsrpt_gzip_check_ratio (gsize             n_read,
                                  gsize             n_written,
                                  GError          **error);
GByteArray *
         tlsrpt_gzip_compress    (const guint8     *data,
                                  gsize             size) G_GNUC_WARN_UNUSED_RESULT;
gboolean tlsrpt_gzip_expand      (const guint8     *data,
                                  gsize             size,
                                  gsize             limit,
                                  GByteArray       *output,
                                  TlsrptGzipFlags  *flags,
                                  GError          **error);

G_END_DECLS
