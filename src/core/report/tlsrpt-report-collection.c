/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-collection.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-report-faults.h"
#include "tlsrpt-report-load.h"
#include "tlsrpt-report-tally.h"
#include "tlsrpt-text-hash.h"

/**
 * TlsrptReportCollection:
 *
 * Reports from any number of files.  They are read in another thread and arrive in
 * batches, each of them announced by [signal@ReportCollection::changed].  The same report
 * counts once, in whatever files it comes.
 *
 * What was loaded stays.  Files that were read by
 * [method@ReportCollection.update_async] can be read again and taken out.
 */
struct _TlsrptReportCollection
{
  GObject             parent_instance;

  GPtrArray          *reports;
  TlsrptReportFaults *faults;

  /* The reports in all files, those that are not new among them. */
  guint               n_in_files;

  /* (element-type filename TlsrptReportBatchFile): the files that can change, and those
   * whose reports go as soon as no thread counts on them. */
  GHashTable         *files;
  GPtrArray          *old_files;

  /* Numbers for the loads under way. */
  guint               n_loads;
  guint               n_files;
  guint               n_files_read;

  /* The reports that arrived or are on the way, for the threads that read, and how many
   * files that can change have each; or @STAYS. */
  GMutex              mutex;
  GHashTable         *known;
};

/* A report that was loaded. */
#define STAYS G_MAXUINT

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlsrptReportCollection, tlsrpt_report_collection, G_TYPE_OBJECT)

static guint
report_hash (gconstpointer key)
{
  const TlsrptReport *report = key;

  return (guint) (report->identity ^ report->identity >> 32);
}

static gboolean
report_equal (gconstpointer a,
              gconstpointer b)
{
  return tlsrpt_report_equal (a, b);
}

/* In the thread that loads. */
static gboolean
is_new_cb (gpointer            source_object,
           const TlsrptReport *report)
{
  TlsrptReportCollection *self = source_object;
  gboolean is_new;

  g_mutex_lock (&self->mutex);
  /* If it is there, inserting it keeps the one that is not going to be freed. */
  is_new = !g_hash_table_contains (self->known, report);
  g_hash_table_insert (self->known, (gpointer) report, GUINT_TO_POINTER (STAYS));
  g_mutex_unlock (&self->mutex);

  return is_new;
}

static void
add_file (TlsrptReportCollection *self,
          TlsrptReportBatchFile  *file)
{
  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < file->reports->len; i++)
    {
      TlsrptReport *report = g_ptr_array_index (file->reports, i);
      guint n_files = GPOINTER_TO_UINT (g_hash_table_lookup (self->known, report));

      if (n_files == 0)
        g_ptr_array_add (self->reports, tlsrpt_report_ref (report));
      if (n_files != STAYS)
        g_hash_table_insert (self->known, report, GUINT_TO_POINTER (n_files + 1));
    }
  g_mutex_unlock (&self->mutex);
  self->n_in_files += file->reports->len;

  for (guint i = 0; i < file->faults->len; i++)
    {
      g_autoptr (GPtrArray) copies =
        g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);

      g_ptr_array_add (copies, tlsrpt_report_fault_copy (g_ptr_array_index (file->faults, i)));
      tlsrpt_report_faults_take (self->faults, copies);
    }
}

/* Takes out what only files had that are gone.  A thread that reads may have left out a
 * report since one of them has it, so it has to come to its end first. */
static void
drop_old_files (TlsrptReportCollection *self)
{
  g_autoptr (GPtrArray) left = NULL;

  if (self->n_loads > 0 || self->old_files->len == 0)
    return;

  left = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->old_files->len; i++)
    {
      const TlsrptReportBatchFile *file = g_ptr_array_index (self->old_files, i);

      for (guint j = 0; j < file->reports->len; j++)
        {
          TlsrptReport *report = g_ptr_array_index (file->reports, j);
          guint n_files = GPOINTER_TO_UINT (g_hash_table_lookup (self->known, report));

          if (n_files == 1)
            g_hash_table_remove (self->known, report);
          else if (n_files != STAYS)
            g_hash_table_insert (self->known, report, GUINT_TO_POINTER (n_files - 1));
        }
    }

  for (guint i = 0; i < self->reports->len; i++)
    {
      TlsrptReport *report = g_ptr_array_index (self->reports, i);

      if (g_hash_table_contains (self->known, report))
        g_ptr_array_add (left, tlsrpt_report_ref (report));
    }
  g_mutex_unlock (&self->mutex);

  g_ptr_array_unref (self->reports);
  self->reports = g_steal_pointer (&left);
  g_ptr_array_set_size (self->old_files, 0);
}

/* What a file gave goes, unless it is elsewhere as well. */
static void
retire_file (TlsrptReportCollection *self,
             TlsrptReportBatchFile  *file)
{
  for (guint i = 0; i < file->faults->len; i++)
    tlsrpt_report_faults_remove (self->faults, g_ptr_array_index (file->faults, i));
  self->n_in_files -= file->reports->len;
  g_ptr_array_add (self->old_files, file);
}

static gboolean
remove_file (TlsrptReportCollection *self,
             const char             *path)
{
  gpointer file;

  if (!g_hash_table_steal_extended (self->files, path, NULL, &file))
    return FALSE;

  retire_file (self, file);

  return TRUE;
}

/* A file that was read again takes the place of what it was. */
static void
take_files (TlsrptReportCollection *self,
            GPtrArray              *files)
{
  gsize n_taken;
  g_autofree gpointer *taken = g_ptr_array_steal (files, &n_taken);

  for (gsize i = 0; i < n_taken; i++)
    {
      TlsrptReportBatchFile *file = taken[i];

      remove_file (self, file->path);
      add_file (self, file);
      g_hash_table_insert (self->files, file->path, file);
    }
}

/* In the thread of the collection. */
static void
batch_came_cb (gpointer           source_object,
               TlsrptReportBatch *batch)
{
  TlsrptReportCollection *self = source_object;

  self->n_in_files += batch->reports->len + batch->n_duplicates;
  g_ptr_array_extend_and_steal (self->reports, g_steal_pointer (&batch->reports));
  tlsrpt_report_faults_take (self->faults, batch->faults);
  take_files (self, batch->files);
  self->n_files += batch->n_files;
  self->n_files_read += batch->n_files_read;
  if (batch->is_last)
    self->n_loads--;
  drop_old_files (self);

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
load (TlsrptReportCollection  *self,
      GFile                  **files,
      gsize                    n_files,
      TlsrptReportIsNewFunc    is_new_func,
      GCancellable            *cancellable,
      GAsyncReadyCallback      callback,
      gpointer                 user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, load);
  g_task_set_priority (task, G_PRIORITY_DEFAULT_IDLE);

  if (self->n_loads++ == 0)
    self->n_files = self->n_files_read = 0;

  tlsrpt_report_load (task, files, n_files, is_new_func, batch_came_cb);
}

/**
 * tlsrpt_report_collection_load_async:
 * @self: the collection
 * @files: (array length=n_files): files and folders
 * @n_files: how many
 * @cancellable: (nullable): to stop; what was read until then stays
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * Reads files, and the files in folders, at most `TLSRPT_LIMIT_REPORT_FILES` in one
 * go.  What cannot be read is among the faults.
 */
void
tlsrpt_report_collection_load_async (TlsrptReportCollection  *self,
                                     GFile                  **files,
                                     gsize                    n_files,
                                     GCancellable            *cancellable,
                                     GAsyncReadyCallback      callback,
                                     gpointer                 user_data)
{
  g_return_if_fail (TLSRPT_IS_REPORT_COLLECTION (self));

  load (self, files, n_files, is_new_cb, cancellable, callback, user_data);
}

/**
 * tlsrpt_report_collection_update_async:
 * @self: the collection
 * @paths: (array length=n_paths) (element-type filename): the paths of files, at most
 *   `TLSRPT_LIMIT_REPORT_FILES`
 * @n_paths: how many
 * @cancellable: (nullable): to stop; what was read until then stays
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * Reads files that can change: what one of them gave before goes once it is read again.
 * [method@ReportCollection.load_finish] ends it.
 */
void
tlsrpt_report_collection_update_async (TlsrptReportCollection *self,
                                       const char *const      *paths,
                                       gsize                   n_paths,
                                       GCancellable           *cancellable,
                                       GAsyncReadyCallback     callback,
                                       gpointer                user_data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (TLSRPT_IS_REPORT_COLLECTION (self));
  g_return_if_fail (n_paths <= TLSRPT_LIMIT_REPORT_FILES);

  for (gsize i = 0; i < n_paths; i++)
    g_ptr_array_add (files, g_file_new_for_path (paths[i]));

  load (self, (GFile **) files->pdata, n_paths, NULL, cancellable, callback, user_data);
}

/**
 * tlsrpt_report_collection_rename_file:
 * @self: the collection
 * @path: the path of a file that can change
 * @new_path: its new one
 *
 * Takes down that a file has another name now.
 */
void
tlsrpt_report_collection_rename_file (TlsrptReportCollection *self,
                                      const char             *path,
                                      const char             *new_path)
{
  gpointer value;

  g_return_if_fail (TLSRPT_IS_REPORT_COLLECTION (self));

  if (g_hash_table_steal_extended (self->files, path, NULL, &value))
    {
      TlsrptReportBatchFile *file = value;

      remove_file (self, new_path);
      g_free (file->path);
      file->path = g_strdup (new_path);
      g_hash_table_insert (self->files, file->path, file);
    }
}

/**
 * tlsrpt_report_collection_remove_files:
 * @self: the collection
 * @paths: (element-type filename): the paths of files that can change
 *
 * Takes out what these files gave, but for reports that are in other files as well.  It
 * waits for what is being read.
 */
void
tlsrpt_report_collection_remove_files (TlsrptReportCollection *self,
                                       const GPtrArray        *paths)
{
  gboolean is_changed = FALSE;

  g_return_if_fail (TLSRPT_IS_REPORT_COLLECTION (self));
  g_return_if_fail (paths != NULL);

  for (guint i = 0; i < paths->len; i++)
    is_changed |= remove_file (self, g_ptr_array_index (paths, i));

  drop_old_files (self);
  if (is_changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tlsrpt_report_collection_remove_all_files:
 * @self: the collection
 *
 * Takes out what all files gave that can change.
 */
void
tlsrpt_report_collection_remove_all_files (TlsrptReportCollection *self)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer path;

  g_return_if_fail (TLSRPT_IS_REPORT_COLLECTION (self));

  g_hash_table_iter_init (&iter, self->files);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    g_ptr_array_add (paths, g_strdup (path));

  tlsrpt_report_collection_remove_files (self, paths);
}

/**
 * tlsrpt_report_collection_load_finish:
 * @self: the collection
 * @result: what the callback got
 * @error: set if it was cancelled
 *
 * Ends a load.
 *
 * Returns: `FALSE` if it was cancelled
 */
gboolean
tlsrpt_report_collection_load_finish (TlsrptReportCollection  *self,
                                      GAsyncResult            *result,
                                      GError                 **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, load), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

typedef struct
{
  GPtrArray          *reports;
  TlsrptReportFilter *filter;
} Counting;

static void
counting_free (Counting *counting)
{
  g_ptr_array_unref (counting->reports);
  tlsrpt_report_filter_free (counting->filter);
  g_free (counting);
}

static void
summarise_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Counting *counting = task_data;

  g_task_return_pointer (task,
                         tlsrpt_report_summarise (counting->reports, counting->filter, cancellable),
                         (GDestroyNotify) tlsrpt_report_summary_unref);
}

/**
 * tlsrpt_report_collection_summarise_async:
 * @self: the collection
 * @filter: what is wanted; it is copied
 * @cancellable: (nullable): to stop
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * Counts in another thread what the reports that have arrived say.
 */
void
tlsrpt_report_collection_summarise_async (TlsrptReportCollection   *self,
                                          const TlsrptReportFilter *filter,
                                          GCancellable             *cancellable,
                                          GAsyncReadyCallback       callback,
                                          gpointer                  user_data)
{
  g_autoptr (GTask) task = NULL;
  Counting *counting;

  g_return_if_fail (TLSRPT_IS_REPORT_COLLECTION (self));
  g_return_if_fail (filter != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tlsrpt_report_collection_summarise_async);

  counting = g_new0 (Counting, 1);
  counting->reports = tlsrpt_report_collection_dup_reports (self);
  counting->filter = tlsrpt_report_filter_copy (filter);
  g_task_set_task_data (task, counting, (GDestroyNotify) counting_free);

  g_task_run_in_thread (task, summarise_thread);
}

/**
 * tlsrpt_report_collection_summarise_finish:
 * @self: the collection
 * @result: what the callback got
 * @error: set if it was cancelled
 *
 * Gets the summary, with the details.
 *
 * Returns: (transfer full) (nullable): the summary, or `NULL` if it was cancelled
 */
TlsrptReportSummary *
tlsrpt_report_collection_summarise_finish (TlsrptReportCollection  *self,
                                           GAsyncResult            *result,
                                           GError                 **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result,
                                                  tlsrpt_report_collection_summarise_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tlsrpt_report_collection_get_reports:
 * @self: the collection
 *
 * Gets the reports that have arrived.  The array is that of now: others come, and files
 * that can change take some away.
 *
 * Returns: (transfer none) (element-type TlsrptReport): the reports
 */
const GPtrArray *
tlsrpt_report_collection_get_reports (TlsrptReportCollection *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORT_COLLECTION (self), NULL);

  return self->reports;
}

static gpointer
ref_report (gconstpointer report,
            gpointer      user_data)
{
  return tlsrpt_report_ref ((TlsrptReport *) report);
}

/**
 * tlsrpt_report_collection_dup_reports:
 * @self: the collection
 *
 * Takes down which reports have arrived, for another thread.
 *
 * Returns: (transfer full) (element-type TlsrptReport): the reports
 */
GPtrArray *
tlsrpt_report_collection_dup_reports (TlsrptReportCollection *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORT_COLLECTION (self), NULL);

  return g_ptr_array_copy (self->reports, ref_report, NULL);
}

/**
 * tlsrpt_report_collection_get_faults:
 * @self: the collection
 *
 * Gets what could not be read, each fault of a file once.  More may be added at the
 * end of the array.
 *
 * Returns: (transfer none) (element-type TlsrptReportFault): the faults
 */
const GPtrArray *
tlsrpt_report_collection_get_faults (TlsrptReportCollection *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORT_COLLECTION (self), NULL);

  return tlsrpt_report_faults_get_all (self->faults);
}

/**
 * tlsrpt_report_collection_get_n_faulty_files:
 * @self: the collection
 *
 * Gets how many files could not be read, or not all of them.
 *
 * Returns: their number
 */
guint
tlsrpt_report_collection_get_n_faulty_files (TlsrptReportCollection *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORT_COLLECTION (self), 0);

  return tlsrpt_report_faults_get_n_files (self->faults);
}

/**
 * tlsrpt_report_collection_get_n_others:
 * @self: the collection
 *
 * Gets how many DMARC reports there were.
 *
 * Returns: their number
 */
guint
tlsrpt_report_collection_get_n_others (TlsrptReportCollection *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORT_COLLECTION (self), 0);

  return tlsrpt_report_faults_get_n_others (self->faults);
}

/**
 * tlsrpt_report_collection_get_n_duplicates:
 * @self: the collection
 *
 * Gets how many reports came again, and were left out.
 *
 * Returns: their number
 */
guint
tlsrpt_report_collection_get_n_duplicates (TlsrptReportCollection *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORT_COLLECTION (self), 0);

  /* Reports that are about to go belong to no file. */
  return self->n_in_files > self->reports->len ? self->n_in_files - self->reports->len : 0;
}

gboolean
tlsrpt_report_collection_is_loading (TlsrptReportCollection *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORT_COLLECTION (self), FALSE);

  return self->n_loads > 0;
}

/**
 * tlsrpt_report_collection_get_n_files:
 * @self: the collection
 *
 * Gets how many files are to be read, once the folders were looked through; when
 * nothing is loading, how many there were last time.
 *
 * Returns: their number
 */
guint
tlsrpt_report_collection_get_n_files (TlsrptReportCollection *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORT_COLLECTION (self), 0);

  return self->n_files;
}

guint
tlsrpt_report_collection_get_n_files_read (TlsrptReportCollection *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORT_COLLECTION (self), 0);

  return self->n_files_read;
}

static void
tlsrpt_report_collection_finalize (GObject *object)
{
  TlsrptReportCollection *self = TLSRPT_REPORT_COLLECTION (object);

  g_hash_table_unref (self->files);
  g_ptr_array_unref (self->old_files);
  g_hash_table_unref (self->known);
  g_mutex_clear (&self->mutex);
  g_ptr_array_unref (self->reports);
  tlsrpt_report_faults_free (self->faults);

  G_OBJECT_CLASS (tlsrpt_report_collection_parent_class)->finalize (object);
}

static void
tlsrpt_report_collection_class_init (TlsrptReportCollectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tlsrpt_report_collection_finalize;

  /**
   * TlsrptReportCollection::changed:
   * @self: the collection
   *
   * Emitted when a batch has arrived: reports or faults, or only progress.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tlsrpt_report_collection_init (TlsrptReportCollection *self)
{
  self->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  self->faults = tlsrpt_report_faults_new ();
  self->files = g_hash_table_new_full (tlsrpt_text_hash_str, g_str_equal, NULL,
                                       (GDestroyNotify) tlsrpt_report_batch_file_free);
  self->old_files =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_batch_file_free);
  self->known = g_hash_table_new (report_hash, report_equal);
  g_mutex_init (&self->mutex);
}

TlsrptReportCollection *
tlsrpt_report_collection_new (void)
{
  return g_object_new (TLSRPT_TYPE_REPORT_COLLECTION, NULL);
}
