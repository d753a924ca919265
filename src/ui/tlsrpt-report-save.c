/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-save.h"

#include "tlsrpt-report-print.h"
#include "tlsrpt-table-csv.h"
#include "tlsrpt-toast.h"

#include <glib/gi18n.h>

typedef struct _Save Save;

/* A file to be chosen, and what is written to it then. */
struct _Save
{
  GtkFileChooserNative  *chooser;
  GtkWidget             *widget;
  void                 (*write) (Save  *save,
                                 GFile *file);
  union
  {
    TlsrptReportSummary *summary;
    TlsrptTable         *table;
  };
};

static void
show_result (GtkWidget  *widget,
             const char *done,
             GError     *error)
{
  /* The view may be gone by now. */
  if (gtk_widget_get_root (widget) == NULL ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  tlsrpt_toast_show (widget, tlsrpt_toast_new (error != NULL ? error->message : done));
}

static void
chosen_cb (Save *save,
           int   response)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (save->chooser));

  if (file != NULL)
    save->write (save, file);

  g_object_unref (save->chooser);
}

static void
save_free (gpointer  data,
           GClosure *closure)
{
  Save *save = data;

  g_object_unref (save->widget);
  g_free (save);
}

static Save *
save_new (GtkWidget  *widget,
          const char *title,
          const char *name,
          void      (*write) (Save  *save,
                              GFile *file))
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  Save *save = g_new0 (Save, 1);

  save->chooser = gtk_file_chooser_native_new (title, window, GTK_FILE_CHOOSER_ACTION_SAVE,
                                               NULL, NULL);
  save->widget = g_object_ref (widget);
  save->write = write;

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (save->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (save->chooser), name);
  g_signal_connect_data (save->chooser, "response", G_CALLBACK (chosen_cb), save, save_free,
                         G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (save->chooser));

  return save;
}

static void
csv_written_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  tlsrpt_table_csv_write_finish (TLSRPT_TABLE (source), result, &error);
  show_result (widget, _("Table exported"), error);
}

static void
write_csv (Save  *save,
           GFile *file)
{
  tlsrpt_table_csv_write_async (save->table, file, NULL,
                                csv_written_cb, g_object_ref (save->widget));
}

static void
write_pdf (Save  *save,
           GFile *file)
{
  g_autoptr (GError) error = NULL;

  tlsrpt_report_print_to_file (save->summary, file, &error);
  tlsrpt_report_summary_unref (save->summary);
  show_result (save->widget, _("Summary saved"), error);
}

/**
 * tlsrpt_report_save_csv:
 * @widget: a widget of the view
 * @table: a table of the view
 *
 * Saves what @table shows.
 */
void
tlsrpt_report_save_csv (GtkWidget   *widget,
                        TlsrptTable *table)
{
  Save *save = save_new (widget, _("Export Table"), "tls-reports.csv", write_csv);

  save->table = table;
}

/**
 * tlsrpt_report_save_pdf:
 * @widget: a widget of the view
 * @summary: what to save
 *
 * Saves a summary for people.
 */
void
tlsrpt_report_save_pdf (GtkWidget           *widget,
                        TlsrptReportSummary *summary)
{
  Save *save = save_new (widget, _("Save Summary"), "tls-reports.pdf", write_pdf);

  save->summary = tlsrpt_report_summary_ref (summary);
}

/**
 * tlsrpt_report_save_print:
 * @widget: a widget of the view
 * @summary: what to print
 *
 * Prints a summary for people.
 */
void
tlsrpt_report_save_print (GtkWidget           *widget,
                          TlsrptReportSummary *summary)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  g_autoptr (GError) error = NULL;

  tlsrpt_report_print (summary, window, &error);
  if (error != NULL)
    show_result (widget, NULL, error);
}
