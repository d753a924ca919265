/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-state-writer.h"

#include "tlsrpt-error.h"
#include "tlsrpt-save.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

struct _TlsrptStateWriter
{
  gatomicrefcount  ref_count;
  char            *path;

  /* The number of the text that was handed over last; only the main thread counts. */
  guint64          last;

  /* Held while the file is written. */
  GMutex           mutex;
  guint64          written;
};

typedef struct
{
  TlsrptStateWriter *writer;
  guint64            number;
  char              *text;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  tlsrpt_state_writer_unref (job->writer);
  g_free (job->text);
  g_free (job);
}

TlsrptStateWriter *
tlsrpt_state_writer_new (const char *path)
{
  TlsrptStateWriter *self = g_new0 (TlsrptStateWriter, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->path = g_strdup (path);
  g_mutex_init (&self->mutex);

  return self;
}

void
tlsrpt_state_writer_unref (TlsrptStateWriter *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self);
}

static gboolean
set_system_error (const char  *path,
                  int          saved_errno,
                  GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno), "%s: %s",
               name, g_strerror (saved_errno));

  return FALSE;
}

/* What is written is for us alone, so nobody else may own the folder. */
static gboolean
ensure_folder (const char  *path,
               GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat status;

  if (g_mkdir_with_parents (folder, 0700) != 0 || stat (folder, &status) != 0)
    return set_system_error (folder, errno, error);

  if (status.st_uid != geteuid ())
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_STATE_OWNER, TLSRPT_ERROR_FINAL, NULL,
                        _("The folder belongs to another user"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
write_text (TlsrptStateWriter  *self,
            guint64             number,
            const char         *text,
            GError            **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  /* A later text was faster. */
  if (number <= self->written)
    return TRUE;

  if (!ensure_folder (self->path, error) || !tlsrpt_save_now (self->path, text, -1, error))
    return FALSE;

  self->written = number;

  return TRUE;
}

static void
write_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (write_text (job->writer, job->number, job->text, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tlsrpt_state_writer_write:
 * @self: a writer
 * @text: what the file is to hold
 * @error: return location for an error
 *
 * Writes before it returns, and after whatever is being written.
 *
 * Returns: whether the file holds @text
 */
gboolean
tlsrpt_state_writer_write (TlsrptStateWriter  *self,
                           const char         *text,
                           GError            **error)
{
  self->last++;

  return write_text (self, self->last, text, error);
}

/**
 * tlsrpt_state_writer_write_async:
 * @self: a writer
 * @text: (transfer full): what the file is to hold
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes in a thread, for the disk may take long.
 */
void
tlsrpt_state_writer_write_async (TlsrptStateWriter   *self,
                                 char                *text,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_atomic_ref_count_inc (&self->ref_count);
  job->writer = self;
  job->number = ++self->last;
  job->text = text;
  g_task_set_source_tag (task, tlsrpt_state_writer_write_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
tlsrpt_state_writer_write_finish (GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tlsrpt_state_writer_write_async),
                        FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Those that could not be read, and what a program that was killed left behind. */
static gboolean
remove_copies (const char  *path,
               GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (base, ".", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *copy = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, prefix) && g_unlink (copy) != 0)
        return set_system_error (copy, errno, error);
    }

  return TRUE;
}

/**
 * tlsrpt_state_writer_remove:
 * @self: a writer
 * @error: return location for an error
 *
 * Removes the file and its copies.  What is still being written does not come back.
 *
 * Returns: whether nothing is left
 */
gboolean
tlsrpt_state_writer_remove (TlsrptStateWriter  *self,
                            GError            **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  self->written = ++self->last;

  if (g_unlink (self->path) != 0 && errno != ENOENT)
    return set_system_error (self->path, errno, error);

  return remove_copies (self->path, error);
}
