/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-reports-page.h"

#include "tlsrpt-choose-file.h"
#include "tlsrpt-display.h"
#include "tlsrpt-notice.h"
#include "tlsrpt-pill-button.h"
#include "tlsrpt-report-collection.h"
#include "tlsrpt-report-failure-page.h"
#include "tlsrpt-report-folder-bar.h"
#include "tlsrpt-report-keeper.h"
#include "tlsrpt-report-problem-page.h"
#include "tlsrpt-report-progress.h"
#include "tlsrpt-report-readiness-page.h"
#include "tlsrpt-report-remarks-page.h"
#include "tlsrpt-report-save.h"
#include "tlsrpt-reports-view.h"
#include "tlsrpt-stack.h"
#include "tlsrpt-toast.h"

#include <glib/gi18n.h>

/* After so many microseconds, people look elsewhere, so a notification tells them when it
 * ends. */
#define LONG_TIME (3 * G_TIME_SPAN_SECOND)

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

G_DEFINE_FINAL_TYPE (TlsrptReportsPage, tlsrpt_reports_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_N_NEW,
  PROP_STATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void update_actions (TlsrptReportsPage *self);

/* Removes left pages once the transition has hidden them. */
static void
drop_old_pages (TlsrptReportsPage *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack));

  if (gtk_stack_get_transition_running (self->stack))
    return;

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);
      const char *name = gtk_stack_page_get_name (gtk_stack_get_page (self->stack, child));

      if (name == NULL && !g_ptr_array_find (self->pushed, child, NULL))
        gtk_stack_remove (self->stack, child);

      child = next;
    }
}

static gboolean
has_summary (TlsrptReportsPage *self)
{
  return tlsrpt_report_collection_get_reports (self->collection)->len > 0 &&
         tlsrpt_reports_view_get_diagnosis (self->view) != NULL;
}

static TlsrptReportSummary *
get_summary (TlsrptReportsPage *self)
{
  return tlsrpt_reports_view_get_diagnosis (self->view)->summary;
}

static const char *
get_page_name (TlsrptReportsPage *self)
{
  if (tlsrpt_report_collection_get_reports (self->collection)->len > 0)
    return "content";

  /* A report may still come. */
  if (tlsrpt_report_collection_get_faults (self->collection)->len > 0 && self->loading == NULL)
    return "unreadable";

  return "empty";
}

static void
show_page (TlsrptReportsPage *self)
{
  GtkWidget *page;

  if (self->pushed->len > 0)
    page = g_ptr_array_index (self->pushed, self->pushed->len - 1);
  else
    page = gtk_stack_get_child_by_name (self->stack, get_page_name (self));

  /* While pages change, so that the button for the way back can have the focus. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.back", TRUE);
  tlsrpt_stack_show (self->stack, page);

  drop_old_pages (self);
  update_actions (self);
}

static void
push (TlsrptReportsPage *self,
      GtkWidget         *page)
{
  gtk_stack_add_child (self->stack, page);
  g_ptr_array_add (self->pushed, page);
  show_page (self);
  tlsrpt_stack_take_focus (self->stack);
}

static void
update_actions (TlsrptReportsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_reports = has_summary (self);
  gboolean can_keep = tlsrpt_report_keeper_get_state (self->keeper) != NULL;
  gboolean is_kept = tlsrpt_report_keeper_get_path (self->keeper) != NULL;

  gtk_widget_action_set_enabled (widget, "reports.back", self->pushed->len > 0);
  gtk_widget_action_set_enabled (widget, "reports.cancel", self->loading != NULL);
  gtk_widget_action_set_enabled (widget, "reports.export-csv", has_reports);
  gtk_widget_action_set_enabled (widget, "reports.export-json", has_reports);
  gtk_widget_action_set_enabled (widget, "reports.keep-folder", can_keep);
  gtk_widget_action_set_enabled (widget, "reports.print", has_reports);
  gtk_widget_action_set_enabled (widget, "reports.save-html", has_reports);
  gtk_widget_action_set_enabled (widget, "reports.save-markdown", has_reports);
  gtk_widget_action_set_enabled (widget, "reports.save-pdf", has_reports);
  gtk_widget_action_set_enabled (widget, "reports.stop-watching", is_kept);
  gtk_widget_action_set_enabled (widget, "reports.watch-folder", can_keep);
}

/* Whether the problems are before somebody's eyes. */
static gboolean
is_seen (TlsrptReportsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return gtk_widget_get_mapped (GTK_WIDGET (self)) && GTK_IS_WINDOW (root) &&
         gtk_window_is_active (GTK_WINDOW (root));
}

/* Whether the program is in front, whatever it shows. */
static gboolean
is_in_front (TlsrptReportsPage *self)
{
  GApplication *application = g_application_get_default ();
  GtkWindow *window = application != NULL
                        ? gtk_application_get_active_window (GTK_APPLICATION (application))
                        : NULL;

  return window != NULL && gtk_window_is_active (window);
}

static void
tell_news (TlsrptReportsPage *self)
{
  guint n_unseen;

  if (is_seen (self))
    tlsrpt_report_keeper_see_all (self->keeper);

  n_unseen = tlsrpt_report_keeper_get_n_unseen (self->keeper);
  if (n_unseen > self->n_told && !is_in_front (self))
    {
      g_autofree char *n = tlsrpt_display_count (n_unseen);
      g_autofree char *text = NULL;

      /* Translators: of a notification about reports; %s is a number */
      text = g_strdup_printf (ngettext ("%s new problem to fix", "%s new problems to fix",
                                        n_unseen), n);
      tlsrpt_notice_send (GTK_WIDGET (self), &(TlsrptNoticeParts) {
        .id = "reports",
        .title = _("New Reports"),
        .text = text,
        .action = "app.show-reports",
      });
    }

  self->n_told = n_unseen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_NEW]);
}

/* The folder may have changed while nobody looked, where the file system does not tell. */
static void
looked_at_cb (TlsrptReportsPage *self)
{
  if (!is_seen (self))
    return;

  tell_news (self);
  tlsrpt_report_keeper_look (self->keeper);
}

static void
send_notice (TlsrptReportsPage *self)
{
  g_autofree char *headline = NULL;

  if (has_summary (self))
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

static void count (TlsrptReportsPage *self);

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
  update_actions (self);
  tell_news (self);

  if (self->is_outdated)
    {
      count (self);
    }
  else if (self->is_notice_due)
    {
      self->is_notice_due = FALSE;
      send_notice (self);
    }
}

/* One summary at a time, so that they arrive in order and none is wasted. */
static void
count (TlsrptReportsPage *self)
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
  tell_news (self);
}

static void
stop_judging (TlsrptReportsPage *self)
{
  g_cancellable_cancel (self->judging);
  g_clear_object (&self->judging);
}

/* What a filter leaves out of the view can be new as well. */
static void
judge_all (TlsrptReportsPage *self)
{
  g_autoptr (GPtrArray) reports = NULL;

  stop_judging (self);
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

static void
collection_changed_cb (TlsrptReportsPage *self)
{
  show_progress (self);
  tlsrpt_reports_view_set_files (self->view,
                                 tlsrpt_report_collection_get_n_faulty_files (self->collection),
                                 get_n_unread_files (self),
                                 tlsrpt_report_collection_get_n_others (self->collection),
                                 tlsrpt_report_collection_get_n_duplicates (self->collection));
  show_page (self);
  count (self);
}

static void
start_loading (TlsrptReportsPage *self)
{
  if (self->loading == NULL)
    self->loading = g_cancellable_new ();

  tlsrpt_report_progress_start (self->progress);
  show_progress (self);
}

static void
stop_loading (TlsrptReportsPage *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->n_loads = 0;
  self->loading_since = 0;
  self->is_notice_due = FALSE;
  tlsrpt_report_progress_stop (self->progress);
}

static void
end_loading (TlsrptReportsPage *self)
{
  gboolean is_long;

  if (self->loading == NULL || self->n_loads > 0 || tlsrpt_report_keeper_is_reading (self->keeper))
    return;

  /* Nobody has asked for what is read of the folder that is kept. */
  is_long = self->loading_since > 0 &&
            g_get_monotonic_time () - self->loading_since >= LONG_TIME;
  stop_loading (self);
  self->is_notice_due = is_long;
  collection_changed_cb (self);
  judge_all (self);
}

static void
keeper_reading_cb (TlsrptReportsPage *self)
{
  if (tlsrpt_report_keeper_is_reading (self->keeper))
    {
      start_loading (self);
      show_page (self);
    }
  else
    {
      end_loading (self);
    }
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
  end_loading (self);
}

static void
set_collection (TlsrptReportsPage      *self,
                TlsrptReportCollection *collection)
{
  if (self->collection != NULL)
    g_signal_handlers_disconnect_by_func (self->collection, collection_changed_cb, self);

  g_set_object (&self->collection, collection);

  if (collection != NULL)
    g_signal_connect_swapped (collection, "changed", G_CALLBACK (collection_changed_cb), self);
  tlsrpt_report_keeper_set_collection (self->keeper, collection);
}

static char *
dup_folder_name (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  return tlsrpt_display_isolate (name, -1);
}

static void
show_empty_page (TlsrptReportsPage *self,
                 const char        *path)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  gtk_widget_set_visible (self->watch_button, path == NULL);
  if (path == NULL)
    {
      adw_status_page_set_title (self->empty_page, _("No Reports Open"));
      adw_status_page_set_description (self->empty_page,
                                       _("Open or drop report files, email messages, or folders. "
                                         "They never leave this computer."));
      return;
    }

  name = dup_folder_name (path);
  /* Translators: %s is the name of a folder */
  text = g_strdup_printf (_("Reports appear here as they arrive in “%s”."), name);
  markup = g_markup_escape_text (text, -1);
  adw_status_page_set_title (self->empty_page, _("No Reports Yet"));
  adw_status_page_set_description (self->empty_page, markup);
}

static void
show_folder (TlsrptReportsPage *self)
{
  const char *path = tlsrpt_report_keeper_get_path (self->keeper);
  const GError *error = tlsrpt_report_keeper_get_error (self->keeper);
  guint n_left_out = tlsrpt_report_keeper_get_n_left_out (self->keeper);

  if (error != NULL)
    tlsrpt_report_folder_bar_show_error (self->folder_bar, path, error);
  else if (n_left_out > 0)
    tlsrpt_report_folder_bar_show_left_out (self->folder_bar, n_left_out);
  else if (path == NULL && self->opened_folder != NULL)
    tlsrpt_report_folder_bar_offer (self->folder_bar);
  else
    tlsrpt_report_folder_bar_hide (self->folder_bar);

  tlsrpt_reports_view_set_folder (self->view, path);
  show_empty_page (self, path);
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_NEW]);
}

static void
stop_counting (TlsrptReportsPage *self)
{
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->is_outdated = FALSE;
}

static void
failure_activated_cb (TlsrptReportsPage        *self,
                      const TlsrptReportDetail *detail)
{
  push (self, tlsrpt_report_failure_page_new (detail));
}

static void
problem_activated_cb (TlsrptReportsPage           *self,
                      const TlsrptEvidenceProblem *problem,
                      TlsrptDiagnosis             *diagnosis)
{
  GtkWidget *page = tlsrpt_report_problem_page_new (diagnosis, problem);

  tlsrpt_report_keeper_open_problem (self->keeper, problem);
  g_signal_connect_object (page, "failure-activated", G_CALLBACK (failure_activated_cb), self,
                           G_CONNECT_SWAPPED);
  push (self, page);
}

static void
readiness_activated_cb (TlsrptReportsPage     *self,
                        const TlsrptReadiness *answer,
                        TlsrptDiagnosis       *diagnosis)
{
  GtkWidget *page = tlsrpt_report_readiness_page_new (diagnosis, answer);

  g_signal_connect_object (page, "problem-activated", G_CALLBACK (problem_activated_cb), self,
                           G_CONNECT_SWAPPED);
  push (self, page);
}

static void
leave_opened_folder (TlsrptReportsPage *self)
{
  g_clear_pointer (&self->opened_folder, g_free);
  self->is_only_folder = FALSE;
}

static void
watch (TlsrptReportsPage *self,
       const char        *path)
{
  g_autofree char *name = dup_folder_name (path);
  g_autofree char *text = NULL;

  /* Its reports come again, from it. */
  if (self->is_only_folder && g_strcmp0 (path, self->opened_folder) == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "reports.close", NULL);

  leave_opened_folder (self);
  tlsrpt_state_set_folder (tlsrpt_report_keeper_get_state (self->keeper), path);

  /* Translators: %s is the name of a folder */
  text = g_strdup_printf (_("“%s” is read at each start, and watched"), name);
  tlsrpt_toast_show (GTK_WIDGET (self), tlsrpt_toast_new (text));
}

static void
folder_to_watch_chosen_cb (GObject      *source,
                           GAsyncResult *result,
                           gpointer      user_data)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (source);
  g_autoptr (GListModel) chosen = tlsrpt_choose_files_finish (GTK_WIDGET (self), result);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (chosen == NULL || g_list_model_get_n_items (chosen) == 0)
    return;

  file = g_list_model_get_item (chosen, 0);
  path = g_file_get_path (file);
  if (path != NULL)
    watch (self, path);
  else
    tlsrpt_toast_show (GTK_WIDGET (self),
                       tlsrpt_toast_new (_("The folder is not on this computer")));
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (source);
  g_autoptr (GListModel) chosen = tlsrpt_choose_files_finish (GTK_WIDGET (self), result);
  g_autoptr (GFile) file = NULL;

  if (chosen == NULL || g_list_model_get_n_items (chosen) == 0)
    return;

  file = g_list_model_get_item (chosen, 0);
  tlsrpt_reports_page_open_folder (self, file);
}

static void
files_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (source);
  g_autoptr (GListModel) chosen = tlsrpt_choose_files_finish (GTK_WIDGET (self), result);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (chosen == NULL)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));

  tlsrpt_reports_page_open (self, (GFile **) files->pdata, files->len);
}

static gboolean
dropped_cb (TlsrptReportsPage *self,
            const GValue      *value)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *l = list; l != NULL; l = l->next)
    g_ptr_array_add (files, l->data);

  tlsrpt_reports_page_open (self, (GFile **) files->pdata, files->len);

  return TRUE;
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

  if (self->pushed->len > 0)
    g_ptr_array_set_size (self->pushed, (int) self->pushed->len - 1);
  show_page (self);
  tlsrpt_stack_take_focus (self->stack);
}

static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

  tlsrpt_report_keeper_cancel (self->keeper);
  stop_loading (self);
  show_page (self);
}

static void
close_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);
  g_autoptr (TlsrptReportCollection) collection = tlsrpt_report_collection_new ();

  stop_loading (self);
  stop_counting (self);
  stop_judging (self);
  leave_opened_folder (self);
  set_collection (self, collection);
  g_ptr_array_set_size (self->pushed, 0);
  tlsrpt_reports_view_reset (self->view);
  collection_changed_cb (self);
  show_folder (self);
}

static void
export_csv_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

  tlsrpt_report_save_csv (widget, tlsrpt_reports_view_get_table (self->view),
                          get_summary (self));
}

static void
export_json_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

  tlsrpt_report_save_json (widget, self->collection, get_summary (self));
}

static void
keep_folder_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);
  g_autofree char *path = g_strdup (self->opened_folder);

  if (path != NULL)
    watch (self, path);
}

static void
leave_folder_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

  leave_opened_folder (self);
  show_folder (self);
}

static void
look_again_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  tlsrpt_report_keeper_look (TLSRPT_REPORTS_PAGE (widget)->keeper);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tlsrpt_choose_files_async (widget, GTK_FILE_CHOOSER_ACTION_OPEN, _("Open Reports"),
                             files_chosen_cb, NULL);
}

static void
open_folder_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  tlsrpt_choose_files_async (widget, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("Open Folder of Reports"),
                             folder_chosen_cb, NULL);
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

  /* The key for it asks no questions. */
  if (has_summary (self))
    tlsrpt_report_save_print (widget, self->collection, get_summary (self)->filter);
}

static void
save_html_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

  tlsrpt_report_save_html (widget, self->collection, get_summary (self)->filter);
}

static void
save_markdown_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

  tlsrpt_report_save_markdown (widget, self->collection, get_summary (self)->filter);
}

static void
save_pdf_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

  tlsrpt_report_save_pdf (widget, self->collection, get_summary (self)->filter);
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

  g_ptr_array_set_size (self->pushed, 0);
  show_page (self);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    tlsrpt_reports_view_search (self->view);
}

/* What the key of each page saves. */
static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

  if (has_summary (self))
    export_csv_action (widget, action_name, parameter);
}

static void
show_remarks_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

  push (self, tlsrpt_report_remarks_page_new (self->collection));
}

static void
stop_watching_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  tlsrpt_report_keeper_stop (TLSRPT_REPORTS_PAGE (widget)->keeper);
}

static void
watch_folder_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  tlsrpt_choose_files_async (widget, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                             _("Watch a Folder of Reports"), folder_to_watch_chosen_cb, NULL);
}

static void
tlsrpt_reports_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tlsrpt_reports_page_parent_class)->map (widget);

  looked_at_cb (TLSRPT_REPORTS_PAGE (widget));
}

static void
tlsrpt_reports_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tlsrpt_reports_page_parent_class)->root (widget);

  if (GTK_IS_WINDOW (gtk_widget_get_root (widget)))
    g_signal_connect_object (gtk_widget_get_root (widget), "notify::is-active",
                             G_CALLBACK (looked_at_cb), widget, G_CONNECT_SWAPPED);
}

static void
tlsrpt_reports_page_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), looked_at_cb, widget);

  GTK_WIDGET_CLASS (tlsrpt_reports_page_parent_class)->unroot (widget);
}

static void
tlsrpt_reports_page_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (object);

  switch (property_id)
    {
    case PROP_N_NEW:
      g_value_set_uint (value, tlsrpt_report_keeper_get_n_unseen (self->keeper));
      break;

    case PROP_STATE:
      g_value_set_object (value, tlsrpt_report_keeper_get_state (self->keeper));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_reports_page_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (object);

  switch (property_id)
    {
    case PROP_STATE:
      tlsrpt_report_keeper_set_state (self->keeper, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_reports_page_dispose (GObject *object)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (object);

  if (self->stack != NULL)
    {
      stop_loading (self);
      stop_counting (self);
      stop_judging (self);
    }

  if (self->keeper != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->keeper, self);
      set_collection (self, NULL);
      tlsrpt_report_keeper_set_state (self->keeper, NULL);
      g_clear_object (&self->keeper);
    }

  /* First, since the template takes the child away without telling the bin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_REPORTS_PAGE);

  G_OBJECT_CLASS (tlsrpt_reports_page_parent_class)->dispose (object);
}

static void
tlsrpt_reports_page_finalize (GObject *object)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (object);

  g_ptr_array_unref (self->pushed);
  g_free (self->opened_folder);

  G_OBJECT_CLASS (tlsrpt_reports_page_parent_class)->finalize (object);
}

static void
tlsrpt_reports_page_class_init (TlsrptReportsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_reports_page_dispose;
  object_class->finalize = tlsrpt_reports_page_finalize;
  object_class->get_property = tlsrpt_reports_page_get_property;
  object_class->set_property = tlsrpt_reports_page_set_property;

  widget_class->map = tlsrpt_reports_page_map;
  widget_class->root = tlsrpt_reports_page_root;
  widget_class->unroot = tlsrpt_reports_page_unroot;

  /**
   * TlsrptReportsPage:n-new:
   *
   * How many new problems of the folder that is kept nobody has seen.
   */
  properties[PROP_N_NEW] =
    g_param_spec_uint ("n-new", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptReportsPage:state:
   *
   * What is kept.  If it has a folder, that is read, and watched.
   */
  properties[PROP_STATE] =
    g_param_spec_object ("state", NULL, NULL, TLSRPT_TYPE_STATE,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TLSRPT_TYPE_PILL_BUTTON);
  g_type_ensure (TLSRPT_TYPE_REPORT_FOLDER_BAR);
  g_type_ensure (TLSRPT_TYPE_REPORT_PROGRESS);
  g_type_ensure (TLSRPT_TYPE_REPORTS_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsPage, folder_bar);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsPage, progress);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsPage, view);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsPage, watch_button);
  gtk_widget_class_bind_template_callback (widget_class, count);
  gtk_widget_class_bind_template_callback (widget_class, drop_old_pages);
  gtk_widget_class_bind_template_callback (widget_class, failure_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, problem_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, readiness_activated_cb);

  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "reports.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "reports.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "reports.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "reports.export-csv", NULL, export_csv_action);
  gtk_widget_class_install_action (widget_class, "reports.export-json", NULL, export_json_action);
  gtk_widget_class_install_action (widget_class, "reports.keep-folder", NULL, keep_folder_action);
  gtk_widget_class_install_action (widget_class, "reports.leave-folder", NULL,
                                   leave_folder_action);
  gtk_widget_class_install_action (widget_class, "reports.look-again", NULL, look_again_action);
  gtk_widget_class_install_action (widget_class, "reports.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "reports.open-folder", NULL, open_folder_action);
  gtk_widget_class_install_action (widget_class, "reports.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "reports.save-html", NULL, save_html_action);
  gtk_widget_class_install_action (widget_class, "reports.save-markdown", NULL,
                                   save_markdown_action);
  gtk_widget_class_install_action (widget_class, "reports.save-pdf", NULL, save_pdf_action);
  gtk_widget_class_install_action (widget_class, "reports.show-remarks", NULL,
                                   show_remarks_action);
  gtk_widget_class_install_action (widget_class, "reports.stop-watching", NULL,
                                   stop_watching_action);
  gtk_widget_class_install_action (widget_class, "reports.watch-folder", NULL,
                                   watch_folder_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "reports.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK,
                                       "reports.back", NULL);
}

static void
tlsrpt_reports_page_init (TlsrptReportsPage *self)
{
  g_autoptr (TlsrptReportCollection) collection = tlsrpt_report_collection_new ();
  GtkDropTarget *drop_target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->pushed = g_ptr_array_new ();
  self->keeper = tlsrpt_report_keeper_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tlsrpt_reports_view_set_keeper (self->view, self->keeper);
  g_signal_connect_swapped (self->keeper, "changed", G_CALLBACK (show_folder), self);
  g_signal_connect_swapped (self->keeper, "reading", G_CALLBACK (keeper_reading_cb), self);

  g_signal_connect_swapped (drop_target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop_target));

  set_collection (self, collection);
  update_actions (self);
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

  leave_opened_folder (self);
  show_folder (self);
  start_loading (self);
  if (self->loading_since == 0)
    self->loading_since = g_get_monotonic_time ();

  g_ptr_array_set_size (self->pushed, 0);
  tlsrpt_reports_view_show_all (self->view);
  tlsrpt_report_collection_load_async (self->collection, files, n_files, self->loading,
                                       loaded_cb, self);
  self->n_loads++;
  show_progress (self);
  show_page (self);
}

/**
 * tlsrpt_reports_page_show_domain:
 * @self: a reports page
 * @domain: a policy domain
 *
 * Shows what the reports that are open say about @domain alone.
 */
void
tlsrpt_reports_page_show_domain (TlsrptReportsPage *self,
                                 const char        *domain)
{
  g_return_if_fail (TLSRPT_IS_REPORTS_PAGE (self));
  g_return_if_fail (domain != NULL);

  g_ptr_array_set_size (self->pushed, 0);
  tlsrpt_reports_view_show_domain (self->view, domain);
  show_page (self);
  tlsrpt_stack_take_focus (self->stack);
}

/**
 * tlsrpt_reports_page_open_folder:
 * @self: a reports page
 * @folder: a folder
 *
 * Reads the reports in a folder, and offers to keep it.
 */
void
tlsrpt_reports_page_open_folder (TlsrptReportsPage *self,
                                 GFile             *folder)
{
  gboolean is_only_folder;

  g_return_if_fail (TLSRPT_IS_REPORTS_PAGE (self));
  g_return_if_fail (G_IS_FILE (folder));

  is_only_folder = tlsrpt_report_collection_get_reports (self->collection)->len == 0 &&
                   tlsrpt_report_collection_get_faults (self->collection)->len == 0 &&
                   self->loading == NULL;
  tlsrpt_reports_page_open (self, &folder, 1);

  if (tlsrpt_report_keeper_get_state (self->keeper) == NULL)
    return;

  self->opened_folder = g_file_get_path (folder);
  self->is_only_folder = is_only_folder;
  show_folder (self);
}
