/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-chart-layout.h"

/* Minimum heights, so that even a single session is visible, and a failed one more so. */
#define LEAST_FAILED 2
#define LEAST_SUCCESSFUL 1

/* Maximum width, so that a single bar does not fill the chart. */
#define MOST_BAR_WIDTH 48

/**
 * tlsrpt_chart_get_days_per_bar:
 * @n_days: the days from the first to the last
 *
 * Gets how many days a bar stands for, so that there are at most
 * `TLSRPT_CHART_MOST_BARS`: one, or whole weeks.
 *
 * Returns: a number of days
 */
gint64
tlsrpt_chart_get_days_per_bar (gint64 n_days)
{
  gint64 days = 7;

  g_return_val_if_fail (n_days > 0, 1);

  if (n_days <= TLSRPT_CHART_MOST_BARS)
    return 1;

  while ((n_days - 1) / days >= TLSRPT_CHART_MOST_BARS)
    days *= 2;

  return days;
}

/**
 * tlsrpt_chart_fill_bars:
 * @days: (array length=n_days): days in order, with their sessions
 * @n_days: how many there are
 * @bars: (out caller-allocates): `TLSRPT_CHART_MOST_BARS` bars, all nought
 * @days_per_bar: (out): how many days each stands for
 *
 * Adds days up to bars.  A bar for each day between the first and the last, so that
 * days without sessions can be seen.
 *
 * Returns: how many bars there are
 */
guint
tlsrpt_chart_fill_bars (const TlsrptReportRow *days,
                        gsize                  n_days,
                        TlsrptReportSessions  *bars,
                        gint64                *days_per_bar)
{
  gint64 first, span;

  g_return_val_if_fail (n_days > 0, 0);

  first = days[0].day;
  span = days[n_days - 1].day - first + 1;
  *days_per_bar = tlsrpt_chart_get_days_per_bar (span);

  for (gsize i = 0; i < n_days; i++)
    tlsrpt_report_add_sessions (&bars[(days[i].day - first) / *days_per_bar], days[i].sessions);

  return (guint) ((span - 1) / *days_per_bar + 1);
}

/**
 * tlsrpt_chart_get_top:
 * @largest: the largest value
 *
 * Gets the value at the upper end of the axis: an even one, or one, of one digit
 * with noughts behind it, so that the middle of the axis is a round number too.
 *
 * Returns: a value that is at least @largest, unless there is none
 */
gint64
tlsrpt_chart_get_top (gint64 largest)
{
  static const int steps[] = { 2, 4, 6, 8, 10 };
  gint64 unit = 1;

  g_return_val_if_fail (largest >= 0, 1);

  if (largest <= 1)
    return 1;

  while (largest / unit > 10 || (largest / unit == 10 && largest % unit > 0))
    unit *= 10;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (G_MAXINT64 / unit < steps[i])
        break;
      if (steps[i] * unit >= largest)
        return steps[i] * unit;
    }

  return G_MAXINT64;
}

/* Multiplies as floating-point numbers, which cannot overflow, whatever a report says. */
static int
scale (gint64 value,
       gint64 top,
       int    height)
{
  return (int) ((double) value / top * height + 0.5);
}

/**
 * tlsrpt_chart_place_bar:
 * @sessions: what the bar shows
 * @top: the value at the upper end
 * @position: which bar it is
 * @n_bars: how many there are
 * @width: the width of the chart
 * @height: the height of the chart
 *
 * Places a bar.
 *
 * Returns: its place
 */
TlsrptChartBar
tlsrpt_chart_place_bar (TlsrptReportSessions sessions,
                        gint64               top,
                        guint                position,
                        guint                n_bars,
                        int                  width,
                        int                  height)
{
  TlsrptChartBar bar = { 0 };
  gint64 start, end;
  int gap, total;

  g_return_val_if_fail (top > 0, bar);
  g_return_val_if_fail (position < n_bars, bar);

  start = (gint64) width * position / n_bars;
  end = (gint64) width * (position + 1) / n_bars;
  gap = CLAMP ((end - start) / 4, 1, 12);
  bar.width = CLAMP (end - start - gap, 1, MOST_BAR_WIDTH);
  bar.x = (int) (start + (end - start - bar.width) / 2);

  total = MIN (scale (tlsrpt_report_add_counts (sessions.failed, sessions.successful), top, height),
               height);

  if (sessions.failed > 0)
    bar.failed = MIN (MAX (scale (sessions.failed, top, height), LEAST_FAILED), height);
  if (sessions.successful > 0)
    bar.successful = MAX (total - bar.failed, LEAST_SUCCESSFUL);

  bar.successful = MIN (bar.successful, height - bar.failed);

  return bar;
}

/**
 * tlsrpt_chart_get_label_step:
 * @n_bars: how many bars there are
 * @width: the width of the chart
 * @label_width: the width of the widest label, with the space around it
 *
 * Gets which bars have a label: the first, and every one that is so many behind one
 * that has.
 *
 * Returns: a number of bars
 */
guint
tlsrpt_chart_get_label_step (guint n_bars,
                             int   width,
                             int   label_width)
{
  gint64 step;

  g_return_val_if_fail (n_bars > 0, 1);

  if (width <= 0)
    return n_bars;

  step = ((gint64) label_width * n_bars + width - 1) / width;

  return (guint) CLAMP (step, 1, n_bars);
}
