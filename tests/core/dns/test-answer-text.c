/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fake-published.h"

#include <string.h>

static TlsrptAnswer *
create_failed (void)
{
  return tlsrpt_answer_new_failed (FAKE_NAME, TLSRPT_RESOURCE_TXT, TLSRPT_OUTCOME_TIMED_OUT);
}

static void
assert_text (GBytes     *text,
             const char *expected)
{
  gsize length;
  const char *octets = tlsrpt_answer_get_octets (text, &length);

  g_assert_nonnull (octets);
  g_assert_cmpmem (octets, length, expected, strlen (expected));
}

/* Strings are joined without a space (RFC 8460 section 3), and an empty one is a text
 * like any other. */
static void
test_join (void)
{
  g_autoptr (TlsrptAnswer) answer = fake_texts (FAKE_NAME, 0, "v=TLSRPTv1; |rua=|mailto:a", "",
                                                "b", NULL);
  g_autoptr (GPtrArray) texts = tlsrpt_answer_dup_texts (answer);
  g_autoptr (GBytes) second = tlsrpt_answer_dup_text (answer, 1);

  g_assert_cmpuint (texts->len, ==, 3);
  assert_text (g_ptr_array_index (texts, 0), "v=TLSRPTv1; rua=mailto:a");
  assert_text (g_ptr_array_index (texts, 1), "");
  assert_text (g_ptr_array_index (texts, 2), "b");
  assert_text (second, "");
}

static void
test_none (void)
{
  g_autoptr (TlsrptAnswer) answer = create_failed ();
  g_autoptr (GPtrArray) texts = tlsrpt_answer_dup_texts (answer);

  g_assert_cmpuint (texts->len, ==, 0);
}

typedef struct
{
  const char *name;
  const char *texts; /* with spaces between them; NULL: no answer */
  const char *others;
  gboolean    is_same;
} Case;

static const Case cases[] = {
  { "same", "a b", "a b", TRUE },
  { "rotated", "a b c", "c a b", TRUE },
  { "split-otherwise", "ab|c", "a|bc", TRUE },
  { "one-more", "a b", "a b c", FALSE },
  { "one-less", "a b", "a", FALSE },
  { "other", "a b", "a c", FALSE },
  { "none", NULL, NULL, TRUE },
  { "one-has-none", "a", NULL, FALSE },
};

static TlsrptAnswer *
create_answer (const char *texts)
{
  g_auto (GStrv) words = NULL;

  if (texts == NULL)
    return create_failed ();

  words = g_strsplit (texts, " ", 4);

  return fake_texts (FAKE_NAME, 0, words[0], words[1], words[1] != NULL ? words[2] : NULL, NULL);
}

static void
test_same (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (TlsrptAnswer) answer = create_answer (c->texts);
  g_autoptr (TlsrptAnswer) other = create_answer (c->others);

  g_assert_cmpint (tlsrpt_answer_has_same_texts (answer, other), ==, c->is_same);
  g_assert_cmpint (tlsrpt_answer_has_same_texts (other, answer), ==, c->is_same);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/answer-text/join", test_join);
  g_test_add_func ("/answer-text/none", test_none);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/answer-text/same/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_same);
    }

  return g_test_run ();
}
