/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-save.h"

#include "tlsrpt-cause-json.h"
#include "tlsrpt-choose-file.h"
#include "tlsrpt-readiness.h"
#include "tlsrpt-report-export.h"
#include "tlsrpt-report-print.h"
#include "tlsrpt-save.h"
#include "tlsrpt-summary.h"
#include "tlsrpt-table-csv.h"
#include "tlsrpt-toast.h"

#include <glib/gi18n.h>

typedef struct _Save Save;

/* A file to be chosen, and what is written to it then. */
struct _Save
{
  GtkWidget             *widget;
  void                 (*start) (Save  *save,
                                 GFile *file);
  GFile                 *file;
  gpointer               data;
  GDestroyNotify         free_data;
};

static void
save_free (Save *save)
{
  g_clear_object (&save->file);
  g_object_unref (save->widget);
  save->free_data (save->data);
  g_free (save);
}

static void
end_save (Save   *save,
          GError *error)
{
  tlsrpt_toast_saved (save->widget, save->file, error);
  save_free (save);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Save *save = user_data;

  save->file = tlsrpt_choose_file_finish (GTK_WIDGET (source), result);

  if (save->file != NULL)
    save->start (save, save->file);
  else
    save_free (save);
}

static void
choose (GtkWidget       *widget,
        const char      *title,
        const char      *name,
        void           (*start) (Save  *save,
                                 GFile *file),
        gpointer         data,
        GDestroyNotify   free_data)
{
  Save *save = g_new0 (Save, 1);

  save->widget = g_object_ref (widget);
  save->start = start;
  save->data = data;
  save->free_data = free_data;

  tlsrpt_choose_file_async (widget, GTK_FILE_CHOOSER_ACTION_SAVE, title, name, chosen_cb, save);
}

static void
text_free (gpointer text)
{
  g_string_free (text, TRUE);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  tlsrpt_save_finish (G_FILE (source), result, &error);
  end_save (user_data, error);
}

static void
text_made_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Save *save = user_data;
  GString *text = g_task_propagate_pointer (G_TASK (result), NULL);

  tlsrpt_save_async (save->file, text->str, text->len, NULL, saved_cb, save);
  text_free (text);
}

/* Long tables take longer than a frame. */
static void
make_text (Save            *save,
           GTaskThreadFunc  thread)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, text_made_cb, save);

  g_task_set_source_tag (task, make_text);
  g_task_set_task_data (task, save->data, NULL);
  g_task_run_in_thread (task, thread);
}

static void
make_csv_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  g_task_return_pointer (task, tlsrpt_table_csv_write (task_data), text_free);
}

static void
start_csv (Save  *save,
           GFile *file)
{
  make_text (save, make_csv_thread);
}

/**
 * tlsrpt_report_save_csv:
 * @widget: a widget of the view
 * @table: a table of the view
 * @summary: the numbers that it is made of
 *
 * Saves what @table shows, and what one has to know of its numbers.
 */
void
tlsrpt_report_save_csv (GtkWidget                 *widget,
                        TlsrptTable               *table,
                        const TlsrptReportSummary *summary)
{
  g_autofree char *remark = tlsrpt_report_summary_dup_remark (summary);
  TlsrptTableCsv *csv = tlsrpt_table_csv_new (table);

  tlsrpt_table_csv_set_note (csv, remark);
  choose (widget, _("Export Table"), "tls-reports.csv", start_csv, csv,
          (GDestroyNotify) tlsrpt_table_csv_free);
}

typedef struct
{
  GPtrArray           *reports;
  /* They belong to the collection. */
  GPtrArray           *faults;
  GObject             *collection;
  TlsrptReportSummary *summary;
} Reports;

static void
reports_free (gpointer data)
{
  Reports *reports = data;

  g_ptr_array_unref (reports->reports);
  g_ptr_array_unref (reports->faults);
  g_object_unref (reports->collection);
  tlsrpt_report_summary_unref (reports->summary);
  g_free (reports);
}

static void
make_json_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  const Reports *reports = task_data;
  g_autoptr (TlsrptEvidenceSet) evidence = tlsrpt_evidence_set_new ();
  GString *text = g_string_new (NULL);
  TlsrptJsonWriter writer;

  tlsrpt_json_writer_init (&writer, text, TLSRPT_JSON_INDENTED);
  tlsrpt_report_write_begin (&writer);

  for (guint i = 0; i < reports->reports->len; i++)
    {
      const TlsrptReport *report = g_ptr_array_index (reports->reports, i);

      tlsrpt_report_write (report, reports->summary->filter, &writer);
      tlsrpt_evidence_set_add (evidence, report, reports->summary->filter);
    }

  tlsrpt_evidence_set_end (evidence, reports->summary);
  tlsrpt_cause_write_end (reports->faults, reports->summary, evidence, TLSRPT_READINESS_DAYS,
                          g_get_real_time () / G_USEC_PER_SEC, &writer);
  g_string_append_c (text, '\n');
  g_task_return_pointer (task, text, text_free);
}

static void
start_json (Save  *save,
            GFile *file)
{
  make_text (save, make_json_thread);
}

/**
 * tlsrpt_report_save_json:
 * @widget: a widget of the view
 * @collection: the reports
 * @summary: whose filter they pass
 *
 * Saves reports for programs, in the form of `tlsrpt-cli report --json`.
 */
void
tlsrpt_report_save_json (GtkWidget              *widget,
                         TlsrptReportCollection *collection,
                         TlsrptReportSummary    *summary)
{
  GPtrArray *faults = (GPtrArray *) tlsrpt_report_collection_get_faults (collection);
  Reports *reports = g_new0 (Reports, 1);

  /* More of both may arrive while it is written. */
  reports->reports = tlsrpt_report_collection_dup_reports (collection);
  reports->faults = g_ptr_array_copy (faults, NULL, NULL);
  g_ptr_array_set_free_func (reports->faults, NULL);
  reports->collection = g_object_ref (G_OBJECT (collection));
  reports->summary = tlsrpt_report_summary_ref (summary);

  choose (widget, _("Export Reports"), "tls-reports.json", start_json, reports, reports_free);
}

/* What a summary is made of. */
typedef struct
{
  GPtrArray          *reports;
  TlsrptReportFilter *filter;
  guint               n_faulty_files;
  char             *(*write) (const GPtrArray *blocks);
} Summary;

static void
summary_free (gpointer data)
{
  Summary *summary = data;

  g_ptr_array_unref (summary->reports);
  tlsrpt_report_filter_free (summary->filter);
  g_free (summary);
}

static Summary *
summary_new (TlsrptReportCollection   *collection,
             const TlsrptReportFilter *filter)
{
  Summary *summary = g_new0 (Summary, 1);

  summary->reports = tlsrpt_report_collection_dup_reports (collection);
  summary->filter = tlsrpt_report_filter_copy (filter);
  summary->n_faulty_files = tlsrpt_report_collection_get_n_faulty_files (collection);

  return summary;
}

static GPtrArray *
make_blocks (const Summary *summary)
{
  return tlsrpt_summary_make_from_reports (summary->reports, summary->filter,
                                           summary->n_faulty_files,
                                           g_get_real_time () / G_USEC_PER_SEC);
}

static void
make_summary_thread (GTask        *task,
                     gpointer      source_object,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  const Summary *summary = task_data;
  g_autoptr (GPtrArray) blocks = make_blocks (summary);
  g_autofree char *text = summary->write (blocks);

  g_task_return_pointer (task, g_string_new (text), text_free);
}

static void
start_summary (Save  *save,
               GFile *file)
{
  make_text (save, make_summary_thread);
}

static void
make_blocks_thread (GTask        *task,
                    gpointer      source_object,
                    gpointer      task_data,
                    GCancellable *cancellable)
{
  g_task_return_pointer (task, make_blocks (task_data), (GDestroyNotify) g_ptr_array_unref);
}

/* What is laid out on paper is made in a thread, and laid out here, where fonts are. */
static void
lay_out (gpointer             source_tag,
         gpointer             summary,
         GAsyncReadyCallback  callback,
         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, summary, NULL);
  g_task_run_in_thread (task, make_blocks_thread);
}

static void
pdf_made_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GPtrArray) blocks = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  Save *save = user_data;
  const char *data;
  gsize size;

  pdf = tlsrpt_report_print_to_pdf (blocks, &error);
  if (pdf == NULL)
    {
      end_save (save, error);
      return;
    }

  data = g_bytes_get_data (pdf, &size);
  tlsrpt_save_async (save->file, data, (gssize) size, NULL, saved_cb, save);
}

static void
start_pdf (Save  *save,
           GFile *file)
{
  lay_out (start_pdf, save->data, pdf_made_cb, save);
}

/**
 * tlsrpt_report_save_pdf:
 * @widget: a widget of the view
 * @collection: the reports
 * @filter: which of them
 *
 * Saves a summary for people, on paper.
 */
void
tlsrpt_report_save_pdf (GtkWidget                *widget,
                        TlsrptReportCollection   *collection,
                        const TlsrptReportFilter *filter)
{
  choose (widget, _("Save Summary"), "tls-reports.pdf", start_pdf,
          summary_new (collection, filter), summary_free);
}

/**
 * tlsrpt_report_save_markdown:
 * @widget: a widget of the view
 * @collection: the reports
 * @filter: which of them
 *
 * Saves a summary for people, for a ticket or a wiki.
 */
void
tlsrpt_report_save_markdown (GtkWidget                *widget,
                             TlsrptReportCollection   *collection,
                             const TlsrptReportFilter *filter)
{
  Summary *summary = summary_new (collection, filter);

  summary->write = tlsrpt_summary_dup_markdown;
  choose (widget, _("Save Summary"), "tls-reports.md", start_summary, summary, summary_free);
}

/**
 * tlsrpt_report_save_html:
 * @widget: a widget of the view
 * @collection: the reports
 * @filter: which of them
 *
 * Saves a summary for people, for a browser.
 */
void
tlsrpt_report_save_html (GtkWidget                *widget,
                         TlsrptReportCollection   *collection,
                         const TlsrptReportFilter *filter)
{
  Summary *summary = summary_new (collection, filter);

  summary->write = tlsrpt_summary_dup_html;
  choose (widget, _("Save Summary"), "tls-reports.html", start_summary, summary, summary_free);
}

/* The widget may be gone by then. */
typedef struct
{
  GtkWidget *widget;
  Summary   *summary;
} Print;

static void
print_made_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GPtrArray) blocks = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GError) error = NULL;
  Print *print = user_data;
  GtkRoot *root = gtk_widget_get_root (print->widget);

  if (root != NULL && !tlsrpt_report_print (blocks, GTK_WINDOW (root), &error))
    tlsrpt_toast_show (print->widget, tlsrpt_toast_new (error->message));

  g_object_unref (print->widget);
  summary_free (print->summary);
  g_free (print);
}

/**
 * tlsrpt_report_save_print:
 * @widget: a widget of the view
 * @collection: the reports
 * @filter: which of them
 *
 * Prints a summary for people.
 */
void
tlsrpt_report_save_print (GtkWidget                *widget,
                          TlsrptReportCollection   *collection,
                          const TlsrptReportFilter *filter)
{
  Print *print = g_new0 (Print, 1);

  print->widget = g_object_ref (widget);
  print->summary = summary_new (collection, filter);
  lay_out (tlsrpt_report_save_print, print->summary, print_made_cb, print);
}
