/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-folder-bar.h"

#include "tlsrpt-button-label.h"
#include "tlsrpt-display.h"
#include "tlsrpt-wrap-layout.h"

#include <glib/gi18n.h>

/**
 * TlsrptReportFolderBar:
 *
 * A strip with what there is to say of the folder of reports: that it can be kept, or why
 * it cannot be read.
 */
struct _TlsrptReportFolderBar
{
  AdwBin       parent_instance;

  /* Template widgets */
  GtkWidget   *choose_button;
  GtkWidget   *forget_button;
  GtkWidget   *keep_button;
  GtkLabel    *label;
  GtkWidget   *later_button;
  GtkWidget   *look_button;
  GtkRevealer *revealer;
};

G_DEFINE_FINAL_TYPE (TlsrptReportFolderBar, tlsrpt_report_folder_bar, ADW_TYPE_BIN)

static void
show (TlsrptReportFolderBar *self,
      const char            *text,
      gboolean               is_offer,
      gboolean               is_error)
{
  gtk_label_set_label (self->label, text);
  gtk_widget_set_visible (self->keep_button, is_offer);
  gtk_widget_set_visible (self->later_button, is_offer);
  gtk_widget_set_visible (self->look_button, is_error);
  gtk_widget_set_visible (self->choose_button, is_error);
  gtk_widget_set_visible (self->forget_button, is_error);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

static void
tlsrpt_report_folder_bar_dispose (GObject *object)
{
  /* First, since the template takes the child away without telling the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TLSRPT_TYPE_REPORT_FOLDER_BAR);

  G_OBJECT_CLASS (tlsrpt_report_folder_bar_parent_class)->dispose (object);
}

static void
tlsrpt_report_folder_bar_class_init (TlsrptReportFolderBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tlsrpt_report_folder_bar_dispose;

  g_type_ensure (TLSRPT_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-report-folder-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportFolderBar, choose_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportFolderBar, forget_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportFolderBar, keep_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportFolderBar, label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportFolderBar, later_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportFolderBar, look_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportFolderBar, revealer);
}

static void
tlsrpt_report_folder_bar_init (TlsrptReportFolderBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  tlsrpt_button_label_wrap (GTK_BUTTON (self->choose_button));
  tlsrpt_button_label_wrap (GTK_BUTTON (self->forget_button));
  tlsrpt_button_label_wrap (GTK_BUTTON (self->keep_button));
  tlsrpt_button_label_wrap (GTK_BUTTON (self->later_button));
  tlsrpt_button_label_wrap (GTK_BUTTON (self->look_button));
}

/**
 * tlsrpt_report_folder_bar_hide:
 * @self: a strip
 *
 * There is nothing to say.
 */
void
tlsrpt_report_folder_bar_hide (TlsrptReportFolderBar *self)
{
  g_return_if_fail (TLSRPT_IS_REPORT_FOLDER_BAR (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

/**
 * tlsrpt_report_folder_bar_offer:
 * @self: a strip
 *
 * A folder was opened that can be kept.
 */
void
tlsrpt_report_folder_bar_offer (TlsrptReportFolderBar *self)
{
  g_return_if_fail (TLSRPT_IS_REPORT_FOLDER_BAR (self));

  show (self, _("Keep this folder to find its reports here at each start, and new ones as they "
                "arrive."), TRUE, FALSE);
}

/**
 * tlsrpt_report_folder_bar_show_error:
 * @self: a strip
 * @path: (type filename): the path of the folder that is kept
 * @error: why it cannot be read
 *
 * Says that a folder cannot be read.
 */
void
tlsrpt_report_folder_bar_show_error (TlsrptReportFolderBar *self,
                                     const char            *path,
                                     const GError          *error)
{
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (TLSRPT_IS_REPORT_FOLDER_BAR (self));
  g_return_if_fail (path != NULL);
  g_return_if_fail (error != NULL);

  name = g_filename_display_name (path);
  shown = tlsrpt_display_isolate (name, -1);
  text = g_strconcat (error->message, "\n", shown, NULL);
  show (self, text, FALSE, TRUE);
}

/**
 * tlsrpt_report_folder_bar_show_left_out:
 * @self: a strip
 * @n_left_out: the files that are too many
 *
 * Says that a folder has more files than are read.
 */
void
tlsrpt_report_folder_bar_show_left_out (TlsrptReportFolderBar *self,
                                        guint                  n_left_out)
{
  g_autofree char *count = tlsrpt_display_count (n_left_out);
  g_autofree char *text = NULL;

  g_return_if_fail (TLSRPT_IS_REPORT_FOLDER_BAR (self));

  /* Translators: %s is a number */
  text = g_strdup_printf (ngettext ("%s older file of the watched folder is not read.",
                                    "%s older files of the watched folder are not read.",
                                    n_left_out), count);
  show (self, text, FALSE, FALSE);
}
