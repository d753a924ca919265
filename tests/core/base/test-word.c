/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-word.h"

static const struct
{
  const char *a;
  const char *b;
  guint       distance;
} distances[] = {
  { "", "", 0 },
  { "", "abc", 3 },
  { "abc", "", 3 },
  { "abc", "abc", 0 },
  { "abc", "abd", 1 },
  { "abc", "ac", 1 },
  { "ac", "abc", 1 },
  { "ab", "ba", 2 },
  { "kitten", "sitting", 3 },
};

static const struct
{
  const char *word;
  const char *nearest;
} nearest_cases[] = {
  { "formt", "format" },
  { "FORMAT", "format" },
  { "form", "format" },
  { "formta", "format" },
  { "js", "json" },
  { "jsno", NULL },
  { "jsn", "json" },
  { "j", NULL },
  { "", NULL },
  { "frobnicate", NULL },
  { "formatformatformatformatformatformatformatformatformatformatformat", NULL },
  { "\xff\xfe", NULL },
};

static void
test_distance (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (distances); i++)
    g_assert_cmpuint (tlsrpt_word_get_distance (distances[i].a, distances[i].b), ==,
                      distances[i].distance);
}

static void
test_nearest (void)
{
  static const char *const known[] = { "batch", "format", "json", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (nearest_cases); i++)
    g_assert_cmpstr (tlsrpt_word_find_nearest (nearest_cases[i].word, known), ==,
                     nearest_cases[i].nearest);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/word/distance", test_distance);
  g_test_add_func ("/word/nearest", test_nearest);

  return g_test_run ();
}
