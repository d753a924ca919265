/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-reports-view-private.h"

static void
show_all_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  tlsrpt_reports_view_show_all (TLSRPT_REPORTS_VIEW (widget));
}

static void
show_days_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TlsrptReportsView *self = TLSRPT_REPORTS_VIEW (widget);
  TlsrptReportFilter filter = *tlsrpt_reports_view_get_filter (self);

  g_variant_get (parameter, "(xx)", &filter.first_day, &filter.last_day);
  tlsrpt_reports_view_narrow (self, &filter, tlsrpt_reports_view_get_view (self));
}

static void
show_mx_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TlsrptReportsView *self = TLSRPT_REPORTS_VIEW (widget);
  TlsrptReportFilter filter = *tlsrpt_reports_view_get_filter (self);

  filter.mx_host = g_variant_get_string (parameter, NULL);
  tlsrpt_reports_view_narrow (self, &filter, "failures");
}

static void
show_organization_action (GtkWidget  *widget,
                          const char *action_name,
                          GVariant   *parameter)
{
  TlsrptReportsView *self = TLSRPT_REPORTS_VIEW (widget);
  TlsrptReportFilter filter = *tlsrpt_reports_view_get_filter (self);

  filter.organization = g_variant_get_string (parameter, NULL);
  tlsrpt_reports_view_narrow (self, &filter, "failures");
}

static void
show_problem_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TlsrptReportsView *self = TLSRPT_REPORTS_VIEW (widget);
  guint position = g_variant_get_uint32 (parameter);
  const GPtrArray *problems;

  g_return_if_fail (self->diagnosis != NULL);

  problems = tlsrpt_evidence_set_get_problems (self->diagnosis->evidence);
  g_return_if_fail (position < problems->len);

  g_signal_emit_by_name (self, "problem-activated", g_ptr_array_index (problems, position),
                         self->diagnosis);
}

static void
show_readiness_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  TlsrptReportsView *self = TLSRPT_REPORTS_VIEW (widget);
  guint position = g_variant_get_uint32 (parameter);

  g_return_if_fail (self->diagnosis != NULL && position < self->diagnosis->readiness->len);

  g_signal_emit_by_name (self, "readiness-activated",
                         g_ptr_array_index (self->diagnosis->readiness, position),
                         self->diagnosis);
}

static void
show_type_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TlsrptReportsView *self = TLSRPT_REPORTS_VIEW (widget);
  TlsrptReportFilter filter = *tlsrpt_reports_view_get_filter (self);

  filter.result_type = g_variant_get_string (parameter, NULL);
  tlsrpt_reports_view_narrow (self, &filter, "failures");
}

static void
sort_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tlsrpt_table_sort (tlsrpt_reports_view_get_table (TLSRPT_REPORTS_VIEW (widget)),
                     g_variant_get_uint32 (parameter));
}

void
tlsrpt_reports_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reports.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "reports.show-days", "(xx)", show_days_action);
  gtk_widget_class_install_action (widget_class, "reports.show-mx", "s", show_mx_action);
  gtk_widget_class_install_action (widget_class, "reports.show-organization", "s",
                                   show_organization_action);
  gtk_widget_class_install_action (widget_class, "reports.show-problem", "u",
                                   show_problem_action);
  gtk_widget_class_install_action (widget_class, "reports.show-readiness", "u",
                                   show_readiness_action);
  gtk_widget_class_install_action (widget_class, "reports.show-type", "s", show_type_action);
  gtk_widget_class_install_action (widget_class, "reports.sort", "u", sort_action);
}
