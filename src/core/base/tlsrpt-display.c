/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-display.h"

#include "tlsrpt-limits.h"

#include <glib/gi18n-lib.h>

/**
 * tlsrpt_display_is_invisible:
 * @c: a character
 *
 * Tells whether a character would act on its surroundings, or pass for nothing,
 * instead of being seen.  A space is seen.
 *
 * Returns: `TRUE` if it has to be spelled out
 */
gboolean
tlsrpt_display_is_invisible (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED:
      return TRUE;

    case G_UNICODE_SPACE_SEPARATOR:
      return c != ' ';

    default:
      /* Variation selectors are marks, but nobody sees them; the fillers of
       * Hangul are letters that look like space. */
      return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef) ||
             c == 0x034f || c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0;
    }
}

/**
 * tlsrpt_display_sanitise:
 * @text: text that is not ours
 * @length: octets of @text, or -1 if a NUL ends it
 *
 * Makes foreign text harmless for a label and for a terminal: valid UTF-8, one
 * line, every character that is not seen spelled out as “⟨U+202E⟩”, at most
 * `TLSRPT_LIMIT_DISPLAY` characters.
 *
 * Returns: (transfer full): the text to show
 */
char *
tlsrpt_display_sanitise (const char *text,
                         gssize      length)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) result = NULL;
  /* Upper bound, in octets, of what is shown. */
  const gsize most = TLSRPT_LIMIT_DISPLAY * 4 + 1;
  gsize n_characters = 0;
  gsize size;
  gboolean cut;

  g_return_val_if_fail (text != NULL, NULL);

  size = length < 0 ? strlen (text) : (gsize) length;
  cut = size > most;

  /* A NUL becomes U+FFFD, as any octet that is not UTF-8 does. */
  valid = g_utf8_make_valid (text, MIN (size, most));
  result = g_string_sized_new (MIN (size, most) + 16);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (n_characters++ == TLSRPT_LIMIT_DISPLAY)
        {
          cut = TRUE;
          break;
        }

      if (tlsrpt_display_is_invisible (c))
        g_string_append_printf (result, "⟨U+%04X⟩", c);
      else
        g_string_append_unichar (result, c);
    }

  if (cut)
    g_string_append (result, "…");

  return g_string_free (g_steal_pointer (&result), FALSE);
}

/**
 * tlsrpt_display_isolate:
 * @text: text that is not ours
 * @length: octets of @text, or -1 if a NUL ends it
 *
 * Sanitises @text and isolates its direction, so that it can stand inside a
 * sentence of a language that is written from right to left.  For messages;
 * never for what is copied or exported.
 *
 * Returns: (transfer full): the text to put into a message
 */
char *
tlsrpt_display_isolate (const char *text,
                        gssize      length)
{
  g_autofree char *harmless = tlsrpt_display_sanitise (text, length);

  return g_strconcat (TLSRPT_FIRST_STRONG_ISOLATE, harmless, TLSRPT_POP_DIRECTIONAL_ISOLATE, NULL);
}

/**
 * tlsrpt_display_strip_isolates:
 * @text: a message
 *
 * Removes what [func@display_isolate] put around foreign text: a terminal shows
 * these characters as rubbish.
 *
 * Returns: (transfer full): @text without U+2068 and U+2069
 */
char *
tlsrpt_display_strip_isolates (const char *text)
{
  GString *result = g_string_new (text);

  g_string_replace (result, TLSRPT_FIRST_STRONG_ISOLATE, "", 0);
  g_string_replace (result, TLSRPT_POP_DIRECTIONAL_ISOLATE, "", 0);

  return g_string_free (result, FALSE);
}

/**
 * tlsrpt_display_count:
 * @count: a number, negative if it is not known
 *
 * Writes a number with its digits in groups, as the language has it.
 *
 * Returns: (transfer full): the number
 */
char *
tlsrpt_display_count (gint64 count)
{
  if (count < 0)
    return g_strdup (_("Not given"));

  return g_strdup_printf ("%'" G_GINT64_FORMAT, count);
}
