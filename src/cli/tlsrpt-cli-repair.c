/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-repair.h"

#include "tlsrpt-cli-input.h"
#include "tlsrpt-cli-options.h"
#include "tlsrpt-cli-paste.h"
#include "tlsrpt-display.h"
#include "tlsrpt-import-lint.h"
#include "tlsrpt-json-writer.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-line-reader.h"
#include "tlsrpt-lint.h"
#include "tlsrpt-repair.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

/* What was changed, as far as people need to see it: not that of the whole text. */
static void
print_change (const TlsrptChange *change,
              gboolean            is_merge)
{
  g_autofree char *title = tlsrpt_change_dup_title (change);
  g_autofree char *where = NULL;
  g_autofree char *what = NULL;
  g_autofree char *plain = NULL;

  if (is_merge)
    /* Translators: %u is the number of a record, from 1; text follows */
    where = g_strdup_printf (_("record %u: "), change->record + 1);

  if (title != NULL)
    /* Translators: what was changed, and why */
    what = g_strdup_printf (_("%s: %s"), title, tlsrpt_change_get_message (change));

  plain = tlsrpt_display_strip_isolates (what != NULL ? what : tlsrpt_change_get_message (change));
  tlsrpt_cli_error ("%s%s", where != NULL ? where : "", plain);
}

static void
append_json (GString            *page,
             const TlsrptRepair *repair,
             gboolean            is_merge)
{
  TlsrptJsonWriter writer;

  tlsrpt_json_writer_init (&writer, page, TLSRPT_JSON_INDENTED);
  tlsrpt_json_writer_begin_answer (&writer);
  tlsrpt_json_writer_string (&writer, is_merge ? "merged" : "repaired", repair->value);

  tlsrpt_json_writer_begin_array (&writer, "destinations");
  for (guint i = 0; repair->value != NULL && i < repair->uris->len; i++)
    tlsrpt_json_writer_string (&writer, NULL, g_ptr_array_index (repair->uris, i));
  tlsrpt_json_writer_end_array (&writer);

  tlsrpt_json_writer_begin_array (&writer, "changes");
  for (guint i = 0; i < repair->changes->len; i++)
    {
      const TlsrptChange *change = g_ptr_array_index (repair->changes, i);
      g_autofree char *message =
        tlsrpt_display_strip_isolates (tlsrpt_change_get_message (change));

      tlsrpt_json_writer_begin_object (&writer, NULL);
      if (is_merge)
        tlsrpt_json_writer_integer (&writer, "record", change->record);
      tlsrpt_json_writer_string (&writer, "code", tlsrpt_change_get_code_name (change));
      tlsrpt_json_writer_boolean (&writer, "loss", tlsrpt_change_is_loss (change));
      tlsrpt_json_writer_integer (&writer, "offset", change->offset);
      tlsrpt_json_writer_integer (&writer, "length", change->length);
      tlsrpt_json_writer_string (&writer, "before", change->before);
      tlsrpt_json_writer_string (&writer, "after", change->after);
      tlsrpt_json_writer_string (&writer, "message", message);
      tlsrpt_json_writer_end_object (&writer);
    }
  tlsrpt_json_writer_end_array (&writer);

  tlsrpt_json_writer_end_object (&writer);
  g_string_append_c (page, '\n');
}

/* What no repair can know: a host that nobody can find, a password in a URL.  Returns
 * whether there is any. */
static gboolean
tell_rest (const TlsrptRepair *repair,
           gboolean            is_silent)
{
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();
  gboolean found = FALSE;

  tlsrpt_grammar_lint (grammar, repair->value, -1);

  for (gsize i = 0; i < grammar->n_findings; i++)
    {
      const TlsrptFinding *finding = &grammar->findings[i];
      g_autofree char *where = NULL;

      /* Another destination is for the user to add, and not for a repair. */
      if (tlsrpt_finding_get_severity (finding) < TLSRPT_SEVERITY_WARNING ||
          finding->code >= TLSRPT_FINDING_NO_MAIL_ADDRESS)
        continue;

      found = TRUE;
      if (is_silent)
        continue;

      where = tlsrpt_display_sanitise (repair->value + finding->offset, (gssize) finding->length);
      /* Translators: the first %s is a part of a record, the second what is wrong with it */
      tlsrpt_cli_error (_("“%s” was kept: %s"), where, tlsrpt_finding_get_message (finding));
    }

  return found;
}

static TlsrptExit
print_repair (const TlsrptRepair *repair,
              gboolean            is_merge,
              gboolean            json)
{
  g_autoptr (GString) page = g_string_new (NULL);
  gboolean has_rest;

  if (json)
    {
      append_json (page, repair, is_merge);
    }
  else
    {
      for (guint i = 0; i < repair->changes->len; i++)
        print_change (g_ptr_array_index (repair->changes, i), is_merge);

      if (repair->value != NULL)
        g_string_append_printf (page, "%s\n", repair->value);
    }

  has_rest = repair->value != NULL && tell_rest (repair, json);

  if (!tlsrpt_cli_write (page))
    return TLSRPT_EXIT_PROBLEM;

  if (repair->value == NULL)
    return TLSRPT_EXIT_INVALID;

  return tlsrpt_repair_has_loss (repair) || has_rest ? TLSRPT_EXIT_PROBLEM : TLSRPT_EXIT_OK;
}

/* The records of a pasted text; there is one for a repair, or several to merge. */
static TlsrptExit
add_pasted (GBytes    *input,
            gboolean   is_merge,
            GPtrArray *texts)
{
  TlsrptExit status = TLSRPT_EXIT_OK;
  g_autoptr (GPtrArray) records = tlsrpt_cli_read_pasted (input, &status, NULL);

  if (records != NULL && records->len > 1 && !is_merge)
    {
      if (tlsrpt_import_has_several (records))
        tlsrpt_cli_error (_("several records; “tlsrpt-cli merge” combines them into one"));
      else
        tlsrpt_cli_error (_("records at different names; paste one of them"));
      return TLSRPT_EXIT_INVALID;
    }

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const TlsrptPasted *record = g_ptr_array_index (records, i);

      if (!tlsrpt_pasted_is_whole (record))
        {
          tlsrpt_cli_error ("%s", tlsrpt_finding_get_message (&(TlsrptFinding) {
                                    .code = TLSRPT_FINDING_CUT_OFF }));
          return TLSRPT_EXIT_INVALID;
        }

      g_ptr_array_add (texts, g_bytes_new (record->text->str, record->text->len));
    }

  return status;
}

/**
 * tlsrpt_cli_repair:
 *
 * Runs `tlsrpt-cli repair`.
 *
 * Returns: the exit code
 */
TlsrptExit
tlsrpt_cli_repair (int    argc,
                   char **argv)
{
  gboolean json = FALSE;
  gboolean paste = FALSE;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GBytes) input = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (TlsrptRepair) repair = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print a JSON object"), NULL },
    { "paste", 'p', 0, G_OPTION_ARG_NONE, &paste,
      N_("Find the record in a zone file, the output of dig, or similar text"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  GOptionContext *context = g_option_context_new (_("[TEXT | -]"));
  TlsrptExit status;

  g_option_context_set_summary (context, _("Prints a TLS-RPT record in the form that all senders "
                                           "understand."));
  if (!tlsrpt_cli_parse_options (context, entries, argv, &status))
    return status;

  if (arguments == NULL && !tlsrpt_cli_check_input ("tlsrpt-cli repair TEXT | -"))
    return TLSRPT_EXIT_USAGE;

  input = tlsrpt_cli_read_input (arguments, TRUE);
  if (input == NULL)
    return TLSRPT_EXIT_USAGE;

  if (paste)
    {
      status = add_pasted (input, FALSE, texts);
      if (status != TLSRPT_EXIT_OK)
        return status;
    }
  else
    {
      g_ptr_array_add (texts, g_bytes_ref (input));
    }

  repair = tlsrpt_repair_merge (texts);

  return print_repair (repair, FALSE, json);
}

/* One record a line; empty lines are passed over. */
static gboolean
add_lines (GPtrArray *texts)
{
  g_autoptr (TlsrptLineReader) reader = tlsrpt_line_reader_new (STDIN_FILENO);
  g_autoptr (GError) error = NULL;
  gboolean is_cut;
  gsize length;
  char *line;

  while (tlsrpt_line_reader_next (reader, &line, &length, &is_cut, &error))
    {
      if (is_cut)
        {
          /* Translators: %d is a number of bytes */
          tlsrpt_cli_error (_("the text is longer than %d bytes"), TLSRPT_LIMIT_INPUT);
          return FALSE;
        }

      if (texts->len == TLSRPT_LIMIT_ANSWER_RECORDS)
        {
          /* Translators: %d is a number */
          tlsrpt_cli_error (_("more than %d records"), TLSRPT_LIMIT_ANSWER_RECORDS);
          return FALSE;
        }

      if (length > 0)
        g_ptr_array_add (texts, g_bytes_new (line, length));
    }

  if (error != NULL)
    /* Translators: %s says why */
    tlsrpt_cli_error (_("standard input: %s"), error->message);

  return error == NULL;
}

/* All the texts, or the exit code for what is wrong with one. */
static TlsrptExit
add_texts (char      **arguments,
           gboolean    paste,
           GPtrArray  *texts)
{
  g_autoptr (GBytes) input = NULL;

  if (arguments == NULL || (g_str_equal (arguments[0], "-") && arguments[1] == NULL))
    {
      if (!paste)
        return add_lines (texts) ? TLSRPT_EXIT_OK : TLSRPT_EXIT_USAGE;

      input = tlsrpt_cli_read_input (arguments, FALSE);
      if (input == NULL)
        return TLSRPT_EXIT_USAGE;

      return add_pasted (input, TRUE, texts);
    }

  for (; *arguments != NULL; arguments++)
    {
      g_autoptr (GBytes) text = g_bytes_new (*arguments, strlen (*arguments));

      TlsrptExit status = TLSRPT_EXIT_OK;

      if (!paste)
        g_ptr_array_add (texts, g_bytes_ref (text));
      else
        status = add_pasted (text, TRUE, texts);

      if (status != TLSRPT_EXIT_OK)
        return status;
    }

  return TLSRPT_EXIT_OK;
}

/**
 * tlsrpt_cli_merge:
 *
 * Runs `tlsrpt-cli merge`.
 *
 * Returns: the exit code
 */
TlsrptExit
tlsrpt_cli_merge (int    argc,
                  char **argv)
{
  gboolean json = FALSE;
  gboolean paste = FALSE;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (TlsrptRepair) repair = NULL;
  TlsrptExit status;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print a JSON object"), NULL },
    { "paste", 'p', 0, G_OPTION_ARG_NONE, &paste,
      N_("Find the records in a zone file, the output of dig, or similar text"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  GOptionContext *context = g_option_context_new (_("[TEXT… | -]"));

  g_option_context_set_summary (context, _("Merges several TLS-RPT records into one."));
  if (!tlsrpt_cli_parse_options (context, entries, argv, &status))
    return status;

  if (arguments == NULL && !tlsrpt_cli_check_input ("tlsrpt-cli merge TEXT… | -"))
    return TLSRPT_EXIT_USAGE;

  status = add_texts (arguments, paste, texts);
  if (status != TLSRPT_EXIT_OK)
    return status;

  if (texts->len == 0)
    {
      tlsrpt_cli_error (_("no record to merge"));
      return TLSRPT_EXIT_INVALID;
    }

  repair = tlsrpt_repair_merge (texts);

  return print_repair (repair, TRUE, json);
}
