/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-cli-generate.h"
#include "tlsrpt-cli-lint.h"
#include "tlsrpt-export-format.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static void
print_nothing (const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

/* What the program reads and writes is elsewhere. */
static void
redirect (const uint8_t *data,
          size_t         size)
{
  static int input = -1;

  if (input < 0)
    {
      /* It is closed with the program. */
      FILE *file = tmpfile ();

      g_assert_nonnull (file);
      input = fileno (file);
      g_set_printerr_handler (print_nothing);
    }

  g_assert_cmpint (ftruncate (input, 0), ==, 0);
  g_assert_cmpint (pwrite (input, data, size, 0), ==, (gssize) size);
  lseek (input, 0, SEEK_SET);
  g_assert_cmpint (dup2 (input, STDIN_FILENO), ==, STDIN_FILENO);
}

static void
run (guint8 command)
{
  gsize n_formats = tlsrpt_export_format_count ();

  if (command == 'l')
    tlsrpt_cli_lint_lines ();
  else if (command == 'a')
    tlsrpt_cli_lint_answers ();
  else
    tlsrpt_cli_generate_batch (
      tlsrpt_export_format_get_key (tlsrpt_export_format_at (command % n_formats)), 3600, FALSE);
}

/* The first octet is the command: “l” is “lint --lines”, “a” is “lint --answers”, and
 * any other a format of “generate --batch”. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  int output = dup (STDOUT_FILENO);
  int nowhere = open ("/dev/null", O_WRONLY);

  if (size > 0)
    {
      redirect (data + 1, size - 1);
      g_assert_cmpint (dup2 (nowhere, STDOUT_FILENO), ==, STDOUT_FILENO);
      run (data[0]);
      g_assert_cmpint (dup2 (output, STDOUT_FILENO), ==, STDOUT_FILENO);
    }

  close (nowhere);
  close (output);

  return 0;
}
