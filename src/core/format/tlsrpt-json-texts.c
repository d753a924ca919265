/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-json-texts.h"

#include <string.h>

/* Before each text of a sequence (RFC 7464 section 2.2). */
#define RECORD_SEPARATOR '\x1e'

/**
 * tlsrpt_json_texts_init:
 * @self: the texts
 * @text: what contains them; it must stay
 * @length: its octets
 *
 * Begins to go through texts.  They end where their brackets say so.
 */
void
tlsrpt_json_texts_init (TlsrptJsonTexts *self,
                        const char      *text,
                        gsize            length)
{
  self->text = text;
  self->length = length;
  self->next = 0;
  self->is_by_line = FALSE;
}

/* Skips what separates texts.  Files that were joined have a byte order mark each, and a
 * list that was cut out of another has commas. */
static gsize
skip_separators (const TlsrptJsonTexts *self,
                 gsize                  at)
{
  while (at < self->length)
    {
      const char *rest = self->text + at;

      if (g_ascii_isspace (*rest) || *rest == RECORD_SEPARATOR || *rest == ',')
        at++;
      else if (self->length - at >= 3 && memcmp (rest, "\xef\xbb\xbf", 3) == 0)
        at += 3;
      else
        break;
    }

  return at;
}

static gboolean
begins_text (char c)
{
  return c == '{' || c == '[';
}

/* Finds the next line that begins as a text does. */
static gsize
find_line (const TlsrptJsonTexts *self,
           gsize                  at)
{
  while (at < self->length)
    {
      const char *line_end = memchr (self->text + at, '\n', self->length - at);

      if (line_end == NULL)
        break;

      at = (gsize) (line_end - self->text) + 1;
      if (at < self->length && (self->text[at] == '{' || self->text[at] == RECORD_SEPARATOR))
        return at;
    }

  return self->length;
}

/* Finds where the brackets are closed. */
static gsize
find_end (const TlsrptJsonTexts *self,
          gsize                  at)
{
  gsize depth = 0;
  gboolean is_string = FALSE;

  for (; at < self->length; at++)
    {
      char c = self->text[at];

      if (is_string)
        {
          if (c == '\\')
            at++;
          else if (c == '"')
            is_string = FALSE;
        }
      else if (c == '"')
        {
          is_string = TRUE;
        }
      else if (begins_text (c))
        {
          depth++;
        }
      else if ((c == '}' || c == ']') && --depth == 0)
        {
          return at + 1;
        }
    }

  return self->length;
}

/**
 * tlsrpt_json_texts_next:
 * @self: the texts
 * @begin: (out): where the next one begins
 * @end: (out): where it ends
 *
 * Finds the next text, which may be none: whoever parses it finds out.
 *
 * Returns: `FALSE` if there is no other
 */
gboolean
tlsrpt_json_texts_next (TlsrptJsonTexts *self,
                        gsize           *begin,
                        gsize           *end)
{
  *begin = skip_separators (self, self->next);
  if (*begin >= self->length)
    return FALSE;

  if (self->is_by_line || !begins_text (self->text[*begin]))
    *end = find_line (self, *begin);
  else
    *end = find_end (self, *begin);

  self->next = *end;

  return TRUE;
}

/**
 * tlsrpt_json_texts_by_line:
 * @self: the texts
 * @begin: where a text begins that is broken
 *
 * Goes back to a text whose brackets were not to be trusted.  From there on a text ends
 * where a line begins with another one.
 *
 * Returns: `FALSE` if that is so already
 */
gboolean
tlsrpt_json_texts_by_line (TlsrptJsonTexts *self,
                           gsize            begin)
{
  if (self->is_by_line)
    return FALSE;

  self->is_by_line = TRUE;
  self->next = begin;

  return TRUE;
}
