/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-child.h"

/* The folder of the program that runs, or NULL. */
static char *
find_folder (void)
{
  g_autofree char *path = g_file_read_link ("/proc/self/exe", NULL);

  return path != NULL ? g_path_get_dirname (path) : NULL;
}

/**
 * tlsrpt_report_child_find_program:
 *
 * Finds the program that reads reports.  It belongs to the program that runs, and not to
 * another version that is installed somewhere else: so it is looked for from there, be
 * that the prefix, a stage with the prefix within, or the folder of a build.  Tests and
 * whoever has it elsewhere say so with TLSRPT_LIBEXECDIR.
 *
 * Returns: (transfer full): its path, whether it is there or not
 */
char *
tlsrpt_report_child_find_program (void)
{
  const char *directory = g_getenv ("TLSRPT_LIBEXECDIR");
  g_autofree char *folder = find_folder ();

  if (directory != NULL)
    return g_build_filename (directory, TLSRPT_REPORT_CHILD_PROGRAM, NULL);

  if (folder != NULL && g_str_has_suffix (folder, BINDIR))
    {
      g_autofree char *stage = g_strndup (folder, strlen (folder) - strlen (BINDIR));

      return g_build_filename (stage[0] == '\0' ? "/" : stage, LIBEXECDIR,
                               TLSRPT_REPORT_CHILD_PROGRAM, NULL);
    }

  if (folder != NULL &&
      (g_str_has_suffix (folder, "/src/cli") || g_str_has_suffix (folder, "/src/ui")))
    return g_build_filename (folder, "..", "reader", TLSRPT_REPORT_CHILD_PROGRAM, NULL);

  return g_build_filename (LIBEXECDIR, TLSRPT_REPORT_CHILD_PROGRAM, NULL);
}
