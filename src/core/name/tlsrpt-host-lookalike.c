/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-host.h"

/* Cyrillic and Greek letters that look like Latin ones in most typefaces (from
 * the confusables of Unicode Technical Standard 39). */
static gboolean
looks_latin (gunichar c)
{
  static const gunichar lookalikes[] = {
    0x03b1, 0x03b9, 0x03bd, 0x03bf, 0x03c1, 0x03c5, 0x0430, 0x0435, 0x043e, 0x0440,
    0x0441, 0x0443, 0x0445, 0x0455, 0x0456, 0x0458, 0x04bb, 0x04cf, 0x0501, 0x051b,
    0x051d,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lookalikes); i++)
    {
      if (lookalikes[i] == c)
        return TRUE;
    }

  return FALSE;
}

/**
 * tlsrpt_host_is_lookalike:
 * @unicode: a name in U-labels
 *
 * Tells whether a label could be taken for a Latin one: it mixes Latin with
 * Cyrillic or Greek, or all of its letters have a Latin double.
 *
 * Returns: `TRUE` if the name can deceive the eye
 */
gboolean
tlsrpt_host_is_lookalike (const char *unicode)
{
  gboolean has_latin = FALSE;
  gboolean has_other = FALSE;
  gboolean all_alike = TRUE;

  for (const char *p = unicode;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '.' || c == '\0')
        {
          if (has_other && (has_latin || all_alike))
            return TRUE;
          if (c == '\0')
            return FALSE;

          has_latin = has_other = FALSE;
          all_alike = TRUE;
          continue;
        }

      switch (g_unichar_get_script (c))
        {
        case G_UNICODE_SCRIPT_LATIN:
          has_latin = TRUE;
          break;

        case G_UNICODE_SCRIPT_CYRILLIC:
        case G_UNICODE_SCRIPT_GREEK:
          has_other = TRUE;
          all_alike = all_alike && looks_latin (c);
          break;

        default:
          break;
        }
    }
}

/**
 * tlsrpt_host_dup_shown:
 * @host: a name in A-labels
 *
 * Converts a name to what is shown where there is room for one form: U-labels, or the name
 * itself if they could be taken for another.
 *
 * Returns: (transfer full): the name
 */
char *
tlsrpt_host_dup_shown (const char *host)
{
  g_autofree char *unicode = tlsrpt_host_to_unicode (host);

  return tlsrpt_host_is_lookalike (unicode) ? g_strdup (host) : g_steal_pointer (&unicode);
}
