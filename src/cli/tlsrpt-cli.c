/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli.h"

#include "tlsrpt-display.h"

#include <glib/gi18n.h>

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

/**
 * tlsrpt_cli_parse_options:
 * @context: (transfer full): the command's options
 * @argc: (inout): the number of arguments
 * @argv: (inout): the arguments
 *
 * Parses the options of a command and says what is wrong with them.
 *
 * Returns: `FALSE` if the command should end with `TLSRPT_EXIT_USAGE`
 */
gboolean
tlsrpt_cli_parse_options (GOptionContext *context,
                          int            *argc,
                          char         ***argv)
{
  g_autoptr (GOptionContext) own = context;
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_strdup (g_get_prgname ());
  g_autofree char *usage = g_strjoin (" ", program, (*argv)[0], NULL);
  gboolean ok;

  g_option_context_set_translation_domain (own, GETTEXT_PACKAGE);

  /* The usage line of --help begins with the program's name. */
  g_set_prgname (usage);
  ok = g_option_context_parse (own, argc, argv, &error);
  g_set_prgname (program);

  if (ok)
    return TRUE;

  tlsrpt_cli_error ("%s", error->message);

  return FALSE;
}
