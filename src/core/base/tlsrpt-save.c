/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-save.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* As many links as Linux follows. */
#define MAX_LINKS 40

/* Where a path leads to, also if nothing is there yet; NULL if the links lead nowhere. */
static char *
follow_links (const char *path)
{
  g_autofree char *target = g_strdup (path);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (target, NULL);
      g_autofree char *folder = NULL;
      char *next;

      if (link == NULL)
        return g_steal_pointer (&target);

      folder = g_path_get_dirname (target);
      next = g_path_is_absolute (link) ? g_steal_pointer (&link)
                                       : g_build_filename (folder, link, NULL);
      g_free (target);
      target = next;
    }

  errno = ELOOP;

  return NULL;
}

static gboolean
set_system_error (const char  *path,
                  GError     **error)
{
  int saved_errno = errno;
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno), "%s: %s",
               name, g_strerror (saved_errno));

  return FALSE;
}

/* Whoever reads the file meanwhile, or after a crash, finds the old text or the
 * new one, and nothing between.  A link goes on leading to the file, which is as
 * secret as it was.  A new one is for its owner alone: who sends mail to whom, and what
 * a domain publishes before it does, is nobody else's business. */
static gboolean
replace_contents (const char  *path,
                  const char  *text,
                  gsize        length,
                  GError     **error)
{
  g_autofree char *target = follow_links (path);
  struct stat status;
  gboolean exists;

  if (target == NULL)
    return set_system_error (path, error);

  exists = stat (target, &status) == 0;
  if (exists && !S_ISREG (status.st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                           _("This name belongs to something that is not a file"));
      return FALSE;
    }

  if (!g_file_set_contents_full (target, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT,
                                 0600, error))
    return FALSE;

  /* Not by the mode above, from which the umask takes some away. */
  if (exists && g_chmod (target, status.st_mode & 0777) != 0)
    return set_system_error (target, error);

  return TRUE;
}

static void
save_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GFile *file = source_object;
  g_autofree char *path = g_file_get_path (file);
  gsize length;
  const char *text = g_bytes_get_data (task_data, &length);
  GError *error = NULL;
  gboolean ok;

  if (path != NULL)
    ok = replace_contents (path, text, length, &error);
  else
    ok = g_file_replace_contents (file, text, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  cancellable, &error);

  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tlsrpt_save_now:
 * @path: the file to write, or to replace
 * @text: what to put into it
 * @length: octets of @text, or -1 if it ends in a NUL
 * @error: return location for an error
 *
 * Saves a text before it returns: for a thread, or for a program that ends.
 *
 * Returns: whether the text was saved
 */
gboolean
tlsrpt_save_now (const char  *path,
                 const char  *text,
                 gssize       length,
                 GError     **error)
{
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  return replace_contents (path, text, length >= 0 ? (gsize) length : strlen (text), error);
}

/**
 * tlsrpt_save_async:
 * @file: the file to write, or to replace
 * @text: what to put into it
 * @length: octets of @text, or -1 if it ends in a NUL
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Saves a text.
 */
void
tlsrpt_save_async (GFile               *file,
                   const char          *text,
                   gssize               length,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (text != NULL);

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, tlsrpt_save_async);
  g_task_set_task_data (task, g_bytes_new (text, length >= 0 ? (gsize) length : strlen (text)),
                        (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * tlsrpt_save_finish:
 * @file: the file
 * @result: what the callback got
 * @error: return location for an error
 *
 * Finishes tlsrpt_save_async().
 *
 * Returns: whether the text was saved
 */
gboolean
tlsrpt_save_finish (GFile         *file,
                    GAsyncResult  *result,
                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tlsrpt_save_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
