/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-report.h"

#include "tlsrpt-anonymizer.h"
#include "tlsrpt-cause-json.h"
#include "tlsrpt-cli-input.h"
#include "tlsrpt-cli-options.h"
#include "tlsrpt-cli-report-cause.h"
#include "tlsrpt-cli-report-format.h"
#include "tlsrpt-cli-report-plain.h"
#include "tlsrpt-cli-report-watch.h"
#include "tlsrpt-cli-terminal.h"
#include "tlsrpt-display.h"
#include "tlsrpt-evidence-compare.h"
#include "tlsrpt-readiness.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-child.h"
#include "tlsrpt-report-export.h"
#include "tlsrpt-report-faults.h"
#include "tlsrpt-report-metrics.h"
#include "tlsrpt-report-tally.h"
#include "tlsrpt-report-walk.h"
#include "tlsrpt-summary.h"

#include <glib/gi18n.h>
#include <unistd.h>

/* Size of the output buffer, in octets. */
#define OUTPUT_SIZE 65536

/* More of them say no more. */
#define MOST_SPELLINGS 20

/* One file after the other is read, told and forgotten; what remains are numbers,
 * and what identifies a report. */
typedef struct
{
  TlsrptCliFormat     format;
  gboolean            failures;
  gboolean            explain;
  gboolean            readiness;
  gboolean            one_line;
  gboolean            plain;
  gboolean            anonymize;
  gboolean            quiet;
  TlsrptCliFailOn     fail_on;
  char               *compare;
  guint               n_days;
  TlsrptReportFilter  filter;
  gint64              now;

  TlsrptReportChild  *child;
  GPtrArray          *reports;
  GPtrArray          *faults;
  TlsrptReportTally  *tally;
  /* (nullable): only if causes are wanted */
  TlsrptEvidenceSet  *evidence;
  /* (nullable): the same of the period before, for a summary */
  TlsrptReportFilter  older_filter;
  TlsrptReportTally  *older_tally;
  TlsrptEvidenceSet  *older_evidence;
  TlsrptReportMetrics *metrics;
  /* (nullable): only if the reports are wanted without names */
  TlsrptAnonymizer   *anonymizer;
  GHashTable         *known;
  guint               n_duplicates;
  TlsrptReportFaults *known_faults;
  /* Reports of another kind: whether they are faults is known at the end. */
  GPtrArray          *others;
  /* (element-type utf8): notes on types that are spelled in another way */
  GPtrArray          *spellings;
  guint               n_faulty_files;

  GString            *output;
  TlsrptJsonWriter    writer;
  gboolean            is_written;
} Run;

static void
write_output (Run *run)
{
  run->is_written = tlsrpt_cli_write (run->output) && run->is_written;
}

static void
print_output (Run *run)
{
  if (run->output->len > 0 && !run->one_line)
    tlsrpt_cli_terminal_page ();
  tlsrpt_cli_print (run->output->str);
  g_string_truncate (run->output, 0);
}

static void
tell_fault (const TlsrptReportFault *fault)
{
  g_autofree char *file = tlsrpt_display_isolate (fault->file, -1);

  /* Translators: the name of a file and what is wrong with it */
  tlsrpt_cli_error (_("%s: %s"), file, fault->error->message);
}

static void
take_fault (Run                     *run,
            const TlsrptReportFault *fault)
{
  if (tlsrpt_report_fault_is_other (fault))
    g_ptr_array_add (run->others, tlsrpt_report_fault_new (fault->file,
                                                           g_error_copy (fault->error)));
  else
    tell_fault (fault);
}

/* What is explained has another name than in the report. */
static void
take_spellings (Run                *run,
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
take_report (Run                *run,
             const TlsrptReport *report)
{
  if (!g_hash_table_add (run->known, g_memdup2 (&report->identity, sizeof report->identity)))
    {
      run->n_duplicates++;
      return;
    }

  tlsrpt_report_tally_add (run->tally, report);
  if (run->evidence != NULL)
    tlsrpt_evidence_set_add (run->evidence, report, &run->filter);
  if (run->explain)
    take_spellings (run, report);

  if (run->older_tally != NULL)
    {
      tlsrpt_report_tally_add (run->older_tally, report);
      tlsrpt_evidence_set_add (run->older_evidence, report, &run->older_filter);
    }

  if (run->anonymizer != NULL)
    tlsrpt_anonymizer_append (run->anonymizer, report, &run->filter, run->output);
  else if (run->format == TLSRPT_CLI_FORMAT_JSON)
    tlsrpt_report_write (report, &run->filter, &run->writer);
  else if (run->format == TLSRPT_CLI_FORMAT_CSV)
    tlsrpt_cli_report_append_csv (run->output, report, &run->filter);
  else if (run->metrics != NULL)
    tlsrpt_report_metrics_add (run->metrics, report);

  if ((run->format != TLSRPT_CLI_FORMAT_TEXT || run->anonymizer != NULL) &&
      run->output->len >= OUTPUT_SIZE)
    write_output (run);

  if (run->failures)
    {
      tlsrpt_cli_report_append_failures (run->output, report, &run->filter);
      print_output (run);
    }
}

/* Takes what came of one file. */
static void
take_file (Run *run)
{
  const GPtrArray *faults;

  for (guint i = 0; i < run->reports->len; i++)
    take_report (run, g_ptr_array_index (run->reports, i));
  g_ptr_array_set_size (run->reports, 0);

  tlsrpt_report_faults_take (run->known_faults, run->faults);

  /* In JSON they follow the reports. */
  if (run->format == TLSRPT_CLI_FORMAT_JSON)
    return;

  faults = tlsrpt_report_faults_get_all (run->known_faults);
  for (guint i = 0; i < faults->len; i++)
    take_fault (run, g_ptr_array_index (faults, i));
  run->n_faulty_files += tlsrpt_report_faults_get_n_files (run->known_faults);
  tlsrpt_report_faults_clear (run->known_faults);
}

/* Takes what there is of the files so far: all of it, or as much as makes room for more. */
static void
take_files (Run      *run,
            gboolean  all)
{
  while (run->is_written && (all || tlsrpt_report_child_is_busy (run->child)) &&
         tlsrpt_report_child_next (run->child, NULL, run->reports, run->faults))
    take_file (run);
}

static gboolean
found_cb (const char        *path,
          TlsrptReportFault *fault,
          gpointer           user_data)
{
  Run *run = user_data;

  if (fault != NULL)
    tlsrpt_report_child_add_fault (run->child, fault);
  else
    tlsrpt_report_child_add_file (run->child, path);

  take_files (run, FALSE);

  return run->is_written;
}

static void
read_argument (Run        *run,
               const char *argument)
{
  if (g_str_equal (argument, "-"))
    tlsrpt_report_child_add_stream (run->child, argument, STDIN_FILENO);
  else
    tlsrpt_report_walk (argument, NULL, found_cb, run);

  take_files (run, FALSE);
}

/* DMARC reports: alone they are not what was asked for. */
static guint
take_others (Run                       *run,
             const TlsrptReportSummary *summary)
{
  if (summary->n_reports > 0)
    return run->others->len;

  for (guint i = 0; i < run->others->len; i++)
    tell_fault (g_ptr_array_index (run->others, i));
  run->n_faulty_files += run->others->len;

  return 0;
}

static void
end_text (Run                       *run,
          const TlsrptReportSummary *summary)
{
  guint n_others = take_others (run, summary);
  gsize n_resolved = run->evidence != NULL ? tlsrpt_evidence_set_count_resolved (run->evidence) : 0;

  if (run->quiet && summary->sessions.failed == 0 && summary->n_ignored == 0)
    return;

  if (run->one_line)
    {
      tlsrpt_cli_report_append_line (run->output, summary);
      print_output (run);
      return;
    }

  if (run->readiness)
    {
      g_autoptr (GPtrArray) answers = tlsrpt_readiness_find (run->evidence, run->n_days, run->now);

      tlsrpt_cli_report_append_readiness (run->output, answers);
      print_output (run);
      return;
    }

  if (run->plain)
    {
      tlsrpt_cli_report_append_plain (run->output, summary);
      print_output (run);
      return;
    }

  tlsrpt_cli_report_append_headline (run->output, summary, n_resolved, run->n_duplicates,
                                     run->n_faulty_files, n_others);
  if (run->explain)
    tlsrpt_cli_report_append_causes (run->output, run->evidence, run->now);
  if (!run->failures)
    tlsrpt_cli_report_append_tables (run->output, summary);
  if (run->explain)
    {
      tlsrpt_cli_report_append_notes (run->output, run->spellings);
      tlsrpt_cli_report_append_remedies (run->output, summary);
    }
  /* The first line is out of sight by now. */
  if (tlsrpt_cli_terminal_is_shown ())
    tlsrpt_cli_report_append_end (run->output, summary, n_resolved);
  print_output (run);
}

static void
end_anonymous (Run                       *run,
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
  write_output (run);

  for (gsize i = 0; i < G_N_ELEMENTS (lines) && summary->n_reports > 0; i++)
    {
      tlsrpt_cli_complain (_(lines[i]));
      tlsrpt_cli_complain ("\n");
    }
}

static void
end_changes (Run          *run,
             const GArray *changes)
{
  for (guint i = 0; i < run->others->len; i++)
    tell_fault (g_ptr_array_index (run->others, i));

  if (!run->quiet || changes->len > 0)
    tlsrpt_cli_report_append_changes (run->output, changes);
  print_output (run);
}

static void
end_json (Run                       *run,
          const TlsrptReportSummary *summary)
{
  run->n_faulty_files = tlsrpt_report_faults_get_n_files (run->known_faults);
  if (summary->n_reports == 0)
    run->n_faulty_files += tlsrpt_report_faults_get_n_others (run->known_faults);

  tlsrpt_cause_write_end (tlsrpt_report_faults_get_all (run->known_faults), summary,
                          run->evidence, run->n_days, run->now, &run->writer);
  g_string_append_c (run->output, '\n');
  write_output (run);
}

static void
end_csv (Run                       *run,
         const TlsrptReportSummary *summary)
{
  g_autofree char *remark = tlsrpt_report_summary_dup_remark (summary);

  take_others (run, summary);
  if (remark != NULL)
    tlsrpt_cli_report_append_csv_note (run->output, remark);
  write_output (run);
}

static void
end_summary (Run                       *run,
             const TlsrptReportSummary *summary,
             const TlsrptReportSummary *older,
             const TlsrptEvidenceSet   *older_evidence)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *text = NULL;

  take_others (run, summary);
  if (run->quiet && summary->sessions.failed == 0)
    return;

  blocks = tlsrpt_summary_make (&(TlsrptSummarySource) {
    .summary = summary,
    .evidence = run->evidence,
    .older = older,
    .older_evidence = older_evidence,
    .n_faulty_files = run->n_faulty_files,
    .now = run->now,
  });
  text = run->format == TLSRPT_CLI_FORMAT_HTML ? tlsrpt_summary_dup_html (blocks)
                                               : tlsrpt_summary_dup_markdown (blocks);
  g_string_append (run->output, text);
  write_output (run);
}

static void
end (Run                       *run,
     const TlsrptReportSummary *summary,
     const TlsrptReportSummary *older,
     const TlsrptEvidenceSet   *older_evidence,
     const GArray              *changes)
{
  switch (run->format)
    {
    case TLSRPT_CLI_FORMAT_JSON:
      end_json (run, summary);
      break;

    case TLSRPT_CLI_FORMAT_OPENMETRICS:
      take_others (run, summary);
      tlsrpt_report_metrics_append (run->metrics, run->n_faulty_files, run->output);
      write_output (run);
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

/* Reads the older reports, with which the others are compared, and forgets that it saw
 * them: the others may have some of them, too. */
static TlsrptReportSummary *
read_older (Run               *run,
            TlsrptEvidenceSet *older)
{
  TlsrptCliFormat format = run->format;
  TlsrptReportSummary *summary;

  run->evidence = older;
  run->format = TLSRPT_CLI_FORMAT_TEXT;
  run->tally = tlsrpt_report_tally_new (&run->filter, TLSRPT_REPORT_TALLY_NUMBERS);
  read_argument (run, run->compare);
  take_files (run, TRUE);
  summary = tlsrpt_report_tally_end (run->tally);
  tlsrpt_evidence_set_end (older, summary);

  g_hash_table_remove_all (run->known);
  run->n_duplicates = 0;
  run->format = format;

  return summary;
}

/* Begins to count the period before, which a summary is compared with. */
static void
begin_period_before (Run *run)
{
  run->older_filter = run->filter;
  if (!tlsrpt_cli_format_is_summary (run->format) || run->compare != NULL ||
      !tlsrpt_summary_find_period_before (&run->filter, run->now, &run->older_filter.first_day,
                                          &run->older_filter.last_day))
    return;

  run->older_evidence = tlsrpt_evidence_set_new ();
  run->older_tally = tlsrpt_report_tally_new (&run->older_filter, TLSRPT_REPORT_TALLY_NUMBERS);
}

/* The headline of the text tells which problems are resolved. */
static gboolean
needs_evidence (const Run *run)
{
  if (run->compare != NULL || run->fail_on == TLSRPT_CLI_FAIL_ON_PROBLEMS)
    return TRUE;

  if (run->format == TLSRPT_CLI_FORMAT_TEXT)
    return !run->one_line && !run->plain && !run->anonymize;

  return run->format == TLSRPT_CLI_FORMAT_JSON || tlsrpt_cli_format_is_summary (run->format);
}

static TlsrptExit
read_arguments (Run               *run,
                const char *const *arguments)
{
  g_autofree char *program = tlsrpt_report_child_find_program ();
  g_autoptr (TlsrptReportChild) child = tlsrpt_report_child_new (program,
                                                                 TLSRPT_LIMIT_READER_SECONDS);
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

  if (needs_evidence (run))
    evidence = tlsrpt_evidence_set_new ();

  run->child = child;
  run->reports = reports;
  run->faults = faults;
  run->known = known;
  run->known_faults = known_faults;
  run->others = others;
  run->spellings = spellings;
  run->output = output;
  run->is_written = TRUE;
  if (run->compare != NULL)
    {
      older_evidence = tlsrpt_evidence_set_new ();
      older = read_older (run, older_evidence);
    }
  begin_period_before (run);
  run->evidence = evidence;
  run->tally = tlsrpt_report_tally_new (&run->filter, TLSRPT_REPORT_TALLY_NUMBERS);

  if (run->anonymize)
    run->anonymizer = anonymizer = tlsrpt_anonymizer_new ();
  if (run->format == TLSRPT_CLI_FORMAT_OPENMETRICS)
    run->metrics = metrics = tlsrpt_report_metrics_new (&run->filter);
  if (run->format == TLSRPT_CLI_FORMAT_CSV)
    tlsrpt_cli_report_append_csv_headings (output);
  if (run->format == TLSRPT_CLI_FORMAT_JSON)
    {
      tlsrpt_json_writer_init (&run->writer, output, TLSRPT_JSON_INDENTED);
      tlsrpt_report_write_begin (&run->writer);
    }

  for (gsize i = 0; arguments[i] != NULL && run->is_written; i++)
    read_argument (run, arguments[i]);
  take_files (run, TRUE);

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

  end (run, summary, older, older_evidence, changes);

  /* It goes before what could not be read, which is named in any case. */
  if (run->is_written && tlsrpt_cli_report_has_failed (run->fail_on, summary, evidence, changes))
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
  Run run = { 0 };
  TlsrptExit status;
  g_auto (GStrv) arguments = NULL;
  g_auto (GStrv) domains = NULL;
  g_autofree char *compare = NULL;
  g_autofree char *days = NULL;
  g_autofree char *fail_on = NULL;
  g_autofree char *format = NULL;
  gboolean is_json = FALSE;
  g_autofree char *last = NULL;
  g_autofree char *since = NULL;
  g_autofree char *until = NULL;
  const GOptionEntry entries[] = {
    { "anonymize", 0, 0, G_OPTION_ARG_NONE, &run.anonymize,
      N_("Print the reports again, without names and addresses"), NULL },
    { "compare", 0, 0, G_OPTION_ARG_FILENAME, &compare,
      N_("Tell what became of the problems in OLD, a file or a folder"), N_("OLD") },
    { "days", 0, 0, G_OPTION_ARG_FILENAME, &days,
      N_("Days that --readiness asks for, if not 14"), N_("N") },
    { "domain", 'd', 0, G_OPTION_ARG_FILENAME_ARRAY, &domains,
      N_("Only the reports about DOMAIN (repeatable)"), N_("DOMAIN") },
    { "explain", 0, 0, G_OPTION_ARG_NONE, &run.explain,
      N_("Explain what to do about each type of failure"), NULL },
    { "fail-on", 0, 0, G_OPTION_ARG_FILENAME, &fail_on,
      N_("End with status 5 if there are any: failures, problems, or new"), N_("WHAT") },
    { "failures", 0, 0, G_OPTION_ARG_NONE, &run.failures,
      N_("List the failures instead of the tables"), NULL },
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format,
      N_("What to print: text, json, openmetrics, csv, markdown, html"), N_("FORMAT") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, N_("Print everything as a JSON object"), NULL },
    { "last", 0, 0, G_OPTION_ARG_FILENAME, &last,
      N_("Only the last days or weeks, such as 7d or 2w"), N_("PERIOD") },
    { "plain", 0, 0, G_OPTION_ARG_NONE, &run.plain,
      N_("Print the tables for other programs, with tabs between columns"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &run.quiet, N_("Print nothing if nothing failed"), NULL },
    { "readiness", 0, 0, G_OPTION_ARG_NONE, &run.readiness,
      N_("Tell whether MTA-STS policies can be enforced"), NULL },
    { "since", 0, 0, G_OPTION_ARG_FILENAME, &since,
      N_("Only days from DATE on, such as 2026-10-01"), N_("DATE") },
    { "summary", 0, 0, G_OPTION_ARG_NONE, &run.one_line, N_("Print one line"), NULL },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &until, N_("Only days up to DATE"), N_("DATE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  GOptionContext *context = g_option_context_new (_("FILE | FOLDER | -…"));

  g_option_context_set_summary (context,
                                _("Reads reports: JSON, compressed or not, archives, email "
                                  "messages, and folders of these."));
  if (!tlsrpt_cli_parse_options (context, entries, argv, &status))
    return status;

  if (arguments == NULL)
    {
      tlsrpt_cli_error (_("FILE is missing"));
      return TLSRPT_EXIT_USAGE;
    }

  run.now = g_get_real_time () / G_USEC_PER_SEC;
  run.filter = TLSRPT_REPORT_FILTER_ALL;
  run.filter.domains = domains;
  run.n_days = TLSRPT_READINESS_DAYS;
  run.compare = compare;
  if (!tlsrpt_cli_report_read_period (since, until, last, run.now, &run.filter) ||
      !tlsrpt_cli_report_read_domains (domains) ||
      !tlsrpt_cli_report_read_fail_on (fail_on, compare != NULL, &run.fail_on) ||
      !tlsrpt_cli_report_read_days (days, &run.n_days) ||
      !tlsrpt_cli_report_read_format (format, is_json, &run.format))
    return TLSRPT_EXIT_USAGE;

  if (run.anonymize &&
      (compare != NULL || format != NULL || is_json || run.explain || run.failures || run.one_line ||
       run.plain || run.quiet || run.readiness))
    {
      tlsrpt_cli_error (_("--anonymize cannot be combined with other kinds of output"));
      return TLSRPT_EXIT_USAGE;
    }

  if (compare != NULL &&
      ((run.format != TLSRPT_CLI_FORMAT_TEXT && !tlsrpt_cli_format_is_summary (run.format)) ||
       run.explain || run.failures || run.one_line || run.plain || run.readiness))
    {
      tlsrpt_cli_error (_("--compare cannot be combined with other kinds of output"));
      return TLSRPT_EXIT_USAGE;
    }

  if ((run.one_line || run.plain || run.readiness) &&
      (run.explain || run.failures || run.one_line + run.plain + run.readiness > 1))
    {
      tlsrpt_cli_error (_("--explain, --failures, --plain, --readiness, and --summary cannot be "
                          "combined"));
      return TLSRPT_EXIT_USAGE;
    }

  if (run.format != TLSRPT_CLI_FORMAT_TEXT && run.format != TLSRPT_CLI_FORMAT_JSON &&
      (run.explain || run.failures || run.one_line || run.plain || run.readiness ||
       (run.quiet && !tlsrpt_cli_format_is_summary (run.format))))
    {
      /* Translators: %s is the name of a format */
      tlsrpt_cli_error (_("--format=%s cannot be combined with options for text"), format);
      return TLSRPT_EXIT_USAGE;
    }

  if (run.format == TLSRPT_CLI_FORMAT_JSON &&
      (run.explain || run.failures || run.one_line || run.plain || run.readiness || run.quiet))
    {
      tlsrpt_cli_error (_("--json cannot be combined with options that print less: it prints everything"));
      return TLSRPT_EXIT_USAGE;
    }

  return read_arguments (&run, (const char *const *) arguments);
}
