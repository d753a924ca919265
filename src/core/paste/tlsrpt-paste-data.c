/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-paste-private.h"

#include "tlsrpt-limits.h"

/* The data of a TXT record, as the tools that print one write it. */

/**
 * tlsrpt_paste_skip_blanks:
 * @self: a reader
 * @at: where to begin
 *
 * Returns: where the next octet stands that is neither a space nor a tab
 */
gsize
tlsrpt_paste_skip_blanks (TlsrptPasteReader *self,
                          gsize              at)
{
  while (at < self->bytes->len && tlsrpt_paste_is_blank (self->bytes->str[at]))
    at++;

  return at;
}

/**
 * tlsrpt_paste_find:
 * @self: a reader
 * @at: where to begin
 * @c: an octet
 *
 * Returns: where @c stands next, or the end of the text
 */
gsize
tlsrpt_paste_find (TlsrptPasteReader *self,
                   gsize              at,
                   char               c)
{
  const char *found = memchr (self->bytes->str + at, c, self->bytes->len - at);

  return found != NULL ? (gsize) (found - self->bytes->str) : self->bytes->len;
}

/**
 * tlsrpt_paste_begin:
 * @self: a reader
 * @form: what the record is read from
 *
 * Adds an empty record.
 *
 * Returns: (transfer none): the record
 */
TlsrptPasted *
tlsrpt_paste_begin (TlsrptPasteReader *self,
                    TlsrptPasteForm    form)
{
  TlsrptPasted *record = g_new0 (TlsrptPasted, 1);

  record->form = form;
  record->ttl = -1;
  record->text = g_string_new (NULL);
  if (self->has_offsets)
    record->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_ptr_array_add (self->records, record);
  self->expects_strings = FALSE;

  return record;
}

static void
append (TlsrptPasteReader *self,
        TlsrptPasted      *record,
        char               c,
        gsize              at)
{
  g_string_append_c (record->text, c);

  if (record->offsets != NULL)
    g_array_append_val (record->offsets, g_array_index (self->offsets, guint32, at));
}

/* Takes one matching pair of quotation marks off. */
static gboolean
unquote (TlsrptPasted *record)
{
  GString *text = record->text;

  if (text->len < 2 || text->str[0] != text->str[text->len - 1] ||
      (text->str[0] != '"' && text->str[0] != '\'' && text->str[0] != '`'))
    return FALSE;

  g_string_truncate (text, text->len - 1);
  g_string_erase (text, 0, 1);

  if (record->offsets != NULL)
    {
      g_array_set_size (record->offsets, text->len + 1);
      g_array_remove_index (record->offsets, 0);
    }

  return TRUE;
}

/**
 * tlsrpt_paste_end:
 * @self: a reader
 * @record: the record that was read
 * @at: where its data ends
 *
 * Takes off what does not belong to the value.
 */
void
tlsrpt_paste_end (TlsrptPasteReader *self,
                  TlsrptPasted      *record,
                  gsize              at)
{
  /* A value in marks within marks is a slip that a DNS panel invites. */
  for (int i = 0; i < 3 && unquote (record); i++)
    record->notes |= TLSRPT_PASTE_QUOTES;

  if (g_str_has_suffix (record->text->str, "...") || g_str_has_suffix (record->text->str, "…"))
    record->notes |= TLSRPT_PASTE_CUT;

  if (record->offsets == NULL)
    return;

  if (record->offsets->len > record->text->len)
    g_array_set_size (record->offsets, record->text->len);
  g_array_append_val (record->offsets, g_array_index (self->offsets, guint32, at));
}

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
      append (self, record, text[at], at);
      return at + 1;
    }

  record->notes |= TLSRPT_PASTE_ESCAPES;

  if (end - at >= 4 && g_ascii_isdigit (text[at + 1]) && g_ascii_isdigit (text[at + 2]) &&
      g_ascii_isdigit (text[at + 3]))
    {
      int code = (text[at + 1] - '0') * 100 + (text[at + 2] - '0') * 10 + (text[at + 3] - '0');

      if (code <= 255)
        {
          append (self, record, (char) code, at);
          return at + 4;
        }
    }

  append (self, record, text[at + 1], at);

  return at + 2;
}

static gboolean
is_escaped_for_a_reason (char c)
{
  return g_ascii_isdigit (c) || (c != '\0' && strchr (";\",=@ ", c) != NULL);
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
      if (text[at] == '\\' && at + 1 < end && is_escaped_for_a_reason (text[at + 1]))
        {
          at = append_escaped (self, record, at, end);
          continue;
        }

      append (self, record, text[at], at);
      at++;
    }
}

/* Where the string that begins at @at is closed.  One that is broken by a mail
 * program ends on a later line, but not behind an empty one. */
static gsize
find_close (TlsrptPasteReader *self,
            gsize              at,
            gboolean          *closed)
{
  const char *text = self->bytes->str;
  gsize first_line_end = self->bytes->len;

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

          if (i + 1 < self->bytes->len && text[i + 1] == '\n')
            break;
        }
    }

  *closed = FALSE;

  return first_line_end;
}

static gsize
read_string (TlsrptPasteReader *self,
             TlsrptPasted      *record,
             gsize              at)
{
  const char *text = self->bytes->str;
  gboolean closed;
  gsize end = find_close (self, at, &closed);

  at++;

  while (at < end)
    {
      if (text[at] == '\n')
        {
          record->notes |= TLSRPT_PASTE_LINE_BREAKS;
          at = tlsrpt_paste_skip_blanks (self, at + 1);
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
      at = tlsrpt_paste_skip_blanks (self, at);

      if (at == self->bytes->len)
        return at;

      if (self->bytes->str[at] == ';')
        at = tlsrpt_paste_find (self, at, '\n');
      else if (self->bytes->str[at] == '\n' && over_lines)
        at++;
      else
        return at;
    }
}

/**
 * tlsrpt_paste_strings:
 * @self: a reader
 * @record: where to append
 * @at: where a quotation mark or a parenthesis stands
 *
 * Reads the character-strings of a record and joins them without a space.
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

/* “{string}” or “{string, string}” of PowerShell, which it breaks at the width of
 * the terminal.  A comma and a space stand between two strings only behind a full
 * one; else they are part of the value. */
static gsize
read_braces (TlsrptPasteReader *self,
             TlsrptPasted      *record,
             gsize              at)
{
  const char *text = self->bytes->str;
  gsize end = tlsrpt_paste_find (self, at, '}');
  gsize length = 0;

  if (end == self->bytes->len)
    {
      end = tlsrpt_paste_find (self, at, '\n');
      record->notes |= TLSRPT_PASTE_CUT;
    }

  at++;

  while (at < end)
    {
      if (text[at] == '\n')
        {
          record->notes |= TLSRPT_PASTE_LINE_BREAKS;
          at = tlsrpt_paste_skip_blanks (self, at + 1);
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
          append (self, record, text[at], at);
          length++;
          at++;
        }
    }

  return MIN (end + 1, self->bytes->len);
}

/**
 * tlsrpt_paste_data:
 * @self: a reader
 * @record: where to append
 * @at: where the data of the record begins
 *
 * Reads the data of a record: strings in quotation marks, in parentheses or braces,
 * or what stands on the line.
 *
 * Returns: where the data ends
 */
gsize
tlsrpt_paste_data (TlsrptPasteReader *self,
                   TlsrptPasted      *record,
                   gsize              at)
{
  const char *text = self->bytes->str;
  gsize end;

  at = tlsrpt_paste_skip_blanks (self, at);
  end = tlsrpt_paste_find (self, at, '\n');

  if (at == end)
    return end;

  if (text[at] == '{')
    return read_braces (self, record, at);

  if (text[at] == '"')
    return tlsrpt_paste_strings (self, record, at);

  if (text[at] == '(')
    {
      gsize first = skip_between (self, at + 1, TRUE);

      if (first < self->bytes->len && text[first] == '"')
        return tlsrpt_paste_strings (self, record, at);
    }

  tlsrpt_paste_plain (self, record, at, end);
  if (record->form == TLSRPT_PASTE_ZONE && text[at] != '\'' && text[at] != '`' &&
      memchr (text + at, ';', end - at) != NULL && (record->notes & TLSRPT_PASTE_ESCAPES) == 0)
    record->notes |= TLSRPT_PASTE_UNQUOTED;

  return end;
}
