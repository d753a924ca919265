/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-report-reader.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (TlsrptReportReader) reader = tlsrpt_report_reader_new ();
  g_autoptr (GPtrArray) reports =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  g_autoptr (GPtrArray) faults =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);

  tlsrpt_report_reader_read_data (reader, "input", data, size, reports, faults);

  /* Nothing is silent. */
  g_assert_cmpuint (reports->len + faults->len, >, 0);

  for (guint i = 0; i < reports->len; i++)
    {
      const TlsrptReport *report = g_ptr_array_index (reports, i);

      for (gsize j = 0; j < report->n_policies; j++)
        {
          g_assert_cmpint (report->policies[j].sessions.successful, >=, 0);
          g_assert_cmpint (report->policies[j].sessions.failed, >=, 0);
        }
      for (gsize j = 0; j < report->n_notes; j++)
        {
          g_autofree char *text = tlsrpt_report_note_dup_text (&report->notes[j]);

          g_assert_true (g_utf8_validate (text, -1, NULL));
        }
    }

  return 0;
}
