/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-json-writer.h"

typedef struct
{
  const char *name;
  const char *value;
  gsize       length;
  const char *json;
} Case;

#define BYTES(literal) literal, sizeof (literal) - 1

static const Case cases[] = {
  { "plain", BYTES ("mailto:a@example.com"), "\"mailto:a@example.com\"" },
  { "empty", BYTES (""), "\"\"" },
  { "quote-backslash", BYTES ("a\"b\\c"), "\"a\\\"b\\\\c\"" },
  { "line-breaks", BYTES ("a\r\n\tb"), "\"a\\r\\n\\tb\"" },
  { "control", BYTES ("\033]\007\177"), "\"\\u001b]\\u0007\\u007f\"" },
  { "nul", BYTES ("a\0b"), "\"a\\u0000b\"" },
  { "two-octets", BYTES ("ü"), "\"\\u00fc\"" },
  { "beyond-bmp", BYTES ("\U0001f600"), "\"\\ud83d\\ude00\"" },
  { "not-utf8", BYTES ("a\xff\xc3"), "\"a\\ufffd\\ufffd\"" },
};

static void
test_string (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GString) text = g_string_new (NULL);
  TlsrptJsonWriter writer;

  tlsrpt_json_writer_init (&writer, text, TLSRPT_JSON_COMPACT);
  tlsrpt_json_writer_bytes (&writer, NULL, c->value, c->length);

  g_assert_cmpstr (text->str, ==, c->json);
}

/* Wherever an escape stands, and however little room there is at first. */
static void
test_places (void)
{
  for (gsize length = 1; length <= 70; length++)
    {
      for (gsize i = 0; i < length; i++)
        {
          g_autofree char *value = g_malloc (length);
          g_autoptr (GString) text = g_string_sized_new (1);
          g_autoptr (GString) expected = g_string_new ("\"");
          TlsrptJsonWriter writer;

          memset (value, 'a', length);
          value[i] = '\n';
          for (gsize j = 0; j < length; j++)
            g_string_append (expected, j == i ? "\\n" : "a");
          g_string_append_c (expected, '"');

          tlsrpt_json_writer_init (&writer, text, TLSRPT_JSON_COMPACT);
          tlsrpt_json_writer_bytes (&writer, NULL, value, length);
          g_assert_cmpstr (text->str, ==, expected->str);
        }
    }
}

static void
test_integer (void)
{
  const gint64 integers[] = {
    0, 1, 9, 10, 99, 100, -1, -9, -10, G_MAXINT32, G_MININT32, G_MAXINT64, G_MININT64,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (integers); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *expected = g_strdup_printf ("%" G_GINT64_FORMAT, integers[i]);
      TlsrptJsonWriter writer;

      tlsrpt_json_writer_init (&writer, text, TLSRPT_JSON_COMPACT);
      tlsrpt_json_writer_integer (&writer, NULL, integers[i]);
      g_assert_cmpstr (text->str, ==, expected);
    }
}

static void
write_sample (TlsrptJsonWriter *writer)
{
  const char *values[] = { "a", "b", NULL };

  tlsrpt_json_writer_begin_object (writer, NULL);
  tlsrpt_json_writer_integer (writer, "ttl", -3600);
  tlsrpt_json_writer_strings (writer, "strings", values);
  tlsrpt_json_writer_strings (writer, "none", NULL);
  tlsrpt_json_writer_begin_array (writer, "nested");
  tlsrpt_json_writer_begin_object (writer, NULL);
  tlsrpt_json_writer_end_object (writer);
  tlsrpt_json_writer_boolean (writer, NULL, TRUE);
  tlsrpt_json_writer_end_array (writer);
  tlsrpt_json_writer_boolean (writer, "no", FALSE);
  tlsrpt_json_writer_string (writer, "absent", NULL);
  tlsrpt_json_writer_word (writer, "word", "note");
  tlsrpt_json_writer_end_object (writer);
}

static void
test_compact (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  TlsrptJsonWriter writer;

  tlsrpt_json_writer_init (&writer, text, TLSRPT_JSON_COMPACT);
  write_sample (&writer);

  g_assert_cmpstr (text->str, ==,
                   "{\"ttl\":-3600,\"strings\":[\"a\",\"b\"],\"none\":[],\"nested\":[{},true],"
                   "\"no\":false,\"absent\":null,\"word\":\"note\"}");
}

static void
test_indented (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  TlsrptJsonWriter writer;

  tlsrpt_json_writer_init (&writer, text, TLSRPT_JSON_INDENTED);
  write_sample (&writer);

  g_assert_cmpstr (text->str, ==,
                   "{\n"
                   "  \"ttl\": -3600,\n"
                   "  \"strings\": [\n"
                   "    \"a\",\n"
                   "    \"b\"\n"
                   "  ],\n"
                   "  \"none\": [],\n"
                   "  \"nested\": [\n"
                   "    {},\n"
                   "    true\n"
                   "  ],\n"
                   "  \"no\": false,\n"
                   "  \"absent\": null,\n"
                   "  \"word\": \"note\"\n"
                   "}");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json-writer/string/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_string);
    }

  g_test_add_func ("/json-writer/places", test_places);
  g_test_add_func ("/json-writer/integer", test_integer);
  g_test_add_func ("/json-writer/compact", test_compact);
  g_test_add_func ("/json-writer/indented", test_indented);

  return g_test_run ();
}
