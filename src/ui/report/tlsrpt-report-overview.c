/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-overview.h"

#include "tlsrpt-report-days.h"
#include "tlsrpt-report-groups.h"
#include "tlsrpt-report-text.h"

/**
 * TlsrptReportOverview:
 *
 * What a set of reports says, at a glance: a sentence, the sessions over time, and
 * what failed most.
 */
struct _TlsrptReportOverview
{
  AdwBin            parent_instance;

  /* Template widgets */
  TlsrptReportDays *days;
  GtkBox           *groups_box;
  GtkImage         *headline_image;
  GtkLabel         *headline_label;
  GtkLabel         *remark_label;
  GtkLabel         *scope_label;
};

G_DEFINE_FINAL_TYPE (TlsrptReportOverview, tlsrpt_report_overview, ADW_TYPE_BIN)

static void
show_headline (TlsrptReportOverview  *self,
               const TlsrptDiagnosis *diagnosis)
{
  const TlsrptReportSummary *summary = diagnosis->summary;
  gsize n_resolved = tlsrpt_evidence_set_count_resolved (diagnosis->evidence);
  g_autofree char *headline = tlsrpt_report_summary_dup_headline (summary, n_resolved);
  g_autofree char *remark = tlsrpt_report_summary_dup_remark (summary);
  g_autofree char *scope = tlsrpt_report_scope_dup_text (summary);
  gboolean has_failed = summary->sessions.failed > 0 &&
                        (summary->n_problems == 0 || n_resolved < summary->n_problems);

  gtk_label_set_label (self->headline_label, headline);
  gtk_label_set_label (self->scope_label, scope);
  gtk_label_set_label (self->remark_label, remark != NULL ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark_label), remark != NULL);

  gtk_image_set_from_icon_name (self->headline_image,
                                has_failed ? "dialog-warning-symbolic" : "emblem-ok-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->headline_image), has_failed ? "success" : "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->headline_image), has_failed ? "error" : "success");
  gtk_widget_set_visible (GTK_WIDGET (self->headline_image), summary->has_policy || summary->sessions.failed > 0);
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

  g_type_ensure (TLSRPT_TYPE_REPORT_DAYS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-report-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportOverview, days);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportOverview, groups_box);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportOverview, headline_image);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportOverview, headline_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportOverview, remark_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportOverview, scope_label);
}

static void
tlsrpt_report_overview_init (TlsrptReportOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tlsrpt_report_overview_set_diagnosis:
 * @self: an overview
 * @diagnosis: what to show
 * @keeper: (nullable): what knows which problems are new
 *
 * Shows what reports say.
 */
void
tlsrpt_report_overview_set_diagnosis (TlsrptReportOverview *self,
                                      TlsrptDiagnosis      *diagnosis,
                                      TlsrptReportKeeper   *keeper)
{
  g_return_if_fail (TLSRPT_IS_REPORT_OVERVIEW (self));
  g_return_if_fail (diagnosis != NULL);

  show_headline (self, diagnosis);
  tlsrpt_report_days_set_summary (self->days, diagnosis->summary);
  tlsrpt_report_groups_fill (self->groups_box, diagnosis, keeper);
}
