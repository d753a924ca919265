/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-destination.h"
#include "tlsrpt-limits.h"
#include "typed.h"

#include <stdlib.h>
#include <string.h>

/* For the terminal program, which does not know what an argument is meant to be. */
static const TypedCase inputs[] = {
  ACCEPTED ("address", "tls@example.com", "mailto:tls@example.com"),
  ACCEPTED ("mailto", " mailto:tls@example.com", "mailto:tls@example.com"),
  ACCEPTED ("named", "TLS <tls@example.com>", "mailto:tls@example.com"),
  ACCEPTED ("url", "https://example.com/", "https://example.com/"),
  ACCEPTED ("url-capitals", "HTTPS://example.com/", "https://example.com/"),
  ACCEPTED ("url-after-space", "\u00a0https://example.com/", "https://example.com/"),
  INCOMPLETE ("empty", "", EMPTY, NULL),
  INCOMPLETE ("no-break-space", "\u00a0", EMPTY, NULL),
  INCOMPLETE ("domain", "example.com", DESTINATION, NULL),
  INCOMPLETE ("domain-path", "example.com/tls", DESTINATION, "https://example.com/tls"),
  REFUSED ("http", "http://example.com/", URL_SCHEME, "https://example.com/"),
  REFUSED ("no-slashes", "\u00a0https:example.com", URL_SYNTAX, "https://example.com"),
  REFUSED ("other-scheme", "ftp://example.com/", URL_SCHEME, NULL),
  REFUSED ("list", "a@example.com,https://example.com/", SEVERAL, NULL),
  REFUSED ("not-utf8", "\xff", ENCODING, NULL),
  REFUSED ("not-utf8-address", "a@\xff", ENCODING, NULL),
};

static void
test_parse (gconstpointer data)
{
  typed_assert (data, tlsrpt_destination_parse);
}

static void
test_long (void)
{
  const TypedFunc funcs[] = {
    tlsrpt_destination_from_address, tlsrpt_destination_from_url, tlsrpt_destination_parse,
  };
  const char *fillers[] = { "a", "@", ".", "a@b.c ", "ü", "%41", "(", "<", "https://", "\xff" };

  for (gsize i = 0; i < G_N_ELEMENTS (funcs) * G_N_ELEMENTS (fillers); i++)
    {
      TypedFunc func = funcs[i % G_N_ELEMENTS (funcs)];
      const char *filler = fillers[i / G_N_ELEMENTS (funcs)];
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      while (text->len < 1024 * 1024)
        g_string_append (text, filler);
      g_assert_null (func (text->str, &error));
      g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_TOO_LONG);
      g_clear_error (&error);

      g_string_truncate (text, TLSRPT_LIMIT_INPUT);
      g_assert_null (func (text->str, &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (strlen (error->message), <, 8 * TLSRPT_LIMIT_DISPLAY);
    }
}

/* Whoever pastes more than a record takes is told how many it takes. */
static void
test_several (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint n = 1; n <= TLSRPT_LIMIT_DESTINATIONS + 1; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *uri = NULL;

      g_string_append_printf (text, "%sa%u@example.com", n > 1 ? ", " : "", n);
      uri = tlsrpt_destination_parse (text->str, &error);
      g_assert_cmpint (uri == NULL, ==, n > 1);

      if (n > 1)
        g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_SEVERAL);
      if (n > TLSRPT_LIMIT_DESTINATIONS)
        g_assert_cmpstr (error->message, ==, "These are 17 destinations; a record can have at most 16");
      else if (n > 1)
        g_assert_cmpstr (error->message, ==,
                         "These are several destinations: enter each one separately");
    }
}

static const char *const pieces[] = {
  "tls", "@", "tls@example.com", "example.com", "mailto:", "https://", "http:", "/", "?a=b", "%",
  ",", ";", " ", "\u00a0", "<", ">", "\xff", "ü", "\033",
};

static void
test_parse_random (void)
{
  typed_fuzz (tlsrpt_destination_parse, pieces, G_N_ELEMENTS (pieces), typed_assert_uri);
}

/* Parts of an input: mostly ordinary ones, for of many odd ones none is plain. */
static void
append_parts (GString *text,
              int      most)
{
  static const char *const ordinary[] = {
    "a", "tls", "TLS", "x-y", "1", "0x7f", ".", ".", "-", "_", "com", "Example",
  };
  static const char *const odd[] = {
    "mailto:", "https://", "xn--", "ab--c", "@", "co.uk", "~", "$", "'", "*", "+", "=", "&", "/", "/v1/",
    "?", "?a=b", ":", ":443", ":8443", "#", "%21", "%", "!", ",", ";", " ", "(", ")", "<", ">", "\"", "[",
    "]", "\\", "|", "//", "://", "\t", "ü", "\xff", "\x7f", "^", "{", "`",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
  };

  for (int n = g_test_rand_int_range (0, most + 1); n > 0; n--)
    {
      if (g_test_rand_int_range (0, 4) > 0)
        g_string_append (text, ordinary[g_test_rand_int_range (0, G_N_ELEMENTS (ordinary))]);
      else
        g_string_append (text, odd[g_test_rand_int_range (0, G_N_ELEMENTS (odd))]);
    }
}

static char *
dup_nearly_plain (void)
{
  g_autoptr (GString) local = g_string_new (g_test_rand_int_range (0, 8) > 0 ? "a" : NULL);
  g_autoptr (GString) host = g_string_new (g_test_rand_int_range (0, 8) > 0 ? "b" : NULL);
  int shape = g_test_rand_int_range (0, 5);

  append_parts (local, 4);
  append_parts (host, 3);
  g_string_append (host, g_test_rand_int_range (0, 3) > 0 ? ".com" : "");

  if (shape == 0)
    return g_strdup_printf ("%s@%s", local->str, host->str);
  if (shape == 1)
    return g_strdup_printf (g_test_rand_int_range (0, 8) > 0 ? "mailto:%s@%s" : "MailTo:%s@%s",
                            local->str, host->str);
  if (shape == 2)
    return g_strdup_printf ("https://%s/%s", host->str, local->str);
  if (shape == 3)
    return g_strdup_printf ("https://%s", host->str);

  return g_strdup (local->str);
}

/* The fast path makes of an input what the long way makes of it, or leaves it to that.
 * TLSRPT_TEST_ROUNDS=1000000 is worth it after a change. */
static void
test_plain (void)
{
  const char *rounds = g_getenv ("TLSRPT_TEST_ROUNDS");
  int n_rounds = rounds != NULL ? atoi (rounds) : 20000;
  int n_plain = 0;

  for (int i = 0; i < n_rounds; i++)
    {
      g_autofree char *text = dup_nearly_plain ();
      gsize length = strlen (text);
      g_autofree char *exact = g_memdup2 (text, MAX (length, 1));
      char uri[TLSRPT_DESTINATION_PLAIN_ROOM];
      gsize n = tlsrpt_destination_write_plain (exact, length, uri);
      g_autofree char *expected = NULL;

      if (n == 0)
        continue;

      n_plain++;
      g_assert_null (tlsrpt_destination_split (text));
      expected = tlsrpt_destination_is_url (text) ? tlsrpt_destination_from_url (text, NULL)
                                                  : tlsrpt_destination_from_address (text, NULL);
      g_test_message ("%s", text);
      g_assert_nonnull (expected);
      g_assert_cmpmem (uri, n, expected, strlen (expected));
    }

  g_assert_cmpint (n_plain, >, n_rounds / 8);
}

/* It has the same limits. */
static void
test_plain_limits (void)
{
  static const char *const forms[] = {
    "%s@example.com", "a@%s.com", "a@b.%s.example.com", "https://example.com/%s", "https://%s.com",
    "https://a.%s.example.com", "mailto:%s@example.com", "a@%s.example.com.",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      for (gsize length = 1; length <= TLSRPT_LIMIT_URL + 10; length++)
        {
          g_auto (GStrv) halves = g_strsplit (forms[i], "%s", 2);
          g_autoptr (GString) text = g_string_new (halves[0]);
          char uri[TLSRPT_DESTINATION_PLAIN_ROOM];
          g_autofree char *expected = NULL;
          gsize n;

          /* A dot now and then, where labels would be too long. */
          for (gsize j = 0; j < length; j++)
            g_string_append_c (text, j % 32 == 31 && j + 1 < length && i % 2 == 1 ? '.' : 'a');
          g_string_append (text, halves[1]);

          n = tlsrpt_destination_write_plain (text->str, text->len, uri);
          expected = tlsrpt_destination_is_url (text->str)
                       ? tlsrpt_destination_from_url (text->str, NULL)
                       : tlsrpt_destination_from_address (text->str, NULL);
          g_assert_cmpint (n > 0, ==, expected != NULL);
          if (n > 0)
            g_assert_cmpmem (uri, n, expected, strlen (expected));
        }
    }
}

static void
test_split (void)
{
  static const struct
  {
    const char *text;
    const char *parts; /* between bars; NULL: not a list */
  } cases[] = {
    { "", NULL },
    { ",", NULL },
    { "a@x.example", NULL },
    { "a@x.example,", NULL },
    { " a@x.example ", NULL },
    { "a,b", NULL },
    { "a@x.example, b", NULL },
    { "a@x.example,b@y.example", "a@x.example|b@y.example" },
    { "a@x.example, b@y.example,", "a@x.example|b@y.example" },
    { ",a@x.example;;b@y.example", "a@x.example|b@y.example" },
    { "a@x.example b@y.example\tc@z.example", "a@x.example|b@y.example|c@z.example" },
    { "a@x.example\r\nb@y.example\r\n", "a@x.example|b@y.example" },
    { "mailto:a@x.example,mailto:b@y.example", "mailto:a@x.example|mailto:b@y.example" },
    { "A B <a@x.example>, C <b@y.example>", "A B <a@x.example>|C <b@y.example>" },
    { "A B <a@x.example>", NULL },
    { "\"B, A\" <a@x.example>", NULL },
    { "TLS Reports", NULL },
    { "tls reports@x.example", NULL },
    { "https://x.example/a,b", NULL },
    { "https://x.example/a,b@c", NULL },
    { "https://x.example/a;b@c", NULL },
    { "https://x.example,https://y.example", "https://x.example|https://y.example" },
    { "https://x.example,mailto:a@y.example", "https://x.example|mailto:a@y.example" },
    { "https://x.example, a@y.example", "https://x.example|a@y.example" },
    { "https://x.example a@y.example", "https://x.example|a@y.example" },
    { "https://x.example\na@y.example", "https://x.example|a@y.example" },
    { "a@x.example,https://y.example/b,c", NULL },
    { "a@x.example https://y.example", "a@x.example|https://y.example" },
    { "a@x.example,http://y.example", "a@x.example|http://y.example" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = tlsrpt_destination_split (cases[i].text);
      g_autofree char *joined = parts != NULL ? g_strjoinv ("|", parts) : NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (joined, ==, cases[i].parts);
    }
}

static void
test_is_url (void)
{
  static const char *const endpoints[] = {
    "https://example.com", "HTTPS://example.com", " https:", "http://example.com", "http:",
    "ftp://example.com", "https://a@example.com",
  };
  static const char *const mails[] = {
    "", "tls@example.com", "mailto:tls@example.com", "MAILTO:https://example.com", "example.com",
    "https", "TLS <tls@example.com>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (endpoints); i++)
    g_assert_true (tlsrpt_destination_is_url (endpoints[i]));

  for (gsize i = 0; i < G_N_ELEMENTS (mails); i++)
    g_assert_false (tlsrpt_destination_is_url (mails[i]));
}

static void
test_equal (void)
{
  static const struct
  {
    const char *uri;
    const char *other;
    gboolean    equal;
  } cases[] = {
    { "mailto:a@x.example", "mailto:a@x.example", TRUE },
    { "mailto:a@x.example", "mailto:A@x.example", FALSE }, /* RFC 5321 section 2.4 */
    { "mailto:a@x.example", "mailto:b@x.example", FALSE },
    { "mailto:a@x.example", "mailto:a@x.example.com", FALSE },
    { "https://x.example", "https://x.example/", TRUE }, /* RFC 3986 section 6.2.3 */
    { "https://x.example/a", "https://x.example/a/", FALSE },
    { "https://x.example/a", "https://x.example/A", FALSE },
    { "https://x.example?", "https://x.example", FALSE },
    { "https://x.example:8443", "https://x.example", FALSE },
    { "https://x.example", "mailto:a@x.example", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %s", cases[i].uri, cases[i].other);
      g_assert_cmpint (tlsrpt_destination_equal (cases[i].uri, cases[i].other), ==,
                       cases[i].equal);
      g_assert_cmpint (tlsrpt_destination_equal (cases[i].other, cases[i].uri), ==,
                       cases[i].equal);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  typed_add_tests ("/destination/parse", inputs, G_N_ELEMENTS (inputs), test_parse);

  g_test_add_func ("/destination/parse/random", test_parse_random);
  g_test_add_func ("/destination/plain", test_plain);
  g_test_add_func ("/destination/plain/limits", test_plain_limits);
  g_test_add_func ("/destination/long", test_long);
  g_test_add_func ("/destination/several", test_several);
  g_test_add_func ("/destination/split", test_split);
  g_test_add_func ("/destination/is-url", test_is_url);
  g_test_add_func ("/destination/equal", test_equal);

  return g_test_run ();
}
