/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-summary.h"

G_BEGIN_DECLS

/*
 * The maths of a chart of stacked bars over time, apart from the drawing.  Lengths
 * are in pixels.
 */

/* Bars that can still be distinguished in the narrowest window. */
#define TLSRPT_CHART_MOST_BARS 62

/**
 * TlsrptChartBar:
 * @x: where the bar starts
 * @width: how wide it is
 * @failed: the height of its upper part
 * @successful: the height of its lower part
 */
typedef struct
{
  int x;
  int width;
  int failed;
  int successful;
} TlsrptChartBar;

gint64         tlsrpt_chart_get_days_per_bar (gint64               n_days);
guint          tlsrpt_chart_fill_bars        (const TlsrptReportRow *days,
                                              gsize                  n_days,
                                              TlsrptReportSessions  *bars,
                                              gint64                *days_per_bar);
gint64         tlsrpt_chart_get_top          (gint64               largest);
TlsrptChartBar tlsrpt_chart_place_bar        (TlsrptReportSessions sessions,
                                              gint64               top,
                                              guint                position,
                                              guint                n_bars,
                                              int                  width,
                                              int                  height);
guint          tlsrpt_chart_get_label_step   (guint                n_bars,
                                              int                  width,
                                              int                  label_width);

G_END_DECLS
