/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-reports-view-private.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-paste-limit.h"
#include "tlsrpt-report-columns.h"
#include "tlsrpt-report-text.h"
#include "tlsrpt-stack.h"
#include "tlsrpt-tile-layout.h"
#include "tlsrpt-wrap-layout.h"

G_DEFINE_FINAL_TYPE (TlsrptReportsView, tlsrpt_reports_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_VIEW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  FAILURE_ACTIVATED,
  FILTER_CHANGED,
  PROBLEM_ACTIVATED,
  READINESS_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

const char *
tlsrpt_reports_view_get_view (TlsrptReportsView *self)
{
  return gtk_stack_get_visible_child_name (self->view_stack);
}

/* To a screen reader they are tabs, which are selected, not pressed. */
static void
update_tabs (TlsrptReportsView *self)
{
  GtkToggleButton *const tabs[] = {
    self->overview_tab, self->organizations_tab, self->domains_tab, self->failures_tab,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tabs); i++)
    gtk_accessible_update_state (GTK_ACCESSIBLE (tabs[i]),
                                 GTK_ACCESSIBLE_STATE_SELECTED,
                                 gtk_toggle_button_get_active (tabs[i]),
                                 -1);
}

static void
set_view (TlsrptReportsView *self,
          const char        *view)
{
  if (g_strcmp0 (view, tlsrpt_reports_view_get_view (self)) == 0)
    return;

  tlsrpt_stack_show (self->view_stack, gtk_stack_get_child_by_name (self->view_stack, view));
  tlsrpt_reports_view_update_controls (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static void
filter_changed_cb (TlsrptReportsView *self)
{
  g_autofree char *text = tlsrpt_report_filter_dup_text (tlsrpt_reports_view_get_filter (self));

  if (text != NULL)
    gtk_label_set_label (self->filter_label, text);

  gtk_revealer_set_reveal_child (self->filter_revealer, text != NULL);
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

static void
search_changed_cb (TlsrptReportsView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  tlsrpt_table_set_search (self->domains_table, text);
  tlsrpt_table_set_search (self->failures_table, text);
  tlsrpt_table_set_search (self->organizations_table, text);
}

static void
search_stopped_cb (TlsrptReportsView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

/* Shows what @filter wants in a view. */
void
tlsrpt_reports_view_narrow (TlsrptReportsView        *self,
                            const TlsrptReportFilter *filter,
                            const char               *view)
{
  tlsrpt_report_filter_button_set_filter (self->filter_button, filter);
  set_view (self, view);
}

static void
domain_activated_cb (TlsrptReportsView *self,
                     TlsrptRow         *row)
{
  TlsrptReportFilter filter = *tlsrpt_reports_view_get_filter (self);

  filter.domain = ((const TlsrptReportRow *) tlsrpt_row_get_data (row))->key;
  tlsrpt_reports_view_narrow (self, &filter, "overview");
}

static void
organization_activated_cb (TlsrptReportsView *self,
                           TlsrptRow         *row)
{
  TlsrptReportFilter filter = *tlsrpt_reports_view_get_filter (self);

  filter.organization = ((const TlsrptReportRow *) tlsrpt_row_get_data (row))->key;
  tlsrpt_reports_view_narrow (self, &filter, "overview");
}

static void
failure_activated_cb (TlsrptReportsView *self,
                      TlsrptRow         *row)
{
  g_signal_emit (self, signals[FAILURE_ACTIVATED], 0, tlsrpt_row_get_data (row));
}

static void
tlsrpt_reports_view_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_VIEW:
      g_value_set_string (value, tlsrpt_reports_view_get_view (TLSRPT_REPORTS_VIEW (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_reports_view_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_VIEW:
      set_view (TLSRPT_REPORTS_VIEW (object), g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_reports_view_dispose (GObject *object)
{
  TlsrptReportsView *self = TLSRPT_REPORTS_VIEW (object);

  g_clear_pointer (&self->diagnosis, tlsrpt_diagnosis_unref);
  g_clear_object (&self->keeper);
  /* First, since the template takes the child away without telling the bin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_REPORTS_VIEW);

  G_OBJECT_CLASS (tlsrpt_reports_view_parent_class)->dispose (object);
}

static void
tlsrpt_reports_view_class_init (TlsrptReportsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_reports_view_dispose;
  object_class->get_property = tlsrpt_reports_view_get_property;
  object_class->set_property = tlsrpt_reports_view_set_property;

  g_type_ensure (TLSRPT_TYPE_REPORT_FILTER_BUTTON);
  g_type_ensure (TLSRPT_TYPE_REPORT_OVERVIEW);
  g_type_ensure (TLSRPT_TYPE_TABLE);
  g_type_ensure (TLSRPT_TYPE_TILE_LAYOUT);
  g_type_ensure (TLSRPT_TYPE_WRAP_LAYOUT);

  /**
   * TlsrptReportsView:view:
   *
   * What is shown: “overview”, “organizations”, “domains” or “failures”.
   */
  properties[PROP_VIEW] =
    g_param_spec_string ("view", NULL, NULL, "overview",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TlsrptReportsView::failure-activated:
   * @self: a view
   * @detail: a failure of the summary
   *
   * Somebody wants to know more about a failure.
   */
  signals[FAILURE_ACTIVATED] =
    g_signal_new ("failure-activated", TLSRPT_TYPE_REPORTS_VIEW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * TlsrptReportsView::filter-changed:
   * @self: a view
   *
   * Another summary is wanted.
   */
  signals[FILTER_CHANGED] =
    g_signal_new ("filter-changed", TLSRPT_TYPE_REPORTS_VIEW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TlsrptReportsView::problem-activated:
   * @self: a view
   * @problem: a problem of @diagnosis
   * @diagnosis: what is shown
   *
   * Somebody wants to know more about a problem.
   */
  signals[PROBLEM_ACTIVATED] =
    g_signal_new ("problem-activated", TLSRPT_TYPE_REPORTS_VIEW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, TLSRPT_TYPE_DIAGNOSIS);

  /**
   * TlsrptReportsView::readiness-activated:
   * @self: a view
   * @answer: whether a domain may enforce its policy
   * @diagnosis: what is shown, which has @answer
   *
   * Somebody wants to know more about that.
   */
  signals[READINESS_ACTIVATED] =
    g_signal_new ("readiness-activated", TLSRPT_TYPE_REPORTS_VIEW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, TLSRPT_TYPE_DIAGNOSIS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-reports-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsView, domains_tab);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsView, domains_table);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsView, failures_tab);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsView, failures_table);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsView, filter_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsView, filter_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsView, filter_revealer);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsView, folder_menu);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsView, open_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsView, organizations_tab);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsView, organizations_table);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsView, overview);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsView, overview_tab);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsView, remarks_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsView, remarks_revealer);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsView, search_room);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsView, sort_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsView, sort_menu);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportsView, view_stack);
  gtk_widget_class_bind_template_callback (widget_class, domain_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, failure_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, organization_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_tabs);

  tlsrpt_reports_view_install_actions (widget_class);
  gtk_widget_class_install_property_action (widget_class, "reports.view", "view");
}

static void
tlsrpt_reports_view_init (TlsrptReportsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tlsrpt_paste_limit_attach (GTK_WIDGET (self->search_entry), TLSRPT_LIMIT_INPUT, NULL, NULL);

  tlsrpt_report_columns_set_up_domains (self->domains_table);
  tlsrpt_report_columns_set_up_failures (self->failures_table);
  tlsrpt_report_columns_set_up_organizations (self->organizations_table);
  tlsrpt_stack_show (self->view_stack, GTK_WIDGET (self->overview));
  tlsrpt_reports_view_update_controls (self);
  update_tabs (self);
  tlsrpt_reports_view_set_folder (self, NULL);
}

const TlsrptReportFilter *
tlsrpt_reports_view_get_filter (TlsrptReportsView *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORTS_VIEW (self), NULL);

  return tlsrpt_report_filter_button_get_filter (self->filter_button);
}

/**
 * tlsrpt_reports_view_get_diagnosis:
 * @self: a view
 *
 * Gets what is shown.
 *
 * Returns: (transfer none) (nullable): that, or `NULL` as long as nothing is
 */
TlsrptDiagnosis *
tlsrpt_reports_view_get_diagnosis (TlsrptReportsView *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORTS_VIEW (self), NULL);

  return self->diagnosis;
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
  tlsrpt_report_columns_show_successful (table,
                                         !tlsrpt_report_filter_is_about_failures (summary->filter));
  tlsrpt_table_set_rows (table, rows);
}

/**
 * tlsrpt_reports_view_set_diagnosis:
 * @self: a view
 * @diagnosis: what to show
 *
 * Shows what reports say.
 */
void
tlsrpt_reports_view_set_diagnosis (TlsrptReportsView *self,
                                   TlsrptDiagnosis   *diagnosis)
{
  TlsrptReportSummary *summary;
  g_autoptr (TlsrptRows) details = NULL;

  g_return_if_fail (TLSRPT_IS_REPORTS_VIEW (self));
  g_return_if_fail (diagnosis != NULL);

  tlsrpt_diagnosis_ref (diagnosis);
  g_clear_pointer (&self->diagnosis, tlsrpt_diagnosis_unref);
  self->diagnosis = diagnosis;
  summary = diagnosis->summary;

  details = tlsrpt_rows_new (TLSRPT_TYPE_REPORT_SUMMARY, summary,
                             summary->details, sizeof (TlsrptReportDetail),
                             summary->n_details);
  tlsrpt_table_set_rows (self->failures_table, details);
  set_rows (self->domains_table, summary, TLSRPT_REPORT_GROUP_DOMAIN);
  set_rows (self->organizations_table, summary, TLSRPT_REPORT_GROUP_ORGANIZATION);
  tlsrpt_report_overview_set_diagnosis (self->overview, diagnosis, self->keeper);
  tlsrpt_report_filter_button_set_summary (self->filter_button, summary);
}

/**
 * tlsrpt_reports_view_set_keeper:
 * @self: a view
 * @keeper: what knows which problems are new
 *
 * Marks new problems.
 */
void
tlsrpt_reports_view_set_keeper (TlsrptReportsView  *self,
                                TlsrptReportKeeper *keeper)
{
  g_return_if_fail (TLSRPT_IS_REPORTS_VIEW (self));

  g_set_object (&self->keeper, keeper);
}

/**
 * tlsrpt_reports_view_get_table:
 * @self: a view
 *
 * Gets the table that is seen, or for the overview the one that it is made of.
 *
 * Returns: (transfer none): a table
 */
TlsrptTable *
tlsrpt_reports_view_get_table (TlsrptReportsView *self)
{
  GtkWidget *child;

  g_return_val_if_fail (TLSRPT_IS_REPORTS_VIEW (self), NULL);

  child = gtk_stack_get_visible_child (self->view_stack);

  return TLSRPT_IS_TABLE (child) ? TLSRPT_TABLE (child) : self->failures_table;
}

/**
 * tlsrpt_reports_view_reset:
 * @self: a view
 *
 * Makes the view as it is at the start, but for what it shows.
 */
void
tlsrpt_reports_view_reset (TlsrptReportsView *self)
{
  g_return_if_fail (TLSRPT_IS_REPORTS_VIEW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  tlsrpt_reports_view_show_all (self);
  set_view (self, "overview");
}

/**
 * tlsrpt_reports_view_search:
 * @self: a view
 *
 * Lets the user search in the table that is seen, or in that of the failures.
 */
void
tlsrpt_reports_view_search (TlsrptReportsView *self)
{
  g_return_if_fail (TLSRPT_IS_REPORTS_VIEW (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self->search_entry)))
    set_view (self, "failures");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * tlsrpt_reports_view_show_all:
 * @self: a view
 *
 * Wants all, whatever the filter was.
 */
void
tlsrpt_reports_view_show_all (TlsrptReportsView *self)
{
  g_return_if_fail (TLSRPT_IS_REPORTS_VIEW (self));

  tlsrpt_report_filter_button_set_filter (self->filter_button, &TLSRPT_REPORT_FILTER_ALL);
}

/**
 * tlsrpt_reports_view_show_domain:
 * @self: a view
 * @domain: a policy domain
 *
 * Wants what there is about @domain, whatever the filter was.
 */
void
tlsrpt_reports_view_show_domain (TlsrptReportsView *self,
                                 const char        *domain)
{
  TlsrptReportFilter filter = TLSRPT_REPORT_FILTER_ALL;

  g_return_if_fail (TLSRPT_IS_REPORTS_VIEW (self));
  g_return_if_fail (domain != NULL);

  filter.domain = domain;
  tlsrpt_reports_view_narrow (self, &filter, "overview");
}
