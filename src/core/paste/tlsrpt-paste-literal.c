/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-paste-private.h"

#include "tlsrpt-limits.h"

/*
 * Strings as shells, programs and configuration languages write them.  One notation
 * may stand within another: “'"…"'” of a shell, “"\"…\" \"…\""” of Terraform.
 */

/* Lines over which a string may be broken. */
#define MAX_BROKEN_LINES 32

typedef enum
{
  STYLE_ESCAPES, /* a backslash hides a mark */
  STYLE_CSV,     /* two marks are one */
  STYLE_SHELL,   /* '\'' or '' is a mark */
  STYLE_CODE,    /* the next mark ends it */
} Style;

static Style
get_style (const TlsrptCursor *cursor)
{
  if (cursor->text[cursor->at] == '`')
    return STYLE_CODE;
  if (cursor->text[cursor->at] == '\'')
    return STYLE_SHELL;

  return tlsrpt_cursor_starts (cursor, "\"\"\"") ? STYLE_CSV : STYLE_ESCAPES;
}

/* A character behind a backslash; returns where to go on. */
static gsize
append_escaped (TlsrptPasteReader *self,
                TlsrptPasted      *record,
                TlsrptCursor       cursor)
{
  const char *text = cursor.text + cursor.at;
  gsize left = cursor.end - cursor.at;
  guint code = 0;
  gsize n = 0;

  if (left >= 6 && text[1] == 'u')
    {
      while (n < 4 && g_ascii_isxdigit (text[2 + n]))
        code = code * 16 + g_ascii_xdigit_value (text[2 + n++]);
      if (n == 4 && code > 0 && code < 0x80)
        {
          tlsrpt_paste_append (self, record, (char) code, cursor.at);
          return cursor.at + 6;
        }
    }

  if (left >= 4 && g_ascii_isdigit (text[1]) && g_ascii_isdigit (text[2]) &&
      g_ascii_isdigit (text[3]))
    {
      code = (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
      if (code <= 255)
        {
          record->notes |= TLSRPT_PASTE_ESCAPES;
          tlsrpt_paste_append (self, record, (char) code, cursor.at);
          return cursor.at + 4;
        }
    }

  /* A semicolon needs its backslash in a zone file and in octoDNS alone. */
  if (text[1] == ';')
    record->notes |= TLSRPT_PASTE_ESCAPES;

  tlsrpt_paste_append (self, record, text[1] == 'n' ? '\n' : text[1] == 't' ? '\t' : text[1],
                       cursor.at);

  return cursor.at + 2;
}

/* One string, from its mark on; returns where it ends. */
static gsize
read_literal (TlsrptPasteReader *self,
              TlsrptPasted      *record,
              TlsrptCursor       cursor,
              Style              style)
{
  char mark = cursor.text[cursor.at++];
  gsize n_lines = 0;

  while (cursor.at < cursor.end)
    {
      char c = cursor.text[cursor.at];
      char next = cursor.at + 1 < cursor.end ? cursor.text[cursor.at + 1] : '\0';

      if (c == '\n')
        {
          if (next == '\n' || style == STYLE_CODE || ++n_lines == MAX_BROKEN_LINES)
            break;

          record->notes |= TLSRPT_PASTE_LINE_BREAKS;
          cursor.at++;
          tlsrpt_cursor_skip_blanks (&cursor);
        }
      else if (c == '\\' && next != '\0' && next != '\n' && style == STYLE_ESCAPES)
        {
          cursor.at = append_escaped (self, record, cursor);
        }
      else if (style == STYLE_SHELL && tlsrpt_cursor_starts (&cursor, "'\\''"))
        {
          tlsrpt_paste_append (self, record, c, cursor.at);
          cursor.at += 4;
        }
      else if (c == mark && next == mark && (style == STYLE_CSV || style == STYLE_SHELL))
        {
          tlsrpt_paste_append (self, record, c, cursor.at);
          cursor.at += 2;
        }
      else if (c == mark)
        {
          return cursor.at + 1;
        }
      else
        {
          tlsrpt_paste_append (self, record, c, cursor.at);
          cursor.at++;
        }
    }

  record->notes |= TLSRPT_PASTE_UNCLOSED;

  return cursor.at;
}

static gboolean
skip_operator (TlsrptCursor *cursor)
{
  gsize start = cursor->at;

  while (cursor->at - start < 2 && tlsrpt_cursor_peek (cursor) != '\0' &&
         strchr ("+.&\\~", tlsrpt_cursor_peek (cursor)) != NULL)
    cursor->at++;
  tlsrpt_cursor_skip_blanks (cursor);

  return cursor->at > start;
}

/* Moves on to a string that is joined to the one before @cursor: by nothing but white
 * space, by an operator, or because one of 255 octets does not stand alone. */
static gboolean
find_joined (TlsrptPasteReader *self,
             TlsrptCursor      *cursor,
             gboolean           is_join,
             gsize              length)
{
  gboolean is_joined;
  char c;

  tlsrpt_cursor_skip_blanks (cursor);
  is_joined = skip_operator (cursor);

  if (!is_joined && tlsrpt_cursor_peek (cursor) == ',' &&
      (is_join || length == TLSRPT_LIMIT_TXT_STRING))
    {
      is_joined = TRUE;
      cursor->at++;
      tlsrpt_cursor_skip_blanks (cursor);
    }

  if (tlsrpt_cursor_peek (cursor) == '\n' && (is_joined || self->n_brackets > 0))
    {
      cursor->at++;
      tlsrpt_cursor_skip_blanks (cursor);
      skip_operator (cursor);
    }

  c = tlsrpt_cursor_peek (cursor);
  if (c != '"' && c != '\'')
    return FALSE;

  return !tlsrpt_paste_begins_version ((TlsrptCursor) { cursor->text, cursor->at + 1,
                                                        cursor->end });
}

static char
get_before (const TlsrptCursor *line,
            gsize              *at)
{
  while (*at > 0 && tlsrpt_paste_is_blank (line->text[*at - 1]))
    (*at)--;

  return *at > 0 ? line->text[--(*at)] : '\0';
}

/* Whether a list of strings is one record: where “join (” is called on the line, as in
 * Terraform and in Python, in a list within a list, as resolvers in programs return
 * them, in “TXT("name", ["…", "…"])” of DNSControl, and behind “txt-record=” of dnsmasq. */
static gboolean
is_in_join (TlsrptCursor line)
{
  gsize at = line.at;
  gboolean is_list = get_before (&line, &at) == '[';
  char before = is_list ? get_before (&line, &at) : '\0';

  if (before == '[')
    return TRUE;

  while (line.at > 0 && line.text[line.at - 1] != '\n')
    {
      line.at--;
      if ((line.text[line.at] == 'j' && tlsrpt_cursor_starts (&line, "join(")) ||
          (line.text[line.at] == 't' && tlsrpt_cursor_starts (&line, "txt-record=")) ||
          (line.text[line.at] == 'T' && before == ',' && tlsrpt_cursor_starts (&line, "TXT(")))
        return TRUE;
    }

  return FALSE;
}

/* “…""…”: the marks around it are put there by the tool that reads it. */
static void
read_pieces (TlsrptPasteReader *inner,
             TlsrptPasted      *record)
{
  const char *text = inner->bytes->str;
  gsize length = inner->bytes->len;

  for (gsize i = 0; i < length;)
    {
      TlsrptCursor cursor = { text, i + 1, length };

      if (text[i] == '"')
        {
          tlsrpt_cursor_skip_blanks (&cursor);
          if (tlsrpt_cursor_peek (&cursor) == '"')
            {
              record->notes |= TLSRPT_PASTE_STRINGS;
              i = cursor.at + 1;
              continue;
            }
        }

      tlsrpt_paste_append (inner, record, text[i], i);
      i++;
    }
}

/**
 * tlsrpt_paste_undo:
 * @record: a record with a value
 *
 * Undoes the presentation format of DNS, in which the value may be.
 */
void
tlsrpt_paste_undo (TlsrptPasted *record)
{
  TlsrptPasteReader inner;
  TlsrptCursor cursor;

  tlsrpt_paste_reader_wrap (&inner, record);
  cursor = (TlsrptCursor) { inner.bytes->str, 0, inner.bytes->len };
  tlsrpt_cursor_skip_blanks (&cursor);

  if (tlsrpt_cursor_peek (&cursor) == '"')
    {
      gsize end = tlsrpt_paste_strings (&inner, record, cursor.at);

      /* What follows cannot be there. */
      cursor.at = end;
      tlsrpt_cursor_skip_blanks (&cursor);
      for (; cursor.at < cursor.end; end = ++cursor.at)
        tlsrpt_paste_append (&inner, record, cursor.text[cursor.at], cursor.at);
    }
  else if (memchr (cursor.text, '"', cursor.end) != NULL)
    {
      read_pieces (&inner, record);
    }
  else
    {
      tlsrpt_paste_plain (&inner, record, 0, cursor.end);
    }

  tlsrpt_paste_reader_clear (&inner);
}

static gboolean
has_several_strings (const GString *value)
{
  return strstr (value->str, "\" \"") != NULL || strstr (value->str + MIN (value->len, 1), "\"\"") != NULL;
}

/**
 * tlsrpt_paste_literals:
 * @self: a reader
 * @record: where to append
 * @line: a cursor at a quotation mark
 * @is_code: whether what the string holds may be a notation, too; else marks in it
 *   are in DNS
 *
 * Reads a string, and those that are joined to it.
 *
 * Returns: where they end
 */
gsize
tlsrpt_paste_literals (TlsrptPasteReader *self,
                       TlsrptPasted      *record,
                       TlsrptCursor       line,
                       gboolean           is_code)
{
  TlsrptCursor cursor = { line.text, line.at, self->bytes->len };
  Style style = get_style (&cursor);
  gboolean is_join = is_in_join (line);
  gsize before = record->text->len;
  gsize end;

  for (;;)
    {
      end = read_literal (self, record, cursor, style);
      cursor.at = end;
      if (style == STYLE_CSV || !find_joined (self, &cursor, is_join, record->text->len - before))
        break;

      record->notes |= TLSRPT_PASTE_STRINGS;
      before = record->text->len;
      style = get_style (&cursor);
    }

  /* In a cell of CSV, marks around the whole value may be in DNS. */
  if (is_code && (style != STYLE_CSV || has_several_strings (record->text)))
    tlsrpt_paste_undo (record);

  return end;
}
