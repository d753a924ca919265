/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-difference.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-uri.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *before;
  const char *marked; /* what it becomes; what is new stands in brackets */
} Case;

static const Case cases[] = {
  { "nothing", "", "" },
  { "same", "abcdef", "abcdef" },
  { "all-new", "", "[abc]" },
  { "all-gone", "abc", "" },
  { "other", "abc", "[xyz]" },
  { "at-start", "reports@example.com", "[mailto:]reports@example.com" },
  { "at-end", "v=TLSRPTv1", "v=TLSRPTv1[; rua=]" },
  { "in-the-middle", "v=TLSRPTv1;rua=x", "v=TLSRPTv1;[ ]rua=x" },
  { "letters", "v=tlsrptv1; rua=", "v=[TLSRPT]v1; rua=" },
  { "removed", "mailto:a@example.com!10m", "mailto:a@example.com" },
  { "moved-on", "k=x; rua=mailto:a@b.example", "[v=TLSRPTv1]; rua=mailto:a@b.example" },
  /* Two differences with hardly anything between them are one. */
  { "close", "abcdef", "[1ab2]cdef" },
  { "apart", "abcdef", "[1]abc[2]def" },
};

static char *
mark (const char *after,
      GArray     *spans)
{
  GString *marked = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      TlsrptSpan span = g_array_index (spans, TlsrptSpan, i);

      g_assert_cmpuint (span.offset, >=, at);
      g_assert_cmpuint (span.offset + span.length, <=, strlen (after));
      g_string_append_len (marked, after + at, span.offset - at);
      g_string_append_c (marked, '[');
      g_string_append_len (marked, after + span.offset, span.length);
      g_string_append_c (marked, ']');
      at = span.offset + span.length;
    }

  g_string_append (marked, after + at);

  return g_string_free (marked, FALSE);
}

static void
test_find (gconstpointer data)
{
  const Case *c = data;
  g_auto (GStrv) parts = g_strsplit_set (c->marked, "[]", -1);
  g_autofree char *after = g_strjoinv ("", parts);
  g_autoptr (GArray) spans = tlsrpt_difference_find (c->before, strlen (c->before), after);
  g_autofree char *marked = mark (after, spans);

  g_assert_cmpstr (marked, ==, c->marked);
}

static void
test_too_different (void)
{
  g_autofree char *before = g_strnfill (TLSRPT_LIMIT_INPUT, 'a');
  g_autofree char *after = g_strnfill (TLSRPT_LIMIT_VALUE, 'b');
  g_autoptr (GArray) spans = tlsrpt_difference_find (before, TLSRPT_LIMIT_INPUT, after);

  g_assert_cmpuint (spans->len, ==, 1);
  g_assert_cmpuint (g_array_index (spans, TlsrptSpan, 0).length, ==, TLSRPT_LIMIT_VALUE);
}

/* Whatever the texts are: with what is new taken out, the rest stands in the old one in
 * this order. */
static void
test_rest_is_old (void)
{
  for (int round = 0; round < 2000; round++)
    {
      g_autoptr (GString) before = g_string_new (NULL);
      g_autoptr (GString) after = g_string_new (NULL);
      g_autoptr (GArray) spans = NULL;
      gsize at = 0;
      guint next = 0;

      for (int i = g_test_rand_int_range (0, 40); i > 0; i--)
        g_string_append_c (before, 'a' + g_test_rand_int_range (0, 3));
      for (int i = g_test_rand_int_range (0, 40); i > 0; i--)
        g_string_append_c (after, 'a' + g_test_rand_int_range (0, 3));

      spans = tlsrpt_difference_find (before->str, before->len, after->str);

      for (gsize i = 0; i < after->len; i++)
        {
          const TlsrptSpan *span = next < spans->len ? &g_array_index (spans, TlsrptSpan, next)
                                                     : NULL;

          if (span != NULL && i >= span->offset)
            {
              i = span->offset + span->length - 1;
              next++;
              continue;
            }

          while (at < before->len && before->str[at] != after->str[i])
            at++;
          g_assert_cmpuint (at++, <, before->len);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/difference/find/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_find);
    }
  g_test_add_func ("/difference/find/too-different", test_too_different);
  g_test_add_func ("/difference/find/rest-is-old", test_rest_is_old);

  return g_test_run ();
}
