/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-csv.h"
#include "tlsrpt-json-writer.h"
#include "tlsrpt-json.h"
#include "tlsrpt-quote.h"

static gboolean
equals (const TlsrptJsonValue *value,
        const char            *text)
{
  return value->type == TLSRPT_JSON_TEXT && value->string.length == strlen (text) &&
         memcmp (value->string.text, text, value->string.length) == 0;
}

/* The output can be read again, is ASCII, and has the same meaning. */
static void
check_json (const uint8_t     *data,
            size_t             size,
            const char *const *lines)
{
  for (TlsrptJsonStyle style = TLSRPT_JSON_COMPACT; style <= TLSRPT_JSON_INDENTED; style++)
    {
      static const TlsrptJsonKey keys[] = { { "lines", 5, 0 } };
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (TlsrptJsonParser) parser = tlsrpt_json_parser_new ();
      TlsrptJsonWriter writer;
      TlsrptJsonValue root;
      TlsrptJsonValue array;
      TlsrptJsonValue value;
      TlsrptJsonIter iter;
      gsize i = 0;

      tlsrpt_json_writer_init (&writer, text, style);
      tlsrpt_json_writer_begin_object (&writer, NULL);
      tlsrpt_json_writer_bytes (&writer, "bytes", (const char *) data, size);
      tlsrpt_json_writer_strings (&writer, "lines", lines);
      tlsrpt_json_writer_integer (&writer, "size", (gint64) size);
      tlsrpt_json_writer_end_object (&writer);

      g_assert_true (g_str_is_ascii (text->str));
      g_assert_cmpint (tlsrpt_json_parser_parse (parser, text->str, text->len, text->len, &root),
                       ==, TLSRPT_JSON_OK);
      tlsrpt_json_get_members (&root, keys, 1, &array, 1);
      g_assert_cmpint (array.type, ==, TLSRPT_JSON_ARRAY);
      tlsrpt_json_iter_init (&iter, &array);
      while (tlsrpt_json_iter_next (&iter, &value))
        g_assert_true (equals (&value, lines[i++]));
      g_assert_null (lines[i]);
    }
}

/* As many cells as were given, read by the rules of RFC 4180, and none that a table
 * program takes for a formula. */
static void
check_csv (const char *const *cells)
{
  g_autoptr (GString) csv = g_string_new (NULL);
  gsize n = g_strv_length ((char **) cells);
  gsize n_read = 0;
  gboolean is_quoted = FALSE;
  gboolean is_first = TRUE;

  tlsrpt_csv_append_row (csv, cells, n);
  for (const char *p = csv->str; *p != '\0'; p++)
    {
      char first = *p == '"' ? p[1] : *p;

      g_assert_false (is_first && (first == '=' || first == '+' || first == '-' || first == '@'));
      is_first = FALSE;

      if (*p == '"')
        is_quoted = !is_quoted;
      else if (!is_quoted && (*p == ',' || *p == '\n'))
        {
          n_read++;
          is_first = p[1] != '\0';
        }
    }

  g_assert_false (is_quoted);
  g_assert_cmpuint (n_read, ==, n);
}

/* A shell reads what was meant. */
static void
check_quotes (const char *text)
{
  g_autofree char *shell = tlsrpt_quote_shell (text);
  g_autofree char *unquoted = g_shell_unquote (shell, NULL);

  g_assert_cmpstr (unquoted, ==, text);

  g_free (tlsrpt_quote_hcl (text));
  g_free (tlsrpt_quote_json (text));
  g_free (tlsrpt_quote_octodns (text));
  g_free (tlsrpt_quote_txt (text));
  g_free (tlsrpt_quote_yaml (text));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *raw = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (raw, -1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", 50);

  check_quotes (text);
  check_json (data, size, (const char *const *) lines);
  if (lines[0] != NULL)
    check_csv ((const char *const *) lines);

  return 0;
}
