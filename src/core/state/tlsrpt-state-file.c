/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-state-file.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-state-reading.h"
#include "tlsrpt-state-writer.h"

/**
 * TlsrptStateFile:
 *
 * The file that a state is read from and written to: soon after each change, in a thread,
 * and at the latest when the program ends.
 *
 * Two programs that have the same file do not know of each other.  The whole file of
 * whoever writes last is there in the end.
 */
struct _TlsrptStateFile
{
  GObject            parent_instance;

  char              *path;
  TlsrptState       *state;
  TlsrptStateWriter *writer;

  /* Whether there is something that must not be written over. */
  gboolean           is_barred;
  gboolean           is_changed;
  gboolean           has_failed;
  guint              timeout_id;
};

G_DEFINE_FINAL_TYPE (TlsrptStateFile, tlsrpt_state_file, G_TYPE_OBJECT)

enum
{
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Says it once, not with every key: until it has gone well again. */
static void
report (TlsrptStateFile *self,
        const GError    *error)
{
  gboolean is_new = !self->has_failed;

  self->has_failed = error != NULL;
  if (error != NULL && is_new)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static char *
write_text (TlsrptStateFile *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return tlsrpt_state_to_json (self->state, now);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlsrptStateFile) self = user_data;
  g_autoptr (GError) error = NULL;

  /* What was not written is written with the next change, or at the end. */
  if (!tlsrpt_state_writer_write_finish (result, &error))
    self->is_changed = TRUE;

  report (self, error);
}

static void
delay_over_cb (gpointer user_data)
{
  TlsrptStateFile *self = user_data;

  self->timeout_id = 0;
  self->is_changed = FALSE;
  tlsrpt_state_writer_write_async (self->writer, write_text (self), written_cb,
                                   g_object_ref (self));
}

/* Somebody who types without a pause is not waited for: there is never more to lose than
 * that of the delay. */
static void
state_changed_cb (TlsrptStateFile *self)
{
  if (self->is_barred)
    return;

  self->is_changed = TRUE;
  if (self->timeout_id == 0)
    self->timeout_id = g_timeout_add_once (TLSRPT_STATE_DELAY, delay_over_cb, self);
}

static void
set_state (TlsrptStateFile *self,
           TlsrptState     *state)
{
  self->state = state;
  g_signal_connect_object (state, "changed", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
tlsrpt_state_file_dispose (GObject *object)
{
  TlsrptStateFile *self = TLSRPT_STATE_FILE (object);

  if (self->state != NULL)
    tlsrpt_state_file_flush (self);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (tlsrpt_state_file_parent_class)->dispose (object);
}

static void
tlsrpt_state_file_finalize (GObject *object)
{
  TlsrptStateFile *self = TLSRPT_STATE_FILE (object);

  g_free (self->path);
  tlsrpt_state_writer_unref (self->writer);

  G_OBJECT_CLASS (tlsrpt_state_file_parent_class)->finalize (object);
}

static void
tlsrpt_state_file_class_init (TlsrptStateFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tlsrpt_state_file_dispose;
  object_class->finalize = tlsrpt_state_file_finalize;

  /**
   * TlsrptStateFile::failed:
   * @error: why
   *
   * The file cannot be written.  It is emitted again only after it could.
   */
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
tlsrpt_state_file_init (TlsrptStateFile *self)
{
}

/**
 * tlsrpt_state_file_new:
 * @path: (nullable): the file, or `NULL` for that of the user
 *
 * Prepares to read and write.  Nothing is done until [method@StateFile.load_async].
 *
 * Returns: (transfer full): the file
 */
TlsrptStateFile *
tlsrpt_state_file_new (const char *path)
{
  TlsrptStateFile *self = g_object_new (TLSRPT_TYPE_STATE_FILE, NULL);

  self->path = path != NULL ? g_strdup (path)
                            : g_build_filename (g_get_user_state_dir (), "tlsrpt-generator",
                                                "state.json", NULL);
  self->writer = tlsrpt_state_writer_new (self->path);

  return self;
}

static void
load_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, tlsrpt_state_reading_new (task_data),
                         (GDestroyNotify) tlsrpt_state_reading_free);
}

/**
 * tlsrpt_state_file_load_async:
 * @cancellable: (nullable): to give up
 * @callback: called when it is done, with no source
 * @user_data: for @callback
 *
 * Reads the file, once.  Keep a reference until the callback.
 */
void
tlsrpt_state_file_load_async (TlsrptStateFile     *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TLSRPT_IS_STATE_FILE (self));
  g_return_if_fail (self->state == NULL);

  /* Without this file as its source: the thread may be the last that drops the task, and
   * with it the file, which writes and emits at its end. */
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, tlsrpt_state_file_load_async);
  g_task_set_task_data (task, g_strdup (self->path), g_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * tlsrpt_state_file_load_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Finishes tlsrpt_state_file_load_async().  Whatever it returns, there is a state from
 * now on; only what was canceled has none.
 *
 * Returns: `FALSE` if there is something to tell
 */
gboolean
tlsrpt_state_file_load_finish (TlsrptStateFile  *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  g_autoptr (TlsrptStateReading) reading = NULL;

  g_return_val_if_fail (TLSRPT_IS_STATE_FILE (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tlsrpt_state_file_load_async), FALSE);

  reading = g_task_propagate_pointer (G_TASK (result), error);
  if (reading == NULL)
    return FALSE;

  self->is_barred = reading->is_barred;
  set_state (self, reading->state != NULL ? g_steal_pointer (&reading->state)
                                          : tlsrpt_state_new ());
  if (reading->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&reading->error));

  return FALSE;
}

/**
 * tlsrpt_state_file_get_state:
 *
 * Gets the state.  Whoever changes it need not think of the file.
 *
 * Returns: (transfer none) (nullable): the state, or `NULL` before it was loaded
 */
TlsrptState *
tlsrpt_state_file_get_state (TlsrptStateFile *self)
{
  g_return_val_if_fail (TLSRPT_IS_STATE_FILE (self), NULL);

  return self->state;
}

/**
 * tlsrpt_state_file_flush:
 *
 * Writes what has not been written, before it returns: when the program ends.
 */
void
tlsrpt_state_file_flush (TlsrptStateFile *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (TLSRPT_IS_STATE_FILE (self));

  if (!self->is_changed)
    return;

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  text = write_text (self);
  self->is_changed = !tlsrpt_state_writer_write (self->writer, text, &error);
  report (self, error);
}

/**
 * tlsrpt_state_file_forget:
 * @error: return location for an error
 *
 * Empties the state and removes the file, with the copies of files that could not be read.
 *
 * Returns: whether nothing is left
 */
gboolean
tlsrpt_state_file_forget (TlsrptStateFile  *self,
                          GError          **error)
{
  g_return_val_if_fail (TLSRPT_IS_STATE_FILE (self), FALSE);
  g_return_val_if_fail (self->state != NULL, FALSE);

  tlsrpt_state_clear (self->state);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->is_changed = FALSE;

  return tlsrpt_state_writer_remove (self->writer, error);
}
