/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-excerpt.h"
#include "tlsrpt-lint.h"
#include "tlsrpt-repair.h"

static void
show (const TlsrptFinding *finding,
      const char          *text,
      size_t               size)
{
  g_autoptr (TlsrptExcerpt) excerpt =
    tlsrpt_excerpt_new (text, size, finding->offset, finding->length);
  g_autoptr (TlsrptExcerpt) line =
    tlsrpt_excerpt_new_for_line (text, size, finding->offset, finding->length, 40);

  g_assert_true (g_utf8_validate (excerpt->text, -1, NULL));
  g_assert_true (g_utf8_validate (line->text, -1, NULL));
}

/* Whatever the text: findings lie within it, and its repair is a valid record that
 * needs no repair. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();
  g_autoptr (TlsrptRepair) repair = tlsrpt_repair_new ((const char *) data, (gssize) size);
  g_autoptr (TlsrptRepair) again = NULL;

  tlsrpt_grammar_lint (grammar, (const char *) data, (gssize) size);
  for (gsize i = 0; i < grammar->n_findings; i++)
    {
      g_assert_cmpuint (grammar->findings[i].offset, <=, size);
      g_assert_cmpuint (grammar->findings[i].length, <=, size - grammar->findings[i].offset);
      show (&grammar->findings[i], (const char *) data, size);
    }

  if (repair->value == NULL)
    return 0;

  g_assert_true (tlsrpt_grammar_parse (grammar, repair->value, -1));
  g_assert_true (grammar->usable);
  again = tlsrpt_repair_new (repair->value, -1);
  g_assert_cmpstr (again->value, ==, repair->value);
  g_assert_cmpuint (again->changes->len, ==, 0);

  return 0;
}
