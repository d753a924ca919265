/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-report-run.h"

#include "tlsrpt-cause-json.h"
#include "tlsrpt-cli-input.h"
#include "tlsrpt-cli-report-cause.h"
#include "tlsrpt-cli-report-plain.h"
#include "tlsrpt-cli-report.h"
#include "tlsrpt-cli-terminal.h"
#include "tlsrpt-display.h"
#include "tlsrpt-readiness.h"
#include "tlsrpt-report-export.h"
#include "tlsrpt-summary.h"

#include <glib/gi18n.h>

/* What is for programs; a failure is remembered. */
void
tlsrpt_cli_report_run_write (TlsrptCliReportRun *run)
{
  run->is_written = tlsrpt_cli_write (run->output) && run->is_written;
}

/* What is for people. */
void
tlsrpt_cli_report_run_print (TlsrptCliReportRun *run)
{
  if (run->output->len > 0 && !run->options.one_line)
    tlsrpt_cli_terminal_page ();
  tlsrpt_cli_print (run->output->str);
  g_string_truncate (run->output, 0);
}

void
tlsrpt_cli_report_run_tell (const TlsrptReportFault *fault)
{
  g_autofree char *file = tlsrpt_display_isolate (fault->file, -1);

  /* Translators: the name of a file and what is wrong with it */
  tlsrpt_cli_error (_("%s: %s"), file, fault->error->message);
}

/* DMARC reports: alone they are not what was asked for. */
static guint
take_others (TlsrptCliReportRun        *run,
             const TlsrptReportSummary *summary)
{
  if (summary->n_reports > 0)
    return run->others->len;

  for (guint i = 0; i < run->others->len; i++)
    tlsrpt_cli_report_run_tell (g_ptr_array_index (run->others, i));
  run->n_faulty_files += run->others->len;

  return 0;
}

static void
end_text (TlsrptCliReportRun        *run,
          const TlsrptReportSummary *summary)
{
  guint n_others = take_others (run, summary);
  gsize n_resolved = run->evidence != NULL ? tlsrpt_evidence_set_count_resolved (run->evidence) : 0;

  if (run->options.quiet && summary->sessions.failed == 0 && summary->n_ignored == 0)
    return;

  if (run->options.one_line)
    {
      tlsrpt_cli_report_append_line (run->output, summary, run->evidence, &run->options.filter);
      tlsrpt_cli_report_run_print (run);
      return;
    }

  if (run->options.readiness)
    {
      g_autoptr (GPtrArray) answers = tlsrpt_readiness_find (run->evidence, run->options.n_days,
                                                             run->options.now);

      tlsrpt_cli_report_append_readiness (run->output, answers);
      tlsrpt_cli_report_run_print (run);
      return;
    }

  if (run->options.plain)
    {
      tlsrpt_cli_report_append_plain (run->output, summary);
      tlsrpt_cli_report_run_print (run);
      return;
    }

  tlsrpt_cli_report_append_headline (run->output, summary,
                                     tlsrpt_cli_report_get_absence (&run->options.filter),
                                     n_resolved, run->n_duplicates, run->n_faulty_files, n_others);
  if (run->options.explain)
    tlsrpt_cli_report_append_causes (run->output, run->evidence, run->options.now);
  if (!run->options.failures)
    tlsrpt_cli_report_append_tables (run->output, summary);
  if (run->options.explain)
    {
      tlsrpt_cli_report_append_notes (run->output, run->spellings);
      tlsrpt_cli_report_append_remedies (run->output, summary);
    }
  /* The first line is out of sight by now. */
  if (tlsrpt_cli_terminal_is_shown ())
    tlsrpt_cli_report_append_end (run->output, summary, n_resolved);
  tlsrpt_cli_report_run_print (run);
}

static void
end_anonymous (TlsrptCliReportRun        *run,
               const TlsrptReportSummary *summary)
{
  static const char *const lines[] = {
    N_("Kept: numbers of sessions, days, types, known reason codes, and the senders Google, "
       "Microsoft, and Mail.ru"),
    N_("Replaced: all other names, addresses, TLSA data, and unknown words"),
    N_("Removed: members that RFC 8460 does not define"),
    N_("Read the output before you pass it on"),
  };

  take_others (run, summary);
  tlsrpt_cli_report_run_write (run);

  for (gsize i = 0; i < G_N_ELEMENTS (lines) && summary->n_reports > 0; i++)
    {
      tlsrpt_cli_complain (_(lines[i]));
      tlsrpt_cli_complain ("\n");
    }
}

static void
end_changes (TlsrptCliReportRun *run,
             const GArray       *changes)
{
  for (guint i = 0; i < run->others->len; i++)
    tlsrpt_cli_report_run_tell (g_ptr_array_index (run->others, i));

  if (!run->options.quiet || changes->len > 0)
    tlsrpt_cli_report_append_changes (run->output, changes);
  tlsrpt_cli_report_run_print (run);
}

static void
end_json (TlsrptCliReportRun        *run,
          const TlsrptReportSummary *summary)
{
  run->n_faulty_files = tlsrpt_report_faults_get_n_files (run->known_faults);
  if (summary->n_reports == 0)
    run->n_faulty_files += tlsrpt_report_faults_get_n_others (run->known_faults);

  tlsrpt_cause_write_end (tlsrpt_report_faults_get_all (run->known_faults), summary,
                          run->evidence, run->options.n_days, run->options.now, &run->writer);
  g_string_append_c (run->output, '\n');
  tlsrpt_cli_report_run_write (run);
}

static void
end_csv (TlsrptCliReportRun        *run,
         const TlsrptReportSummary *summary)
{
  g_autofree char *remark = tlsrpt_report_summary_dup_remark (summary);

  take_others (run, summary);
  if (remark != NULL)
    tlsrpt_cli_report_append_csv_note (run->output, remark);
  tlsrpt_cli_report_run_write (run);
}

static void
end_summary (TlsrptCliReportRun        *run,
             const TlsrptReportSummary *summary,
             const TlsrptReportSummary *older,
             const TlsrptEvidenceSet   *older_evidence)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *text = NULL;

  take_others (run, summary);
  if (run->options.quiet && summary->sessions.failed == 0)
    return;

  blocks = tlsrpt_summary_make (&(TlsrptSummarySource) {
    .summary = summary,
    .evidence = run->evidence,
    .older = older,
    .older_evidence = older_evidence,
    .n_faulty_files = run->n_faulty_files,
    .now = run->options.now,
  });
  text = run->options.format == TLSRPT_CLI_FORMAT_HTML ? tlsrpt_summary_dup_html (blocks)
                                               : tlsrpt_summary_dup_markdown (blocks);
  g_string_append (run->output, text);
  tlsrpt_cli_report_run_write (run);
}

/* What there is before the first report. */
void
tlsrpt_cli_report_run_begin (TlsrptCliReportRun *run)
{
  if (run->options.format == TLSRPT_CLI_FORMAT_CSV)
    tlsrpt_cli_report_append_csv_headings (run->output);
  if (run->options.format == TLSRPT_CLI_FORMAT_JSON)
    {
      tlsrpt_json_writer_init (&run->writer, run->output, TLSRPT_JSON_INDENTED);
      tlsrpt_report_write_begin (&run->writer);
    }
}

/**
 * tlsrpt_cli_report_run_end:
 * @run: the run
 * @summary: what the reports say
 * @older: (nullable): what older ones say, for a comparison
 * @older_evidence: (nullable): the evidence of the older ones
 * @changes: (nullable): what became of their problems
 *
 * Prints what is known once all has been read.
 */
void
tlsrpt_cli_report_run_end (TlsrptCliReportRun        *run,
                           const TlsrptReportSummary *summary,
                           const TlsrptReportSummary *older,
                           const TlsrptEvidenceSet   *older_evidence,
                           const GArray              *changes)
{
  switch (run->options.format)
    {
    case TLSRPT_CLI_FORMAT_JSON:
      end_json (run, summary);
      break;

    case TLSRPT_CLI_FORMAT_OPENMETRICS:
      take_others (run, summary);
      tlsrpt_report_metrics_append (run->metrics, run->n_faulty_files, run->output);
      tlsrpt_cli_report_run_write (run);
      break;

    case TLSRPT_CLI_FORMAT_CSV:
      end_csv (run, summary);
      break;

    case TLSRPT_CLI_FORMAT_MARKDOWN:
    case TLSRPT_CLI_FORMAT_HTML:
      end_summary (run, summary, older, older_evidence);
      break;

    case TLSRPT_CLI_FORMAT_TEXT:
    default:
      if (run->anonymizer != NULL)
        end_anonymous (run, summary);
      else if (changes != NULL)
        end_changes (run, changes);
      else
        end_text (run, summary);
      break;
    }
}
