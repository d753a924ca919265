/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "fuzz.h"

#include "tlsrpt-report-reader.h"

/* Reads a file.  Nothing is silent: there are reports or faults. */
static inline void
fuzz_read (const char    *file,
           const uint8_t *data,
           size_t         size,
           GPtrArray     *reports,
           GPtrArray     *faults)
{
  g_autoptr (TlsrptReportReader) reader = tlsrpt_report_reader_new ();

  tlsrpt_report_reader_read_data (reader, file, data, size, size, reports, faults);

  g_assert_cmpuint (reports->len + faults->len, >, 0);
  for (guint i = 0; i < faults->len; i++)
    {
      const TlsrptReportFault *fault = g_ptr_array_index (faults, i);

      g_assert_true (g_utf8_validate (fault->error->message, -1, NULL));
    }
}

/* Reads it for what it may do to the program, and not for what it says. */
static inline void
fuzz_read_only (const char    *file,
                const uint8_t *data,
                size_t         size)
{
  g_autoptr (GPtrArray) reports =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  g_autoptr (GPtrArray) faults =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);

  fuzz_read (file, data, size, reports, faults);
}
