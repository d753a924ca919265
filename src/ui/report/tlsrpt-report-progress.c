/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-progress.h"

#include "tlsrpt-display.h"
#include "tlsrpt-report-text.h"
#include "tlsrpt-wrap-layout.h"

#include <glib/gi18n.h>

/* Shorter tasks show no progress. In milliseconds. */
#define DELAY_MS 400

/**
 * TlsrptReportProgress:
 *
 * A strip that tells how far reading of reports has come, and can cancel it.
 */
struct _TlsrptReportProgress
{
  AdwBin          parent_instance;

  guint           timeout;

  /* Template widgets */
  GtkProgressBar *bar;
  GtkLabel       *label;
  GtkRevealer    *revealer;
};

G_DEFINE_FINAL_TYPE (TlsrptReportProgress, tlsrpt_report_progress, ADW_TYPE_BIN)

static void
due_cb (gpointer user_data)
{
  TlsrptReportProgress *self = user_data;

  self->timeout = 0;
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

static void
tlsrpt_report_progress_dispose (GObject *object)
{
  TlsrptReportProgress *self = TLSRPT_REPORT_PROGRESS (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  /* First, since the template takes the child away without telling the bin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_REPORT_PROGRESS);

  G_OBJECT_CLASS (tlsrpt_report_progress_parent_class)->dispose (object);
}

static void
tlsrpt_report_progress_class_init (TlsrptReportProgressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_report_progress_dispose;

  g_type_ensure (TLSRPT_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-report-progress.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportProgress, bar);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportProgress, label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportProgress, revealer);
}

static void
tlsrpt_report_progress_init (TlsrptReportProgress *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tlsrpt_report_progress_start:
 * @self: a strip
 *
 * Shows the strip in a moment, unless it is stopped by then.
 */
void
tlsrpt_report_progress_start (TlsrptReportProgress *self)
{
  g_return_if_fail (TLSRPT_IS_REPORT_PROGRESS (self));

  if (self->timeout == 0)
    self->timeout = g_timeout_add_once (DELAY_MS, due_cb, self);
}

/**
 * tlsrpt_report_progress_stop:
 * @self: a strip
 *
 * Hides the strip.
 */
void
tlsrpt_report_progress_stop (TlsrptReportProgress *self)
{
  g_return_if_fail (TLSRPT_IS_REPORT_PROGRESS (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

/**
 * tlsrpt_report_progress_set_files:
 * @self: a strip
 * @n_read: how many files have been read
 * @n_files: how many there are, or 0 while they are looked for
 *
 * Sets how far reading has come.
 */
void
tlsrpt_report_progress_set_files (TlsrptReportProgress *self,
                                  guint                 n_read,
                                  guint                 n_files)
{
  g_autofree char *n_files_text = tlsrpt_display_count (n_files);
  g_autofree char *n_read_text = tlsrpt_display_count (n_read);
  g_autofree char *text = NULL;

  g_return_if_fail (TLSRPT_IS_REPORT_PROGRESS (self));

  if (n_files == 0)
    {
      gtk_label_set_label (self->label, _("Looking for files…"));
      gtk_progress_bar_pulse (self->bar);
      return;
    }

  /* Translators: how far reading has come; %s are numbers */
  text = g_strdup_printf (ngettext ("%s of %s file", "%s of %s files", n_files),
                          n_read_text, n_files_text);
  gtk_label_set_label (self->label, text);
  gtk_progress_bar_set_fraction (self->bar, (double) MIN (n_read, n_files) / n_files);
}
