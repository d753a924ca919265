/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-input.h"

#include "tlsrpt-cli.h"
#include "tlsrpt-limits.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static GByteArray *
read_stdin (void)
{
  g_autoptr (GByteArray) text = g_byte_array_new ();
  guint8 buffer[4096];

  while (text->len <= TLSRPT_LIMIT_INPUT)
    {
      gssize n = read (STDIN_FILENO, buffer, sizeof buffer);

      if (n < 0 && errno == EINTR)
        continue;

      if (n < 0)
        {
          /* Translators: %s says why */
          tlsrpt_cli_error (_("standard input: %s"), g_strerror (errno));
          return NULL;
        }

      if (n == 0)
        break;

      g_byte_array_append (text, buffer, n);
    }

  return g_steal_pointer (&text);
}

/**
 * tlsrpt_cli_check_input:
 * @usage: how the command can be used; not translated
 *
 * Checks that standard input is not a terminal: somebody who did not ask for that would
 * wait for an answer.
 *
 * Returns: `FALSE` if it is, after printing the usage
 */
gboolean
tlsrpt_cli_check_input (const char *usage)
{
  if (!isatty (STDIN_FILENO))
    return TRUE;

  /* Translators: %s is a command and what it takes */
  tlsrpt_cli_error (_("usage: %s"), usage);

  return FALSE;
}

/**
 * tlsrpt_cli_read_input:
 * @arguments: (nullable) (array zero-terminated=1): what is left of the command line
 * @strip: whether a line feed at the end of standard input belongs to the shell
 *
 * Gets the one text that a command works on: its argument, or standard input if
 * that is “-” or missing.  What is wrong with it is printed.
 *
 * Returns: (transfer full) (nullable): the text
 */
GBytes *
tlsrpt_cli_read_input (char     **arguments,
                       gboolean   strip)
{
  g_autoptr (GByteArray) text = NULL;
  guint n = arguments != NULL ? g_strv_length (arguments) : 0;

  if (n > 1)
    {
      tlsrpt_cli_error (_("more than one TEXT; enclose it in quotation marks"));
      return NULL;
    }

  if (n == 1 && !g_str_equal (arguments[0], "-"))
    {
      text = g_byte_array_new ();
      g_byte_array_append (text, (const guint8 *) arguments[0], strlen (arguments[0]));
    }
  else
    {
      text = read_stdin ();
      if (text == NULL)
        return NULL;

      if (strip && text->len > 0 && text->data[text->len - 1] == '\n')
        g_byte_array_set_size (text, text->len - 1);
      if (strip && text->len > 0 && text->data[text->len - 1] == '\r')
        g_byte_array_set_size (text, text->len - 1);
    }

  if (text->len > TLSRPT_LIMIT_INPUT)
    {
      /* Translators: %d is a number of bytes */
      tlsrpt_cli_error (_("the text is longer than %d bytes"), TLSRPT_LIMIT_INPUT);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&text));
}

/**
 * tlsrpt_cli_write:
 * @output: pure ASCII; it is emptied
 *
 * Writes what has gathered to standard output, without a change of its encoding.
 *
 * Returns: `FALSE` if that fails
 */
gboolean
tlsrpt_cli_write (GString *output)
{
  gboolean ok = fwrite (output->str, 1, output->len, stdout) == output->len &&
                fflush (stdout) == 0;

  if (!ok)
    tlsrpt_cli_error ("%s", g_strerror (errno));

  g_string_truncate (output, 0);

  return ok;
}
