/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-excerpt.h"

#include "tlsrpt-display.h"

/* Octets shown on each side of the span. */
#define CONTEXT 40

/* Octets shown before the span where there is little room. */
#define LITTLE_CONTEXT 24

/* Octets of a character in UTF-8 after its first one, at the most. */
#define MAX_CONTINUATION 3

/* End of the character at @at; an invalid octet counts as one character. */
static gsize
find_boundary (const char *text,
               gsize       text_length,
               gsize       at)
{
  gsize last = MIN (text_length, at + MAX_CONTINUATION);

  while (at < last && ((guchar) text[at] & 0xc0) == 0x80)
    at++;

  return at;
}

/* Cuts out @from to @to, with the span from @start to @end in it. */
static TlsrptExcerpt *
cut (const char *text,
     gsize       text_length,
     gsize       from,
     gsize       start,
     gsize       end,
     gsize       to)
{
  TlsrptExcerpt *self = g_new (TlsrptExcerpt, 1);
  g_autofree char *before = tlsrpt_display_sanitise (text + from, (gssize) (start - from));
  g_autofree char *span = tlsrpt_display_sanitise (text + start, (gssize) (end - start));
  g_autofree char *after = tlsrpt_display_sanitise (text + end, (gssize) (to - end));
  g_autoptr (GString) shown = g_string_new (from > 0 ? "…" : NULL);

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
  gsize from, end, to;

  g_return_val_if_fail (offset <= text_length && length <= text_length - offset, NULL);

  end = offset + length;
  from = offset > CONTEXT ? find_boundary (text, offset, offset - CONTEXT) : 0;
  to = text_length - end > CONTEXT ? find_boundary (text, text_length, end + CONTEXT) : text_length;

  return cut (text, text_length, from, offset, end, to);
}

/**
 * tlsrpt_excerpt_new_for_line:
 * @text: a foreign text
 * @text_length: its octets
 * @offset: where the span begins
 * @length: octets of the span; none if something is missing there
 * @room: how many octets to show
 *
 * Does as tlsrpt_excerpt_new() does for a line of a terminal: a text that fits is
 * shown whole, and of a long span only the beginning.
 *
 * Returns: (transfer full): the excerpt
 */
TlsrptExcerpt *
tlsrpt_excerpt_new_for_line (const char *text,
                             gsize       text_length,
                             gsize       offset,
                             gsize       length,
                             gsize       room)
{
  gsize context = MIN (LITTLE_CONTEXT, room / 2);
  gsize from, to;

  g_return_val_if_fail (offset <= text_length && length <= text_length - offset, NULL);

  from = text_length > room && offset > context ? find_boundary (text, offset, offset - context)
                                                : 0;
  to = text_length - from > room ? find_boundary (text, text_length, MAX (from + room, offset))
                                 : text_length;

  return cut (text, text_length, from, offset, MIN (offset + length, to), to);
}

void
tlsrpt_excerpt_free (TlsrptExcerpt *self)
{
  g_free (self->text);
  g_free (self);
}
