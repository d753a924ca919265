/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-pending.h"

#include "tlsrpt-grow.h"

/*
 * A session counts once in a line of a table, whatever it failed of; and so do the same
 * sessions under MTA-STS and under DANE.  How many that are shows when all failures of the
 * entries that give the same sessions are known.
 */

/* A line of a table. */
typedef struct
{
  TlsrptReportTable         table;
  guint                     index;
  gint64                    sides[TLSRPT_N_REPORT_SIDES];
  /* The entry whose failures come now, what they add up to so far, and where that goes. */
  const TlsrptReportPolicy *policy;
  gint64                    sum;
  TlsrptReportSide          side;
} Line;

/* Where a line of a table is pending, and for which entries. */
typedef struct
{
  gsize scope;
  guint place;
} Slot;

struct _TlsrptReportPending
{
  GArray                   *slots[TLSRPT_N_REPORT_TABLES];
  Line                     *lines;
  gsize                     n_lines;
  gsize                     n_allocated;
  /* The number of the entries with the same sessions, from 1. */
  gsize                     scope;
  /* (nullable): the entry that was seen last, and its side */
  const TlsrptReportPolicy *policy;
  TlsrptReportSide          side;
};

TlsrptReportSide
tlsrpt_report_policy_get_side (const TlsrptReportPolicy *self)
{
  return g_strcmp0 (self->type, "tlsa") == 0 ? TLSRPT_REPORT_SIDE_TLSA : TLSRPT_REPORT_SIDE_STS;
}

TlsrptReportPending *
tlsrpt_report_pending_new (void)
{
  TlsrptReportPending *self = g_new0 (TlsrptReportPending, 1);

  for (gsize i = 0; i < TLSRPT_N_REPORT_TABLES; i++)
    self->slots[i] = g_array_new (FALSE, TRUE, sizeof (Slot));

  return self;
}

void
tlsrpt_report_pending_free (TlsrptReportPending *self)
{
  for (gsize i = 0; i < TLSRPT_N_REPORT_TABLES; i++)
    g_array_unref (self->slots[i]);
  g_free (self->lines);
  g_free (self);
}

/**
 * tlsrpt_report_pending_begin:
 * @self: what is pending: nothing
 *
 * Begins to add up the failures of other entries.
 */
void
tlsrpt_report_pending_begin (TlsrptReportPending *self)
{
  self->scope++;
  self->policy = NULL;
}

/* No more sessions can have failed than failed in the entry. */
static void
end_policy (Line *line)
{
  gint64 *side = &line->sides[line->side];

  *side = tlsrpt_report_add_counts (*side, MIN (line->sum, line->policy->own.failed));
  line->sum = 0;
}

/**
 * tlsrpt_report_pending_add:
 * @self: what is pending
 * @table: a table
 * @index: a line of it
 * @policy: an entry
 * @n_failed: failed sessions of it
 *
 * Adds failed sessions to a line that is counted when all are known.
 */
void
tlsrpt_report_pending_add (TlsrptReportPending      *self,
                           TlsrptReportTable         table,
                           guint                     index,
                           const TlsrptReportPolicy *policy,
                           gint64                    n_failed)
{
  GArray *slots = self->slots[table];
  Line *line;
  Slot *slot;

  if (slots->len <= index)
    g_array_set_size (slots, MAX (index + 1, 2 * slots->len));

  if (self->policy != policy)
    {
      self->policy = policy;
      self->side = tlsrpt_report_policy_get_side (policy);
    }

  slot = &g_array_index (slots, Slot, index);
  if (slot->scope != self->scope)
    {
      slot->scope = self->scope;
      slot->place = (guint) self->n_lines;
      self->lines = tlsrpt_grow (self->lines, self->n_lines, &self->n_allocated,
                                 sizeof *self->lines);
      self->lines[self->n_lines++] =
        (Line) { table, index, { 0 }, policy, 0, self->side };
    }

  line = &self->lines[slot->place];
  if (line->policy != policy)
    {
      end_policy (line);
      line->policy = policy;
      line->side = self->side;
    }
  line->sum = tlsrpt_report_add_counts (line->sum, n_failed);
}

/**
 * tlsrpt_report_pending_count:
 * @self: what is pending, and is not any more afterwards
 * @n_failed: the failed sessions of the entries
 * @func: (scope call): counts the sessions of a line
 * @user_data: passed to @func
 *
 * Counts what was added.
 *
 * Returns: the sum of the largest table
 */
gint64
tlsrpt_report_pending_count (TlsrptReportPending     *self,
                             gint64                   n_failed,
                             TlsrptReportPendingFunc  func,
                             gpointer                 user_data)
{
  gint64 sums[TLSRPT_N_REPORT_TABLES] = { 0 };
  gint64 largest = 0;

  for (gsize i = 0; i < self->n_lines; i++)
    {
      Line *line = &self->lines[i];
      gint64 n;

      end_policy (line);
      n = MIN (MAX (line->sides[TLSRPT_REPORT_SIDE_STS], line->sides[TLSRPT_REPORT_SIDE_TLSA]),
               n_failed);
      func (line->table, line->index, n, user_data);
      sums[line->table] = tlsrpt_report_add_counts (sums[line->table], n);
    }
  self->n_lines = 0;

  for (gsize i = 0; i < TLSRPT_N_REPORT_TABLES; i++)
    largest = MAX (largest, sums[i]);

  return largest;
}
