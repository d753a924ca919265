/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-collection.h"
#include "tlsrpt-report-folder-bar.h"
#include "tlsrpt-report-keeper.h"
#include "tlsrpt-report-progress.h"
#include "tlsrpt-reports-page.h"
#include "tlsrpt-reports-view.h"

G_BEGIN_DECLS

/* What the page's files share: tlsrpt-reports-page.c has the pages and shows one,
 * tlsrpt-reports-page-loading.c reads, tlsrpt-reports-page-counting.c makes out of that what
 * the view shows, tlsrpt-reports-page-folder.c has the folder that is kept and tells what is
 * new in it, and tlsrpt-reports-page-actions.c has the actions. */

/**
 * TlsrptReportsPage:
 *
 * Opens reports, and shows what they say; or how to open some, or why that did not
 * work.
 */
struct _TlsrptReportsPage
{
  AdwBin                  parent_instance;

  TlsrptReportCollection *collection;

  /* What has the folder that is kept, and the one that was opened and could be; whether
   * nothing else was opened. */
  TlsrptReportKeeper     *keeper;
  char                   *opened_folder;
  gboolean                is_only_folder;

  /* What is looked at for new problems, if the view leaves out some. */
  GCancellable           *judging;

  /* How many new problems somebody was told of who looks elsewhere. */
  guint                   n_told;

  /* What is read now, if something is, since when, and how many calls that takes. */
  GCancellable           *loading;
  gint64                  loading_since;
  guint                   n_loads;

  /* What is counted now, and whether the result is out of date by then. */
  GCancellable           *counting;
  gboolean                is_outdated;

  /* Whether to tell that it took long, when it is counted. */
  gboolean                is_notice_due;

  /* Pages over the view, the one that is shown last. */
  GPtrArray              *pushed;

  /* Template widgets */
  AdwStatusPage          *empty_page;
  TlsrptReportFolderBar  *folder_bar;
  TlsrptReportProgress   *progress;
  GtkStack               *stack;
  TlsrptReportsView      *view;
  GtkWidget              *watch_button;
};

gboolean tlsrpt_reports_page_has_summary     (TlsrptReportsPage      *self);
void     tlsrpt_reports_page_show_page       (TlsrptReportsPage      *self);
void     tlsrpt_reports_page_push            (TlsrptReportsPage      *self,
                                              GtkWidget              *page);

void     tlsrpt_reports_page_start_loading   (TlsrptReportsPage      *self);
void     tlsrpt_reports_page_stop_loading    (TlsrptReportsPage      *self);
void     tlsrpt_reports_page_end_loading     (TlsrptReportsPage      *self);
void     tlsrpt_reports_page_set_collection  (TlsrptReportsPage      *self,
                                              TlsrptReportCollection *collection);
void     tlsrpt_reports_page_show_collection (TlsrptReportsPage      *self);

void     tlsrpt_reports_page_count           (TlsrptReportsPage      *self);
void     tlsrpt_reports_page_stop_counting   (TlsrptReportsPage      *self);
void     tlsrpt_reports_page_judge_all       (TlsrptReportsPage      *self);
void     tlsrpt_reports_page_stop_judging    (TlsrptReportsPage      *self);

void     tlsrpt_reports_page_show_folder     (TlsrptReportsPage      *self);
void     tlsrpt_reports_page_watch_folder    (TlsrptReportsPage      *self,
                                              const char             *path);
void     tlsrpt_reports_page_leave_folder    (TlsrptReportsPage      *self);
void     tlsrpt_reports_page_look            (TlsrptReportsPage      *self);
void     tlsrpt_reports_page_tell_news       (TlsrptReportsPage      *self);

void     tlsrpt_reports_page_install_actions (GtkWidgetClass         *widget_class);
void     tlsrpt_reports_page_update_actions  (TlsrptReportsPage      *self);

G_END_DECLS
