/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-octets.h"
#include "tlsrpt-text-hash.h"

#include <locale.h>

/* Every way of taking octets in words, and its neighbours, is below this. */
#define MOST 70

/* Each in memory of its own, so that a sanitizer sees a look beyond the end. */
static char *
dup_octets (gsize length)
{
  char *octets = g_malloc (length);

  for (gsize i = 0; i < length; i++)
    octets[i] = (char) ('a' + i % 26);

  return octets;
}

static void
test_equal (void)
{
  for (gsize length = 0; length <= MOST; length++)
    {
      g_autofree char *a = dup_octets (length);
      g_autofree char *b = dup_octets (length);

      g_assert_true (tlsrpt_octets_equal (a, b, length));

      for (gsize i = 0; i < length; i++)
        {
          b[i] = (char) (b[i] ^ 0x80);
          g_assert_false (tlsrpt_octets_equal (a, b, length));
          b[i] = a[i];
        }
    }
}

static void
test_copy (void)
{
  for (gsize length = 0; length <= MOST; length++)
    {
      g_autofree char *from = dup_octets (length);
      g_autofree char *to = g_malloc0 (length);

      g_assert_true (tlsrpt_octets_copy (to, from, length));
      g_assert_cmpmem (to, length, from, length);

      for (gsize i = 0; i < length; i++)
        {
          const char before = from[i];

          /* Neighbours of NUL that are easily taken for it. */
          from[i] = 1;
          g_assert_true (tlsrpt_octets_copy (to, from, length));
          from[i] = (char) 0x80;
          g_assert_true (tlsrpt_octets_copy (to, from, length));
          g_assert_cmpmem (to, length, from, length);

          from[i] = '\0';
          g_assert_false (tlsrpt_octets_copy (to, from, length));
          from[i] = before;
        }
    }
}

static void
test_copy_plain (void)
{
  for (gsize length = 0; length <= MOST; length++)
    {
      g_autofree char *from = dup_octets (length);
      g_autofree char *to = g_malloc0 (length);

      g_assert_cmpuint (tlsrpt_octets_copy_plain (to, from, length), ==, length);
      g_assert_cmpmem (to, length, from, length);

      for (gsize i = 0; i < length; i++)
        {
          const char before = from[i];

          for (guint octet = 0; octet < 256; octet++)
            {
              gboolean is_plain = octet >= 0x20 && octet < 0x7f && octet != '"' && octet != '\\';
              gsize n = is_plain ? length : i;

              from[i] = (char) octet;
              g_assert_cmpuint (tlsrpt_octets_copy_plain (to, from, length), ==, n);
              g_assert_cmpmem (to, n, from, n);
            }
          from[i] = before;
        }
    }
}

typedef guint64 (*HashFunc) (const char *octets,
                             gsize       length);

static guint64
scatter (const char *octets,
         gsize       length)
{
  return tlsrpt_octets_scatter (octets, length);
}

static void
check_hash (HashFunc hash,
            guint    n_bits)
{
  for (gsize length = 1; length <= MOST; length++)
    {
      g_autofree char *a = dup_octets (length);
      g_autofree char *shifted = g_malloc (length + 1);
      const guint64 expected = hash (a, length);

      /* Wherever they stand. */
      memcpy (shifted + 1, a, length);
      g_assert_cmphex (hash (shifted + 1, length), ==, expected);

      for (gsize i = 0; i < length; i++)
        {
          a[i]++;
          g_assert_cmphex (hash (a, length) >> (64 - n_bits), !=, expected >> (64 - n_bits));
          a[i]--;
        }
    }
}

static void
test_hash (void)
{
  /* Its secret is another one each time; of 64 bits all may count. */
  check_hash (tlsrpt_text_hash, 64);
  g_assert_cmphex (tlsrpt_text_hash_str ("example.com"),
                   ==,
                   (guint) tlsrpt_text_hash ("example.com", strlen ("example.com")));
}

static void
test_scatter (void)
{
  check_hash (scatter, 40);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/octets/equal", test_equal);
  g_test_add_func ("/octets/copy", test_copy);
  g_test_add_func ("/octets/copy-plain", test_copy_plain);
  g_test_add_func ("/octets/hash", test_hash);
  g_test_add_func ("/octets/scatter", test_scatter);

  return g_test_run ();
}
