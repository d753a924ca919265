/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-overview.h"

#include "tlsrpt-chart-layout.h"
#include "tlsrpt-report-chart.h"
#include "tlsrpt-report-columns.h"
#include "tlsrpt-report-groups.h"
#include "tlsrpt-report-text.h"
#include "tlsrpt-stack.h"
#include "tlsrpt-wrap-layout.h"

#include <glib/gi18n.h>

/**
 * TlsrptReportOverview:
 *
 * What a set of reports says, at a glance: a sentence, the sessions over time, and
 * what failed most.
 */
struct _TlsrptReportOverview
{
  AdwBin             parent_instance;

  /* Template widgets */
  TlsrptReportChart *chart;
  GtkBox            *chart_box;
  GtkLabel          *chart_heading;
  GtkStack          *chart_stack;
  TlsrptTable       *days_table;
  GtkBox            *groups_box;
  GtkImage          *headline_image;
  GtkLabel          *headline_label;
  GtkLabel          *remark_label;
  GtkLabel          *scope_label;
  GtkToggleButton   *table_button;
};

G_DEFINE_FINAL_TYPE (TlsrptReportOverview, tlsrpt_report_overview, ADW_TYPE_BIN)

static void
show_headline (TlsrptReportOverview      *self,
               const TlsrptReportSummary *summary)
{
  g_autofree char *headline = tlsrpt_report_summary_dup_headline (summary);
  g_autofree char *remark = tlsrpt_report_summary_dup_remark (summary);
  g_autofree char *scope = tlsrpt_report_scope_dup_text (summary);
  gboolean has_failed = summary->sessions.failed > 0;

  gtk_label_set_label (self->headline_label, headline);
  gtk_label_set_label (self->scope_label, scope);
  gtk_label_set_label (self->remark_label, remark != NULL ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark_label), remark != NULL);

  gtk_image_set_from_icon_name (self->headline_image,
                                has_failed ? "dialog-warning-symbolic" : "emblem-ok-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->headline_image), has_failed ? "success" : "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->headline_image), has_failed ? "error" : "success");
  gtk_widget_set_visible (GTK_WIDGET (self->headline_image), summary->has_policy || has_failed);
}

static void
show_chart (TlsrptReportOverview *self,
            TlsrptReportSummary  *summary)
{
  TlsrptReportSessions bars[TLSRPT_CHART_MOST_BARS] = { 0 };
  g_autoptr (TlsrptRows) rows = NULL;
  g_autofree char *period = NULL;
  g_autofree char *text = NULL;
  const TlsrptReportRow *days;
  const char *heading;
  gint64 days_per_bar;
  guint n_bars;
  gsize n_days;

  days = tlsrpt_report_days_of_summary (summary, &n_days);
  gtk_widget_set_visible (GTK_WIDGET (self->chart_box), n_days > 0);
  if (n_days == 0)
    return;

  n_bars = tlsrpt_chart_fill_bars (days, n_days, bars, &days_per_bar);
  tlsrpt_report_chart_set_bars (self->chart, days[0].day, days_per_bar, bars, n_bars);

  if (days_per_bar == 1)
    heading = _("Sessions per Day");
  else if (days_per_bar == 7)
    heading = _("Sessions per Week");
  else
    heading = _("Sessions Over Time");

  period = tlsrpt_report_days_dup_text (days[0].day, days[n_days - 1].day);
  /* Translators: describes a chart to a person who does not see it; %s is a period */
  text = g_strdup_printf (_("Bar chart: %s. Use “Show as Table” for the numbers."), period);
  gtk_label_set_label (self->chart_heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);

  rows = tlsrpt_rows_new (TLSRPT_TYPE_REPORT_SUMMARY, summary,
                          summary->rows[TLSRPT_REPORT_GROUP_DAY], sizeof (TlsrptReportRow),
                          summary->n_rows[TLSRPT_REPORT_GROUP_DAY]);
  tlsrpt_table_set_rows (self->days_table, rows);
}

static void
table_toggled_cb (TlsrptReportOverview *self)
{
  const char *page = gtk_toggle_button_get_active (self->table_button) ? "table" : "chart";

  tlsrpt_stack_show (self->chart_stack, gtk_stack_get_child_by_name (self->chart_stack, page));
}

static void
show_days (TlsrptReportOverview *self,
           gint64                first,
           gint64                last)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "reports.show-days", "(xx)", first, last);
}

static void
bar_activated_cb (TlsrptReportOverview *self,
                  gint64                first,
                  gint64                last)
{
  show_days (self, first, last);
}

static void
day_activated_cb (TlsrptReportOverview *self,
                  TlsrptRow            *row)
{
  const TlsrptReportRow *day = tlsrpt_row_get_data (row);

  if (day->day != TLSRPT_REPORT_NO_TIME)
    show_days (self, day->day, day->day);
}

static void
tlsrpt_report_overview_dispose (GObject *object)
{
  /* First, since the template takes the child away without telling the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TLSRPT_TYPE_REPORT_OVERVIEW);

  G_OBJECT_CLASS (tlsrpt_report_overview_parent_class)->dispose (object);
}

static void
tlsrpt_report_overview_class_init (TlsrptReportOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tlsrpt_report_overview_dispose;

  g_type_ensure (TLSRPT_TYPE_REPORT_CHART);
  g_type_ensure (TLSRPT_TYPE_TABLE);
  g_type_ensure (TLSRPT_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-report-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportOverview, chart);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportOverview, chart_box);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportOverview, chart_heading);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportOverview, chart_stack);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportOverview, days_table);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportOverview, groups_box);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportOverview, headline_image);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportOverview, headline_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportOverview, remark_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportOverview, scope_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportOverview, table_button);
  gtk_widget_class_bind_template_callback (widget_class, bar_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_toggled_cb);
}

static void
tlsrpt_report_overview_init (TlsrptReportOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  tlsrpt_report_columns_set_up_days (self->days_table);
  table_toggled_cb (self);
}

/**
 * tlsrpt_report_overview_set_summary:
 * @self: an overview
 * @summary: what to show
 *
 * Shows @summary.
 */
void
tlsrpt_report_overview_set_summary (TlsrptReportOverview *self,
                                    TlsrptReportSummary  *summary)
{
  g_return_if_fail (TLSRPT_IS_REPORT_OVERVIEW (self));
  g_return_if_fail (summary != NULL);

  show_headline (self, summary);
  show_chart (self, summary);
  tlsrpt_report_groups_fill (self->groups_box, summary);
}
