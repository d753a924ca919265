/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-frame.h"

/**
 * TlsrptReportFrame:
 *
 * What pages over the view of the reports have in common: the way back, and room for
 * something longer than the window is high.
 */
struct _TlsrptReportFrame
{
  AdwBin    parent_instance;

  /* Template widgets */
  AdwClamp *content_clamp;
};

G_DEFINE_FINAL_TYPE (TlsrptReportFrame, tlsrpt_report_frame, ADW_TYPE_BIN)

/* Links of the guide lead there. */
static void
guide_open_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  gtk_widget_activate_action_variant (widget, "app.explain", parameter);
}

static void
tlsrpt_report_frame_dispose (GObject *object)
{
  /* First, since the template takes the child away without telling the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TLSRPT_TYPE_REPORT_FRAME);

  G_OBJECT_CLASS (tlsrpt_report_frame_parent_class)->dispose (object);
}

static void
tlsrpt_report_frame_class_init (TlsrptReportFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tlsrpt_report_frame_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-report-frame.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportFrame, content_clamp);

  gtk_widget_class_install_action (widget_class, "guide.open", "s", guide_open_action);
}

static void
tlsrpt_report_frame_init (TlsrptReportFrame *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tlsrpt_report_frame_set_content:
 * @self: a frame
 * @content: what the page says
 *
 * Puts something into the frame.
 */
void
tlsrpt_report_frame_set_content (TlsrptReportFrame *self,
                                 GtkWidget         *content)
{
  g_return_if_fail (TLSRPT_IS_REPORT_FRAME (self));
  g_return_if_fail (GTK_IS_WIDGET (content));

  adw_clamp_set_child (self->content_clamp, content);
}
