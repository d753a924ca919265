/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-folder-list.h"

#include "tlsrpt-display.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-walk.h"
#include "tlsrpt-text-hash.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  TlsrptReportFolderList *list;
  GPtrArray              *found;
  int                    *n_seen;
} Listing;

static void
file_free (gpointer data)
{
  TlsrptReportFolderFile *file = data;

  g_free (file->path);
  g_free (file);
}

/**
 * tlsrpt_report_folder_file_equal:
 * @self: a file
 * @other: a file
 *
 * Tells whether two files are one with the same content, at whatever path.
 *
 * Returns: whether that is so, as far as the file system tells
 */
gboolean
tlsrpt_report_folder_file_equal (const TlsrptReportFolderFile *self,
                                 const TlsrptReportFolderFile *other)
{
  return self->device == other->device && self->inode == other->inode &&
         self->size == other->size && self->mtime == other->mtime;
}

/* What is being delivered to a Maildir is none of our business until it is in “new”. */
static gboolean
is_delivery (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *parent = NULL;
  g_autofree char *cur = NULL;

  if (!g_str_equal (name, "tmp"))
    return FALSE;

  parent = g_path_get_dirname (path);
  cur = g_build_filename (parent, "cur", NULL);

  return g_file_test (cur, G_FILE_TEST_IS_DIR);
}

static gboolean
folder_found_cb (const char *path,
                 gpointer    user_data)
{
  Listing *listing = user_data;

  g_atomic_int_inc (listing->n_seen);
  if (is_delivery (path))
    return FALSE;

  g_ptr_array_add (listing->list->folders, g_strdup (path));

  return TRUE;
}

/* A folder in the folder says which one it is. */
static void
add_unread (TlsrptReportFolderList *list,
            const char             *folder,
            const GError           *error)
{
  g_ptr_array_add (list->unread, g_strdup (folder));
  if (list->error != NULL)
    return;

  list->error = g_error_copy (error);
  if (list->is_partial)
    {
      g_autofree char *name = g_path_get_basename (folder);
      g_autofree char *shown = tlsrpt_display_isolate (name, -1);

      /* Translators: %s is the name of a file inside a message or an archive; what is wrong
       * with it follows */
      g_prefix_error (&list->error, _("In “%s”: "), shown);
    }
}

static gboolean
found_cb (const char        *path,
          TlsrptReportFault *fault,
          gpointer           user_data)
{
  Listing *listing = user_data;
  TlsrptReportFolderFile *file;
  GStatBuf status;

  g_atomic_int_inc (listing->n_seen);
  if (fault != NULL)
    {
      g_autoptr (TlsrptReportFault) owned = fault;

      add_unread (listing->list, owned->file, owned->error);
      return TRUE;
    }

  /* It may be gone by now. */
  if (g_stat (path, &status) != 0 || !S_ISREG (status.st_mode))
    return TRUE;

  if (listing->found->len == TLSRPT_LIMIT_FOLDER_ENTRIES)
    {
      listing->list->n_left_out++;
      return FALSE;
    }

  file = g_new0 (TlsrptReportFolderFile, 1);
  file->path = g_strdup (path);
  file->device = status.st_dev;
  file->inode = status.st_ino;
  file->size = (guint64) status.st_size;
  file->mtime = (gint64) status.st_mtim.tv_sec * G_TIME_SPAN_SECOND * 1000 + status.st_mtim.tv_nsec;
  g_ptr_array_add (listing->found, file);

  return TRUE;
}

static int
compare_ages (gconstpointer a,
              gconstpointer b)
{
  const TlsrptReportFolderFile *file = *(TlsrptReportFolderFile *const *) a;
  const TlsrptReportFolderFile *other = *(TlsrptReportFolderFile *const *) b;

  return (file->mtime < other->mtime) - (file->mtime > other->mtime);
}

static gboolean
check_folder (const char  *path,
              GError     **error)
{
  GStatBuf status;
  int saved_errno = 0;

  if (g_stat (path, &status) != 0)
    saved_errno = errno;
  else if (!S_ISDIR (status.st_mode))
    saved_errno = ENOTDIR;
  else if (g_access (path, R_OK | X_OK) != 0)
    saved_errno = errno;

  if (saved_errno != 0)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
                 /* Translators: %s is what the system says */
                 _("The folder cannot be read: %s"), g_strerror (saved_errno));

  return saved_errno == 0;
}

/**
 * tlsrpt_report_folder_list_new:
 * @path: the path of a folder
 * @n_seen: (inout): grows while it is read, for other threads
 * @cancellable: to stop
 *
 * Lists a folder and the folders in it, the newest files if there are too many.  It may
 * take as long as the file system pleases.
 *
 * Returns: (transfer full): what is there
 */
TlsrptReportFolderList *
tlsrpt_report_folder_list_new (const char   *path,
                               int          *n_seen,
                               GCancellable *cancellable)
{
  TlsrptReportFolderList *self = g_new0 (TlsrptReportFolderList, 1);
  Listing listing = { self, g_ptr_array_new (), n_seen };
  g_autoptr (GError) error = NULL;

  self->files = g_hash_table_new_full (tlsrpt_text_hash_str, g_str_equal, NULL, file_free);
  self->folders = g_ptr_array_new_with_free_func (g_free);
  self->unread = g_ptr_array_new_with_free_func (g_free);

  self->is_partial = check_folder (path, &error);
  if (self->is_partial)
    {
      tlsrpt_report_walk_folders (path, cancellable, found_cb, folder_found_cb, &listing);
    }
  else
    {
      g_autofree char *shown = g_filename_display_name (path);

      add_unread (self, shown, error);
    }

  if (listing.found->len > TLSRPT_LIMIT_FOLDER_FILES)
    g_ptr_array_sort (listing.found, compare_ages);

  for (guint i = 0; i < listing.found->len; i++)
    {
      TlsrptReportFolderFile *file = g_ptr_array_index (listing.found, i);

      if (i < TLSRPT_LIMIT_FOLDER_FILES)
        {
          g_hash_table_insert (self->files, file->path, file);
        }
      else
        {
          self->n_left_out++;
          file_free (file);
        }
    }
  g_ptr_array_unref (listing.found);

  return self;
}

void
tlsrpt_report_folder_list_free (TlsrptReportFolderList *self)
{
  g_hash_table_unref (self->files);
  g_ptr_array_unref (self->folders);
  g_ptr_array_unref (self->unread);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * tlsrpt_report_folder_list_may_hold:
 * @self: a list
 * @path: the path of a file that is not in it
 *
 * Tells whether a file may be there all the same, since its folder could not be read: what
 * cannot be looked at is not gone.
 *
 * Returns: whether it may
 */
gboolean
tlsrpt_report_folder_list_may_hold (const TlsrptReportFolderList *self,
                                    const char                   *path)
{
  g_autofree char *shown = self->unread->len > 0 ? g_filename_display_name (path) : NULL;

  for (guint i = 0; i < self->unread->len; i++)
    {
      const char *folder = g_ptr_array_index (self->unread, i);
      gsize length = strlen (folder);

      if (g_str_has_prefix (shown, folder) &&
          (shown[length] == '/' || g_str_has_suffix (folder, "/")))
        return TRUE;
    }

  return FALSE;
}
