/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-text.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* White space, and what comes along unseen when text is copied from a web page:
 * marks of direction, spaces without width, selectors of an emoji's looks.  The
 * joiners are not among them: names need them. */
static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || (c >= 0xfe00 && c <= 0xfe0f) ||
         (g_unichar_type (c) == G_UNICODE_FORMAT && c != 0x200c && c != 0x200d);
}

/**
 * tlsrpt_text_trim:
 * @text: what was typed
 * @start: (out): the first character that is not white space
 * @length: (out): octets from there to the last one
 * @error: return location for an error
 *
 * Checks that an input is UTF-8 of a sensible length and finds what stands
 * between the white space around it.  White space alone is not an error: then
 * @length is 0.
 *
 * Returns: `FALSE` with `TLSRPT_ERROR_TOO_LONG` or `TLSRPT_ERROR_ENCODING`
 */
gboolean
tlsrpt_text_trim (const char  *text,
                  const char **start,
                  gsize       *length,
                  GError     **error)
{
  const char *end;
  gsize size = strnlen (text, TLSRPT_LIMIT_INPUT + 1);

  if (size > TLSRPT_LIMIT_INPUT)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %d is a number of bytes */
                        _("The text is longer than %d bytes"), TLSRPT_LIMIT_INPUT);
      return FALSE;
    }

  if (!g_utf8_validate (text, size, NULL))
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_ENCODING, TLSRPT_ERROR_FINAL, NULL,
                        _("The text is not valid UTF-8"));
      return FALSE;
    }

  end = text + size;
  while (text < end && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  while (end > text)
    {
      const char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last;
    }

  *start = text;
  *length = end - text;

  return TRUE;
}

/**
 * tlsrpt_text_describe:
 * @c: a character that cannot stand where it stands
 *
 * Names a character in a way that can be seen: “,” as it is, a space by its
 * name, the others by their number.
 *
 * Returns: (transfer full): the name, translated
 */
char *
tlsrpt_text_describe (gunichar c)
{
  char utf8[7] = { 0 };

  if (c == ' ')
    return g_strdup (_("a space"));
  if (c == '\t')
    return g_strdup (_("a tab"));
  if (c == '\n' || c == '\r')
    return g_strdup (_("a line break"));
  if (tlsrpt_display_is_invisible (c))
    /* Translators: %04X is the number of a Unicode character that cannot be seen, as “00A0” */
    return g_strdup_printf (_("the invisible character U+%04X"), c);
  if (g_unichar_ismark (c))
    /* Translators: %04X is the number of a Unicode character, as “0301” */
    return g_strdup_printf (_("the character U+%04X"), c);

  g_unichar_to_utf8 (c, utf8);

  /* Translators: %s is a single character, such as a comma */
  return g_strdup_printf (_("the character “%s”"), utf8);
}

/**
 * tlsrpt_text_squeeze:
 * @text: UTF-8
 * @length: its octets
 *
 * Removes white space and characters without width, wherever they stand.
 *
 * Returns: (transfer full): what is left
 */
char *
tlsrpt_text_squeeze (const char *text,
                     gsize       length)
{
  GString *result = g_string_sized_new (length);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      if (!is_blank (g_utf8_get_char (p)))
        g_string_append_len (result, p, g_utf8_next_char (p) - p);
    }

  return g_string_free (result, FALSE);
}

/**
 * tlsrpt_text_has_prefix:
 * @text: any text
 * @prefix: ASCII
 *
 * Returns: whether @text begins with @prefix, in whatever case
 */
gboolean
tlsrpt_text_has_prefix (const char *text,
                        const char *prefix)
{
  return g_ascii_strncasecmp (text, prefix, strlen (prefix)) == 0;
}
