/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptExcerpt:
 * @text: the span and what stands around it, harmless
 * @start: where the span begins in @text, in octets
 * @end: where it ends
 *
 * A part of a foreign text with something in it that is to be seen.
 */
typedef struct
{
  char *text;
  guint start;
  guint end;
} TlsrptExcerpt;

TlsrptExcerpt *tlsrpt_excerpt_new          (const char    *text,
                                            gsize          text_length,
                                            gsize          offset,
                                            gsize          length) G_GNUC_WARN_UNUSED_RESULT;
TlsrptExcerpt *tlsrpt_excerpt_new_for_line (const char    *text,
                                            gsize          text_length,
                                            gsize          offset,
                                            gsize          length,
                                            gsize          room) G_GNUC_WARN_UNUSED_RESULT;
void           tlsrpt_excerpt_free         (TlsrptExcerpt *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptExcerpt, tlsrpt_excerpt_free)

G_END_DECLS
