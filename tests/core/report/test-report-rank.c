/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-rank.h"

#define MOST 600

/* What comes second, and where it stood. */
typedef struct
{
  int   letter;
  gsize place;
} Thing;

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return ((const Thing *) a)->letter - ((const Thing *) b)->letter;
}

/* A number: one of few, or any. */
static gint64
pick_number (gboolean is_any)
{
  static const gint64 limits[] = { G_MININT64, G_MININT64 + 1, -1, 0, 1, G_MAXINT64 };

  if (!is_any)
    return g_test_rand_int_range (-3, 4);
  if (g_test_rand_int_range (0, 4) == 0)
    return limits[g_test_rand_int_range (0, G_N_ELEMENTS (limits))];

  return (gint64) ((guint64) (guint32) g_test_rand_int () << g_test_rand_int_range (0, 33));
}

static void
sort (gsize    n,
      gboolean is_any)
{
  Thing things[MOST];
  TlsrptReportRank ranks[MOST];

  for (gsize i = 0; i < n; i++)
    {
      things[i] = (Thing) { g_test_rand_int_range ('a', 'e'), i };
      ranks[i] = (TlsrptReportRank) { pick_number (is_any), &things[i] };
    }

  tlsrpt_report_rank_sort (ranks, n, compare);

  for (gsize i = 1; i < n; i++)
    {
      const Thing *before = ranks[i - 1].thing;
      const Thing *thing = ranks[i].thing;

      g_assert_cmpint (ranks[i - 1].number, >=, ranks[i].number);
      if (ranks[i - 1].number > ranks[i].number)
        continue;

      g_assert_cmpint (before->letter, <=, thing->letter);
      if (before->letter == thing->letter)
        g_assert_cmpuint (before->place, <, thing->place);
    }
}

/* Few are sorted in another way than many. */
static void
test_sort (void)
{
  for (gsize n = 0; n <= MOST; n++)
    {
      sort (n, FALSE);
      sort (n, TRUE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-rank/sort", test_sort);

  return g_test_run ();
}
