/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-lint.h"

#include "tlsrpt-cli-line.h"
#include "tlsrpt-discovery.h"
#include "tlsrpt-json.h"
#include "tlsrpt-lint-json.h"
#include "tlsrpt-lint.h"

#include <glib/gi18n.h>

/* What is kept from line to line, so that a line costs few allocations. */
typedef struct
{
  TlsrptGrammar    *grammar;
  TlsrptJsonParser *parser;
  TlsrptExit        worst;
} Lines;

/* As bad as the worst line: invalid, then warnings. */
static void
count (Lines      *lines,
       TlsrptExit  status)
{
  lines->worst = MAX (lines->worst, status);
}

static TlsrptExit
judge_lines (TlsrptCliLineFunc func)
{
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();
  g_autoptr (TlsrptJsonParser) parser = tlsrpt_json_parser_new ();
  Lines lines = { grammar, parser, TLSRPT_EXIT_OK };

  return tlsrpt_cli_line_foreach (func, &lines) ? lines.worst : TLSRPT_EXIT_PROBLEM;
}

static void
write_record (Lines            *lines,
              TlsrptJsonWriter *writer,
              const char       *name,
              const char       *text,
              gsize             length,
              gboolean          is_cut)
{
  tlsrpt_grammar_lint (lines->grammar, text, length);
  if (is_cut)
    tlsrpt_grammar_fail (lines->grammar, TLSRPT_FINDING_TEXT_TOO_LONG, length, 0);

  tlsrpt_lint_write (lines->grammar, writer, name);
  count (lines, tlsrpt_cli_lint_exit (lines->grammar));
}

static void
lint_line_cb (const TlsrptCliLine *line,
              GString             *output,
              gpointer             user_data)
{
  TlsrptJsonWriter writer;

  tlsrpt_json_writer_init (&writer, output, TLSRPT_JSON_COMPACT);
  write_record (user_data, &writer, NULL, line->text, line->length, line->is_cut);
  g_string_append_c (output, '\n');
}

/* A TXT value: a string, or the strings that belong together. */
static gboolean
add_text (const TlsrptJsonValue *value,
          GString               *text)
{
  TlsrptJsonValue part;
  TlsrptJsonIter iter;

  if (value->type == TLSRPT_JSON_TEXT)
    {
      g_string_append_len (text, value->string.text, value->string.length);
      return TRUE;
    }

  if (value->type != TLSRPT_JSON_ARRAY)
    return FALSE;

  tlsrpt_json_iter_init (&iter, value);
  while (tlsrpt_json_iter_next (&iter, &part))
    {
      if (part.type != TLSRPT_JSON_TEXT)
        return FALSE;

      g_string_append_len (text, part.string.text, part.string.length);
    }

  return TRUE;
}

static gboolean
read_answers (Lines      *lines,
              const char *line,
              gsize       length,
              GPtrArray  *texts)
{
  TlsrptJsonValue root;
  TlsrptJsonValue value;
  TlsrptJsonIter iter;

  if (tlsrpt_json_parser_parse (lines->parser, line, length, length, &root) != TLSRPT_JSON_OK ||
      root.type != TLSRPT_JSON_ARRAY)
    return FALSE;

  tlsrpt_json_iter_init (&iter, &root);
  while (tlsrpt_json_iter_next (&iter, &value))
    {
      g_autoptr (GString) text = g_string_new (NULL);

      if (!add_text (&value, text))
        return FALSE;

      g_ptr_array_add (texts, g_string_free_to_bytes (g_steal_pointer (&text)));
    }

  return TRUE;
}

static void
answers_line_cb (const TlsrptCliLine *line,
                 GString             *output,
                 gpointer             user_data)
{
  Lines *lines = user_data;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gboolean is_right = !line->is_cut && read_answers (lines, line->text, line->length, texts);
  TlsrptDiscovery discovery = TLSRPT_DISCOVERY_NONE;
  TlsrptJsonWriter writer;
  guint position;

  tlsrpt_json_writer_init (&writer, output, TLSRPT_JSON_COMPACT);
  tlsrpt_json_writer_begin_answer (&writer);

  if (is_right)
    discovery = tlsrpt_discover (texts, &position);
  else
    /* Translators: where a fault is */
    tlsrpt_cli_error (_("line %zu: not a JSON array of TXT values"), line->number);

  tlsrpt_json_writer_string (&writer, "verdict",
                             is_right ? tlsrpt_discovery_get_name (discovery) : NULL);

  if (discovery == TLSRPT_DISCOVERY_ONE)
    {
      gsize size;
      const char *text = g_bytes_get_data (g_ptr_array_index (texts, position), &size);

      write_record (lines, &writer, "record", text, size, FALSE);
    }
  else
    {
      tlsrpt_json_writer_null (&writer, "record");
      count (lines, TLSRPT_EXIT_INVALID);
    }

  tlsrpt_json_writer_end_object (&writer);
  g_string_append_c (output, '\n');
}

/**
 * tlsrpt_cli_lint_lines:
 *
 * Reads records from standard input, one a line, and prints an object for each.
 *
 * Returns: the exit code for the worst of them
 */
TlsrptExit
tlsrpt_cli_lint_lines (void)
{
  return judge_lines (lint_line_cb);
}

/**
 * tlsrpt_cli_lint_answers:
 *
 * Reads answers of DNS from standard input, a JSON array of TXT values a line, and
 * prints what senders make of each.
 *
 * Returns: the exit code for the worst of them
 */
TlsrptExit
tlsrpt_cli_lint_answers (void)
{
  return judge_lines (answers_line_cb);
}
