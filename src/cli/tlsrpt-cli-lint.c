/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-lint.h"

#include "tlsrpt-cli-input.h"
#include "tlsrpt-cli-options.h"
#include "tlsrpt-cli-paste.h"
#include "tlsrpt-import-lint.h"
#include "tlsrpt-lint-json.h"
#include "tlsrpt-lint.h"

#include <glib/gi18n.h>

static TlsrptExit
lint_one (GBytes   *input,
          gboolean  json)
{
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();
  g_autoptr (GString) page = g_string_new (NULL);
  gsize length;
  const char *text = g_bytes_get_data (input, &length);

  tlsrpt_grammar_lint (grammar, text != NULL ? text : "", length);

  if (json)
    {
      TlsrptJsonWriter writer;

      tlsrpt_json_writer_init (&writer, page, TLSRPT_JSON_INDENTED);
      tlsrpt_lint_write (grammar, &writer, NULL);
      g_string_append_c (page, '\n');
    }
  else
    {
      tlsrpt_cli_lint_append (page, grammar);
    }

  tlsrpt_cli_print (page->str);

  return tlsrpt_cli_lint_exit (grammar);
}

/* A script finds the same form as for a record. */
static void
print_absence (const GError *absence)
{
  g_autoptr (GString) page = g_string_new (NULL);
  TlsrptJsonWriter writer;

  tlsrpt_json_writer_init (&writer, page, TLSRPT_JSON_INDENTED);
  tlsrpt_json_writer_begin_array (&writer, NULL);
  tlsrpt_cli_pasted_write_absence (absence, &writer);
  tlsrpt_json_writer_end_array (&writer);
  g_string_append_c (page, '\n');
  tlsrpt_cli_print (page->str);
}

static TlsrptExit
lint_pasted (GBytes   *input,
             gboolean  json)
{
  TlsrptExit status;
  g_autoptr (GError) absence = NULL;
  g_autoptr (GPtrArray) records = tlsrpt_cli_read_pasted (input, &status, &absence);
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();
  g_autoptr (GString) page = g_string_new (NULL);
  TlsrptExit worst = TLSRPT_EXIT_OK;
  TlsrptJsonWriter writer;

  if (records == NULL)
    {
      if (json)
        print_absence (absence);

      return status;
    }

  tlsrpt_json_writer_init (&writer, page, TLSRPT_JSON_INDENTED);
  if (json)
    tlsrpt_json_writer_begin_array (&writer, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const TlsrptPasted *record = g_ptr_array_index (records, i);

      tlsrpt_import_lint (grammar, record);

      if (json)
        {
          tlsrpt_json_writer_begin_answer (&writer);
          tlsrpt_cli_pasted_write (record, &writer);
          tlsrpt_lint_write (grammar, &writer, "record");
          tlsrpt_json_writer_end_object (&writer);
        }
      else
        {
          if (i > 0)
            g_string_append_c (page, '\n');
          tlsrpt_cli_pasted_append (record, page);
          g_string_append_c (page, '\n');
          tlsrpt_cli_lint_append (page, grammar);
        }

      worst = MAX (worst, tlsrpt_cli_lint_exit (grammar));
    }

  if (json)
    {
      tlsrpt_json_writer_end_array (&writer);
      g_string_append_c (page, '\n');
    }

  tlsrpt_cli_print (page->str);

  /* Whatever each is worth, senders use none of several at one name. */
  if (tlsrpt_import_has_several (records))
    {
      tlsrpt_cli_error (_("several records; “tlsrpt-cli merge” combines them into one"));
      return TLSRPT_EXIT_INVALID;
    }

  return worst;
}

/**
 * tlsrpt_cli_lint:
 *
 * Runs `tlsrpt-cli lint`.
 *
 * Returns: the exit code
 */
TlsrptExit
tlsrpt_cli_lint (int    argc,
                 char **argv)
{
  gboolean answers = FALSE;
  gboolean json = FALSE;
  gboolean lines = FALSE;
  gboolean paste = FALSE;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GBytes) input = NULL;
  const GOptionEntry entries[] = {
    { "answers", 0, 0, G_OPTION_ARG_NONE, &answers,
      N_("Read a JSON array of TXT values per line, and print a JSON object per line"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print a JSON object"), NULL },
    { "lines", 0, 0, G_OPTION_ARG_NONE, &lines,
      N_("Read a record per line, and print a JSON object per line"), NULL },
    { "paste", 'p', 0, G_OPTION_ARG_NONE, &paste,
      N_("Find the record in a zone file, the output of dig, or similar text"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  GOptionContext *context = g_option_context_new (_("[TEXT | -]"));
  TlsrptExit status;

  g_option_context_set_summary (context, _("Validates the text of a TLS-RPT record."));
  if (!tlsrpt_cli_parse_options (context, entries, argv, &status))
    return status;

  if (answers || lines)
    {
      if (answers && lines)
        {
          tlsrpt_cli_error (_("--answers and --lines cannot be combined"));
          return TLSRPT_EXIT_USAGE;
        }

      if (paste || (arguments != NULL && !(g_str_equal (arguments[0], "-") && arguments[1] == NULL)))
        {
          tlsrpt_cli_error (_("--answers and --lines read only from standard input"));
          return TLSRPT_EXIT_USAGE;
        }

      if (arguments == NULL && !tlsrpt_cli_check_input (answers ? "tlsrpt-cli lint --answers < FILE"
                                                                : "tlsrpt-cli lint --lines < FILE"))
        return TLSRPT_EXIT_USAGE;

      return answers ? tlsrpt_cli_lint_answers () : tlsrpt_cli_lint_lines ();
    }

  if (arguments == NULL && !tlsrpt_cli_check_input ("tlsrpt-cli lint TEXT | -"))
    return TLSRPT_EXIT_USAGE;

  input = tlsrpt_cli_read_input (arguments, TRUE);
  if (input == NULL)
    return TLSRPT_EXIT_USAGE;

  return paste ? lint_pasted (input, json) : lint_one (input, json);
}
