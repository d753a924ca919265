/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-recognise.h"

#include <string.h>

#define TEXT(text) (text), sizeof (text) - 1
#define REPORT "{\"policies\":[]}"

static const struct
{
  const char *data;
  gsize       size;
  gboolean    is_json;
  gsize       begin;
  gboolean    is_base64;
  gboolean    is_utf16;
} contents[] = {
  { TEXT ("{}"), TRUE, 0, FALSE, FALSE },
  { TEXT ("  \r\n[{}]"), TRUE, 0, FALSE, FALSE },
  { TEXT ("\x1e{}\n\x1e{}\n"), TRUE, 0, FALSE, FALSE },
  { TEXT ("\xef\xbb\xbf{}"), TRUE, 3, FALSE, FALSE },
  { TEXT ("\xef\xbb\xbf"), FALSE, 3, FALSE, FALSE },
  { TEXT ("\xef\xbb{}"), FALSE, 0, FALSE, FALSE },
  { TEXT (""), FALSE, 0, FALSE, FALSE },
  { TEXT (" \t"), FALSE, 0, FALSE, FALSE },
  { TEXT ("\"{}\""), FALSE, 0, FALSE, FALSE },
  { TEXT ("\0{}"), FALSE, 0, FALSE, FALSE },

  { TEXT ("H4sIAAAAAAAAA6tW"), FALSE, 0, TRUE, FALSE },
  { TEXT ("UEsDBBQAAAAIAAAA\r\nAAAA==\n"), FALSE, 0, TRUE, FALSE },
  { TEXT ("eyJvcmdhbml6YXRp"), FALSE, 0, TRUE, FALSE },
  { TEXT ("H4sIAAAAAAAAA6t"), FALSE, 0, FALSE, FALSE },
  { TEXT ("H4sIAAAA-AAAA6tW"), FALSE, 0, FALSE, FALSE },
  { TEXT ("H4sI, said the man"), FALSE, 0, FALSE, FALSE },
  { TEXT (" H4sIAAAAAAAAA6tW"), FALSE, 0, FALSE, FALSE },
  { TEXT ("QUJDREVGR0hJSktM"), FALSE, 0, FALSE, FALSE },

  { TEXT ("\xff\xfe{\0}\0"), FALSE, 0, FALSE, TRUE },
  { TEXT ("\xfe\xff\0{\0}"), FALSE, 0, FALSE, TRUE },
  { TEXT ("\xff"), FALSE, 0, FALSE, FALSE },
};

static void
test_contents (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      /* As large as the content: a look behind it is seen. */
      g_autofree guint8 *data = g_memdup2 (contents[i].data, MAX (contents[i].size, 1));
      gsize begin = G_MAXSIZE;

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpint (tlsrpt_report_find_json (data, contents[i].size, &begin), ==,
                       contents[i].is_json);
      g_assert_cmpuint (begin, ==, contents[i].begin);
      g_assert_cmpint (tlsrpt_report_is_base64 (data, contents[i].size), ==,
                       contents[i].is_base64);
      g_assert_cmpint (tlsrpt_report_is_utf16 (data, contents[i].size), ==, contents[i].is_utf16);
    }
}

static const struct
{
  const char *text;
  /* `NULL` if there is no report in it, and nothing is taken away */
  const char *report;
} texts[] = {
  { REPORT, REPORT },
  { "Hello,\n\n  " REPORT "\n\nKind regards\n", REPORT },
  { "It says {this}:\n" REPORT, REPORT },
  { "[" REPORT "]\r\n-- \r\nme", "[" REPORT "]" },
  { "> " REPORT, NULL },
  { "It says " REPORT, NULL },
  { "{\"policy\":[]}", NULL },
  { "the member \"policies\" is missing", NULL },
  { "\"policies\"\n{}", NULL },
  { "{\"policies\"", NULL },
  { "}\n{\"policies\":", NULL },
  { "", NULL },
};

static void
test_texts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *expected = texts[i].report != NULL ? texts[i].report : texts[i].text;
      g_autoptr (GByteArray) content = g_byte_array_new ();

      g_test_message ("%s", texts[i].text);
      g_byte_array_append (content, (const guint8 *) texts[i].text, strlen (texts[i].text));
      g_assert_cmpint (tlsrpt_report_strip_text (content), ==, texts[i].report != NULL);
      g_assert_cmpmem (content->data, content->len, expected, strlen (expected));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-recognise/contents", test_contents);
  g_test_add_func ("/report-recognise/texts", test_texts);

  return g_test_run ();
}
