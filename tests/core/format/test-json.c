/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-json.h"
#include "tlsrpt-limits.h"

#include <string.h>

typedef struct
{
  const char       *name;
  const char       *text;
  gssize            length;
  TlsrptJsonStatus  status;
  gsize             fault;
} Case;

#define ANYWHERE G_MAXSIZE

static const Case cases[] = {
  { "object", "{}", -1, TLSRPT_JSON_OK, 0 },
  { "white-space", " \t\r\n{}\r\n", -1, TLSRPT_JSON_OK, 0 },
  { "escaped-nul", "\"\\u0000\"", -1, TLSRPT_JSON_OK, 0 },
  { "pair", "\"\\ud83d\\ude00\"", -1, TLSRPT_JSON_OK, 0 },
  { "largest-integer", "9223372036854775807", -1, TLSRPT_JSON_OK, 0 },
  { "empty", "", -1, TLSRPT_JSON_EMPTY, ANYWHERE },
  { "spaces", "   ", -1, TLSRPT_JSON_EMPTY, ANYWHERE },
  { "trailing", "{} x", -1, TLSRPT_JSON_SYNTAX, ANYWHERE },
  { "two", "{}{}", -1, TLSRPT_JSON_SYNTAX, 2 },
  { "truncated", "{\"a\":[1,", -1, TLSRPT_JSON_SYNTAX, ANYWHERE },
  { "comma", "[1,]", -1, TLSRPT_JSON_SYNTAX, 3 },
  { "no-colon", "{\"a\" 1}", -1, TLSRPT_JSON_SYNTAX, 5 },
  { "single-quotes", "{'a':1}", -1, TLSRPT_JSON_SYNTAX, 1 },
  { "comment", "[1] // one", -1, TLSRPT_JSON_SYNTAX, ANYWHERE },
  { "not-a-number", "[NaN]", -1, TLSRPT_JSON_SYNTAX, 1 },
  { "exponent", "[1e999]", -1, TLSRPT_JSON_NUMBER, 1 },
  { "leading-zero", "[01]", -1, TLSRPT_JSON_NUMBER, 1 },
  { "lone-surrogate", "[\"\\ud800\"]", -1, TLSRPT_JSON_STRING, ANYWHERE },
  { "escape", "[\"\\x\"]", -1, TLSRPT_JSON_STRING, ANYWHERE },
  { "unclosed", "[\"abc", -1, TLSRPT_JSON_UNCLOSED, 5 },
  { "line-feed", "[\"a\nb\"]", -1, TLSRPT_JSON_CONTROL, ANYWHERE },
  { "not-utf8", "[\"a\xff\"]", -1, TLSRPT_JSON_NOT_UTF8, 3 },
};

static void
test_parse (gconstpointer data)
{
  const Case *c = data;
  gsize length = c->length < 0 ? strlen (c->text) : (gsize) c->length;
  g_autoptr (TlsrptJsonParser) parser = tlsrpt_json_parser_new ();
  TlsrptJsonValue root;

  g_assert_cmpint (tlsrpt_json_parser_parse (parser, c->text, length, length, &root),
                   ==,
                   c->status);

  if (c->status != TLSRPT_JSON_OK && c->fault != ANYWHERE)
    g_assert_cmpuint (tlsrpt_json_find_fault (c->text, length, c->status), ==, c->fault);
  /* Elsewhere it depends on the version what can be said, but never lies outside. */
  if (c->status != TLSRPT_JSON_OK && c->fault == ANYWHERE)
    {
      gsize fault = tlsrpt_json_find_fault (c->text, length, c->status);

      g_assert_true (fault <= length || fault == G_MAXSIZE);
    }
}

/* What is wrong with a NUL depends on the version, that it is refused does not. */
static void
test_nul (void)
{
  g_autoptr (TlsrptJsonParser) parser = tlsrpt_json_parser_new ();
  TlsrptJsonValue root;
  TlsrptJsonStatus status = tlsrpt_json_parser_parse (parser, "[\0]", 3, 3, &root);

  g_assert_true (status == TLSRPT_JSON_SYNTAX || status == TLSRPT_JSON_NUMBER);
  g_assert_cmpuint (tlsrpt_json_find_fault ("[\0]", 3, status), ==, 1);
}

/* The unit and its number make a text of exactly so many values or levels. */
static TlsrptJsonStatus
parse_repeated (const char *begin,
                const char *unit,
                gsize       n,
                const char *middle,
                const char *unit_end,
                const char *end)
{
  g_autoptr (GString) text = g_string_new (begin);
  g_autoptr (TlsrptJsonParser) parser = tlsrpt_json_parser_new ();
  TlsrptJsonValue root;
  TlsrptJsonStatus status;

  for (gsize i = 0; i < n; i++)
    g_string_append (text, unit);
  g_string_append (text, middle);
  for (gsize i = 0; i < n; i++)
    g_string_append (text, unit_end);
  g_string_append (text, end);

  status = tlsrpt_json_parser_parse (parser, text->str, text->len, text->len, &root);
  if (status != TLSRPT_JSON_OK)
    tlsrpt_json_find_fault (text->str, text->len, status);

  return status;
}

static void
test_limits (void)
{
  /* The array itself is a value as well, and a number inside one is a level. */
  g_assert_cmpint (parse_repeated ("[", "1,", TLSRPT_LIMIT_REPORT_VALUES - 2, "1", "", "]"),
                   ==,
                   TLSRPT_JSON_OK);
  g_assert_cmpint (parse_repeated ("[", "1,", TLSRPT_LIMIT_REPORT_VALUES - 1, "1", "", "]"),
                   ==,
                   TLSRPT_JSON_TOO_MANY);
  g_assert_cmpint (parse_repeated ("[", "{\"a\":[]},", TLSRPT_LIMIT_REPORT_VALUES / 2, "1", "", "]"),
                   ==,
                   TLSRPT_JSON_TOO_MANY);
  g_assert_cmpint (parse_repeated ("", "[", TLSRPT_LIMIT_REPORT_DEPTH - 1, "1", "]", ""),
                   ==,
                   TLSRPT_JSON_OK);
  g_assert_cmpint (parse_repeated ("", "[", TLSRPT_LIMIT_REPORT_DEPTH, "1", "]", ""),
                   ==,
                   TLSRPT_JSON_TOO_DEEP);
  g_assert_cmpint (parse_repeated ("", "[", 2000000, "", "]", ""), ==, TLSRPT_JSON_TOO_DEEP);
  g_assert_cmpint (parse_repeated ("\"", "x", TLSRPT_LIMIT_REPORT_JSON - 2, "", "", "\""),
                   ==,
                   TLSRPT_JSON_OK);
  g_assert_cmpint (parse_repeated ("\"", "x", TLSRPT_LIMIT_REPORT_JSON - 1, "", "", "\""),
                   ==,
                   TLSRPT_JSON_TOO_LARGE);
}

static void
test_members (void)
{
  static const TlsrptJsonKey keys[] = {
    TLSRPT_JSON_KEY ("one", 0),
    TLSRPT_JSON_KEY ("two", 1),
    TLSRPT_JSON_KEY ("zwei", 1),
    TLSRPT_JSON_KEY ("six", 2),
    TLSRPT_JSON_KEY ("ten", 3),
  };
  static const char text[] = "{\"six\":\"a\\u0000b\",\"other\":{\"one\":[]},\"one\":-7,\"zwei\":2.5,"
                             "\"six\":[true,null,18446744073709551615],\"two\":false}";
  g_autoptr (TlsrptJsonParser) parser = tlsrpt_json_parser_new ();
  TlsrptJsonValue root;
  TlsrptJsonValue values[4];
  TlsrptJsonValue item;
  TlsrptJsonMembers members;
  TlsrptJsonIter iter;

  g_assert_cmpint (tlsrpt_json_parser_parse (parser, text, strlen (text), strlen (text), &root),
                   ==,
                   TLSRPT_JSON_OK);
  g_assert_cmpint (root.type, ==, TLSRPT_JSON_OBJECT);
  members = tlsrpt_json_get_members (&root, keys, G_N_ELEMENTS (keys), values, 4);
  g_assert_cmphex (members.given, ==, 1 << 0 | 1 << 1 | 1 << 2 | 1 << 3);
  g_assert_cmphex (members.repeated, ==, 1 << 3 | 1 << 1);

  g_assert_cmpint (values[0].type, ==, TLSRPT_JSON_INTEGER);
  g_assert_cmpint (values[0].integer, ==, -7);
  g_assert_cmpint (values[1].type, ==, TLSRPT_JSON_BOOLEAN);
  g_assert_cmpint (values[3].type, ==, TLSRPT_JSON_ABSENT);

  g_assert_cmpint (values[2].type, ==, TLSRPT_JSON_ARRAY);
  g_assert_cmpuint (tlsrpt_json_iter_init (&iter, &values[2]), ==, 3);
  g_assert_true (tlsrpt_json_iter_next (&iter, &item));
  g_assert_cmpint (item.type, ==, TLSRPT_JSON_BOOLEAN);
  g_assert_true (tlsrpt_json_iter_next (&iter, &item));
  g_assert_cmpint (item.type, ==, TLSRPT_JSON_NULL);
  g_assert_true (tlsrpt_json_iter_next (&iter, &item));
  g_assert_cmpint (item.type, ==, TLSRPT_JSON_NUMBER_REAL);
  g_assert_false (tlsrpt_json_iter_next (&iter, &item));
}

/* A text that has its padding is parsed where it stands, and the parser can be
 * used again for a longer one. */
static void
test_reuse (void)
{
  g_autoptr (TlsrptJsonParser) parser = tlsrpt_json_parser_new ();

  for (gsize length = 16; length < 1024 * 1024; length *= 3)
    {
      g_autofree char *text = g_malloc0 (length + TLSRPT_JSON_PADDING);
      TlsrptJsonValue root;

      memset (text, 'x', length);
      text[0] = text[length - 1] = '"';

      g_assert_cmpint (tlsrpt_json_parser_parse (parser, text, length,
                                                 length + TLSRPT_JSON_PADDING, &root),
                       ==,
                       TLSRPT_JSON_OK);
      g_assert_cmpint (root.type, ==, TLSRPT_JSON_TEXT);
      g_assert_cmpuint (root.string.length, ==, length - 2);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json/parse/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_parse);
    }

  g_test_add_func ("/json/limits", test_limits);
  g_test_add_func ("/json/members", test_members);
  g_test_add_func ("/json/nul", test_nul);
  g_test_add_func ("/json/reuse", test_reuse);

  return g_test_run ();
}
