/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptReportRank:
 * @number: what it is sorted by, the largest first
 * @thing: the thing itself
 *
 * A thing while it is sorted.
 */
typedef struct
{
  gint64         number;
  gconstpointer  thing;
} TlsrptReportRank;

void tlsrpt_report_rank_sort (TlsrptReportRank *ranks,
                              gsize             n,
                              GCompareFunc      compare);

G_END_DECLS
