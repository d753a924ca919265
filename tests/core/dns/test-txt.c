/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-txt.h"

typedef struct
{
  const char *name;
  gsize       length;
  gsize       lengths[5]; /* of the strings; 0 ends the list */
} Split;

static const Split splits[] = {
  { "one", 1, { 1 } },
  { "254", 254, { 254 } },
  { "255", 255, { 255 } },
  { "256", 256, { 255, 1 } },
  { "510", 510, { 255, 255 } },
  { "511", 511, { 255, 255, 1 } },
  { "1000", 1000, { 255, 255, 255, 235 } },
};

/* A text in which no two places look alike, so that a slip of one octet shows. */
static char *
make_text (gsize length)
{
  GString *text = g_string_new (NULL);

  while (text->len < length)
    g_string_append_printf (text, "%" G_GSIZE_FORMAT ",", text->len);
  g_string_truncate (text, length);

  return g_string_free (text, FALSE);
}

static void
test_split (gconstpointer data)
{
  const Split *c = data;
  g_autofree char *value = make_text (c->length);
  g_auto (GStrv) strings = tlsrpt_txt_split (value);
  g_autofree char *joined = g_strjoinv (NULL, strings);
  gsize n = 0;

  g_assert_cmpstr (joined, ==, value);

  for (; c->lengths[n] > 0; n++)
    {
      g_assert_nonnull (strings[n]);
      g_assert_cmpuint (strlen (strings[n]), ==, c->lengths[n]);
    }
  g_assert_null (strings[n]);
}

typedef struct
{
  const char *name;
  const char *value;
  const char *presented;
} Presentation;

static const Presentation presentations[] = {
  { "empty", "", "\"\"" },
  { "record", "v=TLSRPTv1; rua=mailto:a@x.example", "\"v=TLSRPTv1; rua=mailto:a@x.example\"" },
  { "quote", "a\"b", "\"a\\\"b\"" },
  { "backslash", "a\\b", "\"a\\\\b\"" },
  { "control", "a\tb\177", "\"a\\009b\\127\"" },
  { "high", "\xff", "\"\\255\"" },
};

static void
test_append (gconstpointer data)
{
  const Presentation *c = data;
  g_autoptr (GString) line = g_string_new (NULL);

  tlsrpt_txt_append (line, c->value);

  g_assert_cmpstr (line->str, ==, c->presented);
}

static void
test_append_long (void)
{
  g_autofree char *value = make_text (300);
  g_autofree char *first = g_strndup (value, 255);
  g_autofree char *expected = g_strdup_printf ("\"%s\" \"%s\"", first, value + 255);
  g_autoptr (GString) line = g_string_new (NULL);

  tlsrpt_txt_append (line, value);

  g_assert_cmpstr (line->str, ==, expected);
}

static void
test_append_value (void)
{
  const char *uris[] = { "mailto:a@x.example", "https://x.example/r" };
  g_autoptr (GString) one = g_string_new (NULL);
  g_autoptr (GString) two = g_string_new (NULL);

  tlsrpt_txt_append_value (one, uris, 1);
  tlsrpt_txt_append_value (two, uris, 2);

  g_assert_cmpstr (one->str, ==, "v=TLSRPTv1; rua=mailto:a@x.example");
  g_assert_cmpstr (two->str, ==, "v=TLSRPTv1; rua=mailto:a@x.example,https://x.example/r");
}

static void
test_append_line (void)
{
  g_autofree char *value = make_text (256);
  g_autofree char *first = g_strndup (value, 255);
  g_autofree char *expected = NULL;
  g_autoptr (GString) shorter = g_string_new (NULL);
  g_autoptr (GString) longer = g_string_new (NULL);

  expected = g_strdup_printf ("_smtp._tls.x.example. 86400 IN TXT ( \"%s\" \"%s\" )",
                              first, value + 255);
  tlsrpt_txt_append_line (shorter, "_smtp._tls.x.example", 3600, "v");
  tlsrpt_txt_append_line (longer, "_smtp._tls.x.example", 86400, value);

  g_assert_cmpstr (shorter->str, ==, "_smtp._tls.x.example. 3600 IN TXT \"v\"");
  g_assert_cmpstr (longer->str, ==, expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (splits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/txt/split/%s", splits[i].name);

      g_test_add_data_func (path, &splits[i], test_split);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (presentations); i++)
    {
      g_autofree char *path = g_strdup_printf ("/txt/append/%s", presentations[i].name);

      g_test_add_data_func (path, &presentations[i], test_append);
    }

  g_test_add_func ("/txt/append/long", test_append_long);
  g_test_add_func ("/txt/append-value", test_append_value);
  g_test_add_func ("/txt/append-line", test_append_line);

  return g_test_run ();
}
