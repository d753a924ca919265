/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-excerpt.h"

#include "tlsrpt-display.h"

/* Octets shown on each side of the span. */
#define CONTEXT 40

/* Where the character at @at ends; octets that are no text are one each. */
static gsize
find_boundary (const char *text,
               gsize       text_length,
               gsize       at)
{
  while (at < text_length && ((guchar) text[at] & 0xc0) == 0x80)
    at++;

  return at;
}

/**
 * tlsrpt_excerpt_new:
 * @text: a foreign text
 * @text_length: its octets
 * @offset: where the span begins
 * @length: octets of the span; none if something is missing there
 *
 * Cuts the span and its surroundings out of a text and makes them harmless.
 *
 * Returns: (transfer full): the excerpt
 */
TlsrptExcerpt *
tlsrpt_excerpt_new (const char *text,
                    gsize       text_length,
                    gsize       offset,
                    gsize       length)
{
  TlsrptExcerpt *self = g_new (TlsrptExcerpt, 1);
  gsize from, end, to;
  g_autofree char *before = NULL;
  g_autofree char *span = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GString) shown = NULL;

  g_return_val_if_fail (offset <= text_length && length <= text_length - offset, NULL);

  end = offset + length;
  from = offset > CONTEXT ? find_boundary (text, offset, offset - CONTEXT) : 0;
  to = text_length - end > CONTEXT ? find_boundary (text, text_length, end + CONTEXT) : text_length;

  before = tlsrpt_display_sanitise (text + from, (gssize) (offset - from));
  span = tlsrpt_display_sanitise (text + offset, (gssize) length);
  after = tlsrpt_display_sanitise (text + end, (gssize) (to - end));

  shown = g_string_new (from > 0 ? "…" : NULL);
  g_string_append (shown, before);
  self->start = (guint) shown->len;
  g_string_append (shown, span);
  self->end = (guint) shown->len;
  g_string_append (shown, after);
  if (to < text_length)
    g_string_append (shown, "…");
  self->text = g_strdup (shown->str);

  return self;
}

void
tlsrpt_excerpt_free (TlsrptExcerpt *self)
{
  g_free (self->text);
  g_free (self);
}
