/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli.h"

#include "tlsrpt-display.h"

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
  g_autofree char *message = NULL;
  g_autofree char *plain = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  plain = tlsrpt_display_strip_isolates (message);
  g_printerr ("%s: %s\n", g_get_prgname (), plain);
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
  g_autofree char *plain = tlsrpt_display_strip_isolates (text);

  g_print ("%s", plain);
}
