/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-report-table.h"

#include "tlsrpt-cli-terminal.h"
#include "tlsrpt-wrap.h"

#include <glib/gi18n.h>

#define INDENT 2

/* Between columns */
#define GAP 2

/* Columns of numbers */
enum
{
  FAILED,
  SUCCESSFUL,
  REPORTS,
  N_NUMBERS,
};

/* A line of a table, whatever it is about. */
typedef struct
{
  char *key;
  char *numbers[N_NUMBERS];
} Line;

static void
line_clear (gpointer data)
{
  Line *line = data;

  g_free (line->key);
  for (gsize i = 0; i < N_NUMBERS; i++)
    g_free (line->numbers[i]);
}

static void
append_padded (GString    *text,
               const char *cell,
               guint       width,
               gboolean    is_number)
{
  guint cells = tlsrpt_wrap_measure (cell);
  int padding = (int) (width - MIN (cells, width));

  if (is_number)
    g_string_append_printf (text, "%*s%s", padding, "", cell);
  else
    g_string_append_printf (text, "%s%*s", cell, padding, "");
}

/**
 * tlsrpt_cli_report_table_new:
 * @heading: what the lines are about
 * @has_successful: whether they count successful sessions
 *
 * Creates a table of numbers: its first line is the heading.
 *
 * Returns: (transfer full): the table
 */
GArray *
tlsrpt_cli_report_table_new (const char *heading,
                             gboolean    has_successful)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  Line line = { 0 };

  g_array_set_clear_func (lines, line_clear);
  line.key = g_strdup (heading);
  /* Translators: the heading of a column of numbers */
  line.numbers[FAILED] = g_strdup (_("Failed"));
  if (has_successful)
    /* Translators: the heading of a column of numbers */
    line.numbers[SUCCESSFUL] = g_strdup (_("Successful"));
  /* Translators: the heading of a column of numbers */
  line.numbers[REPORTS] = g_strdup (_("Reports"));
  g_array_append_val (lines, line);

  return lines;
}

/**
 * tlsrpt_cli_report_table_add:
 * @lines: a table
 * @key: (transfer full): what a line is about
 * @failed: sessions that failed
 * @successful: sessions that did not, or -1 in a table that leaves them out
 * @n_reports: reports that say so
 *
 * Adds a line.
 */
void
tlsrpt_cli_report_table_add (GArray *lines,
                             char   *key,
                             gint64  failed,
                             gint64  successful,
                             gsize   n_reports)
{
  Line line = { 0 };

  line.key = key;
  line.numbers[FAILED] = g_strdup_printf ("%'" G_GINT64_FORMAT, failed);
  if (successful >= 0)
    line.numbers[SUCCESSFUL] = g_strdup_printf ("%'" G_GINT64_FORMAT, successful);
  line.numbers[REPORTS] = g_strdup_printf ("%'" G_GSIZE_FORMAT, n_reports);

  g_array_append_val (lines, line);
}

/**
 * tlsrpt_cli_report_table_append:
 * @text: where to append
 * @lines: a table
 *
 * Appends a table whose columns are as wide as they need to be.
 */
void
tlsrpt_cli_report_table_append (GString *text,
                                GArray  *lines)
{
  guint widths[N_NUMBERS] = { 0 };
  guint key_width = 0;
  guint numbers_width = INDENT;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      key_width = MAX (key_width, tlsrpt_wrap_measure (line->key));
      for (gsize j = 0; j < N_NUMBERS; j++)
        {
          if (line->numbers[j] != NULL)
            widths[j] = MAX (widths[j], tlsrpt_wrap_measure (line->numbers[j]));
        }
    }

  /* One long name must not push all numbers out of sight. */
  for (gsize j = 0; j < N_NUMBERS; j++)
    numbers_width += widths[j] > 0 ? widths[j] + GAP : 0;
  key_width = MIN (key_width, MAX (tlsrpt_wrap_get_width (), 2 * numbers_width) - numbers_width);

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      g_autoptr (GString) row = g_string_new (NULL);

      append_padded (row, line->key, key_width + (i > 0 ? 0 : INDENT), FALSE);
      for (gsize j = 0; j < N_NUMBERS; j++)
        {
          if (line->numbers[j] != NULL)
            {
              g_string_append_printf (row, "%*s", GAP, "");
              append_padded (row, line->numbers[j], widths[j], TRUE);
            }
        }

      /* The first is the heading. */
      if (i == 0)
        tlsrpt_cli_append_heading (text, row->str);
      else
        g_string_append_printf (text, "%*s%s\n", INDENT, "", row->str);
    }
}
