/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-watch-plan.h"

#include "tlsrpt-discovery.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-verdict.h"

/* How long caches may keep the answer: of several records, the last one. */
static guint32
find_ttl (TlsrptAnswer *answer)
{
  guint32 ttl = 0;

  for (gsize i = 0; i < tlsrpt_answer_get_n_resources (answer); i++)
    ttl = MAX (ttl, tlsrpt_answer_get_resource (answer, i)->ttl);

  return ttl;
}

/**
 * tlsrpt_watch_plan_judge:
 * @answer: the TXT records at the name of the record
 * @expected: the record that should be there
 * @ttl: (out): for how many seconds the answer cannot change, as far as it tells
 *
 * Judges what one look has found.
 *
 * Returns: what it is
 */
TlsrptWatchFinding
tlsrpt_watch_plan_judge (TlsrptAnswer *answer,
                         const char   *expected,
                         guint32      *ttl)
{
  g_autoptr (GPtrArray) texts = NULL;
  guint position = 0;

  g_return_val_if_fail (answer != NULL, TLSRPT_WATCH_FINDING_FAILED);
  g_return_val_if_fail (expected != NULL, TLSRPT_WATCH_FINDING_FAILED);

  *ttl = 0;
  if (!tlsrpt_outcome_is_known (tlsrpt_answer_get_outcome (answer)))
    return TLSRPT_WATCH_FINDING_FAILED;

  *ttl = find_ttl (answer);
  texts = tlsrpt_answer_dup_texts (answer);

  switch (tlsrpt_discover (texts, &position))
    {
    case TLSRPT_DISCOVERY_NONE:
      return TLSRPT_WATCH_FINDING_MISSING;

    case TLSRPT_DISCOVERY_ONE:
      if (tlsrpt_verdict_compare (g_ptr_array_index (texts, position), expected) ==
          TLSRPT_MATCH_DIFFERENT)
        return TLSRPT_WATCH_FINDING_OTHER;

      return TLSRPT_WATCH_FINDING_EXPECTED;

    case TLSRPT_DISCOVERY_SEVERAL:
    default:
      return TLSRPT_WATCH_FINDING_SEVERAL;
    }
}

/**
 * tlsrpt_watch_plan_find_next:
 * @start: when the watch began, in milliseconds
 * @now: when DNS was last asked, or @start
 * @interval: the least time from one look to the next, in milliseconds
 * @ttl: for how many seconds the last answer cannot change
 *
 * Finds out when to look again: in the rhythm of the TTL, since until then a cache gives
 * the same answer, but for a last look when the time of a watch is over.
 *
 * Returns: the moment, or -1 if the watch ends
 */
gint64
tlsrpt_watch_plan_find_next (gint64  start,
                             gint64  now,
                             gint64  interval,
                             guint32 ttl)
{
  gint64 end = start + TLSRPT_LIMIT_WATCH_TIME * G_GINT64_CONSTANT (1000);
  gint64 next = now + MAX (interval, ttl * G_GINT64_CONSTANT (1000));

  if (next <= end)
    return next;

  return now + interval <= end ? end : -1;
}
