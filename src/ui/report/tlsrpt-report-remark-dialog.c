/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-remark-dialog.h"

#include "tlsrpt-report-fact.h"

#include <glib/gi18n.h>

/**
 * TlsrptReportRemarkDialog:
 *
 * All of a remark, of which the table shows as much as fits on a line.
 */
struct _TlsrptReportRemarkDialog
{
  AdwMessageDialog  parent_instance;

  /* Template widgets */
  GtkListBox       *list;
};

G_DEFINE_FINAL_TYPE (TlsrptReportRemarkDialog, tlsrpt_report_remark_dialog,
                     ADW_TYPE_MESSAGE_DIALOG)

static void
tlsrpt_report_remark_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TLSRPT_TYPE_REPORT_REMARK_DIALOG);

  G_OBJECT_CLASS (tlsrpt_report_remark_dialog_parent_class)->dispose (object);
}

static void
tlsrpt_report_remark_dialog_class_init (TlsrptReportRemarkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tlsrpt_report_remark_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-report-remark-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportRemarkDialog, list);
}

static void
tlsrpt_report_remark_dialog_init (TlsrptReportRemarkDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tlsrpt_report_remark_dialog_new:
 * @parent: the window that it belongs to
 * @remark: what to show
 *
 * Creates a dialog.
 *
 * Returns: (transfer none): the dialog, which GTK keeps until it is closed
 */
GtkWidget *
tlsrpt_report_remark_dialog_new (GtkWindow                *parent,
                                 const TlsrptReportRemark *remark)
{
  TlsrptReportRemarkDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (remark != NULL, NULL);

  self = g_object_new (TLSRPT_TYPE_REPORT_REMARK_DIALOG, "transient-for", parent, NULL);
  gtk_list_box_append (self->list, tlsrpt_report_fact_new (_("Note"), remark->text));
  gtk_list_box_append (self->list, tlsrpt_report_fact_new (_("File"), remark->file));
  if (remark->organization != NULL)
    gtk_list_box_append (self->list, tlsrpt_report_fact_new (_("Sender"), remark->organization));

  return GTK_WIDGET (self);
}
