/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-diagnosis.h"

#include "tlsrpt-readiness.h"
#include "tlsrpt-report-tally.h"

typedef struct
{
  TlsrptDiagnosis  public;
  gatomicrefcount  ref_count;
  GPtrArray       *reports;
} Real;

G_DEFINE_BOXED_TYPE (TlsrptDiagnosis, tlsrpt_diagnosis, tlsrpt_diagnosis_ref,
                     tlsrpt_diagnosis_unref)

TlsrptDiagnosis *
tlsrpt_diagnosis_ref (TlsrptDiagnosis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&((Real *) self)->ref_count);

  return self;
}

void
tlsrpt_diagnosis_unref (TlsrptDiagnosis *self)
{
  Real *real = (Real *) self;

  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&real->ref_count))
    return;

  /* What it says refers to the evidence. */
  g_ptr_array_unref (self->readiness);
  tlsrpt_evidence_set_free (self->evidence);
  tlsrpt_report_summary_unref (self->summary);
  g_ptr_array_unref (real->reports);
  g_free (real);
}

static gpointer
ref_report (gconstpointer report,
            gpointer      user_data)
{
  return tlsrpt_report_ref ((TlsrptReport *) report);
}

/**
 * tlsrpt_diagnosis_new:
 * @reports: (element-type TlsrptReport): reports
 * @filter: what is wanted of them
 * @now: seconds since 1970, for what is to be published
 * @cancellable: (nullable): to stop early
 *
 * Finds out what reports say.  It takes its time, so it is meant for a thread.
 *
 * Returns: (transfer full): what they say, or a part of it if it was stopped
 */
TlsrptDiagnosis *
tlsrpt_diagnosis_new (const GPtrArray          *reports,
                      const TlsrptReportFilter *filter,
                      gint64                    now,
                      GCancellable             *cancellable)
{
  Real *real = g_new0 (Real, 1);
  TlsrptDiagnosis *self = &real->public;

  g_atomic_ref_count_init (&real->ref_count);
  real->reports = g_ptr_array_copy ((GPtrArray *) reports, ref_report, NULL);
  g_ptr_array_set_free_func (real->reports, (GDestroyNotify) tlsrpt_report_unref);

  self->now = now;
  self->summary = tlsrpt_report_summarise (reports, filter, cancellable);
  self->evidence = tlsrpt_evidence_set_new ();
  for (guint i = 0; i < reports->len && !g_cancellable_is_cancelled (cancellable); i++)
    tlsrpt_evidence_set_add (self->evidence, g_ptr_array_index (reports, i), filter);
  tlsrpt_evidence_set_end (self->evidence, self->summary);
  self->readiness = tlsrpt_readiness_find (self->evidence, TLSRPT_READINESS_DAYS, now);

  return self;
}

/* What a thread is to look at. */
typedef struct
{
  GPtrArray          *reports;
  TlsrptReportFilter *filter;
  gint64              now;
} Question;

static void
question_free (Question *question)
{
  g_ptr_array_unref (question->reports);
  tlsrpt_report_filter_free (question->filter);
  g_free (question);
}

static void
ask (GPtrArray                *reports,
     const TlsrptReportFilter *filter,
     gint64                    now,
     gpointer                  tag,
     GTaskThreadFunc           thread,
     GCancellable             *cancellable,
     GAsyncReadyCallback       callback,
     gpointer                  user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->reports = g_ptr_array_ref (reports);
  question->filter = tlsrpt_report_filter_copy (filter);
  question->now = now;
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, thread);
}

static void
make_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Question *question = task_data;

  g_task_return_pointer (task,
                         tlsrpt_diagnosis_new (question->reports, question->filter, question->now,
                                               cancellable),
                         (GDestroyNotify) tlsrpt_diagnosis_unref);
}

/**
 * tlsrpt_diagnosis_make_async:
 * @reports: (element-type TlsrptReport): reports; the array must not change any more
 * @filter: what is wanted of them
 * @now: seconds since 1970, for what is to be published
 * @cancellable: (nullable): to stop
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * Finds out in another thread what reports say.
 */
void
tlsrpt_diagnosis_make_async (GPtrArray                *reports,
                             const TlsrptReportFilter *filter,
                             gint64                    now,
                             GCancellable             *cancellable,
                             GAsyncReadyCallback       callback,
                             gpointer                  user_data)
{
  g_return_if_fail (reports != NULL);
  g_return_if_fail (filter != NULL);

  ask (reports, filter, now, tlsrpt_diagnosis_make_async, make_thread,
       cancellable, callback, user_data);
}

/**
 * tlsrpt_diagnosis_make_finish:
 * @result: what the callback got
 * @error: set if it was cancelled
 *
 * Gets what the reports say.
 *
 * Returns: (transfer full) (nullable): that, or `NULL` if it was cancelled
 */
TlsrptDiagnosis *
tlsrpt_diagnosis_make_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tlsrpt_diagnosis_make_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
count_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  const Question *question = task_data;

  g_task_return_pointer (task,
                         tlsrpt_report_summarise (question->reports, question->filter, cancellable),
                         (GDestroyNotify) tlsrpt_report_summary_unref);
}

/**
 * tlsrpt_diagnosis_count_problem_async:
 * @self: what reports say
 * @problem: a problem of it
 * @cancellable: (nullable): to stop
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * Counts in another thread what the same reports say about one problem: by day, by
 * sender, and each failure.
 */
void
tlsrpt_diagnosis_count_problem_async (TlsrptDiagnosis             *self,
                                      const TlsrptEvidenceProblem *problem,
                                      GCancellable                *cancellable,
                                      GAsyncReadyCallback          callback,
                                      gpointer                     user_data)
{
  TlsrptReportFilter filter;

  g_return_if_fail (self != NULL);
  g_return_if_fail (problem != NULL);

  filter = tlsrpt_evidence_problem_get_filter (problem, self->summary->filter);
  ask (((Real *) self)->reports, &filter, self->now, tlsrpt_diagnosis_count_problem_async,
       count_thread, cancellable, callback, user_data);
}

/**
 * tlsrpt_diagnosis_count_problem_finish:
 * @result: what the callback got
 * @error: set if it was cancelled
 *
 * Gets the numbers of a problem.
 *
 * Returns: (transfer full) (nullable): the numbers, or `NULL` if it was cancelled
 */
TlsrptReportSummary *
tlsrpt_diagnosis_count_problem_finish (GAsyncResult  *result,
                                       GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tlsrpt_diagnosis_count_problem_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
