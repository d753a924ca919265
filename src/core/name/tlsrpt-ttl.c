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

/**
 * tlsrpt_ttl_parse:
 * @text: what was typed
 * @ttl: (out): seconds
 * @error: return location for an error
 *
 * Reads a time to live (RFC 2181 section 8).
 *
 * Returns: `FALSE` if @text is no number of seconds
 */
gboolean
tlsrpt_ttl_parse (const char  *text,
                  guint       *ttl,
                  GError     **error)
{
  g_autofree char *digits = NULL;
  g_autofree char *shown = NULL;
  guint64 seconds;
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
  if (g_ascii_string_to_unsigned (digits, 10, 0, TLSRPT_LIMIT_TTL, &seconds, NULL))
    {
      *ttl = (guint) seconds;
      return TRUE;
    }

  shown = tlsrpt_display_isolate (digits, -1);
  tlsrpt_error_set (error, TLSRPT_ERROR_TTL, TLSRPT_ERROR_FINAL, NULL,
                    /* Translators: %s is what was typed; %d is the largest number of seconds */
                    _("“%s” is not a number of seconds from 0 to %d"), shown, TLSRPT_LIMIT_TTL);

  return FALSE;
}
