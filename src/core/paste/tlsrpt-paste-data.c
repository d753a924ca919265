/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-paste-private.h"

#include "tlsrpt-limits.h"

/* The data of a TXT record, as name servers and the tools that ask them write it. */

/* Lines over which a mail program may have broken a string. */
#define MAX_BROKEN_LINES 32

/* An octet that a backslash may hide (RFC 1035 section 5.1); returns where to go on. */
static gsize
append_escaped (TlsrptPasteReader *self,
                TlsrptPasted      *record,
                gsize              at,
                gsize              end)
{
  const char *text = self->bytes->str;

  if (text[at] != '\\' || at + 1 == end)
    {
      tlsrpt_paste_append (self, record, text[at], at);
      return at + 1;
    }

  record->notes |= TLSRPT_PASTE_ESCAPES;

  if (end - at >= 4 && g_ascii_isdigit (text[at + 1]) && g_ascii_isdigit (text[at + 2]) &&
      g_ascii_isdigit (text[at + 3]))
    {
      int code = (text[at + 1] - '0') * 100 + (text[at + 2] - '0') * 10 + (text[at + 3] - '0');

      if (code <= 255)
        {
          tlsrpt_paste_append (self, record, (char) code, at);
          return at + 4;
        }
    }

  tlsrpt_paste_append (self, record, text[at + 1], at);

  return at + 2;
}

static gboolean
is_escaped_for_a_reason (char c)
{
  return g_ascii_isdigit (c) || (c != '\0' && strchr (";\",=@ _*", c) != NULL);
}

/**
 * tlsrpt_paste_plain:
 * @self: a reader
 * @record: where to append
 * @at: where the value begins
 * @end: where it ends
 *
 * Reads a value without quotation marks around it.  Escapes are undone only where
 * they stand for something: a backslash of its own stays.
 */
void
tlsrpt_paste_plain (TlsrptPasteReader *self,
                    TlsrptPasted      *record,
                    gsize              at,
                    gsize              end)
{
  const char *text = self->bytes->str;

  while (end > at && tlsrpt_paste_is_blank (text[end - 1]))
    end--;

  while (at < end)
    {
      const char *backslash;
      gsize next;

      if (text[at] == '\\' && at + 1 < end && is_escaped_for_a_reason (text[at + 1]))
        {
          at = append_escaped (self, record, at, end);
          continue;
        }

      backslash = memchr (text + at + 1, '\\', end - at - 1);
      next = backslash != NULL ? (gsize) (backslash - text) : end;
      tlsrpt_paste_append_range (self, record, at, next);
      at = next;
    }
}

/* Where the string that begins at @at is closed.  One that is broken by a mail
 * program ends on a later line, but not after an empty one. */
static gsize
find_close (TlsrptPasteReader *self,
            gsize              at,
            gboolean          *closed)
{
  const char *text = self->bytes->str;
  gsize first_line_end = self->bytes->len;
  gsize n_lines = 0;

  *closed = TRUE;

  for (gsize i = at + 1; i < self->bytes->len; i++)
    {
      if (text[i] == '"')
        return i;

      if (text[i] == '\\')
        i++;
      else if (text[i] == '\n')
        {
          first_line_end = MIN (first_line_end, i);

          if (++n_lines == MAX_BROKEN_LINES ||
              (i + 1 < self->bytes->len && text[i + 1] == '\n'))
            break;
        }
    }

  *closed = FALSE;

  return first_line_end;
}

/* Whether a line has the mark of a quotation, as mail programs write it. */
static gboolean
is_in_quotation (const char *text,
                 gsize       at)
{
  while (at > 0 && text[at - 1] != '\n')
    at--;
  while (tlsrpt_paste_is_blank (text[at]))
    at++;

  return text[at] == '>';
}

static gsize
read_string (TlsrptPasteReader *self,
             TlsrptPasted      *record,
             gsize              at)
{
  const char *text = self->bytes->str;
  gboolean closed;
  gsize end = find_close (self, at, &closed);
  gsize start = at++;

  while (at < end)
    {
      if (text[at] == '\n')
        {
          TlsrptCursor cursor = { text, at + 1, end };

          record->notes |= TLSRPT_PASTE_LINE_BREAKS;
          tlsrpt_cursor_skip_blanks (&cursor);
          while (tlsrpt_cursor_peek (&cursor) == '>' && is_in_quotation (text, start))
            {
              cursor.at++;
              tlsrpt_cursor_skip_blanks (&cursor);
            }
          at = cursor.at;
          continue;
        }

      at = append_escaped (self, record, at, end);
    }

  if (!closed)
    {
      record->notes |= TLSRPT_PASTE_UNCLOSED;
      return end;
    }

  return end + 1;
}

/* White space and comments between the strings of a record; with parentheses it
 * goes on over lines. */
static gsize
skip_between (TlsrptPasteReader *self,
              gsize              at,
              gboolean           over_lines)
{
  for (;;)
    {
      TlsrptCursor cursor = { self->bytes->str, at, self->bytes->len };

      tlsrpt_cursor_skip_blanks (&cursor);
      at = cursor.at;

      if (at == self->bytes->len)
        return at;

      if (self->bytes->str[at] == ';')
        at = tlsrpt_cursor_find (&cursor, '\n');
      else if (self->bytes->str[at] == '\n' && over_lines)
        at++;
      else
        return at;
    }
}

/* “""v=…""”, as nslookup of Windows prints marks that DNS holds: it does not escape
 * them.  Returns where the string ends, or @at if this is another one. */
static gsize
read_unescaped_marks (TlsrptPasteReader *self,
                      TlsrptPasted      *record,
                      gsize              at)
{
  TlsrptCursor line = tlsrpt_paste_reader_get_line (self, at);
  gsize last = line.end;

  if (line.end - at < 4 || line.text[at + 1] != '"' ||
      !tlsrpt_paste_begins_version ((TlsrptCursor) { line.text, at + 2, line.end }))
    return at;

  while (line.text[last - 1] != '"')
    last--;

  for (gsize i = at + 1; i + 1 < last; i++)
    tlsrpt_paste_append (self, record, line.text[i], i);

  return last;
}

/**
 * tlsrpt_paste_strings:
 * @self: a reader
 * @record: where to append
 * @at: where a quotation mark or a parenthesis stands
 *
 * Reads the character-strings of a record and joins them without a space.  Marks
 * that are escaped are in DNS and stay.
 *
 * Returns: where the strings end
 */
gsize
tlsrpt_paste_strings (TlsrptPasteReader *self,
                      TlsrptPasted      *record,
                      gsize              at)
{
  const char *text = self->bytes->str;
  gboolean in_parentheses = text[at] == '(';
  gsize n_strings = 0;
  gsize end = at;

  if (in_parentheses)
    at = skip_between (self, at + 1, TRUE);

  if (at < self->bytes->len && text[at] == '"')
    {
      end = read_unescaped_marks (self, record, at);
      if (end > at)
        return end;
    }

  while (at < self->bytes->len && text[at] == '"')
    {
      end = read_string (self, record, at);
      at = skip_between (self, end, in_parentheses);
      n_strings++;
    }

  if (in_parentheses && at < self->bytes->len && text[at] == ')')
    end = at + 1;

  if (n_strings > 1)
    record->notes |= TLSRPT_PASTE_STRINGS;

  return end;
}

/**
 * tlsrpt_paste_braces:
 * @self: a reader
 * @record: where to append
 * @at: where a brace stands
 *
 * Reads “{string}” or “{string, string}” of PowerShell, which it breaks at the width
 * of the terminal.  A comma and a space stand between two strings only after a full
 * one; else they are part of the value, as quotation marks are.
 *
 * Returns: where to go on
 */
gsize
tlsrpt_paste_braces (TlsrptPasteReader *self,
                     TlsrptPasted      *record,
                     gsize              at)
{
  const char *text = self->bytes->str;
  TlsrptCursor all = { text, at, self->bytes->len };
  gsize end = tlsrpt_cursor_find (&all, '}');
  gsize length = 0;

  if (end == self->bytes->len)
    {
      end = tlsrpt_cursor_find (&all, '\n');
      record->notes |= TLSRPT_PASTE_CUT;
    }

  at++;

  while (at < end)
    {
      if (text[at] == '\n')
        {
          TlsrptCursor cursor = { text, at + 1, end };

          record->notes |= TLSRPT_PASTE_LINE_BREAKS;
          tlsrpt_cursor_skip_blanks (&cursor);
          at = cursor.at;
        }
      else if (length == TLSRPT_LIMIT_TXT_STRING && at + 1 < end && text[at] == ',' &&
               text[at + 1] == ' ')
        {
          record->notes |= TLSRPT_PASTE_STRINGS;
          length = 0;
          at += 2;
        }
      else
        {
          tlsrpt_paste_append (self, record, text[at], at);
          length++;
          at++;
        }
    }

  return MIN (end + 1, self->bytes->len);
}

/* “\# 33 20763d…”: the data of a record of any type (RFC 3597 section 5), in hexadecimal
 * digits, with white space among them.  Returns where it ends, or @at if this is none. */
static gsize
read_generic (TlsrptPasteReader *self,
              TlsrptPasted      *record,
              gsize              at)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gsize));
  const char *text = self->bytes->str;
  TlsrptCursor cursor = { text, at, self->bytes->len };
  gboolean over_lines = tlsrpt_cursor_peek (&cursor) == '(';
  gsize length = 0;
  gsize end;

  if (over_lines)
    cursor.at = skip_between (self, at + 1, TRUE);
  if (!tlsrpt_cursor_starts (&cursor, "\\#"))
    return at;

  cursor.at = end = skip_between (self, cursor.at + 2, over_lines);
  while (g_ascii_isdigit (tlsrpt_cursor_peek (&cursor)) && length <= G_MAXUINT16)
    length = length * 10 + (text[cursor.at++] - '0');
  if (cursor.at == end || length > G_MAXUINT16)
    return at;

  /* They may stand anywhere in the data (RFC 1035 section 5.1). */
  cursor.at = skip_between (self, cursor.at, over_lines);
  if (!over_lines && tlsrpt_cursor_peek (&cursor) == '(')
    {
      over_lines = TRUE;
      cursor.at++;
    }

  while (data->len < length)
    {
      guint8 octet;

      cursor.at = skip_between (self, cursor.at, TRUE);
      if (cursor.end - cursor.at < 2 || !g_ascii_isxdigit (text[cursor.at]) ||
          !g_ascii_isxdigit (text[cursor.at + 1]))
        return at;

      octet = g_ascii_xdigit_value (text[cursor.at]) << 4 |
              g_ascii_xdigit_value (text[cursor.at + 1]);
      g_byte_array_append (data, &octet, 1);
      g_array_append_val (places, cursor.at);
      cursor.at += 2;
    }

  /* More digits than were announced are a mistake that nobody can undo. */
  end = cursor.at;
  cursor.at = skip_between (self, cursor.at, over_lines);
  if (g_ascii_isxdigit (tlsrpt_cursor_peek (&cursor)))
    return at;
  if (over_lines && tlsrpt_cursor_peek (&cursor) == ')')
    end = cursor.at + 1;

  for (gsize i = 0, next; i < length; i = next)
    {
      next = i + 1 + data->data[i];
      if (next > length)
        {
          g_string_truncate (record->text, 0);
          g_array_set_size (record->offsets, 0);
          return at;
        }

      for (gsize j = i + 1; j < next; j++)
        tlsrpt_paste_append (self, record, (char) data->data[j],
                             g_array_index (places, gsize, j));
      if (i > 0)
        record->notes |= TLSRPT_PASTE_STRINGS;
    }

  return end;
}

/**
 * tlsrpt_paste_data:
 * @self: a reader
 * @record: where to append
 * @line: where the data of the record begins
 *
 * Reads the data of a record: strings in quotation marks, in parentheses or braces,
 * or what stands on the line.
 *
 * Returns: where the data ends
 */
gsize
tlsrpt_paste_data (TlsrptPasteReader *self,
                   TlsrptPasted      *record,
                   TlsrptCursor       line)
{
  gsize end;

  tlsrpt_cursor_skip_blanks (&line);

  switch (tlsrpt_cursor_peek (&line))
    {
    case '\0':
      return line.end;

    case '{':
      return tlsrpt_paste_braces (self, record, line.at);

    case '"':
      return tlsrpt_paste_strings (self, record, line.at);

    case '\'':
    case '`':
      record->notes |= TLSRPT_PASTE_QUOTES;
      return tlsrpt_paste_literals (self, record, line, TRUE);

    case '\\':
      end = read_generic (self, record, line.at);
      if (end > line.at)
        return end;
      break;

    case '(':
      {
        gsize first = skip_between (self, line.at + 1, TRUE);

        if (first < self->bytes->len && line.text[first] == '"')
          return tlsrpt_paste_strings (self, record, line.at);

        end = read_generic (self, record, line.at);
        if (end > line.at)
          return end;
      }
      break;

    default:
      break;
    }

  end = tlsrpt_paste_find_rest (line, TRUE);
  if (end < line.end)
    record->notes |= TLSRPT_PASTE_REST;

  tlsrpt_paste_plain (self, record, line.at, end);
  tlsrpt_paste_note_wrap (self, record, end);
  if (record->form == TLSRPT_PASTE_ZONE &&
      memchr (line.text + line.at, ';', end - line.at) != NULL &&
      (record->notes & TLSRPT_PASTE_ESCAPES) == 0)
    record->notes |= TLSRPT_PASTE_UNQUOTED;

  return line.end;
}
