/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-walk.h"

#include "tlsrpt-error.h"
#include "tlsrpt-report-other.h"

#include <errno.h>
#include <fts.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

static gboolean
tell_fault (const char           *path,
            int                   saved_errno,
            TlsrptReportWalkFunc  func,
            gpointer              user_data)
{
  g_autofree char *file = g_filename_display_name (path);
  GError *error = NULL;

  g_set_error (&error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
               /* Translators: %s is what the system says */
               _("The folder cannot be read: %s"), g_strerror (saved_errno));

  return func (NULL, tlsrpt_report_fault_new (file, error), user_data);
}

static int
compare_names (const FTSENT **a,
               const FTSENT **b)
{
  return strcmp ((*a)->fts_name, (*b)->fts_name);
}

static gboolean
is_hidden (const FTSENT *entry)
{
  return entry->fts_level > FTS_ROOTLEVEL && tlsrpt_report_other_is_ignored (entry->fts_name);
}

static gboolean
is_folder (const char *path)
{
  struct stat status;

  return stat (path, &status) == 0 && S_ISDIR (status.st_mode);
}

/* Goes on with the walk at an entry of it. */
static gboolean
visit (FTS                        *walk,
       FTSENT                     *entry,
       TlsrptReportWalkFunc        func,
       TlsrptReportWalkFolderFunc  folder_func,
       gpointer                    user_data)
{
  switch (entry->fts_info)
    {
    case FTS_D:
      if (is_hidden (entry) ||
          (folder_func != NULL && !folder_func (entry->fts_path, user_data)))
        fts_set (walk, entry, FTS_SKIP);
      return TRUE;

    case FTS_DP:
    case FTS_DC:
    case FTS_DOT:
      return TRUE;

    case FTS_DNR:
    case FTS_ERR:
      return tell_fault (entry->fts_path, entry->fts_errno, func, user_data);

    case FTS_SL:
      /* A folder could be the one that the link is in. */
      if (is_hidden (entry) || is_folder (entry->fts_accpath))
        return TRUE;
      return func (entry->fts_path, NULL, user_data);

    default:
      /* Whether it can be read tells the reader. */
      return is_hidden (entry) || func (entry->fts_path, NULL, user_data);
    }
}

/**
 * tlsrpt_report_walk:
 * @path: the path of a file or a folder
 * @cancellable: (nullable): to stop
 * @func: (scope call): takes what was found
 * @user_data: for @func
 *
 * Goes through the files of a folder and of the folders in it, by name; hidden ones
 * and links to folders are left out.  A file is passed on whatever it is.
 *
 * Returns: `FALSE` if @func or @cancellable stopped it
 */
gboolean
tlsrpt_report_walk (const char           *path,
                    GCancellable         *cancellable,
                    TlsrptReportWalkFunc  func,
                    gpointer              user_data)
{
  return tlsrpt_report_walk_folders (path, cancellable, func, NULL, user_data);
}

/**
 * tlsrpt_report_walk_folders:
 * @path: the path of a file or a folder
 * @cancellable: (nullable): to stop
 * @func: (scope call): takes what was found
 * @folder_func: (scope call) (nullable): takes the folders
 * @user_data: for both
 *
 * As [func@report_walk], for those who have to know the folders.
 *
 * Returns: `FALSE` if @func or @cancellable stopped it
 */
gboolean
tlsrpt_report_walk_folders (const char                 *path,
                            GCancellable               *cancellable,
                            TlsrptReportWalkFunc        func,
                            TlsrptReportWalkFolderFunc  folder_func,
                            gpointer                    user_data)
{
  char *const paths[] = { (char *) path, NULL };
  FTS *walk;
  gboolean goes_on = TRUE;

  /* No folder has this name, and why not is for the reader to say. */
  if (*path == '\0')
    return func (path, NULL, user_data);

  walk = fts_open (paths, FTS_PHYSICAL | FTS_COMFOLLOW | FTS_NOCHDIR, compare_names);
  if (walk == NULL)
    return tell_fault (path, errno, func, user_data);

  while (goes_on)
    {
      FTSENT *entry;

      /* At least once: what was opened and never read, fts_close () of glibc loses. */
      errno = 0;
      entry = fts_read (walk);
      if (entry == NULL && errno != 0)
        goes_on = tell_fault (path, errno, func, user_data);
      if (entry == NULL || g_cancellable_is_cancelled (cancellable))
        break;

      goes_on = visit (walk, entry, func, folder_func, user_data);
    }

  fts_close (walk);

  return goes_on && !g_cancellable_is_cancelled (cancellable);
}
