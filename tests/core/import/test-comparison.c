/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-comparison.h"
#include "tlsrpt-limits.h"

#include <string.h>

#define V "v=TLSRPTv1; rua="

static const struct
{
  const char *name;
  const char *published;
  const char *expected;
  const char *shown_published; /* with what is marked in brackets */
  const char *shown_expected;
} cases[] = {
  { "same", V "mailto:a@example.com", V "mailto:a@example.com",
    V "mailto:a@example.com", V "mailto:a@example.com" },
  /* What means the same is no difference. */
  { "white-space", "v=TLSRPTv1;rua=mailto:a@example.com;", V "mailto:a@example.com",
    "v=TLSRPTv1;rua=mailto:a@example.com;", V "mailto:a@example.com" },
  { "case", V "mailto:a@EXAMPLE.com", V "mailto:a@example.com",
    V "mailto:a@EXAMPLE.com", V "mailto:a@example.com" },
  { "white-space-and-more", "v=TLSRPTv1;rua=mailto:a@example.com,mailto:b@example.com",
    V "mailto:a@example.com",
    "v=TLSRPTv1;rua=mailto:a@example.com,[mailto:b@example.com]", V "mailto:a@example.com" },
  { "missing", V "mailto:a@example.com", V "mailto:a@example.com,https://example.com/",
    V "mailto:a@example.com", V "mailto:a@example.com,[https://example.com/]" },
  { "other-letter", V "https://example.com/v1", V "https://example.com/v2",
    V "https://example.com/v[1]", V "https://example.com/v[2]" },
  { "letter-more", V "mailto:tls@example.com", V "mailto:tlss@example.com",
    V "[mailto:tls@example.com]", V "mailto:tls[s]@example.com" },
  { "others", V "mailto:a@example.com,mailto:b@example.com",
    V "mailto:c@example.com,mailto:d@example.com",
    V "[mailto:a@example.com],[mailto:b@example.com]",
    V "[mailto:c@example.com],[mailto:d@example.com]" },
  { "order", V "mailto:a@example.com,mailto:b@example.com,mailto:c@example.com",
    V "mailto:b@example.com,mailto:a@example.com,mailto:c@example.com",
    V "[mailto:a@example.com],[mailto:b@example.com],mailto:c@example.com",
    V "[mailto:b@example.com],[mailto:a@example.com],mailto:c@example.com" },
  /* Of an invalid record, each octet counts, but for its layout. */
  { "invalid", "v=TLSRPTv1 rua=a@example.com", V "mailto:a@example.com",
    "v=TLSRPTv1 rua=a@example.com", V "[mailto:a]@example.com" },
  { "version", "v=tlsrptv1; rua=mailto:a@example.com", V "mailto:a@example.com",
    "v=[tlsrpt]v1; rua=mailto:a@example.com", "v=[TLSRPT]v1; rua=mailto:a@example.com" },
  { "empty", "", "v=TLSRPTv1; rua=mailto:a@b.example", "", "[v=TLSRPTv1; rua=mailto:a@b.example]" },
  /* What is not seen is spelled out, and characters stay whole. */
  { "harmful", V "a\033]0;\xe2\x80\xae@example.com", V "mailto:a@example.com",
    V "a[⟨U+001B⟩]0;⟨U+202E⟩]@example.com", V "[mailto:a]@example.com" },
  { "letters", V "m\xc3\xa4il@example.com", V "mailto:mail@example.com",
    V "m[\xc3\xa4]il@example.com", V "m[ailto:mail]@example.com" },
  { "not-utf-8", V "\xff@example.com", V "mailto:a@example.com",
    V "[\xef\xbf\xbd]@example.com", V "[mailto:a]@example.com" },
};

static char *
mark (const TlsrptComparisonSide *side)
{
  GString *marked = g_string_new (NULL);
  gsize at = 0;

  g_assert_true (g_utf8_validate (side->text, -1, NULL));

  for (guint i = 0; i < side->marks->len; i++)
    {
      TlsrptSpan span = g_array_index (side->marks, TlsrptSpan, i);

      g_assert_cmpuint (span.offset, >=, at);
      g_assert_cmpuint (span.offset + span.length, <=, strlen (side->text));
      g_string_append_len (marked, side->text + at, (gssize) (span.offset - at));
      g_string_append_c (marked, '[');
      g_string_append_len (marked, side->text + span.offset, (gssize) span.length);
      g_string_append_c (marked, ']');
      at = span.offset + span.length;
    }

  g_string_append (marked, side->text + at);
  g_assert_true (g_utf8_validate (marked->str, -1, NULL));

  return g_string_free (marked, FALSE);
}

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GBytes) published = g_bytes_new (cases[i].published, strlen (cases[i].published));
  g_autoptr (TlsrptComparison) comparison = tlsrpt_comparison_new (published, cases[i].expected);
  g_autofree char *shown_published = mark (&comparison->published);
  g_autofree char *shown_expected = mark (&comparison->expected);

  g_assert_cmpstr (shown_published, ==, cases[i].shown_published);
  g_assert_cmpstr (shown_expected, ==, cases[i].shown_expected);
}

static void
test_nul (void)
{
  static const char text[] = V "mailto:a\0b@example.com";
  g_autoptr (GBytes) published = g_bytes_new (text, sizeof (text) - 1);
  g_autoptr (TlsrptComparison) comparison = tlsrpt_comparison_new (published,
                                                                   V "mailto:a@example.com");
  g_autofree char *shown = mark (&comparison->published);

  g_assert_cmpstr (shown, ==, "[" V "mailto:a\xef\xbf\xbd" "b@example.com]");
}

/* As long as a TXT record may be, and of any octets. */
static void
test_long (void)
{
  for (guint i = 0; i < 300; i++)
    {
      gsize length = (gsize) g_test_rand_int_range (0, i % 10 == 0 ? 65000 : 600);
      g_autofree char *text = g_malloc (length + 1);
      g_autoptr (GBytes) published = NULL;
      g_autoptr (TlsrptComparison) comparison = NULL;
      g_autofree char *shown = NULL;

      for (gsize j = 0; j < length; j++)
        text[j] = (char) (i % 3 == 0 ? g_test_rand_int_range (1, 256)
                                     : "mailto:a@b.example,\xc3\xa4"[g_test_rand_int_range (0, 21)]);
      if (length > strlen (V))
        memcpy (text, V, strlen (V));

      published = g_bytes_new (text, length);
      comparison = tlsrpt_comparison_new (published, V "mailto:a@b.example");
      shown = mark (&comparison->published);
      g_assert_cmpuint (g_str_has_suffix (comparison->published.text, "…"), ==,
                        length > TLSRPT_LIMIT_VALUE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/comparison/%s", cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }

  g_test_add_func ("/comparison/long", test_long);
  g_test_add_func ("/comparison/nul", test_nul);

  return g_test_run ();
}
