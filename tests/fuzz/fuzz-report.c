/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz-reading.h"

#include "tlsrpt-cause-json.h"
#include "tlsrpt-json.h"
#include "tlsrpt-readiness.h"
#include "tlsrpt-report-export.h"
#include "tlsrpt-report-tally.h"

/* December 1, 2026: the same input has to lead to the same path. */
#define NOW G_GINT64_CONSTANT (1796083200)

/* What is written is pure ASCII and one text of JSON. */
static void
check_json (const GPtrArray           *reports,
            const GPtrArray           *faults,
            const TlsrptReportSummary *summary)
{
  g_autoptr (TlsrptEvidenceSet) evidence = tlsrpt_evidence_set_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  TlsrptJsonParser *parser = tlsrpt_json_parser_new ();
  TlsrptJsonStatus status;
  TlsrptJsonValue root;
  TlsrptJsonWriter writer;

  tlsrpt_json_writer_init (&writer, text, TLSRPT_JSON_COMPACT);
  tlsrpt_report_write_begin (&writer);
  for (guint i = 0; i < reports->len; i++)
    {
      const TlsrptReport *report = g_ptr_array_index (reports, i);

      tlsrpt_report_write (report, &TLSRPT_REPORT_FILTER_ALL, &writer);
      tlsrpt_evidence_set_add (evidence, report, &TLSRPT_REPORT_FILTER_ALL);
    }
  tlsrpt_evidence_set_end (evidence, summary);
  tlsrpt_cause_write_end (faults, summary, evidence, TLSRPT_READINESS_DAYS, NOW, &writer);

  g_assert_true (g_str_is_ascii (text->str));
  status = tlsrpt_json_parser_parse (parser, text->str, text->len, text->len, &root);
  g_assert_true (status == TLSRPT_JSON_OK || status == TLSRPT_JSON_TOO_LARGE ||
                 status == TLSRPT_JSON_TOO_MANY);
  tlsrpt_json_parser_free (parser);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GPtrArray) reports =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  g_autoptr (GPtrArray) faults =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);
  g_autoptr (TlsrptReportSummary) summary = NULL;
  g_autofree char *headline = NULL;
  TlsrptReportTally *tally = tlsrpt_report_tally_new (&TLSRPT_REPORT_FILTER_ALL,
                                                      TLSRPT_REPORT_TALLY_DETAILS);

  fuzz_read ("input", data, size, reports, faults);

  for (guint i = 0; i < reports->len; i++)
    {
      const TlsrptReport *report = g_ptr_array_index (reports, i);

      tlsrpt_report_tally_add (tally, report);
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

  summary = tlsrpt_report_tally_end (tally);
  g_assert_cmpint (summary->sessions.successful, >=, 0);
  g_assert_cmpint (summary->sessions.failed, >=, 0);
  headline = tlsrpt_report_summary_dup_headline (summary, 0);
  g_assert_true (g_utf8_validate (headline, -1, NULL));
  check_json (reports, faults, summary);

  return 0;
}
