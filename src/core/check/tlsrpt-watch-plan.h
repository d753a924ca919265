/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-answer.h"

G_BEGIN_DECLS

/**
 * TlsrptWatchFinding:
 * @TLSRPT_WATCH_FINDING_NONE: nobody has looked yet
 * @TLSRPT_WATCH_FINDING_EXPECTED: the record is there, or an equivalent one
 * @TLSRPT_WATCH_FINDING_MISSING: there is no record
 * @TLSRPT_WATCH_FINDING_OTHER: there is another record
 * @TLSRPT_WATCH_FINDING_SEVERAL: there are several, so senders use none
 * @TLSRPT_WATCH_FINDING_FAILED: DNS could not answer
 *
 * What one look at a record has found.
 */
typedef enum
{
  TLSRPT_WATCH_FINDING_NONE,
  TLSRPT_WATCH_FINDING_EXPECTED,
  TLSRPT_WATCH_FINDING_MISSING,
  TLSRPT_WATCH_FINDING_OTHER,
  TLSRPT_WATCH_FINDING_SEVERAL,
  TLSRPT_WATCH_FINDING_FAILED,
} TlsrptWatchFinding;

TlsrptWatchFinding tlsrpt_watch_plan_judge     (TlsrptAnswer *answer,
                                                const char   *expected,
                                                guint32      *ttl);
gint64             tlsrpt_watch_plan_find_next (gint64        start,
                                                gint64        now,
                                                gint64        interval,
                                                guint32       ttl);

G_END_DECLS
