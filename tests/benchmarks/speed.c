/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One pass of the core over data that does not repeat: run under callgrind by speed.py.
 *
 * usage: speed PASS FILE-OR-FOLDER */

#include "config.h"

#include "plain-parse.h"
#include "tlsrpt-json.h"
#include "tlsrpt-lint.h"
#include "tlsrpt-report-reader.h"
#include "tlsrpt-report-tally.h"

#include <locale.h>
#include <string.h>

typedef void (*LineFunc) (char     *line,
                          gsize     length,
                          gpointer  user_data);

/* Each line of a file, with room behind it for the parser of JSON. */
static void
foreach_line (const char *path,
              LineFunc    func,
              gpointer    user_data)
{
  g_autofree char *text = NULL;
  gsize length;

  g_assert (g_file_get_contents (path, &text, &length, NULL));
  text = g_realloc (text, length + TLSRPT_JSON_PADDING);

  for (char *line = text; line < text + length;)
    {
      char *end = memchr (line, '\n', (gsize) (text + length - line));

      func (line, (gsize) (end - line), user_data);
      line = end + 1;
    }
}

static void
parse_grammar (char     *line,
               gsize     length,
               gpointer  user_data)
{
  tlsrpt_grammar_parse (user_data, line, (gssize) length);
}

static void
lint (char     *line,
      gsize     length,
      gpointer  user_data)
{
  tlsrpt_grammar_lint (user_data, line, (gssize) length);
}

static void
grammar_pass (const char *path)
{
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();

  foreach_line (path, parse_grammar, grammar);
}

static void
lint_pass (const char *path)
{
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();

  foreach_line (path, lint, grammar);
}

static void
parse_plainly (char     *line,
               gsize     length,
               gpointer  user_data)
{
  plain_parser_parse (user_data, line, length);
}

static void
plain_pass (const char *path)
{
  PlainParser *parser = plain_parser_new ();

  foreach_line (path, parse_plainly, parser);
  plain_parser_free (parser);
}

/* Reports as a program reads them: all of them, and then a summary. */
typedef struct
{
  TlsrptReportReader *reader;
  GPtrArray          *reports;
  GPtrArray          *faults;
} Reading;

static void
read_report (char     *line,
             gsize     length,
             gpointer  user_data)
{
  Reading *reading = user_data;

  tlsrpt_report_reader_read_data (reading->reader, "report.json", line, length,
                                  length + TLSRPT_JSON_PADDING, reading->reports,
                                  reading->faults);
}

static void
count_reports (const Reading *reading)
{
  TlsrptReportTally *tally = tlsrpt_report_tally_new (&TLSRPT_REPORT_FILTER_ALL,
                                                      TLSRPT_REPORT_TALLY_DETAILS);
  g_autoptr (TlsrptReportSummary) summary = NULL;

  g_assert (reading->faults->len == 0);
  for (guint i = 0; i < reading->reports->len; i++)
    tlsrpt_report_tally_add (tally, g_ptr_array_index (reading->reports, i));
  summary = tlsrpt_report_tally_end (tally);
  g_assert (summary->n_reports == reading->reports->len);
}

static void
read_and_count (const char *path,
                gboolean    is_folder)
{
  g_autoptr (TlsrptReportReader) reader = tlsrpt_report_reader_new ();
  g_autoptr (GPtrArray) reports =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  g_autoptr (GPtrArray) faults = g_ptr_array_new ();
  Reading reading = { reader, reports, faults };

  if (is_folder)
    {
      g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
      const char *name;

      while ((name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *file = g_build_filename (path, name, NULL);

          tlsrpt_report_reader_read_file (reader, file, reports, faults);
        }
    }
  else
    {
      foreach_line (path, read_report, &reading);
    }

  count_reports (&reading);
}

static void
reports_pass (const char *path)
{
  read_and_count (path, FALSE);
}

static void
files_pass (const char *path)
{
  read_and_count (path, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void      (*run) (const char *path);
  } passes[] = {
    { "grammar", grammar_pass },
    { "lint", lint_pass },
    { "plain", plain_pass },
    { "reports", reports_pass },
    { "files", files_pass },
  };

  setlocale (LC_ALL, "");
  g_assert (argc == 3);

  for (gsize i = 0; i < G_N_ELEMENTS (passes); i++)
    {
      if (g_str_equal (passes[i].name, argv[1]))
        {
          passes[i].run (argv[2]);
          return 0;
        }
    }

  return 2;
}
