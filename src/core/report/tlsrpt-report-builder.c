/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-builder.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-octets.h"
#include "tlsrpt-report-sessions.h"

#include <string.h>

/*
 * A report lives in a few blocks of memory of its own, and refers to strings that
 * it shares with the other reports of the same builder: domains, hosts and the
 * names of senders come again in every report.  Both live as long as somebody
 * holds the report, in whatever thread.
 */

typedef struct _Block Block;

struct _Block
{
  Block *next;
};

typedef struct
{
  TlsrptReport      report;
  gatomicrefcount   ref_count;
  Block            *blocks;
  TlsrptReportPool *pool;
} RealReport;

/* The first block of a report is about as large as it is going to be.  Another one is
 * twice as large, up to this: a file may hold thousands of small reports. */
#define BLOCK_SIZE (64 * 1024)
#define ALIGNMENT 8

struct _TlsrptReportBuilder
{
  TlsrptReportPool *pool;
  GArray           *notes;
  RealReport       *real;
  char             *free;
  gsize             n_free;
  gsize             block_size;
};

TlsrptReport *
tlsrpt_report_ref (TlsrptReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&((RealReport *) self)->ref_count);

  return self;
}

void
tlsrpt_report_unref (TlsrptReport *self)
{
  RealReport *real = (RealReport *) self;
  Block *block;

  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&real->ref_count))
    return;

  tlsrpt_report_pool_unref (real->pool);

  /* The last block also holds the report struct. */
  block = real->blocks;
  while (block != NULL)
    {
      Block *next = block->next;

      g_free (block);
      block = next;
    }
}

/**
 * tlsrpt_report_builder_new:
 *
 * Creates what makes reports.  Reports of one builder share their strings.
 *
 * Returns: (transfer full): the builder
 */
TlsrptReportBuilder *
tlsrpt_report_builder_new (void)
{
  TlsrptReportBuilder *self = g_new0 (TlsrptReportBuilder, 1);

  self->pool = tlsrpt_report_pool_new ();
  self->notes = g_array_new (FALSE, FALSE, sizeof (TlsrptReportNote));

  return self;
}

void
tlsrpt_report_builder_free (TlsrptReportBuilder *self)
{
  g_return_if_fail (self->real == NULL);

  g_array_unref (self->notes);
  tlsrpt_report_pool_unref (self->pool);
  g_free (self);
}

static Block *
add_block (TlsrptReportBuilder *self,
           gsize                size)
{
  Block *block = g_malloc (sizeof (Block) + size);

  self->free = (char *) (block + 1);
  self->n_free = size;
  self->block_size = size;

  return block;
}

/**
 * tlsrpt_report_builder_begin:
 * @self: the builder
 * @size: about how much memory the report will take
 *
 * Begins a report.
 *
 * Returns: (transfer none): the report, to be filled in until
 *   [method@ReportBuilder.end]
 */
TlsrptReport *
tlsrpt_report_builder_begin (TlsrptReportBuilder *self,
                             gsize                size)
{
  RealReport *real;
  Block *block;

  g_return_val_if_fail (self->real == NULL, NULL);

  block = add_block (self, sizeof (RealReport) + MIN (size, BLOCK_SIZE));
  block->next = NULL;
  real = tlsrpt_report_builder_alloc (self, 1, sizeof *real);
  memset (real, 0, sizeof *real);
  g_atomic_ref_count_init (&real->ref_count);
  real->blocks = block;
  real->pool = tlsrpt_report_pool_ref (self->pool);
  real->report.start = real->report.end = TLSRPT_REPORT_NO_TIME;

  self->real = real;
  g_array_set_size (self->notes, 0);

  return &real->report;
}

static gpointer
take (TlsrptReportBuilder *self,
      gsize                size)
{
  gpointer taken;

  if (G_UNLIKELY (size > self->n_free))
    {
      Block *block = add_block (self, MAX (size, MIN (2 * self->block_size, BLOCK_SIZE)));

      /* The first block stays the last of the list, for it holds the report. */
      block->next = self->real->blocks;
      self->real->blocks = block;
    }

  taken = self->free;
  self->free += size;
  self->n_free -= size;

  return taken;
}

/**
 * tlsrpt_report_builder_alloc:
 * @self: the builder
 * @n: a number of things
 * @size: the octets of one of them
 *
 * Takes memory that belongs to the report.  It is not cleared.
 *
 * Returns: (transfer none): the memory
 */
gpointer
tlsrpt_report_builder_alloc (TlsrptReportBuilder *self,
                             gsize                n,
                             gsize                size)
{
  gsize total;
  gsize misplaced = GPOINTER_TO_SIZE (self->free) % ALIGNMENT;

  if (!g_size_checked_mul (&total, n, size))
    g_error ("%" G_GSIZE_FORMAT " things do not fit into memory", n);

  /* Strings lie between them. */
  if (misplaced != 0 && ALIGNMENT - misplaced <= self->n_free)
    take (self, ALIGNMENT - misplaced);
  else if (misplaced != 0)
    self->n_free = 0;

  return take (self, total);
}

/**
 * tlsrpt_report_builder_share:
 * @self: the builder
 * @text: a string; a NUL ends it
 * @length: its octets
 * @check: (nullable) (scope call): looks at the string
 *
 * Keeps a string that is likely to come again in other reports.
 *
 * Returns: the string, one pointer in all reports of one builder; and what @check said
 *   of it
 */
TlsrptReportString
tlsrpt_report_builder_share (TlsrptReportBuilder   *self,
                             const char            *text,
                             gsize                  length,
                             TlsrptReportCheckFunc  check)
{
  return tlsrpt_report_pool_add (self->pool, text, length, check);
}

/**
 * tlsrpt_report_builder_copy:
 * @self: the builder
 * @text: a string
 * @length: its octets
 *
 * Keeps a string that belongs to this report alone.
 *
 * Returns: the string; it is odd if it has a NUL inside
 */
TlsrptReportString
tlsrpt_report_builder_copy (TlsrptReportBuilder *self,
                            const char          *text,
                            gsize                length)
{
  char *copied = take (self, length + 1);

  copied[length] = '\0';
  if (G_UNLIKELY (!tlsrpt_octets_copy (copied, text, length)))
    {
      /* g_utf8_make_valid() replaces NUL with U+FFFD. */
      g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);

      return (TlsrptReportString) {
        tlsrpt_report_builder_copy (self, valid, strlen (valid)).text,
        TLSRPT_REPORT_ODDITY_NUL,
      };
    }

  return (TlsrptReportString) { copied, 0 };
}

/**
 * tlsrpt_report_builder_note:
 * @self: the builder
 * @code: what is unusual
 * @subject: (nullable): what it is about: a constant, or a string of the report
 *
 * Adds a note to the report, once.
 */
void
tlsrpt_report_builder_note (TlsrptReportBuilder  *self,
                            TlsrptReportNoteCode  code,
                            const char           *subject)
{
  TlsrptReportNote note = { code, subject };

  for (guint i = 0; i < self->notes->len; i++)
    {
      const TlsrptReportNote *other = &g_array_index (self->notes, TlsrptReportNote, i);

      if (other->code == code && g_strcmp0 (other->subject, subject) == 0)
        return;
    }

  if (self->notes->len < TLSRPT_LIMIT_REPORT_NOTES)
    g_array_append_val (self->notes, note);
}

/**
 * tlsrpt_report_builder_end:
 * @self: the builder
 *
 * Ends the report: nothing of it changes any more.
 *
 * Returns: (transfer full): the report
 */
TlsrptReport *
tlsrpt_report_builder_end (TlsrptReportBuilder *self)
{
  TlsrptReport *report = &self->real->report;

  if (report->n_policies > 1)
    tlsrpt_report_count_once (self, (TlsrptReportPolicy *) report->policies, report->n_policies);

  return tlsrpt_report_builder_end_counted (self);
}

/**
 * tlsrpt_report_builder_end_counted:
 * @self: the builder
 *
 * Ends a report whose sessions were counted elsewhere.
 *
 * Returns: (transfer full): the report
 */
TlsrptReport *
tlsrpt_report_builder_end_counted (TlsrptReportBuilder *self)
{
  TlsrptReport *report = &self->real->report;

  report->n_notes = self->notes->len;
  if (report->n_notes > 0)
    {
      gpointer notes = tlsrpt_report_builder_alloc (self, report->n_notes,
                                                    sizeof (TlsrptReportNote));

      memcpy (notes, self->notes->data, report->n_notes * sizeof (TlsrptReportNote));
      report->notes = notes;
    }

  self->real = NULL;

  return report;
}
