/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-folder.h"

#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-folder-list.h"
#include "tlsrpt-text-hash.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A folder that never rests is looked at after so many delays. */
#define MOST_DELAYS 5

/* One that cannot be read, or has no files, is looked at again after so many: nobody tells
 * when something is mounted there. */
#define DELAYS_TO_RETRY 30

/**
 * TlsrptReportFolder:
 *
 * A folder of reports, and the folders in it, that is watched: after each look at it
 * [signal@ReportFolder::looked] tells what came and what went.  It is looked at when
 * somebody asks for it, a moment after something in it has changed, and from time to time
 * while there is nothing to be read.
 *
 * All that the file system does happens in another thread, since it may not answer.
 * Nothing is written.
 */
struct _TlsrptReportFolder
{
  GObject       parent_instance;

  char         *path;
  guint         delay;

  /* What was there at the last look. */
  GHashTable   *files;
  guint         n_left_out;
  GError       *error;
  gboolean      is_readable;

  /* (element-type filename GFileMonitor): of the folders, or of the one it would come back
   * in */
  GHashTable   *monitors;

  /* The look that is under way, whether another one is due after it, and the timer that
   * sees whether it goes on. */
  GCancellable *looking;
  gboolean      is_due;
  int          *n_seen;
  int           n_seen_before;
  guint         patience_id;

  /* The wait for quiet. */
  guint         delay_id;
  gint64        first_change;

  guint         retry_id;
};

enum
{
  CHANGED,
  LOOKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlsrptReportFolder, tlsrpt_report_folder, G_TYPE_OBJECT)

/* A look, in its thread. */
typedef struct
{
  char                   *path;
  int                    *n_seen;
  /* (element-type filename): the folders that have a monitor, as a set */
  GHashTable             *watched;
  TlsrptReportFolderList *list;
  /* The nearest folder above one that is gone. */
  char                   *above;
  /* (element-type filename GFileMonitor): those that had none */
  GHashTable             *monitors;
} Look;

static void
monitor_free (gpointer data)
{
  GFileMonitor *monitor = data;

  g_file_monitor_cancel (monitor);
  g_object_unref (monitor);
}

static GHashTable *
monitors_new (void)
{
  return g_hash_table_new_full (tlsrpt_text_hash_str, g_str_equal, g_free, monitor_free);
}

static void
look_free (gpointer data)
{
  Look *look = data;

  g_free (look->path);
  g_atomic_rc_box_release (look->n_seen);
  g_hash_table_unref (look->watched);
  g_clear_pointer (&look->list, tlsrpt_report_folder_list_free);
  g_free (look->above);
  g_hash_table_unref (look->monitors);
  g_free (look);
}

static gboolean
watch_folder (Look       *look,
              const char *path)
{
  g_autoptr (GFile) file = NULL;
  GFileMonitor *monitor;

  if (g_hash_table_contains (look->watched, path) ||
      g_hash_table_contains (look->monitors, path))
    return FALSE;

  /* Its signals come in the main context, since this thread has none. */
  file = g_file_new_for_path (path);
  monitor = g_file_monitor_directory (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (monitor == NULL)
    return FALSE;

  g_hash_table_insert (look->monitors, g_strdup (path), monitor);

  return TRUE;
}

static char *
find_above (const char *path)
{
  char *above = g_path_get_dirname (path);

  while (!g_file_test (above, G_FILE_TEST_IS_DIR) && strlen (above) > 1)
    {
      char *higher = g_path_get_dirname (above);

      g_free (above);
      above = higher;
    }

  return above;
}

/* Whether something may have happened before there was somebody to see it. */
static gboolean
watch_folders (Look *look)
{
  GPtrArray *folders = look->list->folders;
  gboolean is_new = FALSE;

  g_clear_pointer (&look->above, g_free);
  if (folders->len == 0)
    {
      look->above = find_above (look->path);
      return watch_folder (look, look->above);
    }

  for (guint i = 0; i < MIN (folders->len, TLSRPT_LIMIT_FOLDER_MONITORS); i++)
    is_new |= watch_folder (look, g_ptr_array_index (folders, i));

  return is_new;
}

static void
look_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Look *look = task_data;

  do
    {
      g_clear_pointer (&look->list, tlsrpt_report_folder_list_free);
      look->list = tlsrpt_report_folder_list_new (look->path, look->n_seen, cancellable);
    }
  while (!g_cancellable_is_cancelled (cancellable) && watch_folders (look));

  g_task_return_boolean (task, TRUE);
}

static void
change_free (TlsrptReportFolderChange *change)
{
  g_ptr_array_unref (change->came);
  g_ptr_array_unref (change->went);
  g_ptr_array_unref (change->moved_from);
  g_ptr_array_unref (change->moved_to);
}

/* Files that have only got another name, as in a Maildir when somebody reads a message, are
 * not read again. */
static void
find_moves (TlsrptReportFolder       *self,
            TlsrptReportFolderList   *list,
            TlsrptReportFolderChange *change)
{
  g_autoptr (GHashTable) by_inode = NULL;
  g_autoptr (GHashTable) moved = NULL;

  if (change->went->len == 0 || change->came->len == 0)
    return;

  by_inode = g_hash_table_new (g_int64_hash, g_int64_equal);
  moved = g_hash_table_new (tlsrpt_text_hash_str, g_str_equal);
  for (guint i = 0; i < change->went->len; i++)
    {
      TlsrptReportFolderFile *file = g_hash_table_lookup (self->files,
                                                          g_ptr_array_index (change->went, i));

      g_hash_table_insert (by_inode, &file->inode, file);
    }

  for (guint i = change->came->len; i-- > 0;)
    {
      const char *path = g_ptr_array_index (change->came, i);
      const TlsrptReportFolderFile *file = g_hash_table_lookup (list->files, path);
      const TlsrptReportFolderFile *old = g_hash_table_lookup (by_inode, &file->inode);

      if (old == NULL || !tlsrpt_report_folder_file_equal (old, file))
        continue;

      g_hash_table_remove (by_inode, &file->inode);
      g_hash_table_add (moved, old->path);
      g_ptr_array_add (change->moved_from, g_strdup (old->path));
      g_ptr_array_add (change->moved_to, g_strdup (path));
      g_ptr_array_remove_index_fast (change->came, i);
    }

  for (guint i = change->went->len; i-- > 0;)
    {
      if (g_hash_table_contains (moved, g_ptr_array_index (change->went, i)))
        g_ptr_array_remove_index_fast (change->went, i);
    }
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
find_change (TlsrptReportFolder       *self,
             TlsrptReportFolderList   *list,
             TlsrptReportFolderChange *change)
{
  GHashTableIter iter;
  gpointer path;
  gpointer value;

  g_hash_table_iter_init (&iter, list->files);
  while (g_hash_table_iter_next (&iter, &path, &value))
    {
      const TlsrptReportFolderFile *old = g_hash_table_lookup (self->files, path);

      if (old == NULL || !tlsrpt_report_folder_file_equal (old, value))
        g_ptr_array_add (change->came, g_strdup (path));
    }

  g_hash_table_iter_init (&iter, self->files);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    {
      if (!g_hash_table_contains (list->files, path) &&
          !tlsrpt_report_folder_list_may_hold (list, path))
        g_ptr_array_add (change->went, g_strdup (path));
    }

  find_moves (self, list, change);
  g_ptr_array_sort (change->came, compare_paths);
}

/* If not all could be looked at, what is known of the rest stays. */
static void
take_files (TlsrptReportFolder     *self,
            TlsrptReportFolderList *list)
{
  g_autoptr (GHashTable) old = g_steal_pointer (&self->files);
  GHashTableIter iter;
  gpointer path;
  gpointer value;

  self->files = g_steal_pointer (&list->files);
  list->files = g_hash_table_new (NULL, NULL);
  if (list->error == NULL)
    return;

  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, &path, &value))
    {
      if (!g_hash_table_contains (self->files, path) &&
          tlsrpt_report_folder_list_may_hold (list, path))
        {
          g_hash_table_iter_steal (&iter);
          g_hash_table_insert (self->files, path, value);
        }
    }
}

static void
set_error (TlsrptReportFolder *self,
           const GError       *error)
{
  const char *old = self->error != NULL ? self->error->message : NULL;

  if (g_strcmp0 (old, error != NULL ? error->message : NULL) == 0)
    return;

  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
retry_cb (gpointer user_data)
{
  TlsrptReportFolder *self = user_data;

  self->retry_id = 0;
  tlsrpt_report_folder_look (self);

  return G_SOURCE_REMOVE;
}

static gboolean
quiet_cb (gpointer user_data)
{
  TlsrptReportFolder *self = user_data;

  self->delay_id = 0;
  tlsrpt_report_folder_look (self);

  return G_SOURCE_REMOVE;
}

static void
wait_for_quiet (TlsrptReportFolder *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->delay_id == 0)
    self->first_change = now;
  else if (now - self->first_change >= (gint64) self->delay * MOST_DELAYS * 1000)
    return;

  g_clear_handle_id (&self->delay_id, g_source_remove);
  self->delay_id = g_timeout_add (self->delay, quiet_cb, self);
}

/* What else is in the folder above is not asked for. */
static void
monitor_changed_cb (TlsrptReportFolder *self,
                    GFile              *file)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->path);

  if (g_file_equal (file, folder) || g_file_has_prefix (file, folder) ||
      g_file_has_prefix (folder, file))
    wait_for_quiet (self);
}

/* A folder that is gone needs a new monitor if it comes back. */
static void
take_monitors (TlsrptReportFolder *self,
               Look               *look)
{
  g_autoptr (GHashTable) there = g_hash_table_new (tlsrpt_text_hash_str, g_str_equal);
  GHashTableIter iter;
  gpointer path;
  gpointer monitor;

  for (guint i = 0; i < look->list->folders->len; i++)
    g_hash_table_add (there, g_ptr_array_index (look->list->folders, i));
  if (look->above != NULL)
    g_hash_table_add (there, look->above);

  g_hash_table_iter_init (&iter, self->monitors);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    {
      if (!g_hash_table_contains (there, path))
        g_hash_table_iter_remove (&iter);
    }

  g_hash_table_iter_init (&iter, look->monitors);
  while (g_hash_table_iter_next (&iter, &path, &monitor))
    {
      /* The one above a folder that has come back meanwhile. */
      if (!g_hash_table_contains (there, path))
        continue;

      g_signal_connect_object (monitor, "changed", G_CALLBACK (monitor_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_hash_table_iter_steal (&iter);
      g_hash_table_insert (self->monitors, path, monitor);
    }
}

static void
end_look (TlsrptReportFolder *self)
{
  g_clear_object (&self->looking);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_pointer (&self->n_seen, g_atomic_rc_box_release);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlsrptReportFolder) self = NULL;
  TlsrptReportFolderChange change;
  Look *look;

  /* Canceled: the folder is gone. */
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;

  self = g_object_ref (TLSRPT_REPORT_FOLDER (user_data));
  look = g_task_get_task_data (G_TASK (result));
  change.came = g_ptr_array_new_with_free_func (g_free);
  change.went = g_ptr_array_new_with_free_func (g_free);
  change.moved_from = g_ptr_array_new_with_free_func (g_free);
  change.moved_to = g_ptr_array_new_with_free_func (g_free);

  end_look (self);
  find_change (self, look->list, &change);
  take_files (self, look->list);
  take_monitors (self, look);
  self->n_left_out = look->list->n_left_out;
  self->is_readable = look->list->is_partial;
  if (look->list->error != NULL || g_hash_table_size (self->files) == 0)
    self->retry_id = g_timeout_add (self->delay * DELAYS_TO_RETRY, retry_cb, self);
  set_error (self, look->list->error);
  g_signal_emit (self, signals[LOOKED], 0, &change);
  change_free (&change);

  if (self->is_due)
    {
      self->is_due = FALSE;
      wait_for_quiet (self);
    }
}

/* A file system that does not answer may never do so. */
static gboolean
patience_cb (gpointer user_data)
{
  TlsrptReportFolder *self = user_data;
  int n_seen = g_atomic_int_get (self->n_seen);

  if (n_seen == self->n_seen_before)
    {
      g_autoptr (GError) error = NULL;

      tlsrpt_error_set (&error, TLSRPT_ERROR_FILE, TLSRPT_ERROR_FINAL, NULL,
                        _("The folder does not answer"));
      self->is_readable = FALSE;
      set_error (self, error);
    }
  self->n_seen_before = n_seen;

  return G_SOURCE_CONTINUE;
}

static void
tlsrpt_report_folder_dispose (GObject *object)
{
  TlsrptReportFolder *self = TLSRPT_REPORT_FOLDER (object);

  g_cancellable_cancel (self->looking);
  end_look (self);
  g_clear_handle_id (&self->delay_id, g_source_remove);
  g_clear_handle_id (&self->retry_id, g_source_remove);
  g_hash_table_remove_all (self->monitors);

  G_OBJECT_CLASS (tlsrpt_report_folder_parent_class)->dispose (object);
}

static void
tlsrpt_report_folder_finalize (GObject *object)
{
  TlsrptReportFolder *self = TLSRPT_REPORT_FOLDER (object);

  g_free (self->path);
  g_hash_table_unref (self->files);
  g_hash_table_unref (self->monitors);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (tlsrpt_report_folder_parent_class)->finalize (object);
}

static void
tlsrpt_report_folder_class_init (TlsrptReportFolderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tlsrpt_report_folder_dispose;
  object_class->finalize = tlsrpt_report_folder_finalize;

  /**
   * TlsrptReportFolder::changed:
   * @self: a folder
   *
   * It cannot be read any more, or for another reason, or it can be again.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TlsrptReportFolder::looked:
   * @self: a folder
   * @change: (type TlsrptReportFolderChange): what was found; it may be nothing
   *
   * It was looked at.
   */
  signals[LOOKED] = g_signal_new ("looked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
tlsrpt_report_folder_init (TlsrptReportFolder *self)
{
  self->files = g_hash_table_new (tlsrpt_text_hash_str, g_str_equal);
  self->monitors = monitors_new ();
}

/**
 * tlsrpt_report_folder_new:
 * @path: the path of a folder
 * @delay: after how many milliseconds of quiet it is looked at, `TLSRPT_FOLDER_DELAY` for
 *   people
 *
 * Creates a folder that was not looked at yet.
 *
 * Returns: (transfer full): the folder
 */
TlsrptReportFolder *
tlsrpt_report_folder_new (const char *path,
                          guint       delay)
{
  TlsrptReportFolder *self = g_object_new (TLSRPT_TYPE_REPORT_FOLDER, NULL);

  g_return_val_if_fail (path != NULL, NULL);

  self->path = g_strdup (path);
  self->delay = delay;

  return self;
}

static void
copy_key (gpointer key,
          gpointer value,
          gpointer user_data)
{
  g_hash_table_add (user_data, g_strdup (key));
}

/**
 * tlsrpt_report_folder_look:
 * @self: a folder
 *
 * Looks at the folder, and at the folders in it, now.  If that is under way, it is looked
 * at once more.
 */
void
tlsrpt_report_folder_look (TlsrptReportFolder *self)
{
  g_autoptr (GTask) task = NULL;
  Look *look;

  g_return_if_fail (TLSRPT_IS_REPORT_FOLDER (self));

  if (self->looking != NULL)
    {
      self->is_due = TRUE;
      return;
    }

  g_clear_handle_id (&self->delay_id, g_source_remove);
  g_clear_handle_id (&self->retry_id, g_source_remove);
  self->looking = g_cancellable_new ();
  self->n_seen = g_atomic_rc_box_new0 (int);
  self->n_seen_before = 0;
  self->patience_id = g_timeout_add_seconds (TLSRPT_LIMIT_FOLDER_SECONDS, patience_cb, self);

  look = g_new0 (Look, 1);
  look->path = g_strdup (self->path);
  look->n_seen = g_atomic_rc_box_acquire (self->n_seen);
  look->watched = g_hash_table_new_full (tlsrpt_text_hash_str, g_str_equal, g_free, NULL);
  look->monitors = monitors_new ();
  g_hash_table_foreach (self->monitors, copy_key, look->watched);

  task = g_task_new (NULL, self->looking, looked_cb, self);
  g_task_set_source_tag (task, tlsrpt_report_folder_look);
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_thread);
}

const char *
tlsrpt_report_folder_get_path (TlsrptReportFolder *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORT_FOLDER (self), NULL);

  return self->path;
}

/**
 * tlsrpt_report_folder_is_readable:
 *
 * Tells whether the folder could be read the last time, if not all folders in it.
 *
 * Returns: whether it could
 */
gboolean
tlsrpt_report_folder_is_readable (TlsrptReportFolder *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORT_FOLDER (self), FALSE);

  return self->is_readable;
}

/**
 * tlsrpt_report_folder_get_error:
 * @self: a folder
 *
 * Gets why the folder, or one in it, cannot be read.
 *
 * Returns: (transfer none) (nullable): the error, or `NULL` if there is none
 */
const GError *
tlsrpt_report_folder_get_error (TlsrptReportFolder *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORT_FOLDER (self), NULL);

  return self->error;
}

gboolean
tlsrpt_report_folder_is_looking (TlsrptReportFolder *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORT_FOLDER (self), FALSE);

  return self->looking != NULL || self->delay_id != 0;
}

/**
 * tlsrpt_report_folder_get_n_files:
 * @self: a folder
 *
 * Counts the files, whatever they are.
 *
 * Returns: their number
 */
guint
tlsrpt_report_folder_get_n_files (TlsrptReportFolder *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORT_FOLDER (self), 0);

  return g_hash_table_size (self->files);
}

/**
 * tlsrpt_report_folder_get_n_left_out:
 * @self: a folder
 *
 * Counts the files that are not among those that are told of, since there are too many.
 *
 * Returns: their number, as far as they were counted
 */
guint
tlsrpt_report_folder_get_n_left_out (TlsrptReportFolder *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORT_FOLDER (self), 0);

  return self->n_left_out;
}
