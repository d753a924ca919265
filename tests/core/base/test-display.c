/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-display.h"
#include "tlsrpt-limits.h"

typedef struct
{
  const char *name;
  const char *text;
  gssize      length;
  const char *shown;
} Case;

static const Case cases[] = {
  { "plain", "tls@example.com", -1, "tls@example.com" },
  { "empty", "", -1, "" },
  { "markup-stays", "<b>&amp;", -1, "<b>&amp;" },
  { "escape", "\033]0;title\007", -1, "⟨U+001B⟩]0;title⟨U+0007⟩" },
  { "c1", "a\xc2\x9b" "b", -1, "a⟨U+009B⟩b" },
  { "delete", "a\177", -1, "a⟨U+007F⟩" },
  { "line-feed", "a\r\nb", -1, "a⟨U+000D⟩⟨U+000A⟩b" },
  { "right-to-left-override", "a\u202eb", -1, "a⟨U+202E⟩b" },
  { "zero-width", "a\u200bb\u200d", -1, "a⟨U+200B⟩b⟨U+200D⟩" },
  { "isolates", "\u2068a\u2069", -1, "⟨U+2068⟩a⟨U+2069⟩" },
  { "line-separator", "a\u2028", -1, "a⟨U+2028⟩" },
  { "no-break-space", "a\u00a0b", -1, "a⟨U+00A0⟩b" },
  { "soft-hyphen", "a\u00adb", -1, "a⟨U+00AD⟩b" },
  { "variation-selector", "a\ufe0f", -1, "a⟨U+FE0F⟩" },
  { "tag", "a\U000e0041", -1, "a⟨U+E0041⟩" },
  { "byte-order-mark", "\ufeff" "a", -1, "⟨U+FEFF⟩a" },
  { "not-utf8", "a\xff" "b", -1, "a\ufffdb" },
  { "nul", "a\0b", 3, "a\ufffdb" },
  { "arabic", "مثال", -1, "مثال" },
};

static void
test_sanitise (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *shown = tlsrpt_display_sanitise (c->text, c->length);

  g_assert_cmpstr (shown, ==, c->shown);
}

static void
test_cut (void)
{
  g_autofree char *exact = g_strnfill (TLSRPT_LIMIT_DISPLAY, 'x');
  g_autofree char *longer = g_strnfill (TLSRPT_LIMIT_DISPLAY + 1, 'x');
  g_autofree char *huge = g_strnfill (1024 * 1024, 'x');
  g_autofree char *shown_exact = tlsrpt_display_sanitise (exact, -1);
  g_autofree char *shown_longer = tlsrpt_display_sanitise (longer, -1);
  g_autofree char *shown_huge = tlsrpt_display_sanitise (huge, -1);
  g_autofree char *cut = g_strconcat (exact, "…", NULL);

  g_assert_cmpstr (shown_exact, ==, exact);
  g_assert_cmpstr (shown_longer, ==, cut);
  g_assert_cmpstr (shown_huge, ==, cut);
}

static void
test_isolate (void)
{
  g_autofree char *isolated = tlsrpt_display_isolate ("a\u202e", -1);
  g_autofree char *stripped = tlsrpt_display_strip_isolates (isolated);

  g_assert_cmpstr (isolated, ==, "\u2068a⟨U+202E⟩\u2069");
  g_assert_cmpstr (stripped, ==, "a⟨U+202E⟩");
}

/* In the locale of the tests, which has no groups of digits. */
static void
test_count (void)
{
  static const struct
  {
    gint64      count;
    const char *shown;
  } counts[] = {
    { 0, "0" }, { 1234, "1234" }, { G_MAXINT64, "9223372036854775807" }, { -1, "Not given" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *shown = tlsrpt_display_count (counts[i].count);

      g_assert_cmpstr (shown, ==, counts[i].shown);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/display/sanitise/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_sanitise);
    }

  g_test_add_func ("/display/cut", test_cut);
  g_test_add_func ("/display/isolate", test_isolate);

  g_test_add_func ("/display/count", test_count);

  return g_test_run ();
}
