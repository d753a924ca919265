/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli.h"

#include "tlsrpt-display.h"

#include <stdio.h>

/* Fallbacks for typographic marks in legacy encodings.  Letters are never
 * transliterated: that would change a domain. */
static const struct
{
  const char *mark;
  const char *likeness;
} marks[] = {
  { "“", "\"" }, { "”", "\"" }, { "„", "\"" }, { "‘", "'" }, { "’", "'" }, { "‚", "'" },
  { "…", "..." }, { "–", "-" }, { "⟨", "<" }, { "⟩", ">" }, { "×", "x" }, { "\u202f", " " },
};

/* Text in the encoding of the terminal, or `NULL` if that is UTF-8. */
static char *
encode (const char *text)
{
  g_autoptr (GString) spelled = NULL;
  const char *charset;

  if (g_get_charset (&charset))
    return NULL;

  spelled = g_string_new (text);
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    g_string_replace (spelled, marks[i].mark, marks[i].likeness, 0);

  return g_convert_with_fallback (spelled->str, -1, charset, "UTF-8", "?", NULL, NULL, NULL);
}

/**
 * tlsrpt_cli_spell:
 * @text: what is to be printed
 *
 * Spells text with what the encoding of the terminal has: in the locale “C”,
 * quotation marks are those of a typewriter.
 *
 * Returns: (transfer full): the text as it will stand there
 */
char *
tlsrpt_cli_spell (const char *text)
{
  g_autofree char *encoded = encode (text);
  char *spelled = encoded != NULL ? g_locale_to_utf8 (encoded, -1, NULL, NULL, NULL) : NULL;

  return spelled != NULL ? spelled : g_strdup (text);
}

static void
put (FILE       *stream,
     const char *text)
{
  g_autofree char *plain = tlsrpt_display_strip_isolates (text);
  g_autofree char *encoded = encode (plain);

  fputs (encoded != NULL ? encoded : plain, stream);
  /* Somebody may wait for it before more is asked for. */
  fflush (stream);
}

/* Where errors of a thread go instead of standard error. */
static GPrivate captured;

/**
 * tlsrpt_cli_capture_errors:
 * @errors: (nullable): where to append, or `NULL` for standard error
 *
 * Says where what [func@cli_error] prints in this thread goes from now on:
 * [func@cli_complain] can print it later.
 */
void
tlsrpt_cli_capture_errors (GString *errors)
{
  g_private_set (&captured, errors);
}

/**
 * tlsrpt_cli_error:
 * @format: a translated message, followed by its arguments
 *
 * Prints one line to standard error, led by the program's name.
 */
void
tlsrpt_cli_error (const char *format,
                  ...)
{
  GString *errors = g_private_get (&captured);
  g_autofree char *message = NULL;
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  line = g_strdup_printf ("%s: %s\n", g_get_prgname (), message);
  if (errors != NULL)
    g_string_append (errors, line);
  else
    put (stderr, line);
}

/**
 * tlsrpt_cli_complain:
 * @text: what to print; no line feed is added
 *
 * Prints to standard error what is longer than a line.
 */
void
tlsrpt_cli_complain (const char *text)
{
  put (stderr, text);
}

/**
 * tlsrpt_cli_print:
 * @text: what to print; no line feed is added
 *
 * Prints to standard output, in the terminal's encoding.
 */
void
tlsrpt_cli_print (const char *text)
{
  put (stdout, text);
}
