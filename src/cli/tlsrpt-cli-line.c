/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-line.h"

#include "tlsrpt-cli-input.h"
#include "tlsrpt-cli.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-line-reader.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

/* Output is written when this much has gathered. */
#define FLUSH_SIZE 65536

/**
 * tlsrpt_cli_line_check:
 * @line: a line
 *
 * Tells whether a line can be read as text, and the user if it cannot.
 *
 * Returns: `FALSE` if it was cut or holds a NUL
 */
gboolean
tlsrpt_cli_line_check (const TlsrptCliLine *line)
{
  if (line->is_cut)
    {
      /* Translators: where a fault is; %d is a number of bytes */
      tlsrpt_cli_error (_("line %zu: longer than %d bytes"), line->number, TLSRPT_LIMIT_INPUT);
      return FALSE;
    }

  if (memchr (line->text, '\0', line->length) != NULL)
    {
      /* Translators: where a fault is */
      tlsrpt_cli_error (_("line %zu: contains a NUL character"), line->number);
      return FALSE;
    }

  return TRUE;
}

/**
 * tlsrpt_cli_line_foreach:
 * @func: (scope call): what to do with a line, which it may change
 * @user_data: for @func
 *
 * Reads lines from standard input, and writes what @func appends to its output, in
 * constant memory.
 *
 * Returns: `FALSE` if something could not be read or written
 */
gboolean
tlsrpt_cli_line_foreach (TlsrptCliLineFunc func,
                         gpointer          user_data)
{
  g_autoptr (TlsrptLineReader) reader = tlsrpt_line_reader_new (STDIN_FILENO);
  g_autoptr (GString) output = g_string_sized_new (2 * FLUSH_SIZE);
  g_autoptr (GError) error = NULL;
  TlsrptCliLine line = { 0 };

  while (tlsrpt_line_reader_next (reader, &line.text, &line.length, &line.is_cut, &error))
    {
      line.number++;
      func (&line, output, user_data);

      if (output->len >= FLUSH_SIZE && !tlsrpt_cli_write (output))
        return FALSE;
    }

  if (!tlsrpt_cli_write (output))
    return FALSE;

  if (error != NULL)
    {
      /* Translators: %s says why */
      tlsrpt_cli_error (_("standard input: %s"), error->message);
      return FALSE;
    }

  return TRUE;
}
