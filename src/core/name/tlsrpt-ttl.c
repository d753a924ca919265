/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-ttl.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-text.h"

#include <glib/gi18n-lib.h>

/* The units of zone files, as BIND, NSD, and Knot DNS read them. */
static guint
get_unit (char letter)
{
  switch (g_ascii_tolower (letter))
    {
    case 's':
      return 1;

    case 'm':
      return 60;

    case 'h':
      return 60 * 60;

    case 'd':
      return 24 * 60 * 60;

    case 'w':
      return 7 * 24 * 60 * 60;

    default:
      return 0;
    }
}

/* Reads “3600”, “1h”, or “1d12h”: every number has a unit, or there is only one. */
static gboolean
read_seconds (const char *text,
              guint      *ttl)
{
  guint64 sum = 0;
  gsize n = 0;

  for (; *text != '\0'; n++)
    {
      const char *begin = text;
      guint64 number = 0;
      guint unit = 1;

      for (; g_ascii_isdigit (*text); text++)
        number = MIN (number * 10 + (guint) g_ascii_digit_value (*text), (guint64) G_MAXUINT32);
      if (text == begin)
        return FALSE;

      if (*text == '\0' && n > 0)
        return FALSE;
      if (*text != '\0')
        unit = get_unit (*text++);
      if (unit == 0)
        return FALSE;

      sum += number * unit;
      if (sum > TLSRPT_LIMIT_TTL)
        return FALSE;
    }

  *ttl = (guint) sum;

  return n > 0;
}

/**
 * tlsrpt_ttl_parse:
 * @text: what was typed
 * @ttl: (out): seconds
 * @error: return location for an error
 *
 * Reads a time to live (RFC 2181 section 8): a number of seconds, or one with the units
 * of zone files, such as “1h” or “1d12h”.
 *
 * Returns: `FALSE` if @text is neither, or too long a time
 */
gboolean
tlsrpt_ttl_parse (const char  *text,
                  guint       *ttl,
                  GError     **error)
{
  g_autofree char *digits = NULL;
  g_autofree char *shown = NULL;
  gsize length;

  if (!tlsrpt_text_trim (text, &text, &length, error))
    return FALSE;

  if (length == 0)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_EMPTY, TLSRPT_ERROR_INCOMPLETE, NULL,
                        _("Enter a number of seconds"));
      return FALSE;
    }

  digits = g_strndup (text, length);
  if (read_seconds (digits, ttl))
    return TRUE;

  shown = tlsrpt_display_isolate (digits, -1);
  tlsrpt_error_set (error, TLSRPT_ERROR_TTL, TLSRPT_ERROR_FINAL, NULL,
                    /* Translators: %s is what was typed; %d is the largest number of seconds;
                     * 1h and 1d are typed like this in every language */
                    _("“%s” is neither a number of seconds from 0 to %d nor a time such as 1h or 1d"),
                    shown, TLSRPT_LIMIT_TTL);

  return FALSE;
}
