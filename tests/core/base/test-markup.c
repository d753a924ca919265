/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-markup.h"

#include <string.h>

#define NONE TLSRPT_MARKUP_NONE
#define HTML TLSRPT_MARKUP_HTML
#define LINK TLSRPT_MARKUP_LINK

static const struct
{
  const char        *text;
  const char        *plain;
  TlsrptMarkupKinds  kinds;
} texts[] = {
  { "", "", NONE },
  { "v=TLSRPTv1; rua=mailto:a@example.com", "v=TLSRPTv1; rua=mailto:a@example.com", NONE },

  /* References, of which some were encoded twice. */
  { "&quot;v=TLSRPTv1&semi;", "\"v=TLSRPTv1;", HTML },
  { "&#118;&#x3d;&#X54;", "v=T", HTML },
  { "&amp;quot;", "\"", HTML },
  { "&amp;amp;amp;quot;", "&quot;", HTML },
  { "&quot", "&quot", NONE },
  { "&unknown;", "&unknown;", NONE },
  { "&;&#;&#x;", "&;&#;&#x;", NONE },
  { "&#0;&#x110000;&#xd800;&#99999999999;", "&#0;&#x110000;&#xd800;&#99999999999;", NONE },
  { "a&b", "a&b", NONE },

  { "<code>v=TLSRPTv1</code>", "v=TLSRPTv1", HTML },
  { "<TD>a</TD><td>b</td>", "\ta\t\tb\t", HTML },
  { "a<br/>b", "a\nb", HTML },
  { "a<!-- > <b> -->b", "ab", HTML },
  { "a<!-- b", "a<!-- b", NONE },
  { "a<!-- <!-- b", "a<!-- <!-- b", NONE },
  { "<span title=\"<\">", "<span title=\"<\">", NONE },
  { "<a@example.com>", "<a@example.com>", NONE },
  { "1 < 2", "1 < 2", NONE },
  { "<", "<", NONE },
  { "</", "</", NONE },
  { "<b", "<b", NONE },

  /* Links to themselves go; those that lead elsewhere stay. */
  { "[a@example.com](mailto:a@example.com)", "a@example.com", LINK },
  { "[a@example.com](mailto:a@example.com \"Mail\")", "a@example.com", LINK },
  { "[a@example.com](<mailto:a@example.com>)", "a@example.com", LINK },
  { "[a@example.com](mailto:b@example.com)", "[a@example.com](mailto:b@example.com)", NONE },
  { "[https://example.com/a](https://example.com/a/)", "https://example.com/a", LINK },
  { "[mailto:a@example.com|a@example.com]", "[mailto:a@example.com|a@example.com]", NONE },
  { "[a@example.com|mailto:a@example.com]", "a@example.com", LINK },
  { "[mailto:a@example.com a@example.com]", "a@example.com", LINK },
  { "[[mailto:a@example.com][a@example.com]]", "a@example.com", LINK },
  { "<mailto:a@example.com|a@example.com>", "a@example.com", LINK },
  { "a@example.com<mailto:a@example.com>", "a@example.com", LINK },
  { "a@example.com <mailto:a@example.com>", "a@example.com ", LINK },
  { "xa@example.com<mailto:a@example.com>", "xa@example.com<mailto:a@example.com>", NONE },
  { "mailto:a@example.com[a@example.com]", "mailto:a@example.com", LINK },
  { "a@example.com [mailto:a@example.com]", "a@example.com", LINK },
  { "[email]a@example.com[/email]", "a@example.com", LINK },
  { "[url=https://example.com]x[/url]", "x", LINK },
  { "a[@]example[.]com", "a@example.com", LINK },
  { "a[at]example[DOT]com", "a@example.com", LINK },
  { "a[ at ]example", "a[ at ]example", NONE },
  { "[.]com", "[.]com", NONE },
  { "[", "[", NONE },
  { "[[", "[[", NONE },
  { "[a", "[a", NONE },
  { "[a]", "[a]", NONE },
  { "[a](", "[a](", NONE },
};

static void
test_texts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      /* As long as the text: a look behind it is seen. */
      gsize length = strlen (texts[i].text);
      g_autofree char *copy = g_memdup2 (texts[i].text, MAX (length, 1));
      g_autoptr (GString) text = g_string_new_len (copy, length);
      g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_autofree char *plain = tlsrpt_markup_undo (copy, length);

      g_test_message ("%s", texts[i].text);
      g_assert_cmpstr (plain, ==, texts[i].kinds != NONE ? texts[i].plain : NULL);

      for (guint32 j = 0; j <= length; j++)
        g_array_append_val (offsets, j);
      g_assert_cmpint (tlsrpt_markup_remove (text, offsets), ==, texts[i].kinds);
      g_assert_cmpmem (text->str, text->len, texts[i].plain, strlen (texts[i].plain));

      /* Each octet still tells where it comes from, and none goes back. */
      g_assert_cmpuint (offsets->len, ==, text->len + 1);
      for (gsize j = 0; j < text->len; j++)
        {
          g_assert_cmpuint (g_array_index (offsets, guint32, j), <, length);
          g_assert_cmpuint (g_array_index (offsets, guint32, j), <=,
                            g_array_index (offsets, guint32, j + 1));
        }
    }
}

/* Any octets, from which something is taken away and to which nothing is added: what is
 * left is never longer, and what was undone is undone. */
static void
test_random (void)
{
  static const char *const pieces[] = {
    "[", "]", "(", ")", "<", ">", "&", ";", "#", "x", "amp", "quot", "mailto:", "a@b.c",
    "https://b.c/", "|", " ", "\n", "br", "/", "!--", "-->", "@", ".", "at", "email", "\xff",
  };

  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *escaped = NULL;
      gsize length;

      for (int n = g_test_rand_int_range (0, 30); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

      length = text->len;
      escaped = g_strescape (text->str, NULL);
      g_test_message ("%s", escaped);
      if (tlsrpt_markup_remove (text, NULL) == NONE)
        g_assert_cmpuint (text->len, ==, length);
      else
        g_assert_cmpuint (text->len, <, length);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markup/texts", test_texts);
  g_test_add_func ("/markup/random", test_random);

  return g_test_run ();
}
