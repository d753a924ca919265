/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-days.h"

#include "tlsrpt-accessible.h"
#include "tlsrpt-chart-layout.h"
#include "tlsrpt-report-chart.h"
#include "tlsrpt-report-columns.h"
#include "tlsrpt-report-text.h"
#include "tlsrpt-stack.h"
#include "tlsrpt-wrap-layout.h"

#include <glib/gi18n.h>

/**
 * TlsrptReportDays:
 *
 * Sessions over time: a picture, and the table that it is made of.  Of failures of one
 * kind nobody says how many sessions went well, so those are left out.
 */
struct _TlsrptReportDays
{
  AdwBin             parent_instance;

  /* Template widgets */
  TlsrptReportChart *chart;
  GtkLabel          *chart_heading;
  GtkStack          *chart_stack;
  TlsrptTable       *days_table;
  GtkWidget         *successful_legend;
  GtkToggleButton   *table_button;
};

G_DEFINE_FINAL_TYPE (TlsrptReportDays, tlsrpt_report_days, ADW_TYPE_BIN)

static const char *
get_heading (gint64   days_per_bar,
             gboolean is_about_failures)
{
  if (days_per_bar == 1)
    return is_about_failures ? _("Failed Sessions per Day") : _("Sessions per Day");
  if (days_per_bar == 7)
    return is_about_failures ? _("Failed Sessions per Week") : _("Sessions per Week");

  return is_about_failures ? _("Failed Sessions Over Time") : _("Sessions Over Time");
}

static void
show_chart (TlsrptReportDays          *self,
            const TlsrptReportSummary *summary,
            const TlsrptReportRow     *days,
            gsize                      n_days)
{
  gboolean is_about_failures = tlsrpt_report_filter_is_about_failures (summary->filter);
  TlsrptReportSessions bars[TLSRPT_CHART_MOST_BARS] = { 0 };
  g_autofree char *period = NULL;
  g_autofree char *text = NULL;
  const char *heading;
  gint64 days_per_bar;
  guint n_bars;

  n_bars = tlsrpt_chart_fill_bars (days, n_days, bars, &days_per_bar);
  tlsrpt_report_chart_set_bars (self->chart, days[0].day, days_per_bar, bars, n_bars);
  tlsrpt_report_chart_set_failed_only (self->chart, is_about_failures);
  gtk_widget_set_visible (self->successful_legend, !is_about_failures);

  heading = get_heading (days_per_bar, is_about_failures);
  period = tlsrpt_report_days_dup_text (days[0].day, days[n_days - 1].day);
  /* Translators: describes a chart to a person who does not see it; %s is a period */
  text = g_strdup_printf (_("Bar chart: %s. Use “Show as Table” for the numbers."), period);
  gtk_label_set_label (self->chart_heading, heading);
  tlsrpt_accessible_set_name (GTK_ACCESSIBLE (self->chart), heading);
  tlsrpt_accessible_set_description (GTK_ACCESSIBLE (self->chart), text);
}

static void
table_toggled_cb (TlsrptReportDays *self)
{
  const char *page = gtk_toggle_button_get_active (self->table_button) ? "table" : "chart";

  tlsrpt_stack_show (self->chart_stack, gtk_stack_get_child_by_name (self->chart_stack, page));
}

/* Where the days are those of a view that can be narrowed to some of them. */
static void
show_days (TlsrptReportDays *self,
           gint64            first,
           gint64            last)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "reports.show-days", "(xx)", first, last);
}

static void
bar_activated_cb (TlsrptReportDays *self,
                  gint64            first,
                  gint64            last)
{
  show_days (self, first, last);
}

static void
day_activated_cb (TlsrptReportDays *self,
                  TlsrptRow        *row)
{
  const TlsrptReportRow *day = tlsrpt_row_get_data (row);

  if (day->day != TLSRPT_REPORT_NO_TIME)
    show_days (self, day->day, day->day);
}

static void
tlsrpt_report_days_dispose (GObject *object)
{
  /* First, since the template takes the child away without telling the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TLSRPT_TYPE_REPORT_DAYS);

  G_OBJECT_CLASS (tlsrpt_report_days_parent_class)->dispose (object);
}

static void
tlsrpt_report_days_class_init (TlsrptReportDaysClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tlsrpt_report_days_dispose;

  g_type_ensure (TLSRPT_TYPE_REPORT_CHART);
  g_type_ensure (TLSRPT_TYPE_TABLE);
  g_type_ensure (TLSRPT_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/tlsrpt-report-days.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportDays, chart);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportDays, chart_heading);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportDays, chart_stack);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportDays, days_table);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportDays, successful_legend);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportDays, table_button);
  gtk_widget_class_bind_template_callback (widget_class, bar_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_toggled_cb);
}

static void
tlsrpt_report_days_init (TlsrptReportDays *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  tlsrpt_report_columns_set_up_days (self->days_table);
  table_toggled_cb (self);
}

/**
 * tlsrpt_report_days_set_summary:
 * @self: days
 * @summary: what to show of them
 *
 * Shows the days of @summary; nothing if it has none.
 */
void
tlsrpt_report_days_set_summary (TlsrptReportDays    *self,
                                TlsrptReportSummary *summary)
{
  g_autoptr (TlsrptRows) rows = NULL;
  const TlsrptReportRow *days;
  gsize n_days;

  g_return_if_fail (TLSRPT_IS_REPORT_DAYS (self));
  g_return_if_fail (summary != NULL);

  days = tlsrpt_report_days_of_summary (summary, &n_days);
  gtk_widget_set_visible (GTK_WIDGET (self), n_days > 0);
  if (n_days == 0)
    return;

  show_chart (self, summary, days, n_days);
  tlsrpt_report_columns_show_successful (self->days_table,
                                         !tlsrpt_report_filter_is_about_failures (summary->filter));

  rows = tlsrpt_rows_new (TLSRPT_TYPE_REPORT_SUMMARY, summary,
                          summary->rows[TLSRPT_REPORT_GROUP_DAY], sizeof (TlsrptReportRow),
                          summary->n_rows[TLSRPT_REPORT_GROUP_DAY]);
  tlsrpt_table_set_rows (self->days_table, rows);
}
