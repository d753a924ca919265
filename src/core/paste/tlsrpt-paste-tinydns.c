/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-paste-private.h"

#include "tlsrpt-limits.h"

/*
 * Lines of the data file of tinydns: “'NAME:TEXT:TTL”, and “:NAME:16:DATA:TTL” for a type
 * by its number, of which the data begins with the length of each string.  A colon within
 * a field, and whatever else needs it, is a backslash and three octal digits
 * (https://cr.yp.to/djbdns/tinydns-data.html).
 */

static gboolean
is_octal (char c)
{
  return c >= '0' && c <= '7';
}

/* Where a field ends, which begins at @cursor. */
static gsize
find_field_end (TlsrptCursor cursor)
{
  return tlsrpt_cursor_find (&cursor, ':');
}

/* One octet of a field; returns where to go on. */
static gsize
read_octet (const char *text,
            gsize       at,
            gsize       end,
            char       *octet)
{
  *octet = text[at];

  if (text[at] != '\\' || end - at < 4 || !is_octal (text[at + 1]) || text[at + 1] > '3' ||
      !is_octal (text[at + 2]) || !is_octal (text[at + 3]))
    return at + 1;

  *octet = (char) ((text[at + 1] - '0') << 6 | (text[at + 2] - '0') << 3 | (text[at + 3] - '0'));

  return at + 4;
}

static gboolean
is_name (const char *text,
         gsize       start,
         gsize       end)
{
  for (gsize i = start; i < end; i++)
    {
      if (!g_ascii_isalnum (text[i]) && strchr ("_-.*\\", text[i]) == NULL)
        return FALSE;
    }

  return end > start && memchr (text + start, '.', end - start) != NULL;
}

/* The texts of a record by type have their lengths before them. */
static void
read_text (TlsrptPasteReader *self,
           TlsrptPasted      *record,
           TlsrptCursor       field,
           gboolean           has_lengths)
{
  gsize n_left = 0;
  gsize n_strings = 0;

  while (field.at < field.end)
    {
      gsize at = field.at;
      char octet;

      field.at = read_octet (field.text, at, field.end, &octet);
      if (field.at > at + 1)
        record->notes |= TLSRPT_PASTE_ESCAPES;

      if (has_lengths && n_left == 0)
        {
          n_left = (guchar) octet;
          n_strings++;
          continue;
        }

      tlsrpt_paste_append (self, record, octet, at);
      n_left -= n_left > 0;
    }

  if (n_strings > 1)
    record->notes |= TLSRPT_PASTE_STRINGS;
  if (n_left > 0)
    record->notes |= TLSRPT_PASTE_CUT;
}

/**
 * tlsrpt_paste_tinydns_line:
 * @self: a reader
 * @line: a line, with all that stands before it
 *
 * Reads a line of the data file of tinydns.
 *
 * Returns: `FALSE` if the line is none
 */
gboolean
tlsrpt_paste_tinydns_line (TlsrptPasteReader *self,
                           TlsrptCursor       line)
{
  char kind = tlsrpt_cursor_peek (&line);
  TlsrptCursor name = { line.text, line.at + 1, line.end };
  TlsrptCursor field;
  TlsrptPasted *record;
  gsize name_end;

  if ((kind != '\'' && kind != ':') || name.at >= line.end)
    return FALSE;

  name_end = find_field_end (name);
  if (name_end == line.end || !is_name (line.text, name.at, name_end))
    return FALSE;

  field = (TlsrptCursor) { line.text, name_end + 1, line.end };
  if (kind == ':')
    {
      if (!tlsrpt_cursor_starts (&field, "16:"))
        return FALSE;
      field.at += strlen ("16:");
    }

  /* Other notations have a mark or a blank here. */
  if (tlsrpt_paste_is_blank (tlsrpt_cursor_peek (&field)) ||
      memchr (field.text + field.at, '\'', field.end - field.at) != NULL)
    return FALSE;

  record = tlsrpt_paste_begin (self, TLSRPT_PASTE_ZONE);
  record->name = tlsrpt_paste_dup_name (line.text + name.at, name_end - name.at);
  field.end = find_field_end (field);
  read_text (self, record, field, kind == ':');
  tlsrpt_paste_note_wrap (self, record, field.end);

  field.at = MIN (field.end + 1, line.end);
  field.end = line.end;
  if (g_ascii_isdigit (tlsrpt_cursor_peek (&field)))
    {
      record->ttl = 0;
      while (g_ascii_isdigit (tlsrpt_cursor_peek (&field)) && record->ttl <= TLSRPT_LIMIT_TTL)
        record->ttl = record->ttl * 10 + (field.text[field.at++] - '0');
      if (record->ttl > TLSRPT_LIMIT_TTL)
        record->ttl = -1;
    }

  tlsrpt_paste_end (self, record, line.end);

  return TRUE;
}
