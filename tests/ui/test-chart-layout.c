/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-chart-layout.h"

#include <string.h>

typedef struct
{
  gint64 given;
  gint64 expected;
} Number;

static const Number spans[] = {
  { 1, 1 },
  { 31, 1 },
  { 62, 1 },
  { 63, 7 },
  { 62 * 7, 7 },
  { 62 * 7 + 1, 14 },
  { 62 * 14 + 1, 28 },
  /* A report of 1970 and one of 9999 */
  { 2932897, 57344 },
};

static const Number tops[] = {
  { 0, 1 },
  { 1, 1 },
  { 2, 2 },
  { 3, 4 },
  { 5, 6 },
  { 9, 10 },
  { 10, 10 },
  { 11, 20 },
  { 13, 20 },
  { 99, 100 },
  { 100, 100 },
  { 101, 200 },
  { 12482, 20000 },
  { 40001, 60000 },
  { G_GINT64_CONSTANT (1000000000000000001), G_GINT64_CONSTANT (2000000000000000000) },
  { G_GINT64_CONSTANT (8000000000000000001), G_MAXINT64 },
  { G_MAXINT64, G_MAXINT64 },
};

static void
test_days_per_bar (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    g_assert_cmpint (tlsrpt_chart_get_days_per_bar (spans[i].given), ==,
                     spans[i].expected);
}

static void
test_top (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tops); i++)
    g_assert_cmpint (tlsrpt_chart_get_top (tops[i].given), ==, tops[i].expected);
}

typedef struct
{
  const char           *name;
  TlsrptReportSessions  sessions;
  gint64                top;
  int                   height;
  int                   failed;
  int                   successful;
} Height;

static const Height heights[] = {
  { "nothing", { 0, 0 }, 10, 100, 0, 0 },
  { "half", { 50, 0 }, 100, 100, 0, 50 },
  { "all-failed", { 0, 50 }, 100, 100, 50, 0 },
  { "stacked", { 30, 20 }, 100, 100, 20, 30 },
  { "full", { 80, 20 }, 100, 100, 20, 80 },
  { "one-failed-of-many", { 99999, 1 }, 100000, 100, 2, 98 },
  { "one-failed", { 0, 1 }, 100000, 100, 2, 0 },
  { "one-successful", { 1, 0 }, 100000, 100, 0, 1 },
  { "one-of-each", { 1, 1 }, 100000, 100, 2, 1 },
  { "saturated", { G_MAXINT64, G_MAXINT64 }, G_MAXINT64, 100, 100, 0 },
  { "no-room", { 5, 5 }, 10, 1, 1, 0 },
  { "no-height", { 5, 5 }, 10, 0, 0, 0 },
};

static void
test_height (gconstpointer data)
{
  const Height *test = data;
  TlsrptChartBar bar = tlsrpt_chart_place_bar (test->sessions, test->top, 0, 1, 100, test->height);

  g_assert_cmpint (bar.failed, ==, test->failed);
  g_assert_cmpint (bar.successful, ==, test->successful);
}

static void
test_fill_bars (void)
{
  static const TlsrptReportRow days[] = {
    { .day = 100, .sessions = { 1, 2 } },
    { .day = 103, .sessions = { 10, 0 } },
    { .day = 106, .sessions = { 5, 5 } },
  };
  static const TlsrptReportRow weeks[] = {
    { .day = -7, .sessions = { 1, 2 } },
    { .day = -1, .sessions = { 3, 4 } },
    { .day = 0, .sessions = { 5, 6 } },
    { .day = 70, .sessions = { G_MAXINT64, 1 } },
    { .day = 71, .sessions = { 1, 1 } },
  };
  TlsrptReportSessions bars[TLSRPT_CHART_MOST_BARS] = { 0 };
  gint64 days_per_bar;

  /* A day without reports has its place. */
  g_assert_cmpuint (tlsrpt_chart_fill_bars (days, 3, bars, &days_per_bar), ==, 7);
  g_assert_cmpint (days_per_bar, ==, 1);
  g_assert_cmpint (bars[0].failed, ==, 2);
  g_assert_cmpint (bars[1].successful, ==, 0);
  g_assert_cmpint (bars[3].successful, ==, 10);
  g_assert_cmpint (bars[6].failed, ==, 5);

  memset (bars, 0, sizeof bars);
  g_assert_cmpuint (tlsrpt_chart_fill_bars (weeks, 5, bars, &days_per_bar), ==, 12);
  g_assert_cmpint (days_per_bar, ==, 7);
  g_assert_cmpint (bars[0].successful, ==, 4);
  g_assert_cmpint (bars[0].failed, ==, 6);
  g_assert_cmpint (bars[1].failed, ==, 6);
  g_assert_cmpint (bars[11].successful, ==, G_MAXINT64);
  g_assert_cmpint (bars[11].failed, ==, 2);
}

typedef struct
{
  guint n_bars;
  int   width;
} Row;

/* At any width, each bar is visible, none touches the next, and none leaves the chart. */
static void
test_row (void)
{
  static const Row rows[] = { { 1, 300 }, { 2, 300 }, { 7, 300 }, { 31, 301 }, { 62, 280 },
                              { 62, 1800 }, { 62, 124 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int end = 0;

      for (guint j = 0; j < rows[i].n_bars; j++)
        {
          TlsrptChartBar bar = tlsrpt_chart_place_bar ((TlsrptReportSessions) { 1, 1 }, 2,
                                                       j, rows[i].n_bars, rows[i].width, 100);

          g_assert_cmpint (bar.x, >=, j == 0 ? 0 : end + 1);
          g_assert_cmpint (bar.width, >=, 1);
          g_assert_cmpint (bar.width, <=, 48);
          end = bar.x + bar.width;
        }

      g_assert_cmpint (end, <=, rows[i].width);
    }
}

static void
test_label_step (void)
{
  g_assert_cmpint (tlsrpt_chart_get_label_step (1, 300, 60), ==, 1);
  g_assert_cmpint (tlsrpt_chart_get_label_step (5, 300, 60), ==, 1);
  g_assert_cmpint (tlsrpt_chart_get_label_step (6, 300, 60), ==, 2);
  g_assert_cmpint (tlsrpt_chart_get_label_step (62, 300, 60), ==, 13);
  g_assert_cmpint (tlsrpt_chart_get_label_step (62, 20, 60), ==, 62);
  g_assert_cmpint (tlsrpt_chart_get_label_step (3, 0, 60), ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-layout/days-per-bar", test_days_per_bar);
  g_test_add_func ("/chart-layout/top", test_top);
  g_test_add_func ("/chart-layout/fill-bars", test_fill_bars);
  g_test_add_func ("/chart-layout/row", test_row);
  g_test_add_func ("/chart-layout/label-step", test_label_step);

  for (gsize i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      g_autofree char *path = g_strdup_printf ("/chart-layout/height/%s", heights[i].name);

      g_test_add_data_func (path, &heights[i], test_height);
    }

  return g_test_run ();
}
