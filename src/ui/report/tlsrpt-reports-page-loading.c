/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-reports-page-private.h"

/* After so many microseconds, people look elsewhere, so a notification tells them when it
 * ends. */
#define LONG_TIME (3 * G_TIME_SPAN_SECOND)

static void
show_progress (TlsrptReportsPage *self)
{
  tlsrpt_report_progress_set_files (self->progress,
                                    tlsrpt_report_collection_get_n_files_read (self->collection),
                                    tlsrpt_report_collection_get_n_files (self->collection));
}

/* What is still read will be. */
static guint
get_n_unread_files (TlsrptReportsPage *self)
{
  if (self->loading != NULL)
    return 0;

  return tlsrpt_report_collection_get_n_files (self->collection) -
         tlsrpt_report_collection_get_n_files_read (self->collection);
}

void
tlsrpt_reports_page_show_collection (TlsrptReportsPage *self)
{
  show_progress (self);
  tlsrpt_reports_view_set_files (self->view,
                                 tlsrpt_report_collection_get_n_faulty_files (self->collection),
                                 get_n_unread_files (self),
                                 tlsrpt_report_collection_get_n_others (self->collection),
                                 tlsrpt_report_collection_get_n_duplicates (self->collection));
  tlsrpt_reports_page_show_page (self);
  tlsrpt_reports_page_count (self);
}

void
tlsrpt_reports_page_start_loading (TlsrptReportsPage *self)
{
  if (self->loading == NULL)
    self->loading = g_cancellable_new ();

  tlsrpt_report_progress_start (self->progress);
  show_progress (self);
}

void
tlsrpt_reports_page_stop_loading (TlsrptReportsPage *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->n_loads = 0;
  self->loading_since = 0;
  self->is_notice_due = FALSE;
  tlsrpt_report_progress_stop (self->progress);
}

void
tlsrpt_reports_page_end_loading (TlsrptReportsPage *self)
{
  gboolean is_long;

  if (self->loading == NULL || self->n_loads > 0 || tlsrpt_report_keeper_is_reading (self->keeper))
    return;

  /* Nobody has asked for what is read of the folder that is kept. */
  is_long = self->loading_since > 0 &&
            g_get_monotonic_time () - self->loading_since >= LONG_TIME;
  tlsrpt_reports_page_stop_loading (self);
  self->is_notice_due = is_long;
  tlsrpt_reports_page_show_collection (self);
  tlsrpt_reports_page_judge_all (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  TlsrptReportsPage *self = user_data;

  /* If it was canceled, the page may be gone. */
  if (!tlsrpt_report_collection_load_finish (TLSRPT_REPORT_COLLECTION (source), result, NULL))
    return;

  self->n_loads--;
  tlsrpt_reports_page_end_loading (self);
}

void
tlsrpt_reports_page_set_collection (TlsrptReportsPage      *self,
                                    TlsrptReportCollection *collection)
{
  if (self->collection != NULL)
    g_signal_handlers_disconnect_by_func (self->collection, tlsrpt_reports_page_show_collection,
                                          self);

  g_set_object (&self->collection, collection);

  if (collection != NULL)
    g_signal_connect_swapped (collection, "changed",
                              G_CALLBACK (tlsrpt_reports_page_show_collection), self);
  tlsrpt_report_keeper_set_collection (self->keeper, collection);
}

/**
 * tlsrpt_reports_page_is_busy:
 * @self: a reports page
 *
 * Tells whether what is shown may still change by itself.
 *
 * Returns: `TRUE` while reports are read or counted
 */
gboolean
tlsrpt_reports_page_is_busy (TlsrptReportsPage *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORTS_PAGE (self), FALSE);

  return self->loading != NULL || self->counting != NULL || self->judging != NULL ||
         tlsrpt_report_keeper_is_busy (self->keeper);
}

/**
 * tlsrpt_reports_page_open:
 * @self: a reports page
 * @files: (array length=n_files): files and folders
 * @n_files: how many there are
 *
 * Reads reports, and shows them with those that are open.
 */
void
tlsrpt_reports_page_open (TlsrptReportsPage  *self,
                          GFile             **files,
                          gsize               n_files)
{
  g_return_if_fail (TLSRPT_IS_REPORTS_PAGE (self));

  if (n_files == 0)
    return;

  tlsrpt_reports_page_leave_folder (self);
  tlsrpt_reports_page_show_folder (self);
  tlsrpt_reports_page_start_loading (self);
  if (self->loading_since == 0)
    self->loading_since = g_get_monotonic_time ();

  g_ptr_array_set_size (self->pushed, 0);
  tlsrpt_reports_view_show_all (self->view);
  tlsrpt_report_collection_load_async (self->collection, files, n_files, self->loading,
                                       loaded_cb, self);
  self->n_loads++;
  show_progress (self);
  tlsrpt_reports_page_show_page (self);
}
