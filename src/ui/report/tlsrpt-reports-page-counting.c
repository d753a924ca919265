/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-reports-page-private.h"

#include "tlsrpt-notice.h"

#include <glib/gi18n.h>

static void
send_notice (TlsrptReportsPage *self)
{
  g_autofree char *headline = NULL;

  if (tlsrpt_reports_page_has_summary (self))
    {
      const TlsrptDiagnosis *diagnosis = tlsrpt_reports_view_get_diagnosis (self->view);

      headline = tlsrpt_report_summary_dup_headline (
        diagnosis->summary, tlsrpt_evidence_set_count_resolved (diagnosis->evidence));
    }

  tlsrpt_notice_send (GTK_WIDGET (self), &(TlsrptNoticeParts) {
    .id = "reports",
    .title = _("Reports Loaded"),
    .text = headline != NULL ? headline : _("No Reports Found"),
    .action = "app.show-reports",
  });
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlsrptDiagnosis) diagnosis = tlsrpt_diagnosis_make_finish (result, NULL);
  TlsrptReportsPage *self = user_data;

  /* Canceled: the page may be gone. */
  if (diagnosis == NULL)
    return;

  g_clear_object (&self->counting);
  if (!self->is_outdated &&
      tlsrpt_report_filter_equal (diagnosis->summary->filter, &TLSRPT_REPORT_FILTER_ALL))
    tlsrpt_report_keeper_judge (self->keeper, diagnosis);
  tlsrpt_reports_view_set_diagnosis (self->view, diagnosis);
  tlsrpt_reports_page_update_actions (self);
  tlsrpt_reports_page_tell_news (self);

  if (self->is_outdated)
    {
      tlsrpt_reports_page_count (self);
    }
  else if (self->is_notice_due)
    {
      self->is_notice_due = FALSE;
      send_notice (self);
    }
}

/* One summary at a time, so that they arrive in order and none is wasted. */
void
tlsrpt_reports_page_count (TlsrptReportsPage *self)
{
  g_autoptr (GPtrArray) reports = NULL;

  self->is_outdated = self->counting != NULL;
  if (self->is_outdated)
    return;

  self->counting = g_cancellable_new ();
  reports = tlsrpt_report_collection_dup_reports (self->collection);
  tlsrpt_diagnosis_make_async (reports, tlsrpt_reports_view_get_filter (self->view),
                               g_get_real_time () / G_USEC_PER_SEC,
                               self->counting, counted_cb, self);
}

void
tlsrpt_reports_page_stop_counting (TlsrptReportsPage *self)
{
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->is_outdated = FALSE;
}

static void
judged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlsrptDiagnosis) diagnosis = tlsrpt_diagnosis_make_finish (result, NULL);
  TlsrptReportsPage *self = user_data;

  /* Canceled: the page may be gone. */
  if (diagnosis == NULL)
    return;

  g_clear_object (&self->judging);
  tlsrpt_report_keeper_judge (self->keeper, diagnosis);
  tlsrpt_reports_page_tell_news (self);
}

void
tlsrpt_reports_page_stop_judging (TlsrptReportsPage *self)
{
  g_cancellable_cancel (self->judging);
  g_clear_object (&self->judging);
}

/* What a filter leaves out of the view can be new as well. */
void
tlsrpt_reports_page_judge_all (TlsrptReportsPage *self)
{
  g_autoptr (GPtrArray) reports = NULL;

  tlsrpt_reports_page_stop_judging (self);
  if (tlsrpt_report_keeper_get_path (self->keeper) == NULL ||
      tlsrpt_report_filter_equal (tlsrpt_reports_view_get_filter (self->view),
                                  &TLSRPT_REPORT_FILTER_ALL))
    return;

  self->judging = g_cancellable_new ();
  reports = tlsrpt_report_collection_dup_reports (self->collection);
  tlsrpt_diagnosis_make_async (reports, &TLSRPT_REPORT_FILTER_ALL,
                               g_get_real_time () / G_USEC_PER_SEC,
                               self->judging, judged_cb, self);
}
