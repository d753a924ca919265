/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-sts-text.h"

#define V "version: STSv1"

/* `NULL`: nothing must come out of it. */
static const struct
{
  const char *lines[6];
  const char *patterns[3];
  const char *text;
} additions[] = {
  { { V, "mode: testing", "mx: a.example", "max_age: 9" }, { "b.example" },
    V "\nmode: testing\nmx: a.example\nmx: b.example\nmax_age: 9\n" },
  /* In the order of the sender, with what else is there, after the last host. */
  { { "max_age: 9", "mx: a.example", "mx: c.example", "x: y", "mode: none", V },
    { "*.b.example", "d.example" },
    "max_age: 9\nmx: a.example\nmx: c.example\nmx: *.b.example\nmx: d.example\nx: y\nmode: none\n"
    V "\n" },
  { { V, "mode: testing", "mx: a.example", "max_age: 9", "" }, { "b.example" },
    V "\nmode: testing\nmx: a.example\nmx: b.example\nmax_age: 9\n" },
  { { V, "mode: testing", "mx: a.example", "max_age: 9" }, { "b example" }, NULL },
  { { V, "mode: testing", "mx: a.example", "max_age: 9" }, { "b.example\nmx: evil.example" }, NULL },
  { { "mode: testing", "mx: a.example", "max_age: 9" }, { "b.example" }, NULL },
  { { NULL }, { "b.example" }, NULL },
};

static void
test_add (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (additions); i++)
    {
      const char *lines[7] = { NULL };
      g_autofree char *text = NULL;

      for (gsize j = 0; j < G_N_ELEMENTS (additions[i].lines); j++)
        lines[j] = additions[i].lines[j];

      g_test_message ("%" G_GSIZE_FORMAT, i);
      text = tlsrpt_sts_text_add_mx (lines, additions[i].patterns);
      g_assert_cmpstr (text, ==, additions[i].text);
    }
}

static void
test_enforce (void)
{
  static const char *const lines[] = {
    "max_age: 86400", "mx: A.example", V, "mode: testing", "mx: *.b.example", NULL,
  };
  static const char *const longer[] = { V, "mode: testing", "mx: a.example", "max_age: 31557600", NULL };
  static const char *const none[] = { "mode: testing", NULL };
  g_autofree char *text = tlsrpt_sts_text_enforce (lines);
  g_autofree char *longer_text = tlsrpt_sts_text_enforce (longer);

  g_assert_cmpstr (text, ==,
                   V "\nmode: enforce\nmx: a.example\nmx: *.b.example\nmax_age: 604800\n");
  g_assert_cmpstr (longer_text, ==, V "\nmode: enforce\nmx: a.example\nmax_age: 31557600\n");
  g_assert_null (tlsrpt_sts_text_enforce (none));
}

static void
test_names (void)
{
  g_autofree char *url = tlsrpt_sts_text_dup_url ("Example.com");
  g_autofree char *id = tlsrpt_sts_text_dup_id (1796115600);

  g_assert_cmpstr (url, ==, "https://mta-sts.example.com/.well-known/mta-sts.txt");
  g_assert_null (tlsrpt_sts_text_dup_url ("$(reboot)"));
  g_assert_cmpstr (id, ==, "20261201T090000");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sts-text/add", test_add);
  g_test_add_func ("/sts-text/enforce", test_enforce);
  g_test_add_func ("/sts-text/names", test_names);

  return g_test_run ();
}
