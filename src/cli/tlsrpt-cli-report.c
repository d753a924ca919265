/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-report.h"

#include "tlsrpt-cli-report-run.h"
#include "tlsrpt-evidence-compare.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-summary.h"

/* Reads the older reports, with which the others are compared, and forgets that it saw
 * them: the others may have some of them, too. */
static TlsrptReportSummary *
read_older (TlsrptCliReportRun *run,
            TlsrptEvidenceSet  *older)
{
  TlsrptCliFormat format = run->options.format;
  TlsrptReportSummary *summary;

  run->evidence = older;
  run->options.format = TLSRPT_CLI_FORMAT_TEXT;
  run->tally = tlsrpt_report_tally_new (&run->options.filter, TLSRPT_REPORT_TALLY_NUMBERS);
  tlsrpt_cli_report_run_read (run, run->options.compare);
  tlsrpt_cli_report_run_read_rest (run);
  summary = tlsrpt_report_tally_end (run->tally);
  tlsrpt_evidence_set_end (older, summary);

  g_hash_table_remove_all (run->known);
  run->n_duplicates = 0;
  run->options.format = format;

  return summary;
}

/* Begins to count the period before, which a summary is compared with. */
static void
begin_period_before (TlsrptCliReportRun *run)
{
  const TlsrptCliReportOptions *options = &run->options;

  run->older_filter = options->filter;
  if (!tlsrpt_cli_format_is_summary (options->format) || options->compare != NULL ||
      !tlsrpt_summary_find_period_before (&options->filter, options->now,
                                          &run->older_filter.first_day,
                                          &run->older_filter.last_day))
    return;

  run->older_evidence = tlsrpt_evidence_set_new ();
  run->older_tally = tlsrpt_report_tally_new (&run->older_filter, TLSRPT_REPORT_TALLY_NUMBERS);
}

/* The headline of the text, and the one line, tell which problems are resolved. */
static gboolean
needs_evidence (const TlsrptCliReportOptions *options)
{
  if (options->compare != NULL || options->fail_on == TLSRPT_CLI_FAIL_ON_PROBLEMS)
    return TRUE;

  if (options->format == TLSRPT_CLI_FORMAT_TEXT)
    return !options->plain && !options->anonymize;

  return options->format == TLSRPT_CLI_FORMAT_JSON || tlsrpt_cli_format_is_summary (options->format);
}

static TlsrptExit
read_arguments (TlsrptCliReportRun *run)
{
  g_autofree char *program = tlsrpt_report_child_find_program ();
  g_autoptr (TlsrptReportChildren) children =
    tlsrpt_report_children_new (program, TLSRPT_LIMIT_READER_SECONDS, 0);
  g_autoptr (GPtrArray) reports =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  g_autoptr (GPtrArray) faults =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (TlsrptReportFaults) known_faults = tlsrpt_report_faults_new ();
  g_autoptr (GPtrArray) others =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);
  g_autoptr (GPtrArray) spellings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) output = g_string_new (NULL);
  g_autoptr (TlsrptReportSummary) older = NULL;
  g_autoptr (TlsrptEvidenceSet) older_evidence = NULL;
  g_autoptr (TlsrptEvidenceSet) evidence = NULL;
  g_autoptr (TlsrptReportMetrics) metrics = NULL;
  g_autoptr (TlsrptAnonymizer) anonymizer = NULL;
  g_autoptr (GArray) changes = NULL;
  g_autoptr (TlsrptReportSummary) summary = NULL;

  if (needs_evidence (&run->options))
    evidence = tlsrpt_evidence_set_new ();

  run->children = children;
  run->reports = reports;
  run->faults = faults;
  run->known = known;
  run->known_faults = known_faults;
  run->others = others;
  run->spellings = spellings;
  run->output = output;
  run->is_written = TRUE;
  if (run->options.compare != NULL)
    {
      older_evidence = tlsrpt_evidence_set_new ();
      older = read_older (run, older_evidence);
    }
  begin_period_before (run);
  run->evidence = evidence;
  run->tally = tlsrpt_report_tally_new (&run->options.filter, TLSRPT_REPORT_TALLY_NUMBERS);

  if (run->options.anonymize)
    run->anonymizer = anonymizer = tlsrpt_anonymizer_new ();
  if (run->options.format == TLSRPT_CLI_FORMAT_OPENMETRICS)
    run->metrics = metrics = tlsrpt_report_metrics_new (&run->options.filter);
  tlsrpt_cli_report_run_begin (run);

  for (gsize i = 0; run->options.arguments[i] != NULL && run->is_written; i++)
    tlsrpt_cli_report_run_read (run, run->options.arguments[i]);
  tlsrpt_cli_report_run_read_rest (run);

  summary = tlsrpt_report_tally_end (run->tally);
  if (evidence != NULL)
    tlsrpt_evidence_set_end (evidence, summary);
  if (older != NULL)
    changes = tlsrpt_evidence_compare (older_evidence, evidence);

  if (run->older_tally != NULL)
    {
      older_evidence = g_steal_pointer (&run->older_evidence);
      older = tlsrpt_report_tally_end (g_steal_pointer (&run->older_tally));
      tlsrpt_evidence_set_end (older_evidence, older);
    }

  tlsrpt_cli_report_run_end (run, summary, older, older_evidence, changes);

  /* It goes before what could not be read, which is named in any case. */
  if (run->is_written &&
      tlsrpt_cli_report_has_failed (run->options.fail_on, summary, evidence, changes))
    return TLSRPT_EXIT_FAILED;

  return run->n_faulty_files == 0 && run->is_written ? TLSRPT_EXIT_OK : TLSRPT_EXIT_PROBLEM;
}

/**
 * tlsrpt_cli_report:
 *
 * Runs `tlsrpt-cli report`.
 *
 * Returns: the exit code
 */
TlsrptExit
tlsrpt_cli_report (int    argc,
                   char **argv)
{
  TlsrptCliReportRun run = { 0 };
  TlsrptExit status;

  if (tlsrpt_cli_report_options_read (&run.options, argv, &status))
    status = read_arguments (&run);
  tlsrpt_cli_report_options_clear (&run.options);

  return status;
}
