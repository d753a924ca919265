/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-print.h"

#include "tlsrpt-display.h"
#include "tlsrpt-report-text.h"

#include <glib/gi18n.h>

/* The worst of a kind. */
#define MOST_ROWS 20

/* In points. */
#define GAP 6.0
#define NUMBER_WIDTH 90.0
#define BAR_HEIGHT 4.0

typedef enum
{
  LINE_TITLE,
  LINE_HEADING,
  LINE_TEXT,
  LINE_ROW,
} LineKind;

/* Fonts of the kinds of lines. */
static const char *const fonts[] = {
  [LINE_TITLE] = "Sans Bold 16",
  [LINE_HEADING] = "Sans Bold 11",
  [LINE_TEXT] = "Sans 10",
  [LINE_ROW] = "Sans 10",
};

typedef struct
{
  LineKind  kind;
  char     *text;
  char     *number;
  double    share;

  /* Where it is printed. */
  guint     page;
  double    y;
} Line;

typedef struct
{
  TlsrptReportSummary *summary;
  GArray              *lines;
} Printing;

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_free (line->text);
  g_free (line->number);
}

static void
add_line (Printing *printing,
          LineKind  kind,
          char     *text)
{
  Line line = { .kind = kind, .text = text };

  g_array_append_val (printing->lines, line);
}

static void
add_row (Printing *printing,
         char     *text,
         gint64    count,
         gint64    largest)
{
  Line line = {
    .kind = LINE_ROW,
    .text = text,
    .number = tlsrpt_display_count (count),
    .share = largest > 0 ? (double) count / largest : 0.0,
  };

  g_array_append_val (printing->lines, line);
}

static char *
dup_key (TlsrptReportGroup  group,
         const char        *key)
{
  if (group == TLSRPT_REPORT_GROUP_RESULT_TYPE)
    return tlsrpt_report_type_dup_title (key);

  return *key != '\0' ? tlsrpt_display_isolate (key, -1) : g_strdup (_("Not given"));
}

static void
add_problems (Printing *printing)
{
  const TlsrptReportSummary *summary = printing->summary;

  if (summary->n_problems == 0)
    return;

  add_line (printing, LINE_HEADING, g_strdup (_("Problems")));

  for (gsize i = 0; i < MIN (summary->n_problems, MOST_ROWS); i++)
    {
      const TlsrptReportProblem *problem = &summary->problems[i];
      const char *place = problem->mx_host != NULL ? problem->mx_host : problem->domain;
      g_autofree char *title = tlsrpt_report_type_dup_title (problem->result_type);
      g_autofree char *isolated = tlsrpt_display_isolate (place, -1);

      add_row (printing, g_strdup_printf ("%s · %s", title, isolated),
               problem->n_failed, summary->problems[0].n_failed);
    }
}

static void
add_group (Printing          *printing,
           TlsrptReportGroup  group,
           const char        *heading)
{
  const TlsrptReportRow *rows = printing->summary->rows[group];
  gsize n_rows = MIN (printing->summary->n_rows[group], MOST_ROWS);

  if (n_rows == 0 || rows[0].sessions.failed == 0)
    return;

  add_line (printing, LINE_HEADING, g_strdup (heading));
  for (gsize i = 0; i < n_rows && rows[i].sessions.failed > 0; i++)
    add_row (printing, dup_key (group, rows[i].key),
             rows[i].sessions.failed, rows[0].sessions.failed);
}

static void
add_lines (Printing *printing)
{
  const TlsrptReportSummary *summary = printing->summary;
  char *filter = tlsrpt_report_filter_dup_text (summary->filter);
  char *remark;

  add_line (printing, LINE_TITLE, tlsrpt_report_summary_dup_headline (summary));
  if (filter != NULL)
    add_line (printing, LINE_TEXT, filter);
  add_line (printing, LINE_TEXT, tlsrpt_report_scope_dup_text (summary));

  remark = tlsrpt_report_summary_dup_remark (summary);
  if (remark != NULL)
    add_line (printing, LINE_TEXT, remark);

  add_problems (printing);
  add_group (printing, TLSRPT_REPORT_GROUP_RESULT_TYPE, _("Failures by Type"));
  add_group (printing, TLSRPT_REPORT_GROUP_MX_HOST, _("Failures by MX Host"));
  add_group (printing, TLSRPT_REPORT_GROUP_ORGANIZATION, _("Failures by Sender"));
  add_group (printing, TLSRPT_REPORT_GROUP_DOMAIN, _("Failures by Domain"));
}

static PangoLayout *
create_layout (GtkPrintContext *context,
               LineKind         kind,
               const char      *text,
               double           width)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (fonts[kind]);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);

  return layout;
}

static double
get_text_width (GtkPrintContext *context,
                LineKind         kind)
{
  double width = gtk_print_context_get_width (context);

  return kind == LINE_ROW ? MAX (width - NUMBER_WIDTH, NUMBER_WIDTH) : width;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return (double) height / PANGO_SCALE;
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Printing          *printing)
{
  double page_height = gtk_print_context_get_height (context);
  double y = 0.0;
  guint page = 0;

  for (guint i = 0; i < printing->lines->len; i++)
    {
      Line *line = &g_array_index (printing->lines, Line, i);
      g_autoptr (PangoLayout) layout = NULL;
      double height, needed;

      layout = create_layout (context, line->kind, line->text,
                              get_text_width (context, line->kind));
      height = get_height (layout) + (line->kind == LINE_ROW ? BAR_HEIGHT : 0.0) + GAP;
      if (line->kind == LINE_HEADING)
        y += 2 * GAP;

      /* A heading is never the last line of a page. */
      needed = line->kind == LINE_HEADING ? 3 * height : height;
      if (y > 0.0 && y + needed > page_height)
        {
          page++;
          y = 0.0;
        }

      line->page = page;
      line->y = y;
      y += height;
    }

  gtk_print_operation_set_n_pages (operation, (int) page + 1);
}

static void
draw_row (GtkPrintContext *context,
          const Line      *line,
          double           text_height)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context);
  g_autoptr (PangoLayout) layout = NULL;

  layout = create_layout (context, line->kind, line->number, NUMBER_WIDTH);
  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  cairo_move_to (cr, width - NUMBER_WIDTH, line->y);
  pango_cairo_show_layout (cr, layout);

  /* Black, since the printer may have no colors. */
  cairo_rectangle (cr, 0.0, line->y + text_height + 1.0,
                   MAX (line->share * width, 1.0), BAR_HEIGHT - 2.0);
  cairo_fill (cr);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Printing          *printing)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  for (guint i = 0; i < printing->lines->len; i++)
    {
      const Line *line = &g_array_index (printing->lines, Line, i);
      g_autoptr (PangoLayout) layout = NULL;

      if (line->page != (guint) page)
        continue;

      layout = create_layout (context, line->kind, line->text,
                              get_text_width (context, line->kind));
      cairo_set_source_rgb (cr, 0.0, 0.0, 0.0);
      cairo_move_to (cr, 0.0, line->y);
      pango_cairo_show_layout (cr, layout);

      if (line->kind == LINE_ROW)
        draw_row (context, line, get_height (layout));
    }
}

static void
printing_free (gpointer  data,
               GClosure *closure)
{
  Printing *printing = data;

  tlsrpt_report_summary_unref (printing->summary);
  g_array_unref (printing->lines);
  g_free (printing);
}

static GtkPrintOperation *
create_operation (TlsrptReportSummary *summary)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Printing *printing = g_new0 (Printing, 1);

  printing->summary = tlsrpt_report_summary_ref (summary);
  printing->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (printing->lines, clear_line);
  add_lines (printing);

  gtk_print_operation_set_job_name (operation, _("TLS Reports"));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_print_cb), printing,
                         printing_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), printing);

  return operation;
}

/**
 * tlsrpt_report_print:
 * @summary: what to print
 * @window: the window
 * @error: set if it failed
 *
 * Prints a summary, as the user says.
 *
 * Returns: whether it did not fail
 */
gboolean
tlsrpt_report_print (TlsrptReportSummary  *summary,
                     GtkWindow            *window,
                     GError              **error)
{
  g_autoptr (GtkPrintOperation) operation = create_operation (summary);

  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                  window, error) != GTK_PRINT_OPERATION_RESULT_ERROR;
}

/**
 * tlsrpt_report_print_to_file:
 * @summary: what to print
 * @file: where
 * @error: set if it failed
 *
 * Prints a summary to a PDF file.
 *
 * Returns: whether the file is there
 */
gboolean
tlsrpt_report_print_to_file (TlsrptReportSummary  *summary,
                             GFile                *file,
                             GError              **error)
{
  g_autoptr (GtkPrintOperation) operation = create_operation (summary);
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("The summary can only be saved on this computer"));
      return FALSE;
    }

  gtk_print_operation_set_export_filename (operation, path);

  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                  NULL, error) != GTK_PRINT_OPERATION_RESULT_ERROR;
}
