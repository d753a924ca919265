/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-output.h"

#include "tlsrpt-display.h"
#include "tlsrpt-save.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

/* Where standard output goes, and what it is by then: a file without a name, so that the
 * other one is replaced at once and only by all of it. */
static char *target;
static FILE *gathered;

static void
report (const char *message)
{
  g_autofree char *shown = tlsrpt_display_sanitise (target, -1);

  /* Translators: the name of a file, and what is wrong */
  tlsrpt_cli_error (_("%s: %s"), shown, message);
}

/**
 * tlsrpt_cli_output_begin:
 * @path: (nullable): what --output has
 *
 * Gathers what is printed from now on, for a file.
 *
 * Returns: `FALSE` if that cannot be, which is told
 */
gboolean
tlsrpt_cli_output_begin (const char *path)
{
  g_autofree char *folder = NULL;

  if (path == NULL)
    return TRUE;

  target = g_strdup (path);
  folder = g_path_get_dirname (path);
  /* Better now than after a long time. */
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    report (g_strerror (EISDIR));
  else if (access (folder, W_OK | X_OK) != 0)
    report (g_strerror (errno));
  else if ((gathered = tmpfile ()) == NULL || dup2 (fileno (gathered), STDOUT_FILENO) < 0)
    report (g_strerror (errno));
  else
    return TRUE;

  return FALSE;
}

/**
 * tlsrpt_cli_output_end:
 * @status: how the command ends
 *
 * Puts what was gathered into its file.  A command that cannot be used leaves the file as
 * it is.
 *
 * Returns: how the command ends by now
 */
TlsrptExit
tlsrpt_cli_output_end (TlsrptExit status)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GError) error = NULL;
  const char *text;

  if (gathered == NULL || status == TLSRPT_EXIT_USAGE)
    return status;

  file = g_mapped_file_new_from_fd (fileno (gathered), FALSE, &error);
  text = file != NULL ? g_mapped_file_get_contents (file) : NULL;
  if (file != NULL && tlsrpt_save_now (target, text != NULL ? text : "",
                                       (gssize) g_mapped_file_get_length (file), &error))
    return status;

  report (error->message);

  return TLSRPT_EXIT_PROBLEM;
}
