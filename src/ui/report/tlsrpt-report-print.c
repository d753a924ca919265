/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For memfd_create (). */
#define _GNU_SOURCE

#include "config.h"

#include "tlsrpt-report-print.h"

#include "tlsrpt-summary.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <sys/mman.h>
#include <unistd.h>

/* In points. */
#define GAP 6.0
#define INDENT 14.0
#define NUMBER_WIDTH 80.0
#define BAR_HEIGHT 4.0

typedef enum
{
  LINE_TITLE,
  LINE_HEADING,
  LINE_SUBHEADING,
  LINE_TEXT,
  LINE_ITEM,
  LINE_CODE,
  LINE_HEADER,
  LINE_ROW,
} LineKind;

/* Fonts of the kinds of lines. */
static const char *const fonts[] = {
  [LINE_TITLE] = "Sans Bold 16",
  [LINE_HEADING] = "Sans Bold 12",
  [LINE_SUBHEADING] = "Sans Bold 10",
  [LINE_TEXT] = "Sans 10",
  [LINE_ITEM] = "Sans 10",
  [LINE_CODE] = "Monospace 9",
  [LINE_HEADER] = "Sans Bold 9",
  [LINE_ROW] = "Sans 10",
};

typedef struct
{
  LineKind          kind;
  char             *text;
  /* (nullable): what stands at the end of a row, one in each column */
  char            **numbers;
  gboolean          has_bar;
  TlsrptSummaryBar  bar;

  /* Where it is printed. */
  guint             page;
  double            y;
} Line;

/* The lines of a summary. */
typedef GArray Printing;

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_free (line->text);
  g_strfreev (line->numbers);
}

static Line *
add_line (Printing *lines,
          LineKind  kind,
          char     *text)
{
  const Line line = { .kind = kind, .text = text };

  g_array_append_val (lines, line);

  return &g_array_index (lines, Line, lines->len - 1);
}

static void
add_items (Printing          *lines,
           const char *const *items,
           gboolean           is_numbered)
{
  for (guint i = 0; items[i] != NULL; i++)
    {
      if (is_numbered)
        /* Translators: a step; %u is its number, %s what to do */
        add_line (lines, LINE_ITEM, g_strdup_printf (_("%u. %s"), i + 1, items[i]));
      else
        add_line (lines, LINE_ITEM, g_strdup_printf ("• %s", items[i]));
    }
}

/* The columns in front stand in one; those of numbers each have theirs. */
static void
add_table (Printing                 *lines,
           const TlsrptSummaryBlock *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      char **cells = g_ptr_array_index (table->rows, i);
      guint n_cells = g_strv_length (cells);
      guint n_texts = n_cells - MIN (table->n_numbers, n_cells);
      g_autoptr (GString) text = g_string_new (NULL);
      Line *line;

      for (guint j = 0; j < n_texts; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? " · " : "", cells[j]);

      line = add_line (lines, i == 0 ? LINE_HEADER : LINE_ROW, g_strdup (text->str));
      line->numbers = g_strdupv (cells + n_texts);
      if (table->bars != NULL && i > 0)
        {
          line->has_bar = TRUE;
          line->bar = g_array_index (table->bars, TlsrptSummaryBar, i - 1);
        }
    }
}

static void
add_block (Printing                 *lines,
           const TlsrptSummaryBlock *block)
{
  switch (block->kind)
    {
    case TLSRPT_SUMMARY_TITLE:
      add_line (lines, LINE_TITLE, g_strdup (block->text));
      break;

    case TLSRPT_SUMMARY_HEADING:
      add_line (lines, LINE_HEADING, g_strdup (block->text));
      break;

    case TLSRPT_SUMMARY_SUBHEADING:
      add_line (lines, LINE_SUBHEADING, g_strdup (block->text));
      break;

    case TLSRPT_SUMMARY_LIST:
    case TLSRPT_SUMMARY_STEPS:
      add_items (lines, (const char *const *) block->items, block->kind == TLSRPT_SUMMARY_STEPS);
      break;

    case TLSRPT_SUMMARY_TABLE:
      add_table (lines, block);
      break;

    case TLSRPT_SUMMARY_CODE:
      add_line (lines, LINE_CODE, g_strchomp (g_strdup (block->text)));
      break;

    case TLSRPT_SUMMARY_PARAGRAPH:
    default:
      /* What follows the title says which domain and period it is about. */
      add_line (lines, lines->len == 1 ? LINE_TITLE : LINE_TEXT, g_strdup (block->text));
      break;
    }
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
get_indent (LineKind kind)
{
  return kind == LINE_ITEM || kind == LINE_CODE ? INDENT : 0.0;
}

static double
get_text_width (GtkPrintContext *context,
                const Line      *line)
{
  double width = gtk_print_context_get_width (context) - get_indent (line->kind);

  if (line->numbers != NULL)
    width -= g_strv_length (line->numbers) * NUMBER_WIDTH;

  return MAX (width, NUMBER_WIDTH);
}

static gboolean
is_heading (const Line *line)
{
  return line->kind == LINE_HEADING || line->kind == LINE_SUBHEADING || line->kind == LINE_HEADER;
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
                Printing          *lines)
{
  double page_height = gtk_print_context_get_height (context);
  double y = 0.0;
  guint page = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);
      g_autoptr (PangoLayout) layout = NULL;
      double height, needed;

      layout = create_layout (context, line->kind, line->text,
                              get_text_width (context, line));
      height = get_height (layout) + (line->has_bar ? BAR_HEIGHT : 0.0) + GAP;
      if (is_heading (line) && y > 0.0)
        y += line->kind == LINE_HEADING ? 2 * GAP : GAP;

      /* A heading does not stay behind alone. */
      needed = is_heading (line) ? 4 * height : height;
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
draw_numbers (GtkPrintContext *context,
              const Line      *line)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  guint n_numbers = g_strv_length (line->numbers);

  for (guint i = 0; i < n_numbers; i++)
    {
      g_autoptr (PangoLayout) layout = NULL;

      layout = create_layout (context, line->kind, line->numbers[i], NUMBER_WIDTH);
      pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
      cairo_move_to (cr, gtk_print_context_get_width (context) - (n_numbers - i) * NUMBER_WIDTH,
                     line->y);
      pango_cairo_show_layout (cr, layout);
    }
}

/* Black and gray, for paper may have no colors: what failed first. */
static void
draw_bar (GtkPrintContext *context,
          const Line      *line,
          double           text_height)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double scale = gtk_print_context_get_width (context) / 1000.0;
  double failed = line->bar.failed > 0 ? MAX (line->bar.failed * scale, 1.0) : 0.0;

  cairo_rectangle (cr, 0.0, line->y + text_height + 1.0, failed, BAR_HEIGHT - 2.0);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.75, 0.75, 0.75);
  cairo_rectangle (cr, failed, line->y + text_height + 1.0, line->bar.successful * scale,
                   BAR_HEIGHT - 2.0);
  cairo_fill (cr);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Printing          *lines)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      g_autoptr (PangoLayout) layout = NULL;

      if (line->page != (guint) page)
        continue;

      layout = create_layout (context, line->kind, line->text,
                              get_text_width (context, line));
      cairo_set_source_rgb (cr, 0.0, 0.0, 0.0);
      cairo_move_to (cr, get_indent (line->kind), line->y);
      pango_cairo_show_layout (cr, layout);

      if (line->numbers != NULL)
        draw_numbers (context, line);
      if (line->has_bar)
        draw_bar (context, line, get_height (layout));
    }
}

static void
printing_free (gpointer  data,
               GClosure *closure)
{
  g_array_unref (data);
}

static GtkPrintOperation *
create_operation (const GPtrArray *blocks)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Printing *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  g_array_set_clear_func (lines, clear_line);
  for (guint i = 0; i < blocks->len; i++)
    add_block (lines, g_ptr_array_index (blocks, i));

  gtk_print_operation_set_job_name (operation, _("TLS Reports"));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_print_cb), lines,
                         printing_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), lines);

  return operation;
}

/**
 * tlsrpt_report_print:
 * @blocks: (element-type TlsrptSummaryBlock): a summary
 * @window: the window
 * @error: set if it failed
 *
 * Prints a summary, as the user says.
 *
 * Returns: whether it did not fail
 */
gboolean
tlsrpt_report_print (const GPtrArray  *blocks,
                     GtkWindow        *window,
                     GError          **error)
{
  g_autoptr (GtkPrintOperation) operation = create_operation (blocks);

  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                  window, error) != GTK_PRINT_OPERATION_RESULT_ERROR;
}

/**
 * tlsrpt_report_print_to_pdf:
 * @blocks: (element-type TlsrptSummaryBlock): a summary
 * @error: set if it failed
 *
 * Prints a summary to a PDF file in memory.
 *
 * Returns: (transfer full) (nullable): the file, to be saved
 */
GBytes *
tlsrpt_report_print_to_pdf (const GPtrArray  *blocks,
                            GError          **error)
{
  g_autoptr (GtkPrintOperation) operation = create_operation (blocks);
  g_autoptr (GMappedFile) file = NULL;
  g_autofree char *path = NULL;
  int fd;

  /* GTK takes a name alone.  It would empty what has that name first, and cairo says
   * nothing when the disk is full after half of it. */
  fd = memfd_create ("tlsrpt-summary", MFD_CLOEXEC);
  if (fd < 0)
    {
      int saved_errno = errno;

      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno),
                           g_strerror (saved_errno));
      return NULL;
    }

  path = g_strdup_printf ("/proc/self/fd/%d", fd);
  gtk_print_operation_set_export_filename (operation, path);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                               NULL, error) != GTK_PRINT_OPERATION_RESULT_ERROR)
    file = g_mapped_file_new_from_fd (fd, FALSE, error);
  close (fd);

  return file != NULL ? g_mapped_file_get_bytes (file) : NULL;
}
