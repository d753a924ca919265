/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "fuzz-reading.h"

#include "tlsrpt-evidence.h"
#include "tlsrpt-report-tally.h"

/* Reports with what is made of them. */
typedef struct
{
  GPtrArray           *reports;
  TlsrptReportSummary *summary;
  TlsrptEvidenceSet   *evidence;
} FuzzSet;

/* Reads reports, one on a line, up to an empty line. */
static inline FuzzSet *
fuzz_set_read (const uint8_t **data,
               size_t         *size)
{
  g_autoptr (GPtrArray) faults =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);
  TlsrptReportTally *tally = tlsrpt_report_tally_new (&TLSRPT_REPORT_FILTER_ALL,
                                                      TLSRPT_REPORT_TALLY_DETAILS);
  FuzzSet *self = g_new (FuzzSet, 1);

  self->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  self->evidence = tlsrpt_evidence_set_new ();

  while (*size > 0)
    {
      g_autofree char *line = fuzz_take_line (data, size);

      if (*line == '\0')
        break;

      fuzz_read ("input", (const uint8_t *) line, strlen (line), self->reports, faults);
    }

  for (guint i = 0; i < self->reports->len; i++)
    {
      const TlsrptReport *report = g_ptr_array_index (self->reports, i);

      tlsrpt_report_tally_add (tally, report);
      tlsrpt_evidence_set_add (self->evidence, report, &TLSRPT_REPORT_FILTER_ALL);
    }
  self->summary = tlsrpt_report_tally_end (tally);
  tlsrpt_evidence_set_end (self->evidence, self->summary);

  return self;
}

static inline void
fuzz_set_free (FuzzSet *self)
{
  g_ptr_array_unref (self->reports);
  tlsrpt_report_summary_unref (self->summary);
  tlsrpt_evidence_set_free (self->evidence);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FuzzSet, fuzz_set_free)
