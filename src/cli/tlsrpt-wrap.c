/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-wrap.h"

#include <sys/ioctl.h>
#include <unistd.h>

#define WIDTH_WITHOUT_TERMINAL 80

/* Narrower than this, prose falls apart. */
#define LEAST_WIDTH 20

/**
 * tlsrpt_wrap_get_width:
 *
 * Gets how many cells a line of standard output has: what COLUMNS says, or the
 * terminal, or else 80.
 *
 * Returns: the width
 */
guint
tlsrpt_wrap_get_width (void)
{
  const char *columns = g_getenv ("COLUMNS");
  struct winsize size = { 0 };
  guint64 width;

  if (columns != NULL &&
      g_ascii_string_to_unsigned (columns, 10, 1, G_MAXUINT16, &width, NULL))
    return MAX (width, LEAST_WIDTH);

  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return MAX (size.ws_col, LEAST_WIDTH);

  return WIDTH_WITHOUT_TERMINAL;
}

/* The end of a color, which takes no cell; @text if none is there. */
static const char *
skip_style (const char *text)
{
  const char *end = text;

  if (text[0] != '\033' || text[1] != '[')
    return text;

  for (end += 2; g_ascii_isdigit (*end) || *end == ';'; end++)
    continue;

  return *end == 'm' ? end + 1 : text;
}

/**
 * tlsrpt_wrap_measure:
 * @text: a line of text, with colors or without
 *
 * Measures how many cells of a terminal a text takes.
 *
 * Returns: the number of cells
 */
guint
tlsrpt_wrap_measure (const char *text)
{
  guint cells = 0;

  for (const char *p = skip_style (text); *p != '\0'; p = skip_style (g_utf8_next_char (p)))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        cells += g_unichar_iswide (c) ? 2 : 1;
    }

  return cells;
}

static void
append_spaces (GString *lines,
               guint    n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (lines, ' ');
}

/**
 * tlsrpt_wrap_append:
 * @lines: where to append
 * @text: a paragraph; its words are separated by single spaces
 * @first: what the first line begins with, such as a bullet
 * @indent: where the other lines begin, and the text of the first at the least
 * @width: the cells of a line; a longer word stands alone and sticks out
 *
 * Appends a paragraph, broken into lines.
 */
void
tlsrpt_wrap_append (GString    *lines,
                    const char *text,
                    const char *first,
                    guint       indent,
                    guint       width)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint column = tlsrpt_wrap_measure (first);

  g_string_append (lines, first);

  if (column < indent)
    {
      append_spaces (lines, indent - column);
      column = indent;
    }

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint cells = tlsrpt_wrap_measure (words[i]);

      if (i > 0 && column + 1 + cells > width)
        {
          g_string_append_c (lines, '\n');
          append_spaces (lines, indent);
          column = indent;
        }
      else if (i > 0)
        {
          g_string_append_c (lines, ' ');
          column++;
        }

      g_string_append (lines, words[i]);
      column += cells;
    }

  g_string_append_c (lines, '\n');
}
