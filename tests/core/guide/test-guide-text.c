/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-guide-text.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *domain;
  const char *mx;
  const char *filled;
} Case;

static const Case fill_cases[] = {
  { "nothing-known", "dig mx DOMAIN", NULL, NULL, "dig mx DOMAIN" },
  { "domain", "dig mx DOMAIN", "example.com", NULL, "dig mx example.com" },
  { "inside-name", "mta-sts.DOMAIN/x", "example.com", NULL, "mta-sts.example.com/x" },
  { "mx", "-connect MX:25 -servername MX", NULL, "mx.example.com",
    "-connect mx.example.com:25 -servername mx.example.com" },
  { "mx-only", "_25._tcp.MX DOMAIN", NULL, "mx.example.com", "_25._tcp.mx.example.com DOMAIN" },
  { "not-a-word", "DOMAINS MXX X_MX MX-A aMX", "d", "m", "DOMAINS MXX X_MX MX-A aMX" },
  { "placeholder-in-value", "DOMAIN", "MX", "DOMAIN", "MX" },
  { "empty", "", "d", "m", "" },
  { "other-scripts", "é DOMAIN é", "d", NULL, "é d é" },
};

static void
test_fill (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *filled = tlsrpt_guide_text_fill (c->text, c->domain, c->mx);

  g_assert_cmpstr (filled, ==, c->filled);
}

static const Case plain_cases[] = {
  { "prose", "Every MX of the DOMAIN.", "d", "m", "Every MX of the DOMAIN." },
  { "code", "At `_mta-sts.DOMAIN`, for `MX`.", "d.example", "m.example",
    "At “_mta-sts.d.example”, for “m.example”." },
  { "unknown", "At `_mta-sts.DOMAIN`.", NULL, NULL, "At “_mta-sts.DOMAIN”." },
  { "only-code", "`DOMAIN`", "d", NULL, "“d”" },
  { "open", "a `b", NULL, NULL, "a “b”" },
};

static void
test_plain (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *plain = tlsrpt_guide_text_to_plain (c->text, c->domain, c->mx);

  g_assert_cmpstr (plain, ==, c->filled);
}

static const Case markup_cases[] = {
  { "prose", "a < b & c", NULL, NULL, "a &lt; b &amp; c" },
  { "code", "At `<DOMAIN>`.", "d.example", NULL,
    "At \u2068<span face=\"monospace\" insert_hyphens=\"false\">&lt;d.example&gt;</span>"
    "\u2069." },
};

static void
test_markup (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *markup = tlsrpt_guide_text_to_markup (c->text, c->domain, c->mx);

  g_assert_cmpstr (markup, ==, c->filled);
}

static void
add_cases (const char    *function,
           const Case    *cases,
           gsize          n_cases,
           GTestDataFunc  test)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strdup_printf ("/guide-text/%s/%s", function, cases[i].name);

      g_test_add_data_func (path, &cases[i], test);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_cases ("fill", fill_cases, G_N_ELEMENTS (fill_cases), test_fill);
  add_cases ("plain", plain_cases, G_N_ELEMENTS (plain_cases), test_plain);
  add_cases ("markup", markup_cases, G_N_ELEMENTS (markup_cases), test_markup);

  return g_test_run ();
}
