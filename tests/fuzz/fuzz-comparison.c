/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-comparison.h"
#include "tlsrpt-grammar.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-verdict.h"

#define EXPECTED "v=TLSRPTv1; rua=mailto:tls@example.com"

/* What is shown is harmless, and what is marked are parts of it, in order. */
static void
check_side (const TlsrptComparisonSide *side)
{
  gsize length = strlen (side->text);
  gsize at = 0;

  g_assert_true (g_utf8_validate (side->text, -1, NULL));
  for (const char *p = side->text; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_false (g_unichar_iscntrl (g_utf8_get_char (p)));

  for (guint i = 0; i < side->marks->len; i++)
    {
      TlsrptSpan span = g_array_index (side->marks, TlsrptSpan, i);

      g_assert_cmpuint (span.offset, >=, at);
      g_assert_cmpuint (span.length, >, 0);
      g_assert_cmpuint (span.length, <=, length - span.offset);
      at = span.offset + span.length;
      g_assert_true (((guchar) side->text[span.offset] & 0xc0) != 0x80);
      g_assert_true (((guchar) side->text[at] & 0xc0) != 0x80);
    }
}

/* The first line is the record that should be there, if it is a right one; the rest is
 * the one that is. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *line = fuzz_take_line (&data, &size);
  g_autofree char *expected = NULL;
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();
  g_autoptr (GBytes) published = g_bytes_new (data, size);
  g_autoptr (GBytes) same = NULL;
  g_autoptr (TlsrptComparison) comparison = NULL;
  g_autoptr (TlsrptComparison) with_itself = NULL;
  gboolean is_marked;

  expected = g_strdup (tlsrpt_grammar_parse (grammar, line, -1) ? line : EXPECTED);
  comparison = tlsrpt_comparison_new (published, expected);
  check_side (&comparison->published);
  check_side (&comparison->expected);

  /* What is another record can be seen, and what means the same looks the same. */
  is_marked = comparison->published.marks->len + comparison->expected.marks->len > 0;
  if (size <= TLSRPT_LIMIT_VALUE && strlen (expected) <= TLSRPT_LIMIT_VALUE &&
      tlsrpt_grammar_parse (grammar, (const char *) data, (gssize) size))
    g_assert_true (is_marked ==
                   (tlsrpt_verdict_compare (published, expected) == TLSRPT_MATCH_DIFFERENT));

  same = g_bytes_new (expected, strlen (expected));
  with_itself = tlsrpt_comparison_new (same, expected);
  g_assert_cmpuint (with_itself->published.marks->len + with_itself->expected.marks->len, ==, 0);
  g_assert_cmpstr (with_itself->published.text, ==, with_itself->expected.text);

  return 0;
}
