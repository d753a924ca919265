/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-load.h"

#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-children.h"
#include "tlsrpt-report-walk.h"

#include <glib/gi18n-lib.h>

/* How long a thread collects before it hands over, in microseconds: often enough
 * for eyes, and seldom enough for those who count all anew each time. */
#define BATCH_TIME (100 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  TlsrptReportIsNewFunc  is_new_func;
  TlsrptReportBatchFunc  batch_func;
  /* (element-type filename): what was asked for, and the files in it */
  GPtrArray             *paths;
  GPtrArray             *found;
  /* Results of one file */
  GPtrArray             *reports;
  TlsrptReportBatch     *batch;
  gint64                 handed_over;
  gboolean               is_too_many;
} Load;

/* A batch on its way to the context of its task. */
typedef struct
{
  GObject               *source_object;
  TlsrptReportBatchFunc  batch_func;
  TlsrptReportBatch     *batch;
} Delivery;

static TlsrptReportBatch *
batch_new (void)
{
  TlsrptReportBatch *batch = g_new0 (TlsrptReportBatch, 1);

  batch->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  batch->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);
  batch->files = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_batch_file_free);

  return batch;
}

void
tlsrpt_report_batch_file_free (TlsrptReportBatchFile *self)
{
  g_free (self->path);
  g_ptr_array_unref (self->reports);
  g_ptr_array_unref (self->faults);
  g_free (self);
}

static void
batch_free (TlsrptReportBatch *batch)
{
  g_clear_pointer (&batch->reports, g_ptr_array_unref);
  g_clear_pointer (&batch->faults, g_ptr_array_unref);
  g_clear_pointer (&batch->files, g_ptr_array_unref);
  g_free (batch);
}

static void
load_free (Load *load)
{
  g_ptr_array_unref (load->paths);
  g_ptr_array_unref (load->found);
  g_ptr_array_unref (load->reports);
  batch_free (load->batch);
  g_free (load);
}

static void
delivery_free (Delivery *delivery)
{
  batch_free (delivery->batch);
  g_object_unref (delivery->source_object);
  g_free (delivery);
}

static gboolean
deliver_cb (gpointer user_data)
{
  Delivery *delivery = user_data;

  delivery->batch_func (delivery->source_object, delivery->batch);

  return G_SOURCE_REMOVE;
}

static void
hand_over (GTask *task)
{
  Load *load = g_task_get_task_data (task);
  g_autoptr (GSource) source = g_idle_source_new ();
  Delivery *delivery = g_new (Delivery, 1);

  delivery->source_object = g_object_ref (g_task_get_source_object (task));
  delivery->batch_func = load->batch_func;
  delivery->batch = load->batch;

  load->batch = batch_new ();
  load->handed_over = g_get_monotonic_time ();

  /* The task returns with the same priority, and so behind all batches. */
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, deliver_cb, delivery, (GDestroyNotify) delivery_free);
  g_source_set_static_name (source, "[tlsrpt] deliver_cb");
  g_source_attach (source, g_task_get_context (task));
}

static gboolean
found_cb (const char        *path,
          TlsrptReportFault *fault,
          gpointer           user_data)
{
  Load *load = user_data;

  if (fault != NULL)
    {
      g_ptr_array_add (load->batch->faults, fault);
    }
  else if (load->found->len == TLSRPT_LIMIT_REPORT_FILES)
    {
      load->is_too_many = TRUE;
      return FALSE;
    }
  else
    {
      g_ptr_array_add (load->found, g_strdup (path));
    }

  return TRUE;
}

static void
tell_too_many (Load       *load,
               const char *path)
{
  g_autofree char *file = g_filename_display_name (path);
  GError *error = NULL;

  tlsrpt_error_set (&error, TLSRPT_ERROR_TOO_MANY, TLSRPT_ERROR_FINAL, NULL,
                    /* Translators: %'d is a number of files */
                    ngettext ("Only the first %'d file was read",
                              "Only the first %'d files were read",
                              TLSRPT_LIMIT_REPORT_FILES),
                    TLSRPT_LIMIT_REPORT_FILES);
  g_ptr_array_add (load->batch->faults, tlsrpt_report_fault_new (file, error));
}

static void
find_files (Load         *load,
            GCancellable *cancellable)
{
  for (guint i = 0; i < load->paths->len && !load->is_too_many; i++)
    {
      const char *path = g_ptr_array_index (load->paths, i);

      tlsrpt_report_walk (path, cancellable, found_cb, load);
      if (load->is_too_many)
        tell_too_many (load, path);
    }
}

/* The reports of a file, and whatever faults came with them. */
static void
add_file (Load       *load,
          const char *path)
{
  TlsrptReportBatchFile *file = g_new0 (TlsrptReportBatchFile, 1);

  file->path = g_strdup (path);
  file->reports = g_steal_pointer (&load->reports);
  file->faults = g_steal_pointer (&load->batch->faults);
  g_ptr_array_add (load->batch->files, file);

  load->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  load->batch->faults =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);
}

static void
add_reports (Load     *load,
             gpointer  source_object)
{
  for (guint i = 0; i < load->reports->len; i++)
    {
      TlsrptReport *report = g_ptr_array_index (load->reports, i);

      if (load->is_new_func (source_object, report))
        g_ptr_array_add (load->batch->reports, tlsrpt_report_ref (report));
      else
        load->batch->n_duplicates++;
    }
  g_ptr_array_set_size (load->reports, 0);
}

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Load *load = task_data;
  g_autofree char *program = tlsrpt_report_child_find_program ();
  g_autoptr (TlsrptReportChildren) children =
    tlsrpt_report_children_new (program, TLSRPT_LIMIT_READER_SECONDS, 0);
  guint n_added = 0;

  find_files (load, cancellable);
  load->batch->n_files = load->found->len;
  hand_over (task);

  for (guint i = 0; i < load->found->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      while (n_added < load->found->len && !tlsrpt_report_children_is_busy (children))
        tlsrpt_report_children_add_file (children, g_ptr_array_index (load->found, n_added++));

      if (!tlsrpt_report_children_next (children, cancellable, load->reports, load->batch->faults))
        break;

      if (load->is_new_func != NULL)
        add_reports (load, source_object);
      else
        add_file (load, g_ptr_array_index (load->found, i));
      load->batch->n_files_read++;

      /* The first result is awaited most. */
      if (i == 0 || g_get_monotonic_time () - load->handed_over >= BATCH_TIME)
        hand_over (task);
    }

  load->batch->is_last = TRUE;
  hand_over (task);
  g_task_return_boolean (task, TRUE);
}

/* A file that has no path cannot be read. */
static void
tell_remote (Load  *load,
             GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GError *error = NULL;

  tlsrpt_error_set (&error, TLSRPT_ERROR_FILE, TLSRPT_ERROR_FINAL, NULL,
                    _("The file is not on this computer"));
  g_ptr_array_add (load->batch->faults, tlsrpt_report_fault_new (uri, error));
}

/**
 * tlsrpt_report_load:
 * @task: a task; it returns `TRUE`, unless it is cancelled
 * @files: (array length=n_files): files and folders
 * @n_files: how many
 * @is_new_func: (nullable): tells new reports from others
 * @batch_func: takes what was read
 *
 * Reads files, and the files in folders, in a thread.  All batches come before the
 * task returns, the last one even if it is cancelled.
 */
void
tlsrpt_report_load (GTask                  *task,
                    GFile                 **files,
                    gsize                   n_files,
                    TlsrptReportIsNewFunc   is_new_func,
                    TlsrptReportBatchFunc   batch_func)
{
  Load *load = g_new0 (Load, 1);

  load->is_new_func = is_new_func;
  load->batch_func = batch_func;
  load->paths = g_ptr_array_new_with_free_func (g_free);
  load->found = g_ptr_array_new_with_free_func (g_free);
  load->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  load->batch = batch_new ();
  g_task_set_task_data (task, load, (GDestroyNotify) load_free);

  for (gsize i = 0; i < n_files; i++)
    {
      char *path = g_file_get_path (files[i]);

      if (path != NULL)
        g_ptr_array_add (load->paths, path);
      else
        tell_remote (load, files[i]);
    }

  g_task_run_in_thread (task, load_thread);
}
