/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-keeper.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-report-folder.h"

/**
 * TlsrptReportKeeper:
 *
 * Has the reports of the folder that is kept in a collection, as long as the state has
 * one, and knows which problems nobody has seen yet.
 */
struct _TlsrptReportKeeper
{
  GObject                 parent_instance;

  TlsrptState            *state;
  TlsrptReportCollection *collection;
  TlsrptReportFolder     *folder;

  /* (element-type Change): what became of the folder and is not read yet; of the first of
   * them so many files are. */
  GQueue                  changes;
  guint                   n_read;

  /* What is read now, and into what, whether somebody waits for it, and whether it goes
   * again as soon as it is there. */
  GCancellable           *reading;
  TlsrptReportCollection *target;
  gboolean                is_awaited;
  gboolean                is_unwanted;

  /* (element-type guint64): the marks of problems that are new since the start, and those
   * of them that nobody has seen. */
  GHashTable             *news;
  GHashTable             *unseen;

  /* Whether all problems were there once, so that the others are new. */
  gboolean                is_whole;
};

G_DEFINE_FINAL_TYPE (TlsrptReportKeeper, tlsrpt_report_keeper, G_TYPE_OBJECT)

enum
{
  CHANGED,
  READING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TlsrptReportFolderChange *
change_copy (const TlsrptReportFolderChange *change)
{
  TlsrptReportFolderChange *copy = g_new (TlsrptReportFolderChange, 1);

  copy->came = g_ptr_array_ref (change->came);
  copy->went = g_ptr_array_ref (change->went);
  copy->moved_from = g_ptr_array_ref (change->moved_from);
  copy->moved_to = g_ptr_array_ref (change->moved_to);

  return copy;
}

static void
change_free (gpointer data)
{
  TlsrptReportFolderChange *change = data;

  g_ptr_array_unref (change->came);
  g_ptr_array_unref (change->went);
  g_ptr_array_unref (change->moved_from);
  g_ptr_array_unref (change->moved_to);
  g_free (change);
}

static void
set_awaited (TlsrptReportKeeper *self,
             gboolean            is_awaited)
{
  if (self->is_awaited == is_awaited)
    return;

  self->is_awaited = is_awaited;
  g_signal_emit (self, signals[READING], 0);
}

static void
apply (TlsrptReportKeeper             *self,
       const TlsrptReportFolderChange *change)
{
  for (guint i = 0; i < change->moved_from->len; i++)
    tlsrpt_report_collection_rename_file (self->collection,
                                          g_ptr_array_index (change->moved_from, i),
                                          g_ptr_array_index (change->moved_to, i));

  tlsrpt_report_collection_remove_files (self->collection, change->went);
}

static void go_on (TlsrptReportKeeper *self);

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TlsrptReportKeeper) self = user_data;
  g_autoptr (TlsrptReportCollection) target = g_steal_pointer (&self->target);

  g_clear_object (&self->reading);
  if (self->is_unwanted)
    tlsrpt_report_collection_remove_all_files (target);
  self->is_unwanted = FALSE;

  go_on (self);
}

/* One thing after the other: a file that went while it was read is taken out after that. */
static void
go_on (TlsrptReportKeeper *self)
{
  while (self->reading == NULL && !g_queue_is_empty (&self->changes))
    {
      TlsrptReportFolderChange *change = g_queue_peek_head (&self->changes);
      guint n_left = change->came->len - self->n_read;
      guint n_now = MIN (n_left, TLSRPT_LIMIT_REPORT_FILES);

      if (self->n_read == 0)
        apply (self, change);

      if (n_now == 0)
        {
          change_free (g_queue_pop_head (&self->changes));
          self->n_read = 0;
          continue;
        }

      self->reading = g_cancellable_new ();
      self->target = g_object_ref (self->collection);
      set_awaited (self, TRUE);
      tlsrpt_report_collection_update_async (self->collection,
                                             (const char *const *) change->came->pdata +
                                               self->n_read,
                                             n_now, self->reading, read_cb, g_object_ref (self));
      self->n_read += n_now;
    }

  if (self->reading == NULL)
    {
      self->is_whole = self->folder != NULL && tlsrpt_report_folder_is_readable (self->folder);
      set_awaited (self, FALSE);
    }
}

static void
looked_cb (TlsrptReportKeeper             *self,
           const TlsrptReportFolderChange *change)
{
  g_queue_push_tail (&self->changes, change_copy (change));
  go_on (self);

  /* Where there are no reports, nobody judges them. */
  if (self->is_whole && self->reading == NULL && !tlsrpt_state_has_marks (self->state) &&
      tlsrpt_report_collection_get_reports (self->collection)->len == 0)
    tlsrpt_state_add_marks (self->state, NULL, 0, 0);

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
folder_changed_cb (TlsrptReportKeeper *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
drop_folder (TlsrptReportKeeper *self)
{
  if (self->folder != NULL)
    g_signal_handlers_disconnect_by_data (self->folder, self);
  g_clear_object (&self->folder);
  tlsrpt_report_keeper_cancel (self);
  g_hash_table_remove_all (self->news);
  g_hash_table_remove_all (self->unseen);
  self->is_whole = FALSE;
}

static void
take_folder (TlsrptReportKeeper *self)
{
  const char *path = self->state != NULL ? tlsrpt_state_get_folder (self->state) : NULL;

  if (path == NULL || self->collection == NULL)
    return;

  self->folder = tlsrpt_report_folder_new (path, TLSRPT_FOLDER_DELAY);
  g_signal_connect_swapped (self->folder, "looked", G_CALLBACK (looked_cb), self);
  g_signal_connect_swapped (self->folder, "changed", G_CALLBACK (folder_changed_cb), self);
  tlsrpt_report_folder_look (self->folder);
}

/* Somebody has seen them in another window. */
static void
forget_seen (TlsrptReportKeeper *self)
{
  gboolean is_changed = FALSE;
  GHashTableIter iter;
  gpointer mark;

  g_hash_table_iter_init (&iter, self->unseen);
  while (g_hash_table_iter_next (&iter, &mark, NULL))
    {
      if (tlsrpt_state_is_marked (self->state, *(guint64 *) mark))
        {
          g_hash_table_iter_remove (&iter);
          is_changed = TRUE;
        }
    }

  if (is_changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* Another folder is kept, or none. */
static void
state_changed_cb (TlsrptReportKeeper *self)
{
  const char *path = self->state != NULL ? tlsrpt_state_get_folder (self->state) : NULL;

  if (g_strcmp0 (path, tlsrpt_report_keeper_get_path (self)) == 0)
    {
      forget_seen (self);
      return;
    }

  drop_folder (self);
  self->is_unwanted = self->reading != NULL;
  if (self->collection != NULL)
    tlsrpt_report_collection_remove_all_files (self->collection);
  take_folder (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
tlsrpt_report_keeper_dispose (GObject *object)
{
  TlsrptReportKeeper *self = TLSRPT_REPORT_KEEPER (object);

  drop_folder (self);
  tlsrpt_report_keeper_set_state (self, NULL);
  g_clear_object (&self->collection);

  G_OBJECT_CLASS (tlsrpt_report_keeper_parent_class)->dispose (object);
}

static void
tlsrpt_report_keeper_finalize (GObject *object)
{
  TlsrptReportKeeper *self = TLSRPT_REPORT_KEEPER (object);

  g_hash_table_unref (self->news);
  g_hash_table_unref (self->unseen);

  G_OBJECT_CLASS (tlsrpt_report_keeper_parent_class)->finalize (object);
}

static void
tlsrpt_report_keeper_class_init (TlsrptReportKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tlsrpt_report_keeper_dispose;
  object_class->finalize = tlsrpt_report_keeper_finalize;

  /**
   * TlsrptReportKeeper::changed:
   * @self: a keeper
   *
   * Another folder is kept, or none, or there is something else to say of it.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TlsrptReportKeeper::reading:
   * @self: a keeper
   *
   * What [method@ReportKeeper.is_reading] says is not what it was.
   */
  signals[READING] = g_signal_new ("reading", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tlsrpt_report_keeper_init (TlsrptReportKeeper *self)
{
  g_queue_init (&self->changes);
  self->news = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->unseen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

TlsrptReportKeeper *
tlsrpt_report_keeper_new (void)
{
  return g_object_new (TLSRPT_TYPE_REPORT_KEEPER, NULL);
}

/**
 * tlsrpt_report_keeper_set_collection:
 * @self: a keeper
 * @collection: (nullable): where the reports of the folder go
 *
 * Reads the folder into @collection.
 */
void
tlsrpt_report_keeper_set_collection (TlsrptReportKeeper     *self,
                                     TlsrptReportCollection *collection)
{
  g_return_if_fail (TLSRPT_IS_REPORT_KEEPER (self));

  if (self->collection == collection)
    return;

  drop_folder (self);
  self->is_unwanted = self->reading != NULL;
  g_set_object (&self->collection, collection);
  take_folder (self);
}

TlsrptState *
tlsrpt_report_keeper_get_state (TlsrptReportKeeper *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORT_KEEPER (self), NULL);

  return self->state;
}

/**
 * tlsrpt_report_keeper_set_state:
 * @self: a keeper
 * @state: (nullable): what knows the folder
 *
 * Reads the folder of @state, if it has one.
 */
void
tlsrpt_report_keeper_set_state (TlsrptReportKeeper *self,
                                TlsrptState        *state)
{
  g_return_if_fail (TLSRPT_IS_REPORT_KEEPER (self));

  if (self->state == state)
    return;

  if (self->state != NULL)
    g_signal_handlers_disconnect_by_func (self->state, state_changed_cb, self);
  g_set_object (&self->state, state);
  if (state != NULL)
    {
      g_signal_connect_swapped (state, "changed", G_CALLBACK (state_changed_cb), self);
      state_changed_cb (self);
      g_signal_emit (self, signals[CHANGED], 0);
    }
}

/**
 * tlsrpt_report_keeper_look:
 * @self: a keeper
 *
 * Looks whether the folder has changed: not every file system tells.
 */
void
tlsrpt_report_keeper_look (TlsrptReportKeeper *self)
{
  g_return_if_fail (TLSRPT_IS_REPORT_KEEPER (self));

  if (self->folder != NULL)
    tlsrpt_report_folder_look (self->folder);
}

/**
 * tlsrpt_report_keeper_cancel:
 * @self: a keeper
 *
 * Leaves out what is not read yet.
 */
void
tlsrpt_report_keeper_cancel (TlsrptReportKeeper *self)
{
  g_return_if_fail (TLSRPT_IS_REPORT_KEEPER (self));

  g_cancellable_cancel (self->reading);
  g_queue_clear_full (&self->changes, change_free);
  self->n_read = 0;
  set_awaited (self, FALSE);
}

/**
 * tlsrpt_report_keeper_stop:
 * @self: a keeper
 *
 * Forgets the folder.
 */
void
tlsrpt_report_keeper_stop (TlsrptReportKeeper *self)
{
  g_return_if_fail (TLSRPT_IS_REPORT_KEEPER (self));

  if (self->state != NULL)
    tlsrpt_state_set_folder (self->state, NULL);
}

/**
 * tlsrpt_report_keeper_get_path:
 * @self: a keeper
 *
 * Gets the folder.
 *
 * Returns: (transfer none) (nullable) (type filename): its path
 */
const char *
tlsrpt_report_keeper_get_path (TlsrptReportKeeper *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORT_KEEPER (self), NULL);

  return self->folder != NULL ? tlsrpt_report_folder_get_path (self->folder) : NULL;
}

const GError *
tlsrpt_report_keeper_get_error (TlsrptReportKeeper *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORT_KEEPER (self), NULL);

  return self->folder != NULL ? tlsrpt_report_folder_get_error (self->folder) : NULL;
}

guint
tlsrpt_report_keeper_get_n_left_out (TlsrptReportKeeper *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORT_KEEPER (self), 0);

  return self->folder != NULL ? tlsrpt_report_folder_get_n_left_out (self->folder) : 0;
}

/**
 * tlsrpt_report_keeper_is_reading:
 * @self: a keeper
 *
 * Returns: whether files of the folder are read, and somebody waits for it
 */
gboolean
tlsrpt_report_keeper_is_reading (TlsrptReportKeeper *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORT_KEEPER (self), FALSE);

  return self->is_awaited;
}

/**
 * tlsrpt_report_keeper_is_busy:
 * @self: a keeper
 *
 * Returns: whether the folder is looked at or read
 */
gboolean
tlsrpt_report_keeper_is_busy (TlsrptReportKeeper *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORT_KEEPER (self), FALSE);

  return self->reading != NULL ||
         (self->folder != NULL && tlsrpt_report_folder_is_looking (self->folder));
}

static guint64
get_mark (const TlsrptEvidenceProblem *problem)
{
  return tlsrpt_state_mark (problem->result_type,
                            *problem->mx_host != '\0' ? problem->mx_host : problem->domain);
}

static void
keep_marks (TlsrptReportKeeper *self,
            GHashTable         *marks)
{
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (guint64));
  GHashTableIter iter;
  gpointer mark;

  g_hash_table_iter_init (&iter, marks);
  while (g_hash_table_iter_next (&iter, &mark, NULL))
    g_array_append_vals (array, mark, 1);

  tlsrpt_state_add_marks (self->state, (const guint64 *) (gpointer) array->data, array->len,
                          g_get_real_time () / G_USEC_PER_SEC);
}

/**
 * tlsrpt_report_keeper_judge:
 * @self: a keeper
 * @diagnosis: what the reports say, or some of them
 *
 * Finds out which problems are new.  Of a folder that has just been chosen, none is.
 */
void
tlsrpt_report_keeper_judge (TlsrptReportKeeper    *self,
                            const TlsrptDiagnosis *diagnosis)
{
  g_autoptr (GHashTable) found = NULL;
  const GPtrArray *problems;
  gboolean is_first;

  g_return_if_fail (TLSRPT_IS_REPORT_KEEPER (self));
  g_return_if_fail (diagnosis != NULL);

  if (self->folder == NULL)
    return;

  is_first = !tlsrpt_state_has_marks (self->state);
  found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  problems = tlsrpt_evidence_set_get_problems (diagnosis->evidence);
  for (guint i = 0; i < problems->len; i++)
    {
      const TlsrptEvidenceProblem *problem = g_ptr_array_index (problems, i);
      guint64 mark = get_mark (problem);

      /* What is over is no news, unless it begins again. */
      if (problem->state == TLSRPT_EVIDENCE_RESOLVED ||
          tlsrpt_state_is_marked (self->state, mark) ||
          g_hash_table_contains (self->news, &mark))
        continue;

      g_hash_table_add (found, g_memdup2 (&mark, sizeof mark));
      if (!is_first)
        {
          g_hash_table_add (self->news, g_memdup2 (&mark, sizeof mark));
          g_hash_table_add (self->unseen, g_memdup2 (&mark, sizeof mark));
        }
    }

  if (is_first && self->is_whole && self->reading == NULL)
    keep_marks (self, found);
}

/**
 * tlsrpt_report_keeper_is_new:
 * @self: a keeper
 * @problem: a problem
 *
 * Returns: whether nobody had seen the problem when the program was started, nor has
 *   opened it since
 */
gboolean
tlsrpt_report_keeper_is_new (TlsrptReportKeeper          *self,
                             const TlsrptEvidenceProblem *problem)
{
  guint64 mark;

  g_return_val_if_fail (TLSRPT_IS_REPORT_KEEPER (self), FALSE);
  g_return_val_if_fail (problem != NULL, FALSE);

  if (g_hash_table_size (self->news) == 0)
    return FALSE;

  mark = get_mark (problem);

  return g_hash_table_contains (self->news, &mark);
}

/**
 * tlsrpt_report_keeper_get_n_unseen:
 * @self: a keeper
 *
 * Counts the new problems that were not before anybody's eyes.
 *
 * Returns: their number
 */
guint
tlsrpt_report_keeper_get_n_unseen (TlsrptReportKeeper *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORT_KEEPER (self), 0);

  return g_hash_table_size (self->unseen);
}

/**
 * tlsrpt_report_keeper_see_all:
 * @self: a keeper
 *
 * Somebody has the problems before their eyes.  They are not new at the next start.
 */
void
tlsrpt_report_keeper_see_all (TlsrptReportKeeper *self)
{
  g_return_if_fail (TLSRPT_IS_REPORT_KEEPER (self));

  if (self->state == NULL || g_hash_table_size (self->unseen) == 0)
    return;

  keep_marks (self, self->unseen);
  g_hash_table_remove_all (self->unseen);
}

/**
 * tlsrpt_report_keeper_open_problem:
 * @self: a keeper
 * @problem: a problem that somebody looks at
 *
 * A problem is no longer new.
 */
void
tlsrpt_report_keeper_open_problem (TlsrptReportKeeper          *self,
                                   const TlsrptEvidenceProblem *problem)
{
  guint64 mark;

  g_return_if_fail (TLSRPT_IS_REPORT_KEEPER (self));
  g_return_if_fail (problem != NULL);

  mark = get_mark (problem);
  g_hash_table_remove (self->news, &mark);
}
