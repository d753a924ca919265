/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-report-run.h"

#include "tlsrpt-cli-report.h"
#include "tlsrpt-report-export.h"
#include "tlsrpt-report-walk.h"

#include <unistd.h>

/* Size of the output buffer, in octets. */
#define OUTPUT_SIZE 65536

/* More of them say no more. */
#define MOST_SPELLINGS 20

static void
take_fault (TlsrptCliReportRun      *run,
            const TlsrptReportFault *fault)
{
  if (tlsrpt_report_fault_is_other (fault))
    g_ptr_array_add (run->others, tlsrpt_report_fault_new (fault->file,
                                                           g_error_copy (fault->error)));
  else
    tlsrpt_cli_report_run_tell (fault);
}

/* What is explained has another name than in the report. */
static void
take_spellings (TlsrptCliReportRun *run,
                const TlsrptReport *report)
{
  for (gsize i = 0; i < report->n_notes && run->spellings->len < MOST_SPELLINGS; i++)
    {
      g_autofree char *text = NULL;

      if (report->notes[i].code != TLSRPT_REPORT_NOTE_SPELLING)
        continue;

      text = tlsrpt_report_note_dup_text (&report->notes[i]);
      if (!g_ptr_array_find_with_equal_func (run->spellings, text, g_str_equal, NULL))
        g_ptr_array_add (run->spellings, g_steal_pointer (&text));
    }
}

static void
write_anonymous (TlsrptCliReportRun *run,
                 const TlsrptReport *report)
{
  GError *error = NULL;

  if (!tlsrpt_anonymizer_append (run->anonymizer, report, &run->options.filter, run->output,
                                 &error))
    g_ptr_array_add (run->faults, tlsrpt_report_fault_new (report->file, error));
}

static void
take_report (TlsrptCliReportRun *run,
             const TlsrptReport *report)
{
  if (!g_hash_table_add (run->known, g_memdup2 (&report->identity, sizeof report->identity)))
    {
      run->n_duplicates++;
      return;
    }

  tlsrpt_report_tally_add (run->tally, report);
  if (run->evidence != NULL)
    tlsrpt_evidence_set_add (run->evidence, report, &run->options.filter);
  if (run->options.explain)
    take_spellings (run, report);

  if (run->older_tally != NULL)
    {
      tlsrpt_report_tally_add (run->older_tally, report);
      tlsrpt_evidence_set_add (run->older_evidence, report, &run->older_filter);
    }

  if (run->anonymizer != NULL)
    write_anonymous (run, report);
  else if (run->options.format == TLSRPT_CLI_FORMAT_JSON)
    tlsrpt_report_write (report, &run->options.filter, &run->writer);
  else if (run->options.format == TLSRPT_CLI_FORMAT_CSV)
    tlsrpt_cli_report_append_csv (run->output, report, &run->options.filter);
  else if (run->metrics != NULL)
    tlsrpt_report_metrics_add (run->metrics, report);

  if ((run->options.format != TLSRPT_CLI_FORMAT_TEXT || run->anonymizer != NULL) &&
      run->output->len >= OUTPUT_SIZE)
    tlsrpt_cli_report_run_write (run);

  if (run->options.failures)
    {
      tlsrpt_cli_report_append_failures (run->output, report, &run->options.filter);
      tlsrpt_cli_report_run_print (run);
    }
}

/* Takes what came of one file. */
static void
take_file (TlsrptCliReportRun *run)
{
  const GPtrArray *faults;

  for (guint i = 0; i < run->reports->len; i++)
    take_report (run, g_ptr_array_index (run->reports, i));
  g_ptr_array_set_size (run->reports, 0);

  tlsrpt_report_faults_take (run->known_faults, run->faults);

  /* In JSON they follow the reports. */
  if (run->options.format == TLSRPT_CLI_FORMAT_JSON)
    return;

  faults = tlsrpt_report_faults_get_all (run->known_faults);
  for (guint i = 0; i < faults->len; i++)
    take_fault (run, g_ptr_array_index (faults, i));
  run->n_faulty_files += tlsrpt_report_faults_get_n_files (run->known_faults);
  tlsrpt_report_faults_clear (run->known_faults);
}

/* Takes what there is of the files so far: all of it, or as much as makes room for more. */
static void
take_files (TlsrptCliReportRun *run,
            gboolean            all)
{
  while (run->is_written && (all || tlsrpt_report_children_is_busy (run->children)) &&
         tlsrpt_report_children_next (run->children, NULL, run->reports, run->faults))
    take_file (run);
}

static gboolean
found_cb (const char        *path,
          TlsrptReportFault *fault,
          gpointer           user_data)
{
  TlsrptCliReportRun *run = user_data;

  if (fault != NULL)
    tlsrpt_report_children_add_fault (run->children, fault);
  else
    tlsrpt_report_children_add_file (run->children, path);

  take_files (run, FALSE);

  return run->is_written;
}

/**
 * tlsrpt_cli_report_run_read:
 * @run: the run
 * @argument: a file, a folder, or “-”
 *
 * Reads reports, and takes what has been read so far.
 */
void
tlsrpt_cli_report_run_read (TlsrptCliReportRun *run,
                            const char         *argument)
{
  if (g_str_equal (argument, "-"))
    tlsrpt_report_children_add_stream (run->children, argument, STDIN_FILENO);
  else
    tlsrpt_report_walk (argument, NULL, found_cb, run);

  take_files (run, FALSE);
}

/**
 * tlsrpt_cli_report_run_read_rest:
 * @run: the run
 *
 * Takes what is still being read.
 */
void
tlsrpt_cli_report_run_read_rest (TlsrptCliReportRun *run)
{
  take_files (run, TRUE);
}
