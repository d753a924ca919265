/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-index.h"

#define N_THINGS 5000

/* Few hashes for many things, and hashes that differ in what is not kept of them. */
static guint64
get_hash (guint32 thing)
{
  return (guint64) (thing % 700) * 64 | (guint64) thing << 40;
}

static gboolean
has_thing (const TlsrptIndex *index,
           guint32            thing)
{
  const guint64 hash = get_hash (thing);
  gsize place = tlsrpt_index_begin (index, hash);

  for (guint32 i = tlsrpt_index_next (index, hash, &place); i != TLSRPT_INDEX_NONE;
       i = tlsrpt_index_next (index, hash, &place))
    {
      /* Only what has the same hash is offered. */
      g_assert_cmpuint (i % 700, ==, thing % 700);
      if (i == thing)
        return TRUE;
    }

  return FALSE;
}

static void
test_find (void)
{
  TlsrptIndex index;

  tlsrpt_index_init (&index);
  for (guint32 i = 0; i < N_THINGS; i++)
    {
      g_assert_false (has_thing (&index, i));
      tlsrpt_index_add (&index, get_hash (i), i);
      g_assert_true (has_thing (&index, i));
      g_assert_true (has_thing (&index, i / 2));
    }

  for (guint32 i = 0; i < 2 * N_THINGS; i++)
    g_assert_cmpint (has_thing (&index, i), ==, i < N_THINGS);

  tlsrpt_index_clear (&index);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/index/find", test_find);

  return g_test_run ();
}
