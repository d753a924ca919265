/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-json.h"

#include "tlsrpt-error.h"
#include "tlsrpt-json-error.h"
#include "tlsrpt-json.h"
#include "tlsrpt-report-builder.h"
#include "tlsrpt-report-fields.h"
#include "tlsrpt-report-sample.h"
#include "tlsrpt-report-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * JSON to reports: RFC 8460 section 4.4, and what senders make of it.  Every field
 * may be absent, null, or of another type than it should be; what can be read is
 * read, and a note tells the rest.
 */

#define SECONDS_PER_DAY (24 * 60 * 60)

struct _TlsrptReportJson
{
  TlsrptJsonParser   *parser;
  TlsrptReportFields *fields;

  /* The values of the text that was parsed last, each of which may be a report, and how
   * much memory one of them takes. */
  TlsrptJsonValue     root;
  TlsrptJsonIter      iter;
  gsize               n_left;
  gsize               size;
};

/* In every table the names of the RFC stand first, in the order of their slots.
 * What follows are other names for the same. */

enum
{
  ORGANIZATION,
  DATE_RANGE,
  CONTACT,
  REPORT_ID,
  POLICIES,
  N_REPORT_FIELDS,
};

static const TlsrptJsonKey report_keys[] = {
  TLSRPT_JSON_KEY ("organization-name", ORGANIZATION),
  TLSRPT_JSON_KEY ("date-range", DATE_RANGE),
  TLSRPT_JSON_KEY ("contact-info", CONTACT),
  TLSRPT_JSON_KEY ("report-id", REPORT_ID),
  TLSRPT_JSON_KEY ("policies", POLICIES),
};

enum
{
  START,
  END,
  N_DATE_RANGE_FIELDS,
};

static const TlsrptJsonKey date_range_keys[] = {
  TLSRPT_JSON_KEY ("start-datetime", START),
  TLSRPT_JSON_KEY ("end-datetime", END),
};

enum
{
  POLICY,
  SUMMARY,
  FAILURES,
  N_ENTRY_FIELDS,
};

static const TlsrptJsonKey entry_keys[] = {
  TLSRPT_JSON_KEY ("policy", POLICY),
  TLSRPT_JSON_KEY ("summary", SUMMARY),
  TLSRPT_JSON_KEY ("failure-details", FAILURES),
};

enum
{
  POLICY_TYPE,
  POLICY_STRING,
  POLICY_DOMAIN,
  MX_HOST,
  N_POLICY_FIELDS,
};

static const TlsrptJsonKey policy_keys[] = {
  TLSRPT_JSON_KEY ("policy-type", POLICY_TYPE),
  TLSRPT_JSON_KEY ("policy-string", POLICY_STRING),
  TLSRPT_JSON_KEY ("policy-domain", POLICY_DOMAIN),
  TLSRPT_JSON_KEY ("mx-host", MX_HOST),
  TLSRPT_JSON_KEY ("mx-host-pattern", MX_HOST),
};

enum
{
  SUCCESSFUL,
  FAILED,
  N_SUMMARY_FIELDS,
};

static const TlsrptJsonKey summary_keys[] = {
  TLSRPT_JSON_KEY ("total-successful-session-count", SUCCESSFUL),
  TLSRPT_JSON_KEY ("total-failure-session-count", FAILED),
};

enum
{
  RESULT_TYPE,
  SENDING_IP,
  RECEIVING_MX,
  RECEIVING_HELO,
  RECEIVING_IP,
  COUNT,
  ADDITIONAL_INFORMATION,
  REASON_CODE,
  N_FAILURE_FIELDS,
};

static const TlsrptJsonKey failure_keys[] = {
  TLSRPT_JSON_KEY ("result-type", RESULT_TYPE),
  TLSRPT_JSON_KEY ("sending-mta-ip", SENDING_IP),
  TLSRPT_JSON_KEY ("receiving-mx-hostname", RECEIVING_MX),
  TLSRPT_JSON_KEY ("receiving-mx-helo", RECEIVING_HELO),
  TLSRPT_JSON_KEY ("receiving-ip", RECEIVING_IP),
  TLSRPT_JSON_KEY ("failed-session-count", COUNT),
  TLSRPT_JSON_KEY ("additional-information", ADDITIONAL_INFORMATION),
  TLSRPT_JSON_KEY ("failure-reason-code", REASON_CODE),
  TLSRPT_JSON_KEY ("additional-info-uri", ADDITIONAL_INFORMATION),
  TLSRPT_JSON_KEY ("failure-error-code", REASON_CODE),
};

TlsrptReportJson *
tlsrpt_report_json_new (void)
{
  TlsrptReportJson *self = g_new0 (TlsrptReportJson, 1);

  self->parser = tlsrpt_json_parser_new ();
  self->fields = tlsrpt_report_fields_new ();

  return self;
}

void
tlsrpt_report_json_free (TlsrptReportJson *self)
{
  tlsrpt_json_parser_free (self->parser);
  tlsrpt_report_fields_free (self->fields);
  g_free (self);
}

/* Whether a value is a string that is kept already: most servers greet with the name
 * that they have in DNS. */
static gboolean
is_text (const TlsrptJsonValue *value,
         const char            *text)
{
  return value->type == TLSRPT_JSON_TEXT && text != NULL &&
         strcmp (value->string.text, text) == 0 && strlen (text) == value->string.length;
}

static gboolean
read_failure (TlsrptReportJson      *self,
              const TlsrptJsonValue *object,
              TlsrptReportFailure   *failure)
{
  TlsrptReportFields *fields = self->fields;
  TlsrptJsonValue values[N_FAILURE_FIELDS];

  if (!tlsrpt_report_fields_read (fields, object, "failure-details",
                                  failure_keys, G_N_ELEMENTS (failure_keys),
                                  values, G_N_ELEMENTS (values)))
    return FALSE;

  failure->result_type = tlsrpt_report_fields_get_result_type (fields, &values[RESULT_TYPE],
                                                               "result-type");
  failure->sending_ip = tlsrpt_report_fields_get_address (fields, &values[SENDING_IP],
                                                          "sending-mta-ip");
  failure->receiving_mx = tlsrpt_report_fields_get_host (fields, &values[RECEIVING_MX],
                                                         "receiving-mx-hostname");
  failure->receiving_helo = is_text (&values[RECEIVING_HELO], failure->receiving_mx)
                              ? failure->receiving_mx
                              : tlsrpt_report_fields_get_string (fields, &values[RECEIVING_HELO],
                                                                 "receiving-mx-helo");
  failure->receiving_ip = tlsrpt_report_fields_get_address (fields, &values[RECEIVING_IP],
                                                            "receiving-ip");
  failure->count = tlsrpt_report_fields_get_count (fields, &values[COUNT],
                                                   "failed-session-count");
  failure->additional_information =
    tlsrpt_report_fields_get_string (fields, &values[ADDITIONAL_INFORMATION],
                                     "additional-information");
  failure->reason_code = tlsrpt_report_fields_get_name (fields, &values[REASON_CODE],
                                                        "failure-reason-code");

  tlsrpt_report_fields_require (fields, failure->result_type != NULL, &values[RESULT_TYPE],
                                "result-type");
  tlsrpt_report_fields_require (fields, failure->sending_ip != NULL, &values[SENDING_IP],
                                "sending-mta-ip");
  tlsrpt_report_fields_require (fields, failure->receiving_mx != NULL, &values[RECEIVING_MX],
                                "receiving-mx-hostname");
  tlsrpt_report_fields_require (fields, failure->receiving_ip != NULL, &values[RECEIVING_IP],
                                "receiving-ip");
  tlsrpt_report_fields_require (fields, failure->count >= 0, &values[COUNT],
                                "failed-session-count");

  return TRUE;
}

static void
read_failures (TlsrptReportJson      *self,
               const TlsrptJsonValue *value,
               TlsrptReportPolicy    *policy)
{
  TlsrptReportBuilder *builder = tlsrpt_report_fields_get_builder (self->fields);
  TlsrptReportFailure *failures;
  TlsrptJsonIter iter;
  TlsrptJsonValue object;
  gint64 sum = 0;
  gint64 largest = 0;
  gsize n_objects;
  gsize n_failures = 0;

  n_objects = tlsrpt_report_fields_iter_init (self->fields, &iter, value, "failure-details");
  failures = tlsrpt_report_builder_alloc (builder, n_objects, sizeof *failures);

  while (tlsrpt_report_fields_iter_next (&iter, value, &object))
    {
      if (read_failure (self, &object, &failures[n_failures]))
        {
          sum = tlsrpt_report_add_counts (sum, failures[n_failures].count);
          largest = MAX (largest, failures[n_failures].count);
          n_failures++;
        }
    }

  policy->failures = failures;
  policy->n_failures = n_failures;

  /* The details supply what the summary omits.  They are not exclusive (RFC 8460
   * section 4), and so may add up to more than the total; but none of them can be
   * larger, and there are none beside a total of none. */
  policy->own.successful = MAX (policy->successful, 0);
  policy->own.failed = policy->failed > 0 ? MAX (policy->failed, largest) : sum;
  policy->sessions = policy->own;
  policy->n_unexplained = MAX (policy->own.failed - sum, 0);

  if (policy->n_unexplained > 0)
    tlsrpt_report_builder_note (builder, TLSRPT_REPORT_NOTE_DETAILS_MISSING, policy->domain);
  else if (policy->failed >= 0 && policy->failed < policy->own.failed)
    tlsrpt_report_builder_note (builder, TLSRPT_REPORT_NOTE_TOTAL_TOO_SMALL, policy->domain);
  else if (policy->own.failed < sum)
    tlsrpt_report_builder_note (builder, TLSRPT_REPORT_NOTE_DETAILS_EXCEED, policy->domain);
}

static void
read_policy (TlsrptReportJson      *self,
             const TlsrptJsonValue *object,
             TlsrptReportPolicy    *policy)
{
  TlsrptReportFields *fields = self->fields;
  TlsrptJsonValue values[N_POLICY_FIELDS];
  gboolean is_sts;

  if (!tlsrpt_report_fields_read (fields, object, "policy",
                                  policy_keys, G_N_ELEMENTS (policy_keys),
                                  values, G_N_ELEMENTS (values)))
    return;

  policy->type = tlsrpt_report_fields_get_policy_type (fields, &values[POLICY_TYPE],
                                                       "policy-type");
  policy->domain = tlsrpt_report_fields_get_host (fields, &values[POLICY_DOMAIN],
                                                  "policy-domain");
  policy->policy = tlsrpt_report_fields_get_strings (fields, &values[POLICY_STRING],
                                                     "policy-string");
  policy->mx_hosts = tlsrpt_report_fields_get_hosts (fields, &values[MX_HOST], "mx-host");

  /* Without a policy there is nothing to quote, and only MTA-STS names hosts. */
  is_sts = g_strcmp0 (policy->type, "sts") == 0;
  tlsrpt_report_fields_require (fields, policy->type != NULL, &values[POLICY_TYPE], "policy-type");
  tlsrpt_report_fields_require (fields, policy->domain != NULL, &values[POLICY_DOMAIN],
                                "policy-domain");
  if (is_sts || g_strcmp0 (policy->type, "tlsa") == 0)
    tlsrpt_report_fields_require (fields, policy->policy[0] != NULL, &values[POLICY_STRING],
                                  "policy-string");
  if (is_sts)
    tlsrpt_report_fields_require (fields, policy->mx_hosts[0] != NULL, &values[MX_HOST], "mx-host");
}

static void
read_summary (TlsrptReportJson      *self,
              const TlsrptJsonValue *object,
              TlsrptReportPolicy    *policy)
{
  TlsrptReportFields *fields = self->fields;
  TlsrptJsonValue values[N_SUMMARY_FIELDS];

  if (!tlsrpt_report_fields_read (fields, object, "summary",
                                  summary_keys, G_N_ELEMENTS (summary_keys),
                                  values, G_N_ELEMENTS (values)))
    return;

  policy->successful = tlsrpt_report_fields_get_count (fields, &values[SUCCESSFUL],
                                                       summary_keys[SUCCESSFUL].name);
  policy->failed = tlsrpt_report_fields_get_count (fields, &values[FAILED],
                                                   summary_keys[FAILED].name);

  tlsrpt_report_fields_require (fields, policy->successful >= 0, &values[SUCCESSFUL],
                                summary_keys[SUCCESSFUL].name);
  tlsrpt_report_fields_require (fields, policy->failed >= 0, &values[FAILED],
                                summary_keys[FAILED].name);
}

static gboolean
read_entry (TlsrptReportJson      *self,
            const TlsrptJsonValue *object,
            TlsrptReportPolicy    *policy)
{
  static const char *const no_strings[] = { NULL };
  TlsrptJsonValue values[N_ENTRY_FIELDS];

  if (!tlsrpt_report_fields_read (self->fields, object, "policies",
                                  entry_keys, G_N_ELEMENTS (entry_keys),
                                  values, G_N_ELEMENTS (values)))
    return FALSE;

  memset (policy, 0, sizeof *policy);
  policy->policy = policy->mx_hosts = no_strings;
  policy->successful = policy->failed = TLSRPT_REPORT_NO_COUNT;

  read_policy (self, &values[POLICY], policy);
  read_summary (self, &values[SUMMARY], policy);
  read_failures (self, &values[FAILURES], policy);

  return TRUE;
}

static void
read_policies (TlsrptReportJson      *self,
               const TlsrptJsonValue *value,
               TlsrptReport          *report)
{
  TlsrptReportBuilder *builder = tlsrpt_report_fields_get_builder (self->fields);
  TlsrptReportPolicy *policies;
  TlsrptJsonIter iter;
  TlsrptJsonValue object;
  gsize n_objects;

  n_objects = tlsrpt_report_fields_iter_init (self->fields, &iter, value, "policies");
  policies = tlsrpt_report_builder_alloc (builder, n_objects, sizeof *policies);
  report->policies = policies;

  while (tlsrpt_report_fields_iter_next (&iter, value, &object))
    {
      if (read_entry (self, &object, &policies[report->n_policies]))
        report->n_policies++;
    }

  tlsrpt_report_fields_require (self->fields, report->n_policies > 0, NULL, "policies");
}

/* RFC 8460 section 4.1 wants whole days of UTC.  Whether they end a second before
 * midnight or at midnight is the same to everybody. */
static void
check_period (TlsrptReportBuilder *builder,
              const TlsrptReport  *report)
{
  const gint64 day = 24 * 60 * 60;

  if (report->start == TLSRPT_REPORT_NO_TIME || report->end == TLSRPT_REPORT_NO_TIME)
    return;

  if (report->end < report->start)
    tlsrpt_report_builder_note (builder, TLSRPT_REPORT_NOTE_PERIOD_REVERSED, NULL);
  else if (report->start % day != 0 ||
           report->end - report->start < day - 60 || report->end - report->start > day)
    tlsrpt_report_builder_note (builder, TLSRPT_REPORT_NOTE_PERIOD_NOT_A_DAY, NULL);
}

static void
read_date_range (TlsrptReportJson      *self,
                 const TlsrptJsonValue *object,
                 TlsrptReport          *report)
{
  TlsrptReportFields *fields = self->fields;
  TlsrptJsonValue values[N_DATE_RANGE_FIELDS];

  if (!tlsrpt_report_fields_read (fields, object, "date-range",
                                  date_range_keys, G_N_ELEMENTS (date_range_keys),
                                  values, G_N_ELEMENTS (values)))
    return;

  report->start = tlsrpt_report_fields_get_time (fields, &values[START], "start-datetime");
  report->end = tlsrpt_report_fields_get_time (fields, &values[END], "end-datetime");

  /* A date alone ends with its day, if it does not begin another one. */
  if (values[END].type == TLSRPT_JSON_TEXT && !tlsrpt_report_time_has_time (values[END].string.text) &&
      report->start != TLSRPT_REPORT_NO_TIME && report->end != TLSRPT_REPORT_NO_TIME &&
      report->end <= report->start && report->end + SECONDS_PER_DAY > report->start)
    report->end += SECONDS_PER_DAY - 1;

  tlsrpt_report_fields_require (fields, report->start != TLSRPT_REPORT_NO_TIME, &values[START],
                                "start-datetime");
  tlsrpt_report_fields_require (fields, report->end != TLSRPT_REPORT_NO_TIME, &values[END],
                                "end-datetime");
}

/* Whether an entry says anything: what was applied, or what came of it. */
static gboolean
has_meaning (const TlsrptReportPolicy *policy)
{
  return policy->type != NULL || policy->domain != NULL ||
         policy->policy[0] != NULL || policy->mx_hosts[0] != NULL ||
         policy->successful >= 0 || policy->failed >= 0 || policy->n_failures > 0;
}

/* Any JSON object could be meant as a report.  Without a policy that says anything it
 * would count as one in which all went well. */
static gboolean
is_report (const TlsrptReport *report)
{
  for (gsize i = 0; i < report->n_policies; i++)
    {
      if (has_meaning (&report->policies[i]))
        return TRUE;
    }

  return FALSE;
}

static void
set_not_a_report (const TlsrptJsonValue *value,
                  GError               **error)
{
  static const TlsrptJsonKey draft_keys[] = {
    TLSRPT_JSON_KEY ("policy", 0),
    TLSRPT_JSON_KEY ("summary", 1),
  };
  TlsrptJsonValue values[G_N_ELEMENTS (draft_keys)] = { 0 };

  if (value->type == TLSRPT_JSON_OBJECT)
    tlsrpt_json_get_members (value, draft_keys, G_N_ELEMENTS (draft_keys),
                             values, G_N_ELEMENTS (values));

  if (values[0].type == TLSRPT_JSON_OBJECT && values[1].type == TLSRPT_JSON_OBJECT)
    tlsrpt_error_set (error, TLSRPT_ERROR_REPORT, TLSRPT_ERROR_FINAL, NULL,
                      _("This report has the form of a draft older than RFC 8460: its policy is "
                        "not in a list named “policies”"));
  else
    tlsrpt_error_set (error, TLSRPT_ERROR_REPORT, TLSRPT_ERROR_FINAL, NULL,
                      _("This is JSON, but not a report as defined in RFC 8460: it contains "
                        "no policies"));
}

static TlsrptReport *
read_report (TlsrptReportJson      *self,
             const TlsrptJsonValue *value,
             const char            *file,
             guint                  notes)
{
  TlsrptReportFields *fields = self->fields;
  TlsrptReportBuilder *builder = tlsrpt_report_fields_get_builder (fields);
  TlsrptJsonValue values[N_REPORT_FIELDS];
  TlsrptReport *report = tlsrpt_report_builder_begin (builder, self->size);

  if (!tlsrpt_report_fields_read (fields, value, NULL,
                                  report_keys, G_N_ELEMENTS (report_keys),
                                  values, G_N_ELEMENTS (values)))
    return tlsrpt_report_builder_end (builder);

  for (guint i = 0; notes >> i != 0; i++)
    {
      if ((notes >> i & 1) != 0)
        tlsrpt_report_builder_note (builder, i, NULL);
    }

  report->file = tlsrpt_report_builder_copy (builder, file, strlen (file)).text;
  report->organization = tlsrpt_report_fields_get_name (fields, &values[ORGANIZATION],
                                                        "organization-name");
  report->report_id = tlsrpt_report_fields_get_string (fields, &values[REPORT_ID], "report-id");
  report->contact = tlsrpt_report_fields_get_name (fields, &values[CONTACT], "contact-info");

  tlsrpt_report_fields_require (fields, report->organization != NULL, &values[ORGANIZATION],
                                "organization-name");
  tlsrpt_report_fields_require (fields, report->report_id != NULL, &values[REPORT_ID], "report-id");
  tlsrpt_report_fields_require (fields, report->contact != NULL, &values[CONTACT], "contact-info");

  read_date_range (self, &values[DATE_RANGE], report);
  check_period (builder, report);
  read_policies (self, &values[POLICIES], report);
  if (tlsrpt_report_is_sample (report))
    tlsrpt_report_builder_note (builder, TLSRPT_REPORT_NOTE_SAMPLE, NULL);

  return tlsrpt_report_builder_end (builder);
}

/**
 * tlsrpt_report_json_parse:
 * @self: the reader of JSON
 * @text: the JSON
 * @length: its octets
 * @allocated: how many octets can be read; with `TLSRPT_JSON_PADDING` more than
 *   @length the text is not copied
 *
 * Parses a text: a report, or an array of them.  The text is not needed any more then.
 *
 * Returns: `FALSE` if it is not JSON
 */
gboolean
tlsrpt_report_json_parse (TlsrptReportJson  *self,
                          const char        *text,
                          gsize              length,
                          gsize              allocated,
                          GError           **error)
{
  TlsrptJsonStatus status;

  self->n_left = 0;
  status = tlsrpt_json_parser_parse (self->parser, text, length, allocated, &self->root);
  if (status != TLSRPT_JSON_OK)
    {
      tlsrpt_json_set_error (error, status, text, length);
      return FALSE;
    }

  self->n_left = 1;
  if (self->root.type == TLSRPT_JSON_ARRAY)
    {
      self->n_left = tlsrpt_json_iter_init (&self->iter, &self->root);

      /* An empty one is no report either, and that has to be said. */
      if (self->n_left == 0)
        {
          self->root.type = TLSRPT_JSON_NULL;
          self->n_left = 1;
        }
    }

  self->size = length / 2 / self->n_left;

  return TRUE;
}

/**
 * tlsrpt_report_json_next:
 * @self: the reader of JSON
 * @file: the name of the file that it came from, for people
 * @notes: what is already known to be unusual: a bit for each
 *   [enum@ReportNoteCode] without a subject
 * @report: (out) (transfer full) (nullable): the report, or `NULL` if it is none
 * @error: what is wrong then
 *
 * Reads the next report of the text that was parsed last.
 *
 * Returns: `FALSE` if there is nothing more
 */
gboolean
tlsrpt_report_json_next (TlsrptReportJson  *self,
                         const char        *file,
                         guint              notes,
                         TlsrptReport     **report,
                         GError           **error)
{
  TlsrptJsonValue value = self->root;

  *report = NULL;
  if (self->n_left == 0)
    return FALSE;

  self->n_left--;
  if (self->root.type == TLSRPT_JSON_ARRAY)
    tlsrpt_json_iter_next (&self->iter, &value);

  *report = read_report (self, &value, file, notes);
  if (!is_report (*report))
    {
      g_clear_pointer (report, tlsrpt_report_unref);
      set_not_a_report (&value, error);
    }

  return TRUE;
}
