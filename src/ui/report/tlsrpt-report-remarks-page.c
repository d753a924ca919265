/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-remarks-page.h"

#include "tlsrpt-display.h"
#include "tlsrpt-report-columns.h"
#include "tlsrpt-report-remark-dialog.h"

/**
 * TlsrptReportRemarksPage:
 *
 * What there is to say about the files: which of them could not be read, and in what
 * reports depart from the standard.
 */
struct _TlsrptReportRemarksPage
{
  AdwBin        parent_instance;

  GCancellable *cancellable;

  /* Template widgets */
  TlsrptTable  *table;
};

G_DEFINE_FINAL_TYPE (TlsrptReportRemarksPage, tlsrpt_report_remarks_page, ADW_TYPE_BIN)

typedef struct
{
  GPtrArray *reports;
  GArray    *remarks;
} Listing;

static void
listing_free (Listing *listing)
{
  g_ptr_array_unref (listing->reports);
  g_array_unref (listing->remarks);
  g_free (listing);
}

static void
clear_remark (gpointer data)
{
  TlsrptReportRemark *remark = data;

  g_free (remark->file);
  g_free (remark->organization);
  g_free (remark->text);
}

/* Isolates are removed: the table adds them for display, and exports plain text. */
static void
add_remark (GArray     *remarks,
            const char *file,
            const char *organization,
            const char *text)
{
  TlsrptReportRemark remark = {
    .file = g_strdup (file),
    .organization = g_strdup (organization),
    .text = tlsrpt_display_strip_isolates (text),
  };

  g_array_append_val (remarks, remark);
}

/* Runs in a thread, since each of thousands of reports can have a hundred notes. */
static void
list_notes_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Listing *listing = task_data;

  for (guint i = 0; i < listing->reports->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const TlsrptReport *report = g_ptr_array_index (listing->reports, i);

      for (gsize j = 0; j < report->n_notes; j++)
        {
          g_autofree char *text = tlsrpt_report_note_dup_text (&report->notes[j]);

          add_remark (listing->remarks, report->file, report->organization, text);
        }
    }

  g_task_return_pointer (task, g_array_ref (listing->remarks), (GDestroyNotify) g_array_unref);
}

static void
notes_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  TlsrptReportRemarksPage *self = user_data;
  g_autoptr (TlsrptRows) rows = NULL;
  g_autoptr (GArray) remarks = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Canceled: the page is gone. */
  if (remarks == NULL)
    return;

  rows = tlsrpt_rows_new (G_TYPE_ARRAY, remarks, remarks->data,
                          sizeof (TlsrptReportRemark), remarks->len);
  tlsrpt_table_set_rows (self->table, rows);
}

static gpointer
ref_report (gconstpointer report,
            gpointer      user_data)
{
  return tlsrpt_report_ref ((TlsrptReport *) report);
}

static void
list (TlsrptReportRemarksPage *self,
      TlsrptReportCollection  *collection)
{
  const GPtrArray *faults = tlsrpt_report_collection_get_faults (collection);
  const GPtrArray *reports = tlsrpt_report_collection_get_reports (collection);
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, notes_listed_cb, self);
  Listing *listing = g_new0 (Listing, 1);

  g_task_set_source_tag (task, list);
  g_task_set_task_data (task, listing, (GDestroyNotify) listing_free);
  listing->reports = g_ptr_array_copy ((GPtrArray *) reports, ref_report, NULL);
  listing->remarks = g_array_new (FALSE, FALSE, sizeof (TlsrptReportRemark));
  g_array_set_clear_func (listing->remarks, clear_remark);

  /* Unread files come first, since they matter more. */
  for (guint i = 0; i < faults->len; i++)
    {
      const TlsrptReportFault *fault = g_ptr_array_index (faults, i);

      add_remark (listing->remarks, fault->file, NULL, fault->error->message);
    }

  g_task_run_in_thread (task, list_notes_thread);
}

static void
row_activated_cb (TlsrptReportRemarksPage *self,
                  TlsrptRow               *row)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *dialog = tlsrpt_report_remark_dialog_new (window, tlsrpt_row_get_data (row));

  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tlsrpt_report_remarks_page_dispose (GObject *object)
{
  TlsrptReportRemarksPage *self = TLSRPT_REPORT_REMARKS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  /* First, since the template takes the child away without telling the bin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_REPORT_REMARKS_PAGE);

  G_OBJECT_CLASS (tlsrpt_report_remarks_page_parent_class)->dispose (object);
}

static void
tlsrpt_report_remarks_page_class_init (TlsrptReportRemarksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tlsrpt_report_remarks_page_dispose;

  g_type_ensure (TLSRPT_TYPE_TABLE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-report-remarks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportRemarksPage, table);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tlsrpt_report_remarks_page_init (TlsrptReportRemarksPage *self)
{
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  tlsrpt_report_columns_set_up_remarks (self->table);
}

/**
 * tlsrpt_report_remarks_page_new:
 * @collection: reports, and files that could not be read
 *
 * Creates a page.
 *
 * Returns: (transfer full): a page
 */
GtkWidget *
tlsrpt_report_remarks_page_new (TlsrptReportCollection *collection)
{
  TlsrptReportRemarksPage *self;

  g_return_val_if_fail (TLSRPT_IS_REPORT_COLLECTION (collection), NULL);

  self = g_object_new (TLSRPT_TYPE_REPORT_REMARKS_PAGE, NULL);
  list (self, collection);

  return GTK_WIDGET (self);
}
