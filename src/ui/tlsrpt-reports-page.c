/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-reports-page.h"

#include "tlsrpt-report-collection.h"
#include "tlsrpt-report-columns.h"
#include "tlsrpt-report-failure-page.h"
#include "tlsrpt-report-filter-button.h"
#include "tlsrpt-report-overview.h"
#include "tlsrpt-report-remarks-page.h"
#include "tlsrpt-report-save.h"
#include "tlsrpt-report-text.h"

#include <glib/gi18n.h>

/* What takes less time than this needs no progress. */
#define PROGRESS_DELAY_MS 400

/**
 * TlsrptReportsPage:
 *
 * The view of reports: opens files, and shows what they say as an overview and as
 * tables, as far as the filter wants it.
 */
struct _TlsrptReportsPage
{
  AdwBin                    parent_instance;

  TlsrptReportCollection   *collection;
  TlsrptReportSummary      *summary;
  GtkFileChooserNative     *chooser;

  /* What is read now, if something is, and how many calls that takes. */
  GCancellable             *loading;
  guint                     n_loads;
  guint                     progress_timeout;

  /* What is counted now, whether the result is out of date by then. */
  GCancellable             *counting;
  gboolean                  is_outdated;

  /* A page over the content, if one is shown. */
  GtkWidget                *pushed;

  /* Template widgets */
  TlsrptTable              *domains_table;
  TlsrptTable              *failures_table;
  TlsrptReportFilterButton *filter_button;
  GtkLabel                 *filter_label;
  GtkRevealer              *filter_revealer;
  TlsrptTable              *organizations_table;
  TlsrptReportOverview     *overview;
  GtkProgressBar           *progress_bar;
  GtkLabel                 *progress_label;
  GtkRevealer              *progress_revealer;
  GtkLabel                 *remarks_label;
  GtkRevealer              *remarks_revealer;
  GtkSearchEntry           *search_entry;
  GtkStack                 *stack;
  GtkStack                 *view_stack;
};

G_DEFINE_FINAL_TYPE (TlsrptReportsPage, tlsrpt_reports_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_VIEW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void update_actions (TlsrptReportsPage *self);

static const char *
get_view (TlsrptReportsPage *self)
{
  return gtk_stack_get_visible_child_name (self->view_stack);
}

static void
set_view (TlsrptReportsPage *self,
          const char        *view)
{
  if (g_strcmp0 (view, get_view (self)) == 0)
    return;

  gtk_stack_set_visible_child_name (self->view_stack, view);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/* The table that is seen, or for the overview the one that it is made of. */
static TlsrptTable *
get_table (TlsrptReportsPage *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->view_stack);

  return TLSRPT_IS_TABLE (child) ? TLSRPT_TABLE (child) : self->failures_table;
}

/* Pages that were left go when they are no longer seen. */
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

      if (name == NULL && child != self->pushed)
        gtk_stack_remove (self->stack, child);

      child = next;
    }
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
  if (self->pushed != NULL)
    gtk_stack_set_visible_child (self->stack, self->pushed);
  else
    gtk_stack_set_visible_child_name (self->stack, get_page_name (self));

  drop_old_pages (self);
  update_actions (self);
}

static void
push (TlsrptReportsPage *self,
      GtkWidget         *page)
{
  gtk_stack_add_child (self->stack, page);
  self->pushed = page;
  show_page (self);
  gtk_widget_grab_focus (page);
}

static void
update_actions (TlsrptReportsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_reports = self->summary != NULL;

  gtk_widget_action_set_enabled (widget, "reports.back", self->pushed != NULL);
  gtk_widget_action_set_enabled (widget, "reports.cancel", self->loading != NULL);
  gtk_widget_action_set_enabled (widget, "reports.export-csv", has_reports);
  gtk_widget_action_set_enabled (widget, "reports.export-json", has_reports);
  gtk_widget_action_set_enabled (widget, "reports.print", has_reports);
  gtk_widget_action_set_enabled (widget, "reports.save-pdf", has_reports);
}

static void
set_rows (TlsrptTable         *table,
          TlsrptReportSummary *summary,
          TlsrptReportGroup    group)
{
  g_autoptr (TlsrptRows) rows = NULL;

  rows = tlsrpt_rows_new (TLSRPT_TYPE_REPORT_SUMMARY, summary,
                          summary->rows[group], sizeof (TlsrptReportRow),
                          summary->n_rows[group]);
  tlsrpt_table_set_rows (table, rows);
}

static void
show_summary (TlsrptReportsPage   *self,
              TlsrptReportSummary *summary)
{
  g_autoptr (TlsrptRows) details = NULL;

  g_clear_pointer (&self->summary, tlsrpt_report_summary_unref);
  self->summary = tlsrpt_report_summary_ref (summary);

  details = tlsrpt_rows_new (TLSRPT_TYPE_REPORT_SUMMARY, summary,
                             summary->details, sizeof (TlsrptReportDetail),
                             summary->n_details);
  tlsrpt_table_set_rows (self->failures_table, details);
  set_rows (self->domains_table, summary, TLSRPT_REPORT_GROUP_DOMAIN);
  set_rows (self->organizations_table, summary, TLSRPT_REPORT_GROUP_ORGANIZATION);
  tlsrpt_report_overview_set_summary (self->overview, summary);
  tlsrpt_report_filter_button_set_summary (self->filter_button, summary);
  update_actions (self);
}

static void count (TlsrptReportsPage *self);

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlsrptReportSummary) summary = NULL;
  TlsrptReportsPage *self = user_data;

  summary = tlsrpt_report_collection_summarise_finish (TLSRPT_REPORT_COLLECTION (source),
                                                       result, NULL);

  /* Cancelled: the page may be gone. */
  if (summary == NULL)
    return;

  g_clear_object (&self->counting);
  show_summary (self, summary);

  if (self->is_outdated)
    count (self);
}

/* One at a time, so that they come in order and none is for nothing. */
static void
count (TlsrptReportsPage *self)
{
  self->is_outdated = self->counting != NULL;
  if (self->is_outdated)
    return;

  self->counting = g_cancellable_new ();
  tlsrpt_report_collection_summarise_async (
    self->collection, tlsrpt_report_filter_button_get_filter (self->filter_button),
    self->counting, counted_cb, self);
}

static void
show_remarks_strip (TlsrptReportsPage *self)
{
  guint n_faults = tlsrpt_report_collection_get_faults (self->collection)->len;
  guint n_duplicates = tlsrpt_report_collection_get_n_duplicates (self->collection);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  if (n_faults > 0)
    {
      g_autofree char *n = tlsrpt_report_count_dup_text (n_faults);

      g_ptr_array_add (sentences,
                       /* Translators: %s is a number */
                       g_strdup_printf (ngettext ("%s file could not be read.",
                                                  "%s files could not be read.", n_faults), n));
    }

  if (n_duplicates > 0)
    {
      g_autofree char *n = tlsrpt_report_count_dup_text (n_duplicates);

      g_ptr_array_add (sentences,
                       /* Translators: %s is a number */
                       g_strdup_printf (ngettext ("%s report came more than once and counts once.",
                                                  "%s reports came more than once and count once.",
                                                  n_duplicates), n));
    }

  g_ptr_array_add (sentences, NULL);
  text = g_strjoinv (" ", (char **) sentences->pdata);
  if (*text != '\0')
    gtk_label_set_label (self->remarks_label, text);

  gtk_revealer_set_reveal_child (self->remarks_revealer, *text != '\0');
}

static void
show_progress (TlsrptReportsPage *self)
{
  guint n_files = tlsrpt_report_collection_get_n_files (self->collection);
  guint n_read = tlsrpt_report_collection_get_n_files_read (self->collection);
  g_autofree char *n_files_text = tlsrpt_report_count_dup_text (n_files);
  g_autofree char *n_read_text = tlsrpt_report_count_dup_text (n_read);
  g_autofree char *text = NULL;

  if (n_files == 0)
    {
      gtk_label_set_label (self->progress_label, _("Looking for files…"));
      gtk_progress_bar_pulse (self->progress_bar);
      return;
    }

  /* Translators: how far reading has come; %s are numbers */
  text = g_strdup_printf (ngettext ("%s of %s file", "%s of %s files", n_files),
                          n_read_text, n_files_text);
  gtk_label_set_label (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar, (double) MIN (n_read, n_files) / n_files);
}

static void
collection_changed_cb (TlsrptReportsPage *self)
{
  show_progress (self);
  show_remarks_strip (self);
  show_page (self);
  count (self);
}

static void
progress_due_cb (gpointer user_data)
{
  TlsrptReportsPage *self = user_data;

  self->progress_timeout = 0;
  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
}

static void
stop_loading (TlsrptReportsPage *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->n_loads = 0;
  g_clear_handle_id (&self->progress_timeout, g_source_remove);
  gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  TlsrptReportsPage *self = user_data;

  /* If it was cancelled, the page may be gone. */
  if (!tlsrpt_report_collection_load_finish (TLSRPT_REPORT_COLLECTION (source), result, NULL))
    return;

  if (--self->n_loads > 0)
    return;

  stop_loading (self);
  collection_changed_cb (self);
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
}

static void
stop_counting (TlsrptReportsPage *self)
{
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->is_outdated = FALSE;
}

static void
filter_changed_cb (TlsrptReportsPage *self)
{
  g_autofree char *text = tlsrpt_report_filter_button_dup_text (self->filter_button);

  if (text != NULL)
    gtk_label_set_label (self->filter_label, text);

  gtk_revealer_set_reveal_child (self->filter_revealer, text != NULL);
  count (self);
}

static void
search_changed_cb (TlsrptReportsPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  tlsrpt_table_set_search (self->domains_table, text);
  tlsrpt_table_set_search (self->failures_table, text);
  tlsrpt_table_set_search (self->organizations_table, text);

  /* Nothing is found in pictures. */
  if (*text != '\0' && g_strcmp0 (get_view (self), "overview") == 0)
    set_view (self, "failures");
}

static void
search_stopped_cb (TlsrptReportsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
domain_activated_cb (TlsrptReportsPage *self,
                     TlsrptRow         *row)
{
  const TlsrptReportRow *domain = tlsrpt_row_get_data (row);

  tlsrpt_report_filter_button_set_domain (self->filter_button, domain->key);
  set_view (self, "overview");
}

static void
organization_activated_cb (TlsrptReportsPage *self,
                           TlsrptRow         *row)
{
  const TlsrptReportRow *organization = tlsrpt_row_get_data (row);

  tlsrpt_report_filter_button_set_organization (self->filter_button, organization->key);
  set_view (self, "overview");
}

static void
failure_activated_cb (TlsrptReportsPage *self,
                      TlsrptRow         *row)
{
  push (self, tlsrpt_report_failure_page_new (tlsrpt_row_get_data (row)));
}

static void
files_chosen_cb (TlsrptReportsPage *self,
                 int                response)
{
  g_autoptr (GListModel) chosen = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (self->chooser));
      for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
        g_ptr_array_add (files, g_list_model_get_item (chosen, i));

      tlsrpt_reports_page_open (self, (GFile **) files->pdata, files->len);
    }

  g_clear_object (&self->chooser);
}

static void
choose_files (TlsrptReportsPage    *self,
              GtkFileChooserAction  action,
              const char           *title)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, window, action, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (files_chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
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

  self->pushed = NULL;
  show_page (self);
}

static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

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
  set_collection (self, collection);
  g_clear_pointer (&self->summary, tlsrpt_report_summary_unref);
  tlsrpt_report_filter_button_reset (self->filter_button);
  self->pushed = NULL;
  set_view (self, "overview");
  show_page (self);
}

static void
export_csv_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

  tlsrpt_report_save_csv (widget, get_table (self));
}

static void
export_json_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

  tlsrpt_report_save_json (widget, self->collection, self->summary);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  choose_files (TLSRPT_REPORTS_PAGE (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _("Open Reports"));
}

static void
open_folder_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  choose_files (TLSRPT_REPORTS_PAGE (widget), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                _("Open Folder of Reports"));
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

  /* The key for it asks no questions. */
  if (self->summary != NULL)
    tlsrpt_report_save_print (widget, self->summary);
}

static void
save_pdf_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  tlsrpt_report_save_pdf (widget, TLSRPT_REPORTS_PAGE (widget)->summary);
}

static void
show_all_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  tlsrpt_report_filter_button_reset (TLSRPT_REPORTS_PAGE (widget)->filter_button);
}

static void
show_days_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  gint64 first, last;

  g_variant_get (parameter, "(xx)", &first, &last);
  tlsrpt_report_filter_button_set_days (TLSRPT_REPORTS_PAGE (widget)->filter_button, first, last);
}

static void
show_mx_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

  tlsrpt_report_filter_button_set_mx_host (self->filter_button,
                                           g_variant_get_string (parameter, NULL));
  set_view (self, "failures");
}

static void
show_organization_action (GtkWidget  *widget,
                          const char *action_name,
                          GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

  tlsrpt_report_filter_button_set_organization (self->filter_button,
                                                g_variant_get_string (parameter, NULL));
  set_view (self, "failures");
}

/* The first failure that tells of it stands for all of them. */
static void
show_problem_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);
  guint position = g_variant_get_uint32 (parameter);
  const TlsrptReportDetail *detail;

  g_return_if_fail (self->summary != NULL && position < self->summary->n_problems);

  detail = tlsrpt_report_summary_find_detail (self->summary, &self->summary->problems[position]);
  if (detail != NULL)
    push (self, tlsrpt_report_failure_page_new (detail));
  else
    set_view (self, "failures");
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
show_type_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TlsrptReportsPage *self = TLSRPT_REPORTS_PAGE (widget);

  tlsrpt_report_filter_button_set_result_type (self->filter_button,
                                               g_variant_get_string (parameter, NULL));
  set_view (self, "failures");
}

static void
tlsrpt_reports_page_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_VIEW:
      g_value_set_string (value, get_view (TLSRPT_REPORTS_PAGE (object)));
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
  switch (property_id)
    {
    case PROP_VIEW:
      set_view (TLSRPT_REPORTS_PAGE (object), g_value_get_string (value));
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
    }

  set_collection (self, NULL);
  g_clear_pointer (&self->summary, tlsrpt_report_summary_unref);
  g_clear_object (&self->chooser);
  /* First, since the template takes the child away without telling the bin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_REPORTS_PAGE);

  G_OBJECT_CLASS (tlsrpt_reports_page_parent_class)->dispose (object);
}

static void
tlsrpt_reports_page_class_init (TlsrptReportsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_reports_page_dispose;
  object_class->get_property = tlsrpt_reports_page_get_property;
  object_class->set_property = tlsrpt_reports_page_set_property;

  g_type_ensure (TLSRPT_TYPE_REPORT_FILTER_BUTTON);
  g_type_ensure (TLSRPT_TYPE_REPORT_OVERVIEW);
  g_type_ensure (TLSRPT_TYPE_TABLE);

  /**
   * TlsrptReportsPage:view:
   *
   * Which view is shown: “overview”, “organizations”, “domains” or “failures”.
   */
  properties[PROP_VIEW] =
    g_param_spec_string ("view", NULL, NULL, "overview",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsPage, domains_table);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsPage, failures_table);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsPage, filter_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsPage, filter_revealer);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsPage, organizations_table);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsPage, overview);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsPage, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsPage, remarks_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsPage, remarks_revealer);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsPage, view_stack);
  gtk_widget_class_bind_template_callback (widget_class, domain_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_old_pages);
  gtk_widget_class_bind_template_callback (widget_class, failure_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, organization_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);

  gtk_widget_class_install_action (widget_class, "reports.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "reports.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "reports.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "reports.export-csv", NULL, export_csv_action);
  gtk_widget_class_install_action (widget_class, "reports.export-json", NULL, export_json_action);
  gtk_widget_class_install_action (widget_class, "reports.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "reports.open-folder", NULL, open_folder_action);
  gtk_widget_class_install_action (widget_class, "reports.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "reports.save-pdf", NULL, save_pdf_action);
  gtk_widget_class_install_action (widget_class, "reports.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "reports.show-days", "(xx)", show_days_action);
  gtk_widget_class_install_action (widget_class, "reports.show-mx", "s", show_mx_action);
  gtk_widget_class_install_action (widget_class, "reports.show-organization", "s",
                                   show_organization_action);
  gtk_widget_class_install_action (widget_class, "reports.show-problem", "u",
                                   show_problem_action);
  gtk_widget_class_install_action (widget_class, "reports.show-remarks", NULL,
                                   show_remarks_action);
  gtk_widget_class_install_action (widget_class, "reports.show-type", "s", show_type_action);
  gtk_widget_class_install_property_action (widget_class, "reports.view", "view");

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "reports.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK,
                                       "reports.back", NULL);
}

static void
tlsrpt_reports_page_init (TlsrptReportsPage *self)
{
  g_autoptr (TlsrptReportCollection) collection = tlsrpt_report_collection_new ();
  GtkDropTarget *drop_target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));

  tlsrpt_report_columns_set_up_domains (self->domains_table);
  tlsrpt_report_columns_set_up_failures (self->failures_table);
  tlsrpt_report_columns_set_up_organizations (self->organizations_table);

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

  return self->loading != NULL || self->counting != NULL;
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

  if (self->loading == NULL)
    self->loading = g_cancellable_new ();

  if (self->progress_timeout == 0)
    self->progress_timeout = g_timeout_add_once (PROGRESS_DELAY_MS, progress_due_cb, self);

  self->pushed = NULL;
  tlsrpt_report_filter_button_reset (self->filter_button);
  tlsrpt_report_collection_load_async (self->collection, files, n_files, self->loading,
                                       loaded_cb, self);
  self->n_loads++;
  show_progress (self);
  show_page (self);
}

/**
 * tlsrpt_reports_page_search:
 * @self: a reports page
 *
 * Lets the user search in the tables.
 */
void
tlsrpt_reports_page_search (TlsrptReportsPage *self)
{
  g_return_if_fail (TLSRPT_IS_REPORTS_PAGE (self));

  self->pushed = NULL;
  show_page (self);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->search_entry)))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
