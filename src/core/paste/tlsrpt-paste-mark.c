/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-paste-private.h"


/* Marks before one line; more come from no person. */
#define MAX_MARKS 8

static gboolean
is_name_start (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '@' || c == '"' || c == '\'';
}

/* “*” is also the name of a wildcard: then a TTL, a class or a type follows. */
static gboolean
is_wildcard (TlsrptCursor cursor)
{
  cursor.at++;
  tlsrpt_cursor_skip_blanks (&cursor);

  return g_ascii_isdigit (tlsrpt_cursor_peek (&cursor)) || tlsrpt_cursor_starts (&cursor, "IN ") ||
         tlsrpt_cursor_starts (&cursor, "IN\t") || tlsrpt_cursor_starts (&cursor, "TXT");
}

/* The mark of a list, a quotation, a table or a prompt, which white space follows. */
static gsize
measure_mark (TlsrptCursor cursor)
{
  static const char *const bullets[] = { "•", "◦", "▪", "‣", "·", "–", "—", "│", "❯", "➜", "→" };
  gsize start = cursor.at;
  char c = tlsrpt_cursor_peek (&cursor);

  if (c == '*' && is_wildcard (cursor))
    return 0;

  if (c != '\0' && strchr ("-*+>|$%", c) != NULL)
    return 1;

  for (gsize i = 0; i < G_N_ELEMENTS (bullets) && (guchar) c >= 0x80; i++)
    {
      if (tlsrpt_cursor_starts (&cursor, bullets[i]))
        return strlen (bullets[i]);
    }

  /* “[ ]” and “[x]” of a list of tasks. */
  if (tlsrpt_cursor_starts (&cursor, "[ ]") || tlsrpt_cursor_starts (&cursor, "[x]"))
    return 3;

  /* “1.”, “1)”, “1:” or “a)”; line numbers, too. */
  while (g_ascii_isdigit (tlsrpt_cursor_peek (&cursor)))
    cursor.at++;
  if (cursor.at == start && g_ascii_isalpha (c))
    cursor.at++;
  c = tlsrpt_cursor_peek (&cursor);
  if (cursor.at > start && c != '\0' &&
      strchr (g_ascii_isdigit (cursor.text[start]) ? ".):" : ")", c) != NULL)
    return cursor.at + 1 - start;

  return 0;
}

/* “user@host:~$ ”, “PS C:\> ” and “C:\>”: their sign is followed by a blank, or by
 * nothing that goes on. */
static gsize
measure_prompt (TlsrptCursor cursor)
{
  gsize start = cursor.at;
  gboolean has_place = FALSE;

  if (tlsrpt_cursor_starts (&cursor, "PS "))
    cursor.at += 3;

  for (; cursor.at < cursor.end; cursor.at++)
    {
      char c = cursor.text[cursor.at];

      if (has_place && (c == '$' || c == '#' || c == '>' || c == '%') &&
          (cursor.at + 1 == cursor.end || tlsrpt_paste_is_blank (cursor.text[cursor.at + 1]) ||
           c == '>'))
        return cursor.at + 1 - start;

      if (tlsrpt_paste_is_blank (c) || c == '"' || c == '=' || c == '<')
        return 0;

      has_place |= c == ':' || c == '~';
    }

  return 0;
}

/**
 * tlsrpt_paste_skip_marks:
 * @self: a reader
 * @line: a cursor at the beginning of a line
 *
 * Skips what lists, quotations, diffs and prompts put before a line, since it is no
 * name.  The mark of a diff is kept, for a line that was removed is no record.
 */
void
tlsrpt_paste_skip_marks (TlsrptPasteReader *self,
                         TlsrptCursor      *line)
{
  gsize prompt;

  self->mark = '\0';
  tlsrpt_cursor_skip_blanks (line);

  for (int i = 0; i < MAX_MARKS && line->at < line->end; i++)
    {
      gsize length = measure_mark (*line);
      char c = tlsrpt_cursor_peek (line);

      if (length == 0)
        break;

      if (line->at + length == line->end || tlsrpt_paste_is_blank (line->text[line->at + length]) ||
          (c == '>' && line->text[line->at + 1] == '>') || (c == '|' && self->mark == '\0'))
        {
          if (c == '+' || c == '-')
            self->mark = c;
          line->at += length;
        }
      else if ((c == '+' || c == '-') && is_name_start (line->text[line->at + 1]))
        {
          self->mark = c;
          line->at++;
          break;
        }
      else
        {
          break;
        }

      tlsrpt_cursor_skip_blanks (line);
    }

  prompt = measure_prompt (*line);
  line->at += prompt;
  tlsrpt_cursor_skip_blanks (line);

  /* “12 _smtp._tls …” of a numbered listing. */
  if (g_ascii_isdigit (tlsrpt_cursor_peek (line)))
    {
      TlsrptCursor number = *line;

      while (g_ascii_isdigit (tlsrpt_cursor_peek (&number)))
        number.at++;
      tlsrpt_cursor_skip_blanks (&number);
      if (tlsrpt_cursor_peek (&number) == '_' || tlsrpt_cursor_starts (&number, "$ORIGIN"))
        *line = number;
    }

  /* A whole line within marks, as YAML has it. */
  if ((tlsrpt_cursor_peek (line) == '\'' || tlsrpt_cursor_peek (line) == '`') &&
      line->at + 1 < line->end && line->text[line->at + 1] == '_')
    line->at++;
}
