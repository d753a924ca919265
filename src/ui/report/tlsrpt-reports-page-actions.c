/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-reports-page-private.h"

#include "tlsrpt-choose-file.h"
#include "tlsrpt-report-remarks-page.h"
#include "tlsrpt-report-save.h"
#include "tlsrpt-stack.h"
#include "tlsrpt-toast.h"

#include <glib/gi18n.h>

static TlsrptReportSummary *
get_summary (TlsrptReportsPage *self)
{
  return tlsrpt_reports_view_get_diagnosis (self->view)->summary;
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
    tlsrpt_reports_page_watch_folder (self, path);
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

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

  if (self->pushed->len > 0)
    g_ptr_array_set_size (self->pushed, (int) self->pushed->len - 1);
  tlsrpt_reports_page_show_page (self);
  tlsrpt_stack_take_focus (self->stack);
}

static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

  tlsrpt_report_keeper_cancel (self->keeper);
  tlsrpt_reports_page_stop_loading (self);
  tlsrpt_reports_page_show_page (self);
}

static void
close_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);
  g_autoptr (TlsrptReportCollection) collection = tlsrpt_report_collection_new ();

  tlsrpt_reports_page_stop_loading (self);
  tlsrpt_reports_page_stop_counting (self);
  tlsrpt_reports_page_stop_judging (self);
  tlsrpt_reports_page_leave_folder (self);
  tlsrpt_reports_page_set_collection (self, collection);
  g_ptr_array_set_size (self->pushed, 0);
  tlsrpt_reports_view_reset (self->view);
  tlsrpt_reports_page_show_collection (self);
  tlsrpt_reports_page_show_folder (self);
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
    tlsrpt_reports_page_watch_folder (self, path);
}

static void
leave_folder_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

  tlsrpt_reports_page_leave_folder (self);
  tlsrpt_reports_page_show_folder (self);
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
  tlsrpt_choose_files_async (widget, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                             _("Open Folder of Reports"), folder_chosen_cb, NULL);
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

  /* The key for it asks no questions. */
  if (tlsrpt_reports_page_has_summary (self))
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
  tlsrpt_reports_page_show_page (self);

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

  if (tlsrpt_reports_page_has_summary (self))
    export_csv_action (widget, action_name, parameter);
}

static void
show_remarks_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

  tlsrpt_reports_page_push (self, tlsrpt_report_remarks_page_new (self->collection));
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

void
tlsrpt_reports_page_update_actions (TlsrptReportsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_reports = tlsrpt_reports_page_has_summary (self);
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

void
tlsrpt_reports_page_install_actions (GtkWidgetClass *widget_class)
{
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
