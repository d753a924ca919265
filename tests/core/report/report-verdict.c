/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads one report file and prints what came of it, for test-report-files.py.
 *
 * usage: report-verdict FILE */

#include "config.h"

#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-child.h"
#include "tlsrpt-report-export.h"
#include "tlsrpt-report-reader.h"
#include "tlsrpt-report-tally.h"

#include <gio/gio.h>

#define ERROR(code) [TLSRPT_ERROR_##code] = #code

static const char *const errors[] = {
  ERROR (EMPTY),
  ERROR (TOO_LONG),
  ERROR (ENCODING),
  ERROR (TOO_MANY),
  ERROR (FILE),
  ERROR (MEMORY),
  ERROR (JSON),
  ERROR (JSON_DEPTH),
  ERROR (JSON_VALUES),
  ERROR (REPORT),
  ERROR (REPORT_OTHER),
  ERROR (REPORT_WRAPPED),
  ERROR (REPORT_NONE),
  ERROR (COMPRESSION),
  ERROR (COMPRESSION_RATIO),
  ERROR (NESTING),
  ERROR (READER),
};

#define NOTE(code) [TLSRPT_REPORT_NOTE_##code] = #code

static const char *const notes[] = {
  NOTE (MISSING),
  NOTE (TYPE),
  NOTE (NOT_A_LIST),
  NOTE (LIST),
  NOTE (JSON_IN_STRING),
  NOTE (OTHER_NAME),
  NOTE (REPEATED),
  NOTE (TOO_LONG),
  NOTE (NUL),
  NOTE (NUMBER_IN_STRING),
  NOTE (NOT_A_STRING),
  NOTE (NOT_A_COUNT),
  NOTE (NOT_A_TIME),
  NOTE (NO_TIME_ZONE),
  NOTE (PERIOD_REVERSED),
  NOTE (PERIOD_NOT_A_DAY),
  NOTE (POLICY_TYPE),
  NOTE (RESULT_TYPE),
  NOTE (SPELLING),
  NOTE (NO_TIME),
  NOTE (TIME_FORM),
  NOTE (NOT_AN_ADDRESS),
  NOTE (ADDRESS_FORM),
  NOTE (MX_PREFIX),
  NOTE (DETAILS_MISSING),
  NOTE (DETAILS_EXCEED),
  NOTE (TOTAL_TOO_SMALL),
  NOTE (COUNTED_ONCE),
  NOTE (BYTE_ORDER_MARK),
  NOTE (MEMBERS),
  NOTE (TRAILING),
  NOTE (TWICE_COMPRESSED),
  NOTE (NAME),
};

static void
print_fault (const TlsrptReportFault *fault)
{
  const GError *error = fault->error;

  g_assert_true (g_utf8_validate (error->message, -1, NULL));

  if (error->domain == TLSRPT_ERROR)
    g_print ("fault %s\n", errors[error->code]);
  else
    g_print ("fault %s %d\n", g_quark_to_string (error->domain), error->code);
}

static void
print_note (const TlsrptReportNote *note)
{
  g_autofree char *text = tlsrpt_report_note_dup_text (note);

  g_assert_true (g_utf8_validate (text, -1, NULL));

  if (note->subject != NULL)
    g_print ("note %s %s\n", notes[note->code], note->subject);
  else
    g_print ("note %s\n", notes[note->code]);
}

static void
read_file (const char *path,
           gboolean    in_child,
           GPtrArray  *reports,
           GPtrArray  *faults)
{
  g_autoptr (TlsrptReportReader) reader = NULL;
  g_autoptr (TlsrptReportChild) child = NULL;
  g_autofree char *program = NULL;

  if (!in_child)
    {
      reader = tlsrpt_report_reader_new ();
      tlsrpt_report_reader_read_file (reader, path, reports, faults);
      return;
    }

  program = tlsrpt_report_child_find_program ();
  child = tlsrpt_report_child_new (program, TLSRPT_LIMIT_READER_SECONDS);
  tlsrpt_report_child_add_file (child, path);
  g_assert_true (tlsrpt_report_child_next (child, NULL, reports, faults));
  g_assert_false (tlsrpt_report_child_next (child, NULL, reports, faults));
}

/* Everything that was read, in short. */
static void
print_all (GPtrArray *reports,
           GPtrArray *faults)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *digest = NULL;
  TlsrptJsonWriter writer;

  tlsrpt_json_writer_init (&writer, text, TLSRPT_JSON_COMPACT);
  tlsrpt_json_writer_begin_array (&writer, NULL);
  for (guint i = 0; i < reports->len; i++)
    tlsrpt_report_write (g_ptr_array_index (reports, i), &TLSRPT_REPORT_FILTER_ALL, &writer);
  tlsrpt_json_writer_end_array (&writer);

  for (guint i = 0; i < faults->len; i++)
    {
      const TlsrptReportFault *fault = g_ptr_array_index (faults, i);

      g_string_append_printf (text, "%s: %s\n", fault->file, fault->error->message);
    }

  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize) text->len);
  g_print ("digest %s\n", digest);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (TlsrptReportSummary) summary = NULL;
  TlsrptReportTally *tally = tlsrpt_report_tally_new (&TLSRPT_REPORT_FILTER_ALL,
                                                      TLSRPT_REPORT_TALLY_DETAILS);

  reports = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  faults = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);
  read_file (argv[1], argc > 2, reports, faults);
  print_all (reports, faults);

  for (guint i = 0; i < reports->len; i++)
    {
      const TlsrptReport *report = reports->pdata[i];

      tlsrpt_report_tally_add (tally, report);
      for (gsize j = 0; j < report->n_notes; j++)
        print_note (&report->notes[j]);
    }

  for (guint i = 0; i < faults->len; i++)
    print_fault (faults->pdata[i]);

  summary = tlsrpt_report_tally_end (tally);
  g_print ("reports %u\n", reports->len);
  g_print ("sum %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n",
           summary->sessions.successful, summary->sessions.failed);

  return 0;
}
