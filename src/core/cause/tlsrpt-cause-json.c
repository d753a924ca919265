/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cause-json.h"

#include "tlsrpt-cause.h"
#include "tlsrpt-display.h"
#include "tlsrpt-readiness.h"
#include "tlsrpt-report-export.h"

static void
write_text (TlsrptJsonWriter *writer,
            const char       *name,
            const char       *text)
{
  g_autofree char *plain = tlsrpt_display_strip_isolates (text);

  tlsrpt_json_writer_string (writer, name, plain);
}

static void
write_day (TlsrptJsonWriter *writer,
           const char       *name,
           gint64            day)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *text = NULL;

  if (day != TLSRPT_REPORT_NO_TIME)
    date = g_date_time_new_from_unix_utc (day * 24 * 60 * 60);
  if (date != NULL)
    text = g_date_time_format (date, "%Y-%m-%d");

  tlsrpt_json_writer_string (writer, name, text);
}

/* What is not given is null. */
static void
write_given (TlsrptJsonWriter *writer,
             const char       *name,
             const char       *text)
{
  tlsrpt_json_writer_string (writer, name, *text != '\0' ? text : NULL);
}

static void
write_names (TlsrptJsonWriter *writer,
             const char       *name,
             const GPtrArray  *names)
{
  tlsrpt_json_writer_begin_array (writer, name);
  for (guint i = 0; i < names->len; i++)
    tlsrpt_json_writer_string (writer, NULL, g_ptr_array_index (names, i));
  tlsrpt_json_writer_end_array (writer);
}

static void
write_actors (TlsrptJsonWriter    *writer,
              TlsrptFailureActors  actors)
{
  static const struct
  {
    TlsrptFailureActors  actor;
    const char          *name;
  } names[] = {
    { TLSRPT_FAILURE_ACTOR_YOU, "you" },
    { TLSRPT_FAILURE_ACTOR_PROVIDER, "provider" },
    { TLSRPT_FAILURE_ACTOR_SENDER, "sender" },
  };

  tlsrpt_json_writer_begin_array (writer, "actors");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if ((actors & names[i].actor) != 0)
        tlsrpt_json_writer_string (writer, NULL, names[i].name);
    }
  tlsrpt_json_writer_end_array (writer);
}

static void
write_cause (TlsrptJsonWriter  *writer,
             const TlsrptCause *cause)
{
  tlsrpt_json_writer_begin_object (writer, NULL);
  tlsrpt_json_writer_string (writer, "code", cause->code);
  tlsrpt_json_writer_string (writer, "confidence", tlsrpt_confidence_get_name (cause->confidence));
  write_text (writer, "message", cause->message);

  tlsrpt_json_writer_strings (writer, "evidence", (const char *const *) cause->evidence);
  write_actors (writer, cause->actors);

  tlsrpt_json_writer_begin_array (writer, "steps");
  for (gsize i = 0; cause->steps[i] != NULL; i++)
    write_text (writer, NULL, cause->steps[i]);
  tlsrpt_json_writer_end_array (writer);

  if (cause->publish_value != NULL)
    {
      tlsrpt_json_writer_begin_object (writer, "publish");
      tlsrpt_json_writer_string (writer, "name", cause->publish_name);
      tlsrpt_json_writer_string (writer, "value", cause->publish_value);
      tlsrpt_json_writer_end_object (writer);
    }
  else
    {
      tlsrpt_json_writer_null (writer, "publish");
    }
  tlsrpt_json_writer_end_object (writer);
}

static void
write_problem (TlsrptJsonWriter            *writer,
               const TlsrptEvidenceSet     *set,
               const TlsrptEvidenceProblem *problem,
               gint64                       now)
{
  g_autoptr (GPtrArray) causes = tlsrpt_cause_find (set, problem, now);

  tlsrpt_json_writer_begin_object (writer, NULL);
  write_given (writer, "result_type", problem->result_type);
  write_given (writer, "domain", problem->domain);
  write_given (writer, "policy_type", problem->policy_type);
  write_names (writer, "reason_codes", problem->reason_codes);
  tlsrpt_json_writer_begin_array (writer, "mx_hosts");
  if (*problem->mx_host != '\0')
    tlsrpt_json_writer_string (writer, NULL, problem->mx_host);
  tlsrpt_json_writer_end_array (writer);
  write_names (writer, "senders", problem->senders);
  write_day (writer, "since", tlsrpt_evidence_problem_get_since (problem));
  write_day (writer, "until", tlsrpt_evidence_problem_get_until (problem));
  tlsrpt_json_writer_integer (writer, "days", problem->days->len);
  tlsrpt_json_writer_integer (writer, "sessions", problem->n_failed);
  tlsrpt_json_writer_integer (writer, "reports", (gint64) problem->n_reports);
  tlsrpt_json_writer_string (writer, "state", tlsrpt_evidence_state_get_name (problem->state));

  tlsrpt_json_writer_begin_array (writer, "causes");
  for (guint i = 0; i < causes->len; i++)
    write_cause (writer, g_ptr_array_index (causes, i));
  tlsrpt_json_writer_end_array (writer);
  tlsrpt_json_writer_end_object (writer);
}

static void
write_problems (const TlsrptEvidenceSet *set,
                             gint64                   now,
                             TlsrptJsonWriter        *writer)
{
  const GPtrArray *problems = tlsrpt_evidence_set_get_problems (set);

  tlsrpt_json_writer_begin_array (writer, "problems");
  for (guint i = 0; i < problems->len; i++)
    write_problem (writer, set, g_ptr_array_index (problems, i), now);
  tlsrpt_json_writer_end_array (writer);
}

static void
write_readiness (const GPtrArray  *answers,
                              TlsrptJsonWriter *writer)
{
  tlsrpt_json_writer_begin_array (writer, "readiness");
  for (guint i = 0; i < answers->len; i++)
    {
      const TlsrptReadiness *answer = g_ptr_array_index (answers, i);

      tlsrpt_json_writer_begin_object (writer, NULL);
      write_given (writer, "domain", answer->domain);
      tlsrpt_json_writer_string (writer, "verdict",
                                 tlsrpt_readiness_verdict_get_name (answer->verdict));
      tlsrpt_json_writer_integer (writer, "days", answer->n_days);
      tlsrpt_json_writer_integer (writer, "senders", answer->n_senders);
      tlsrpt_json_writer_integer (writer, "sessions", answer->n_sessions);
      tlsrpt_json_writer_integer (writer, "failed", answer->n_failed);
      write_text (writer, "message", answer->message);
      tlsrpt_json_writer_string (writer, "policy", answer->policy);
      tlsrpt_json_writer_string (writer, "id", answer->id);
      tlsrpt_json_writer_end_object (writer);
    }
  tlsrpt_json_writer_end_array (writer);
}

/**
 * tlsrpt_cause_write_end:
 * @faults: (element-type TlsrptReportFault): what could not be read
 * @summary: the numbers of what was written
 * @set: the evidence of the same reports, ended
 * @n_days: the days that a policy has to be free of problems
 * @now: seconds since 1970, for what is new
 * @writer: where to write
 *
 * Ends the reports that [func@report_write_begin] began, with what follows from all of them.
 */
void
tlsrpt_cause_write_end (const GPtrArray           *faults,
                        const TlsrptReportSummary *summary,
                        const TlsrptEvidenceSet   *set,
                        guint                      n_days,
                        gint64                     now,
                        TlsrptJsonWriter          *writer)
{
  g_autoptr (GPtrArray) answers = tlsrpt_readiness_find (set, n_days, now);

  tlsrpt_report_write_totals (faults, summary, writer);
  write_problems (set, now, writer);
  write_readiness (answers, writer);
  tlsrpt_json_writer_end_object (writer);
}
