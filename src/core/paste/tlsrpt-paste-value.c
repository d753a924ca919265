/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-paste-private.h"

#include "tlsrpt-text.h"

/**
 * tlsrpt_paste_find_version:
 * @self: a reader
 * @at: where to begin
 * @end: where to stop
 * @start: (out): where the version begins
 *
 * Finds “v=” and a letter, with white space around the sign or not.
 *
 * Returns: whether there is one
 */
gboolean
tlsrpt_paste_find_version (TlsrptPasteReader *self,
                           gsize              at,
                           gsize              end,
                           gsize             *start)
{
  const char *text = self->bytes->str;

  for (gsize i = at; i < end; i++)
    {
      gsize next;

      if ((text[i] != 'v' && text[i] != 'V') || (i > at && g_ascii_isalnum (text[i - 1])))
        continue;

      next = tlsrpt_paste_skip_blanks (self, i + 1);
      if (next >= end || text[next] != '=')
        continue;

      next = tlsrpt_paste_skip_blanks (self, next + 1);
      if (next < end && g_ascii_isalpha (text[next]))
        {
          *start = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* Whether a line goes on with a value that was broken: only where it is plain that
 * the break is not part of it. */
static gboolean
continues_value (TlsrptPasteReader *self,
                 gsize              before,
                 gsize              at,
                 gsize              end)
{
  static const char *const starts[] = { "rua=", "mailto:", "https:", ",", ";" };
  const char *text = self->bytes->str;

  if (at == end)
    return FALSE;

  for (gsize i = at; i < end; i++)
    {
      if (tlsrpt_paste_is_blank (text[i]) && text[i - 1] != ';' && text[i - 1] != ',')
        return FALSE;
    }

  if (text[before] == ',' || text[before] == ';')
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      if (tlsrpt_text_has_prefix (text + at, starts[i]))
        return TRUE;
    }

  return FALSE;
}

/**
 * tlsrpt_paste_value:
 * @self: a reader
 * @line: the first character of a line that is not white space
 * @start: where a value begins on the line
 * @end: where the line ends
 *
 * Reads a value that stands without a tool's words around it.
 *
 * Returns: where to go on
 */
gsize
tlsrpt_paste_value (TlsrptPasteReader *self,
                    gsize              line,
                    gsize              start,
                    gsize              end)
{
  const char *text = self->bytes->str;
  char mark = start > line ? text[start - 1] : '\0';
  TlsrptPasted *record;
  gsize close = end;

  record = tlsrpt_paste_begin (self, start == line ? TLSRPT_PASTE_VALUE : TLSRPT_PASTE_TEXT);

  if (mark != '\0' && strchr ("\"'`{<", mark) != NULL)
    {
      char closing = mark == '{' ? '}' : mark == '<' ? '>' : mark;

      close = MIN (tlsrpt_paste_find (self, start, closing), end);
      if (close < end)
        {
          record->notes |= TLSRPT_PASTE_QUOTES;

          /* JSON in part: the mark is escaped. */
          if (mark == '"' && text[close - 1] == '\\')
            close--;
        }
      if (start - 1 == line)
        record->form = TLSRPT_PASTE_VALUE;

      tlsrpt_paste_plain (self, record, start, close);
      tlsrpt_paste_end (self, record, close);
      return end;
    }

  tlsrpt_paste_plain (self, record, start, end);

  for (;;)
    {
      gsize next = tlsrpt_paste_skip_blanks (self, MIN (end + 1, self->bytes->len));
      gsize next_end = tlsrpt_paste_find (self, next, '\n');
      gsize before = end;

      while (before > start && tlsrpt_paste_is_blank (text[before - 1]))
        before--;

      if (record->text->len == 0 || !continues_value (self, before - 1, next, next_end))
        break;

      record->notes |= TLSRPT_PASTE_LINE_BREAKS;
      tlsrpt_paste_plain (self, record, next, next_end);
      end = next_end;
    }

  tlsrpt_paste_end (self, record, end);

  return end;
}

/**
 * tlsrpt_paste_quoted:
 * @self: a reader
 * @at: where a quotation mark or a parenthesis stands
 *
 * Reads a line of quoted strings: a record of its own, or the rest of the one above.
 *
 * Returns: where to go on
 */
gsize
tlsrpt_paste_quoted (TlsrptPasteReader *self,
                     gsize              at)
{
  TlsrptPasted *record;
  TlsrptPasted *above = NULL;
  gsize first = self->records->len;
  gsize end;

  record = tlsrpt_paste_begin (self, TLSRPT_PASTE_QUOTED);
  end = tlsrpt_paste_strings (self, record, at);
  tlsrpt_paste_end (self, record, end);

  if (first > 0)
    above = g_ptr_array_index (self->records, first - 1);

  if (above == NULL || above->form != TLSRPT_PASTE_QUOTED ||
      !tlsrpt_text_has_prefix (above->text->str, "v=TLSRPT") ||
      memchr (record->text->str, '=', record->text->len) != NULL)
    return end;

  g_string_append_len (above->text, record->text->str, record->text->len);
  if (above->offsets != NULL)
    {
      g_array_set_size (above->offsets, above->offsets->len - 1);
      g_array_append_vals (above->offsets, record->offsets->data, record->offsets->len);
    }
  above->notes |= record->notes | TLSRPT_PASTE_STRINGS;
  g_ptr_array_set_size (self->records, first);

  return end;
}

/**
 * tlsrpt_paste_is_quoted:
 * @self: a reader
 * @at: the first character of a line that is not white space
 * @end: where the line ends
 *
 * Tells whether strings stand here, and not the name of a JSON member.
 *
 * Returns: `TRUE` for strings
 */
gboolean
tlsrpt_paste_is_quoted (TlsrptPasteReader *self,
                        gsize              at,
                        gsize              end)
{
  const char *text = self->bytes->str;
  gsize close;

  if (text[at] != '"')
    return text[at] == '(';

  close = tlsrpt_paste_find (self, at + 1, '"');
  if (close >= end)
    return TRUE;

  close = tlsrpt_paste_skip_blanks (self, close + 1);

  return close >= end || text[close] != ':';
}
