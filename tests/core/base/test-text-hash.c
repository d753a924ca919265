/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-text-hash.h"

#include <string.h>

#define MAX_LENGTH 70
#define N_TEXTS 20000

/* A text has one hash, wherever in memory it is and whatever comes after it. */
static void
test_same (void)
{
  char text[MAX_LENGTH];
  char buffer[MAX_LENGTH + 9];

  for (gsize i = 0; i < sizeof text; i++)
    text[i] = (char) g_test_rand_int ();

  for (gsize length = 0; length <= sizeof text; length++)
    {
      /* Exactly that long, so that a sanitizer sees what is read beyond. */
      g_autofree char *exact = g_memdup2 (text, length);
      guint64 hash = tlsrpt_text_hash (length > 0 ? exact : "", length);

      for (gsize shift = 0; shift < 9; shift++)
        {
          memset (buffer, (int) shift, sizeof buffer);
          memcpy (buffer + shift, text, length);
          g_assert_true (tlsrpt_text_hash (buffer + shift, length) == hash);
        }
    }
}

/* Every octet counts, and so does the length. */
static void
test_different (void)
{
  char text[MAX_LENGTH] = { 0 };

  for (gsize length = 1; length <= sizeof text; length++)
    {
      guint64 hash = tlsrpt_text_hash (text, length);

      g_assert_false (tlsrpt_text_hash (text, length - 1) == hash);
      for (gsize i = 0; i < length; i++)
        {
          text[i] = 1;
          g_assert_false (tlsrpt_text_hash (text, length) == hash);
          text[i] = 0;
        }
    }
}

static void
test_str (void)
{
  static const char *const texts[] = {
    "", "a", "example.com", "certificate-expired", "a text of more than sixteen octets",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpuint (tlsrpt_text_hash_str (texts[i]), ==,
                      (guint) tlsrpt_text_hash (texts[i], strlen (texts[i])));
}

/* Of names as reports have them, hardly two have one hash: with 64 bits, none. */
static void
test_spread (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = g_strdup_printf ("mx%u.example.com", i);
      const guint64 hash = tlsrpt_text_hash (text, strlen (text));

      g_assert_true (g_hash_table_add (seen, g_memdup2 (&hash, sizeof hash)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-hash/same", test_same);
  g_test_add_func ("/text-hash/different", test_different);
  g_test_add_func ("/text-hash/str", test_str);
  g_test_add_func ("/text-hash/spread", test_spread);

  return g_test_run ();
}
