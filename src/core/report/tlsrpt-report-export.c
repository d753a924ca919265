/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-export.h"

#include "tlsrpt-display.h"
#include "tlsrpt-report-mx.h"

static void
write_time (TlsrptJsonWriter *writer,
            const char       *name,
            gint64            time)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autofree char *text = NULL;

  if (time != TLSRPT_REPORT_NO_TIME)
    {
      utc = g_date_time_new_from_unix_utc (time);
      text = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
    }

  tlsrpt_json_writer_string (writer, name, text);
}

static void
write_count (TlsrptJsonWriter *writer,
             const char       *name,
             gint64            count)
{
  if (count == TLSRPT_REPORT_NO_COUNT)
    tlsrpt_json_writer_null (writer, name);
  else
    tlsrpt_json_writer_integer (writer, name, count);
}

/* A text for people, as programs pass it on. */
static void
write_message (TlsrptJsonWriter *writer,
               const char       *message)
{
  g_autofree char *plain = tlsrpt_display_strip_isolates (message);

  tlsrpt_json_writer_string (writer, "message", plain);
}

static void
write_failure (TlsrptJsonWriter          *writer,
               const TlsrptReportPolicy  *policy,
               const TlsrptReportFailure *failure)
{
  TlsrptReportMx mx = tlsrpt_report_mx_find (policy, failure->receiving_mx);
  gboolean is_known = failure->result_type != NULL &&
                      tlsrpt_report_is_known_result_type (failure->result_type);

  tlsrpt_json_writer_begin_object (writer, NULL);
  tlsrpt_json_writer_string (writer, "result_type", failure->result_type);
  tlsrpt_json_writer_boolean (writer, "known", is_known);
  tlsrpt_json_writer_string (writer, "sending_ip", failure->sending_ip);
  tlsrpt_json_writer_string (writer, "receiving_mx", failure->receiving_mx);
  if (mx == TLSRPT_REPORT_MX_UNKNOWN)
    tlsrpt_json_writer_null (writer, "mx_listed");
  else
    tlsrpt_json_writer_boolean (writer, "mx_listed", mx == TLSRPT_REPORT_MX_LISTED);
  tlsrpt_json_writer_string (writer, "receiving_helo", failure->receiving_helo);
  tlsrpt_json_writer_string (writer, "receiving_ip", failure->receiving_ip);
  write_count (writer, "count", failure->count);
  tlsrpt_json_writer_string (writer, "reason_code", failure->reason_code);
  tlsrpt_json_writer_string (writer, "additional_information", failure->additional_information);
  tlsrpt_json_writer_end_object (writer);
}

static void
write_policy (TlsrptJsonWriter         *writer,
              const TlsrptReportFilter *filter,
              const TlsrptReportPolicy *policy)
{
  tlsrpt_json_writer_begin_object (writer, NULL);
  tlsrpt_json_writer_string (writer, "type", policy->type);
  tlsrpt_json_writer_string (writer, "domain", policy->domain);
  tlsrpt_json_writer_strings (writer, "mx_hosts", policy->mx_hosts);
  tlsrpt_json_writer_strings (writer, "policy", policy->policy);
  write_count (writer, "successful", policy->successful);
  write_count (writer, "failed", policy->failed);

  tlsrpt_json_writer_begin_array (writer, "failures");
  for (gsize i = 0; i < policy->n_failures; i++)
    {
      if (tlsrpt_report_filter_has_failure (filter, &policy->failures[i]))
        write_failure (writer, policy, &policy->failures[i]);
    }
  tlsrpt_json_writer_end_array (writer);
  tlsrpt_json_writer_end_object (writer);
}

static void
write_note (TlsrptJsonWriter       *writer,
            const TlsrptReportNote *note)
{
  g_autofree char *text = tlsrpt_report_note_dup_text (note);

  tlsrpt_json_writer_begin_object (writer, NULL);
  tlsrpt_json_writer_string (writer, "code", tlsrpt_report_note_get_name (note));
  tlsrpt_json_writer_string (writer, "subject", note->subject);
  write_message (writer, text);
  tlsrpt_json_writer_end_object (writer);
}

/* As the tally has it. */
static gboolean
is_policy_wanted (const TlsrptReportFilter *filter,
                  const TlsrptReportPolicy *policy)
{
  if (!tlsrpt_report_filter_has_policy (filter, policy))
    return FALSE;

  for (gsize i = 0; i < policy->n_failures; i++)
    {
      if (tlsrpt_report_filter_has_failure (filter, &policy->failures[i]))
        return TRUE;
    }

  return !tlsrpt_report_filter_is_about_failures (filter) ||
         (tlsrpt_report_filter_has_unexplained (filter) && policy->n_unexplained > 0);
}

static gboolean
is_wanted (const TlsrptReportFilter *filter,
           const TlsrptReport       *report)
{
  if (!tlsrpt_report_filter_has_report (filter, report))
    return FALSE;

  for (gsize i = 0; i < report->n_policies; i++)
    {
      if (is_policy_wanted (filter, &report->policies[i]))
        return TRUE;
    }

  return FALSE;
}

/**
 * tlsrpt_report_write_begin:
 * @writer: where to write
 *
 * Begins an object that has reports.
 */
void
tlsrpt_report_write_begin (TlsrptJsonWriter *writer)
{
  tlsrpt_json_writer_begin_answer (writer);
  tlsrpt_json_writer_begin_array (writer, "reports");
}

/**
 * tlsrpt_report_write:
 * @self: a report
 * @filter: what is wanted of it
 * @writer: where to write
 *
 * Writes the policies and failures of a report that the filter has, or nothing if there
 * are none.  Their numbers are those of the report.
 */
void
tlsrpt_report_write (const TlsrptReport       *self,
                     const TlsrptReportFilter *filter,
                     TlsrptJsonWriter         *writer)
{
  if (!is_wanted (filter, self))
    return;

  tlsrpt_json_writer_begin_object (writer, NULL);
  tlsrpt_json_writer_string (writer, "organization", self->organization);
  tlsrpt_json_writer_string (writer, "report_id", self->report_id);
  tlsrpt_json_writer_string (writer, "contact", self->contact);
  write_time (writer, "start", self->start);
  write_time (writer, "end", self->end);

  tlsrpt_json_writer_begin_array (writer, "policies");
  for (gsize i = 0; i < self->n_policies; i++)
    {
      if (is_policy_wanted (filter, &self->policies[i]))
        write_policy (writer, filter, &self->policies[i]);
    }
  tlsrpt_json_writer_end_array (writer);

  tlsrpt_json_writer_begin_array (writer, "notes");
  for (gsize i = 0; i < self->n_notes; i++)
    write_note (writer, &self->notes[i]);
  tlsrpt_json_writer_end_array (writer);

  tlsrpt_json_writer_string (writer, "file", self->file);
  tlsrpt_json_writer_end_object (writer);
}

static void
write_faults (TlsrptJsonWriter *writer,
              const char       *name,
              const GPtrArray  *faults,
              gboolean          others)
{
  tlsrpt_json_writer_begin_array (writer, name);
  for (guint i = 0; i < faults->len; i++)
    {
      const TlsrptReportFault *fault = g_ptr_array_index (faults, i);

      if (tlsrpt_report_fault_is_other (fault) != others)
        continue;

      tlsrpt_json_writer_begin_object (writer, NULL);
      tlsrpt_json_writer_string (writer, "file", fault->file);
      write_message (writer, fault->error->message);
      tlsrpt_json_writer_end_object (writer);
    }
  tlsrpt_json_writer_end_array (writer);
}

static void
write_summary_note (TlsrptJsonWriter          *writer,
                    const TlsrptReportSummary *summary,
                    TlsrptReportSummaryNote    note)
{
  g_autofree char *text = tlsrpt_report_summary_dup_note (summary, note);

  tlsrpt_json_writer_begin_object (writer, NULL);
  tlsrpt_json_writer_string (writer, "code", tlsrpt_report_summary_note_get_name (note));
  write_message (writer, text);
  tlsrpt_json_writer_end_object (writer);
}

/**
 * tlsrpt_report_write_totals:
 * @faults: (element-type TlsrptReportFault): what could not be read
 * @summary: the numbers of what was written
 * @writer: where to write
 *
 * Ends the reports, and writes what belongs to all of them.  More members may follow.
 */
void
tlsrpt_report_write_totals (const GPtrArray           *faults,
                            const TlsrptReportSummary *summary,
                            TlsrptJsonWriter          *writer)
{
  tlsrpt_json_writer_end_array (writer);

  write_faults (writer, "errors", faults, FALSE);
  write_faults (writer, "skipped", faults, TRUE);

  tlsrpt_json_writer_begin_object (writer, "totals");
  tlsrpt_json_writer_integer (writer, "successful", summary->sessions.successful);
  tlsrpt_json_writer_integer (writer, "failed", summary->sessions.failed);
  tlsrpt_json_writer_end_object (writer);

  tlsrpt_json_writer_begin_array (writer, "notes");
  for (guint i = 0; i < TLSRPT_N_REPORT_SUMMARY_NOTES; i++)
    {
      if ((tlsrpt_report_summary_get_notes (summary) >> i & 1) != 0)
        write_summary_note (writer, summary, i);
    }
  tlsrpt_json_writer_end_array (writer);
}
