/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-change.h"
#include "tlsrpt-csv.h"
#include "tlsrpt-difference.h"
#include "tlsrpt-grammar.h"
#include "tlsrpt-json-writer.h"
#include "tlsrpt-lint-json.h"
#include "tlsrpt-lint.h"
#include "tlsrpt-repair.h"

/* Each change can be told, in a row of a table. */
static void
tell_changes (const TlsrptRepair *repair)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  for (guint i = 0; i < repair->changes->len; i++)
    {
      const TlsrptChange *change = g_ptr_array_index (repair->changes, i);
      g_autofree char *title = tlsrpt_change_dup_title (change);
      const char *cells[] = {
        tlsrpt_change_get_code_name (change), tlsrpt_change_get_message (change), title,
      };

      if (title != NULL)
        g_assert_true (g_utf8_validate (title, -1, NULL));
      tlsrpt_csv_append_row (csv, cells, G_N_ELEMENTS (cells));
    }
}

/* A record a line, as “tlsrpt-cli merge” reads them. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();
  g_autoptr (TlsrptRepair) repair = NULL;

  while (size > 0 && texts->len < 20)
    {
      const uint8_t *end = memchr (data, '\n', size);
      size_t length = end != NULL ? (size_t) (end - data) : size;
      g_autoptr (GString) json = g_string_new (NULL);
      TlsrptJsonWriter writer;

      tlsrpt_grammar_lint (grammar, (const char *) data, (gssize) length);
      tlsrpt_json_writer_init (&writer, json, TLSRPT_JSON_COMPACT);
      tlsrpt_lint_write (grammar, &writer, NULL);
      g_assert_true (g_str_is_ascii (json->str));

      g_ptr_array_add (texts, g_bytes_new (data, length));
      length = MIN (length + 1, size);
      data += length;
      size -= length;
    }

  if (texts->len == 0)
    return 0;

  repair = tlsrpt_repair_merge (texts);
  tell_changes (repair);
  if (repair->value != NULL)
    {
      gsize length;
      const char *first = g_bytes_get_data (g_ptr_array_index (texts, 0), &length);

      g_array_unref (tlsrpt_difference_find (first != NULL ? first : "", length, repair->value));
      g_assert_true (tlsrpt_grammar_parse (grammar, repair->value, -1));
      g_assert_true (grammar->usable);
    }

  return 0;
}
