/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlsrptPostReply:
 * @status: the HTTP status
 * @phrase: the words that came with it; text that is not ours
 * @text: the beginning of the body; text that is not ours
 * @length: octets of @text
 *
 * What a server said to a report.
 */
typedef struct
{
  guint   status;
  char   *phrase;
  char   *text;
  gsize   length;
} TlsrptPostReply;

TlsrptPostReply *tlsrpt_post            (const char       *url,
                                         const char       *media_type,
                                         GBytes           *report,
                                         guint             timeout,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         tlsrpt_post_reply_is_success
                                        (const TlsrptPostReply *self);
void             tlsrpt_post_reply_free (TlsrptPostReply  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptPostReply, tlsrpt_post_reply_free)

G_END_DECLS
