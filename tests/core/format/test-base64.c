/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-base64.h"

#include <string.h>

#define MOST 100

/* Whatever is encoded is decoded, and neither more is read nor more than three octets more are
 * written. */
static void
test_all_lengths (void)
{
  for (gsize size = 1; size <= MOST; size++)
    {
      guint8 data[MOST];
      g_autofree char *text = NULL;
      g_autofree guint8 *line = NULL;
      g_autofree guint8 *out = g_malloc (size + 3);
      gboolean is_last;
      gsize length;

      for (gsize i = 0; i < size; i++)
        data[i] = (guint8) g_test_rand_int ();
      text = g_base64_encode (data, size);
      length = strlen (text);
      line = g_memdup2 (text, length);

      g_assert_cmpuint (tlsrpt_base64_decode_line (line, length, out, &is_last), ==, size);
      g_assert_cmpmem (out, size, data, size);
      g_assert_cmpint (is_last, ==, size % 3 != 0);
    }
}

/* Each octet is a digit or none. */
static void
test_all_octets (void)
{
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  for (guint c = 0; c < 256; c++)
    {
      const char *digit = c != 0 ? strchr (digits, (int) c) : NULL;
      const guint8 first[] = { (guint8) c, 'A', 'A', 'A', 'A', 'A', 'A', 'A' };
      const guint8 last[] = { 'A', 'A', 'A', 'A', 'A', (guint8) c, 'A', 'A' };
      guint8 out[7];
      gboolean is_last;

      g_assert_cmpuint (tlsrpt_base64_decode_line (first, 8, out, &is_last), ==, digit != NULL ? 6 : 0);
      if (digit != NULL)
        g_assert_cmpuint (out[0], ==, (gsize) (digit - digits) << 2);
      g_assert_cmpuint (tlsrpt_base64_decode_line (last, 8, out, &is_last), ==, digit != NULL ? 6 : 0);
    }
}

static void
test_refused (gconstpointer data)
{
  const char *line = data;
  guint8 out[32];
  gboolean is_last;

  g_assert_cmpuint (tlsrpt_base64_decode_line ((const guint8 *) line, strlen (line), out, &is_last), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const refused[] = {
    "", "A", "AA", "AAA", "AAAAA", "====", "A===", "=AAA", "AA=A", "AA==AAAA", "AAAA====", " AAA", "AAAA\r",
    "A A=", "AAA-", "AA==AA==",
  };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base64/all-lengths", test_all_lengths);
  g_test_add_func ("/base64/all-octets", test_all_octets);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/base64/refused/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, refused[i], test_refused);
    }

  return g_test_run ();
}
