/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-reports-page-private.h"

#include "tlsrpt-pill-button.h"
#include "tlsrpt-report-failure-page.h"
#include "tlsrpt-report-problem-page.h"
#include "tlsrpt-report-readiness-page.h"
#include "tlsrpt-stack.h"

G_DEFINE_FINAL_TYPE (TlsrptReportsPage, tlsrpt_reports_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_N_NEW,
  PROP_STATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

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

gboolean
tlsrpt_reports_page_has_summary (TlsrptReportsPage *self)
{
  return tlsrpt_report_collection_get_reports (self->collection)->len > 0 &&
         tlsrpt_reports_view_get_diagnosis (self->view) != NULL;
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

void
tlsrpt_reports_page_show_page (TlsrptReportsPage *self)
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
  tlsrpt_reports_page_update_actions (self);
}

void
tlsrpt_reports_page_push (TlsrptReportsPage *self,
                          GtkWidget         *page)
{
  gtk_stack_add_child (self->stack, page);
  g_ptr_array_add (self->pushed, page);
  tlsrpt_reports_page_show_page (self);
  tlsrpt_stack_take_focus (self->stack);
}

static void
keeper_reading_cb (TlsrptReportsPage *self)
{
  if (tlsrpt_report_keeper_is_reading (self->keeper))
    {
      tlsrpt_reports_page_start_loading (self);
      tlsrpt_reports_page_show_page (self);
    }
  else
    {
      tlsrpt_reports_page_end_loading (self);
    }
}

static void
failure_activated_cb (TlsrptReportsPage        *self,
                      const TlsrptReportDetail *detail)
{
  tlsrpt_reports_page_push (self, tlsrpt_report_failure_page_new (detail));
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
  tlsrpt_reports_page_push (self, page);
}

static void
readiness_activated_cb (TlsrptReportsPage     *self,
                        const TlsrptReadiness *answer,
                        TlsrptDiagnosis       *diagnosis)
{
  GtkWidget *page = tlsrpt_report_readiness_page_new (diagnosis, answer);

  g_signal_connect_object (page, "problem-activated", G_CALLBACK (problem_activated_cb), self,
                           G_CONNECT_SWAPPED);
  tlsrpt_reports_page_push (self, page);
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
tlsrpt_reports_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tlsrpt_reports_page_parent_class)->map (widget);

  tlsrpt_reports_page_look (TLSRPT_REPORTS_PAGE (widget));
}

static void
tlsrpt_reports_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tlsrpt_reports_page_parent_class)->root (widget);

  if (GTK_IS_WINDOW (gtk_widget_get_root (widget)))
    g_signal_connect_object (gtk_widget_get_root (widget), "notify::is-active",
                             G_CALLBACK (tlsrpt_reports_page_look), widget, G_CONNECT_SWAPPED);
}

static void
tlsrpt_reports_page_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), tlsrpt_reports_page_look,
                                        widget);

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
      tlsrpt_reports_page_stop_loading (self);
      tlsrpt_reports_page_stop_counting (self);
      tlsrpt_reports_page_stop_judging (self);
    }

  if (self->keeper != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->keeper, self);
      tlsrpt_reports_page_set_collection (self, NULL);
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
  gtk_widget_class_bind_template_callback (widget_class, tlsrpt_reports_page_count);
  gtk_widget_class_bind_template_callback (widget_class, drop_old_pages);
  gtk_widget_class_bind_template_callback (widget_class, failure_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, problem_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, readiness_activated_cb);

  tlsrpt_reports_page_install_actions (widget_class);
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
  g_signal_connect_swapped (self->keeper, "changed",
                            G_CALLBACK (tlsrpt_reports_page_show_folder), self);
  g_signal_connect_swapped (self->keeper, "reading", G_CALLBACK (keeper_reading_cb), self);

  g_signal_connect_swapped (drop_target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop_target));

  tlsrpt_reports_page_set_collection (self, collection);
  tlsrpt_reports_page_update_actions (self);
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
  tlsrpt_reports_page_show_page (self);
  tlsrpt_stack_take_focus (self->stack);
}

/**
 * tlsrpt_reports_page_forget:
 * @self: a reports page
 *
 * Closes what was opened of a report: the folder that it may come from is forgotten.
 */
void
tlsrpt_reports_page_forget (TlsrptReportsPage *self)
{
  g_return_if_fail (TLSRPT_IS_REPORTS_PAGE (self));

  g_ptr_array_set_size (self->pushed, 0);
  tlsrpt_reports_page_show_page (self);
}
