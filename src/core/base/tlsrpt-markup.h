/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptMarkupKinds:
 * @TLSRPT_MARKUP_HTML: character references and tags
 * @TLSRPT_MARKUP_LINK: an address that was made a link of itself
 * @TLSRPT_MARKUP_REDIRECT: a link that leads through a service
 *
 * What web pages, chats and mail programs put into a text.
 */
typedef enum
{
  TLSRPT_MARKUP_NONE = 0,
  TLSRPT_MARKUP_HTML = 1 << 0,
  TLSRPT_MARKUP_LINK = 1 << 1,
  TLSRPT_MARKUP_REDIRECT = 1 << 2,
} TlsrptMarkupKinds;

gboolean           tlsrpt_markup_may_be_in (const char *text,
                                            gsize       length);
TlsrptMarkupKinds  tlsrpt_markup_remove    (GString    *text,
                                            GArray     *offsets);
char              *tlsrpt_markup_undo      (const char *text,
                                            gsize       length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
