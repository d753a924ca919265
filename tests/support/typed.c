/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "typed.h"

#include "tlsrpt-grammar.h"
#include "tlsrpt-txt.h"

/* Takes a fraction of a second. */
#define N_RANDOM 20000

/* A message is one line of valid UTF-8 without anything that acts on a terminal,
 * and no sentence that ends in a full stop. */
static void
assert_message (const char *message)
{
  int depth = 0;

  g_assert_true (g_utf8_validate (message, -1, NULL));
  g_assert_cmpstr (message, !=, "");
  g_assert_false (g_str_has_suffix (message, "."));

  for (const char *p = message; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_assert_false (g_unichar_iscntrl (c));
      g_assert_false (c >= 0x202a && c <= 0x202e);

      depth += (c == 0x2068) - (c == 0x2069);
      g_assert_cmpint (depth, >=, 0);
      g_assert_cmpint (depth, <=, 1);
    }

  g_assert_cmpint (depth, ==, 0);
}

/* Whoever types an input that is right is never told on the way that nothing can
 * mend it. */
static void
assert_beginnings (const char *typed,
                   TypedFunc   func)
{
  for (const char *end = typed; *end != '\0'; end = g_utf8_next_char (end))
    {
      g_autofree char *beginning = g_strndup (typed, end - typed);
      g_autoptr (GError) error = NULL;
      g_autofree char *result = func (beginning, &error);

      if (result != NULL)
        continue;

      g_assert_nonnull (error);
      if (!tlsrpt_error_is_incomplete (error))
        g_error ("“%s” of “%s” is refused for good: %s", beginning, typed, error->message);
    }
}

static void
assert_refusal (const GError *error,
                TypedFunc     func)
{
  const char *repair = tlsrpt_error_get_repair (error);

  assert_message (error->message);

  if (repair != NULL)
    {
      g_autofree char *repaired = func (repair, NULL);

      g_assert_nonnull (repaired);
    }
}

/* What was made of an input is an input, and stays what it is. */
static void
assert_stable (const char *result,
               TypedFunc   func)
{
  g_autofree char *again = func (result, NULL);

  g_assert_cmpstr (again, ==, result);
}

/**
 * typed_assert:
 * @c: a row
 * @func: what judges it
 *
 * Asserts the row and what holds for every row.
 */
void
typed_assert (const TypedCase *c,
              TypedFunc        func)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *result = func (c->typed, &error);
  g_autofree char *silent = func (c->typed, NULL);

  if (error != NULL)
    g_test_message ("%s", error->message);

  g_assert_cmpstr (result, ==, c->result);
  g_assert_cmpstr (silent, ==, c->result);

  if (result != NULL)
    {
      g_assert_no_error (error);
      assert_stable (result, func);
      assert_beginnings (c->typed, func);
      return;
    }

  g_assert_error (error, TLSRPT_ERROR, (int) c->code);
  g_assert_cmpint (tlsrpt_error_is_incomplete (error), ==,
                   c->flags == TLSRPT_ERROR_INCOMPLETE);
  g_assert_cmpstr (tlsrpt_error_get_repair (error), ==, c->repair);
  assert_refusal (error, func);
}

/**
 * typed_add_tests:
 * @path: what stands before each row's name
 * @cases: (array length=n_cases): the table
 * @n_cases: its rows
 * @test: the test, given a row
 *
 * Adds a test for each row.
 */
void
typed_add_tests (const char       *path,
                 const TypedCase  *cases,
                 gsize             n_cases,
                 void            (*test) (gconstpointer c))
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *row = g_strconcat (path, "/", cases[i].name, NULL);

      g_test_add_data_func (row, &cases[i], test);
    }
}

/**
 * typed_fuzz:
 * @func: what judges an input
 * @pieces: (array length=n_pieces): what to make inputs of
 * @n_pieces: how many
 * @assert_result: asserts what holds for every input that is accepted
 *
 * Judges random inputs, and asserts that each is accepted or refused as it should
 * be.
 */
void
typed_fuzz (TypedFunc           func,
            const char *const  *pieces,
            gsize               n_pieces,
            void              (*assert_result) (const char *result))
{
  g_autoptr (GString) typed = g_string_new (NULL);

  for (gsize i = 0; i < N_RANDOM; i++)
    {
      int n = g_test_rand_int_range (1, 12);
      g_autofree char *result = NULL;
      g_autoptr (GError) error = NULL;

      g_string_truncate (typed, 0);
      while (n-- > 0)
        {
          int piece = g_test_rand_int_range (0, (int) n_pieces + 1);

          if ((gsize) piece < n_pieces)
            g_string_append (typed, pieces[piece]);
          else
            g_string_append_c (typed, (char) g_test_rand_int_range (1, 256));
        }

      result = func (typed->str, &error);
      if (result == NULL)
        {
          g_assert_true (error->domain == TLSRPT_ERROR);
          assert_refusal (error, func);
          continue;
        }

      g_assert_no_error (error);
      assert_stable (result, func);
      assert_result (result);
    }
}

/**
 * typed_assert_uri:
 * @uri: what became of a report destination
 *
 * Asserts that @uri makes a grammatical record in the one spelling that every
 * known sender reads.
 */
void
typed_assert_uri (const char *uri)
{
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();
  g_autoptr (GString) value = g_string_new (NULL);
  gsize offset;

  for (const char *p = uri; *p != '\0'; p++)
    {
      g_assert_true (*p > ' ' && *p < '\177');
      g_assert_null (strchr (",;!\"<>\\^`{|}", *p));
    }

  tlsrpt_txt_append_value (value, &uri, 1);
  offset = value->len - strlen (uri);
  g_assert_cmpstr (value->str + offset, ==, uri);

  g_assert_true (tlsrpt_grammar_parse (grammar, value->str, value->len));
  g_assert_true (grammar->usable);
  g_assert_cmpuint (grammar->n_findings, ==, 0);
  g_assert_cmpuint (grammar->n_fields, ==, 1);
  g_assert_cmpuint (grammar->n_uris, ==, 1);
  g_assert_cmpuint (grammar->uris[0].span.offset, ==, offset);
  g_assert_cmpuint (grammar->uris[0].span.length, ==, strlen (uri));
  g_assert_cmpuint (grammar->uris[0].user_info.offset, ==, 0);
  g_assert_cmpuint (grammar->uris[0].fragment.offset, ==, 0);
  g_assert_true (g_str_has_prefix (uri, "mailto:") || g_str_has_prefix (uri, "https://"));
}
