/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-rows.h"

#include "tlsrpt-grow.h"
#include "tlsrpt-index.h"
#include "tlsrpt-octets.h"
#include "tlsrpt-report-rank.h"
#include "tlsrpt-text-hash.h"

#include <string.h>

/* A row while it grows: the report that it was last seen in counts once. */
typedef struct
{
  TlsrptReportRow row;
  gsize           last_report;
} Row;

/* Equal strings of reports are mostly one pointer, and that is found sooner than by
 * their text. */
typedef struct
{
  const char *key;
  guint       index;
} RecentRow;

#define RECENT_BITS 10

/* Keys are strings of reports, which stay until the end of the tally.  Days have a table of
 * their own. */
struct _TlsrptReportRows
{
  TlsrptIndex  index;
  /* (nullable): if there are days */
  GHashTable  *days;
  Row         *rows;
  guint        n_rows;
  gsize        n_allocated;
  RecentRow    recent[1 << RECENT_BITS];
};

/**
 * tlsrpt_report_rows_new:
 *
 * Creates a group without rows.  The strings of reports must stay until its end.
 *
 * Returns: (transfer full): the rows
 */
TlsrptReportRows *
tlsrpt_report_rows_new (void)
{
  TlsrptReportRows *self = g_new0 (TlsrptReportRows, 1);

  tlsrpt_index_init (&self->index);

  return self;
}

static guint
add_row (TlsrptReportRows *self,
         const char       *key,
         gint64            day)
{
  self->rows = tlsrpt_grow (self->rows, self->n_rows, &self->n_allocated, sizeof *self->rows);
  self->rows[self->n_rows] = (Row) { .row = { .key = key, .day = day } };

  return self->n_rows++;
}

/* The row of a string, which is a new one if there is none. */
static guint
find_key (TlsrptReportRows *self,
          const char       *key,
          gint64            day)
{
  const guint64 hash = tlsrpt_text_hash (key, strlen (key));
  gsize place = tlsrpt_index_begin (&self->index, hash);

  for (guint32 i = tlsrpt_index_next (&self->index, hash, &place); i != TLSRPT_INDEX_NONE;
       i = tlsrpt_index_next (&self->index, hash, &place))
    {
      if (strcmp (self->rows[i].row.key, key) == 0)
        return i;
    }

  tlsrpt_index_add (&self->index, hash, self->n_rows);

  return add_row (self, key, day);
}

/**
 * tlsrpt_report_rows_find:
 * @self: the rows
 * @key: (nullable): a string of a report
 * @day: the day of that
 *
 * Finds the row of a string, and adds one if there is none.
 *
 * Returns: the index of the row, for [method@ReportRows.count]
 */
guint
tlsrpt_report_rows_find (TlsrptReportRows *self,
                         const char       *key,
                         gint64            day)
{
  RecentRow *recent;
  Row *row;

  if (key == NULL)
    key = TLSRPT_REPORT_NOT_GIVEN;

  recent = &self->recent[tlsrpt_octets_mix (GPOINTER_TO_SIZE (key)) >> (64 - RECENT_BITS)];
  if (recent->key != key)
    {
      recent->index = find_key (self, key, day);
      recent->key = key;
    }

  row = &self->rows[recent->index];
  row->row.day = MAX (row->row.day, day);

  return recent->index;
}

/**
 * tlsrpt_report_rows_find_day:
 * @self: the rows
 * @day: a day
 *
 * Finds the row of a day, and adds one if there is none.
 *
 * Returns: the index of the row, for [method@ReportRows.count]
 */
guint
tlsrpt_report_rows_find_day (TlsrptReportRows *self,
                             gint64            day)
{
  gpointer index;

  if (self->days == NULL)
    self->days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (!g_hash_table_lookup_extended (self->days, &day, NULL, &index))
    {
      index = GUINT_TO_POINTER (add_row (self, NULL, day));
      g_hash_table_insert (self->days, g_memdup2 (&day, sizeof day), index);
    }

  return GPOINTER_TO_UINT (index);
}

/**
 * tlsrpt_report_rows_count:
 * @self: the rows
 * @index: one of them
 * @report: the number of the report, another one for each
 * @sessions: its sessions
 *
 * Counts sessions.
 */
void
tlsrpt_report_rows_count (TlsrptReportRows     *self,
                          guint                 index,
                          gsize                 report,
                          TlsrptReportSessions  sessions)
{
  Row *row = &self->rows[index];

  tlsrpt_report_add_sessions (&row->row.sessions, sessions);

  if (row->last_report == report)
    return;

  row->last_report = report;
  row->row.n_reports++;
}

/* Of rows with as many failures. */
static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const TlsrptReportRow *row = &((const Row *) a)->row;
  const TlsrptReportRow *other = &((const Row *) b)->row;

  if (row->sessions.successful != other->sessions.successful)
    return row->sessions.successful < other->sessions.successful ? 1 : -1;

  /* There is one row for a day. */
  return g_strcmp0 (row->key, other->key);
}

/**
 * tlsrpt_report_rows_end:
 * @self: (transfer full): the rows
 * @n_rows: (out): how many there are
 *
 * Ends counting.
 *
 * Returns: (transfer full) (array length=n_rows): the rows, the worst first, or the first day
 */
TlsrptReportRow *
tlsrpt_report_rows_end (TlsrptReportRows *self,
                        gsize            *n_rows)
{
  const guint n = self->n_rows;
  TlsrptReportRow *rows = g_new (TlsrptReportRow, n);
  g_autofree TlsrptReportRank *ranks = g_new (TlsrptReportRank, n);

  for (guint i = 0; i < n; i++)
    {
      const Row *row = &self->rows[i];

      ranks[i].number = self->days != NULL ? ~row->row.day : row->row.sessions.failed;
      ranks[i].thing = row;
    }
  tlsrpt_report_rank_sort (ranks, n, compare_rows);

  *n_rows = n;
  for (guint i = 0; i < n; i++)
    rows[i] = ((const Row *) ranks[i].thing)->row;

  g_clear_pointer (&self->days, g_hash_table_unref);
  tlsrpt_index_clear (&self->index);
  g_free (self->rows);
  g_free (self);

  return rows;
}
