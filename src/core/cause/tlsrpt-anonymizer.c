/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-anonymizer-private.h"

#include "tlsrpt-json-error.h"
#include "tlsrpt-json-writer.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-sample.h"

#include <string.h>

/*
 * A report as RFC 8460 section 4.4 has it, made of what was read: members that are not
 * known are not among that.
 */

/* Failures of a report that people look at.  A member a line would make a large one too
 * large to be read again. */
#define MOST_INDENTED 1000

#define MAX_AGE "max_age:"

/**
 * tlsrpt_anonymizer_new:
 *
 * Creates an anonymizer, for reports that belong together: a name stands for the same
 * name in all of them.
 *
 * Returns: (transfer full): the anonymizer
 */
TlsrptAnonymizer *
tlsrpt_anonymizer_new (void)
{
  TlsrptAnonymizer *self = g_new0 (TlsrptAnonymizer, 1);

  self->stand_ins = tlsrpt_stand_ins_new ();
  self->words = tlsrpt_anonymizer_new_words ();

  return self;
}

void
tlsrpt_anonymizer_free (TlsrptAnonymizer *self)
{
  tlsrpt_stand_ins_free (self->stand_ins);
  g_hash_table_unref (self->words);
  g_free (self);
}

/* Who sends reports to everybody is no secret, and a fault is often theirs. */
static gboolean
is_large_sender (const char *organization)
{
  static const char *const senders[] = {
    "google", "google inc.", "google llc", "mail.ru", "microsoft", "microsoft corporation", NULL,
  };
  g_autofree char *lower = g_ascii_strdown (organization, -1);

  return g_strv_contains (senders, lower);
}

/* A year has four digits, which “%Y” does not make of the first of them. */
static void
write_time (TlsrptJsonWriter *writer,
            const char       *name,
            gint64            time)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *text = NULL;

  if (time != TLSRPT_REPORT_NO_TIME)
    utc = g_date_time_new_from_unix_utc (time);
  if (utc != NULL)
    {
      rest = g_date_time_format (utc, "%m-%dT%H:%M:%SZ");
      text = g_strdup_printf ("%04d-%s", g_date_time_get_year (utc), rest);
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

static void
write_text (TlsrptAnonymizer *self,
            TlsrptJsonWriter *writer,
            const char       *name,
            const char       *text)
{
  g_autofree char *changed = NULL;

  if (text != NULL)
    changed = tlsrpt_anonymizer_dup_text (self, text, TLSRPT_ANONYMIZER_PROSE);

  tlsrpt_json_writer_string (writer, name, changed);
}

/* What is in a list, one or more lines of a policy or its hosts. */
static TlsrptAnonymizerText
find_sort (const char *text,
           gboolean    is_tlsa)
{
  if (is_tlsa)
    return TLSRPT_ANONYMIZER_TLSA;

  return g_ascii_strncasecmp (text, MAX_AGE, strlen (MAX_AGE)) == 0 ? TLSRPT_ANONYMIZER_SECONDS
                                                                   : TLSRPT_ANONYMIZER_PROSE;
}

static void
write_texts (TlsrptAnonymizer  *self,
             TlsrptJsonWriter  *writer,
             const char        *name,
             const char *const *texts,
             gboolean           is_tlsa)
{
  if (*texts == NULL)
    return;

  tlsrpt_json_writer_begin_array (writer, name);
  for (; *texts != NULL; texts++)
    {
      g_autofree char *changed = tlsrpt_anonymizer_dup_text (self, *texts,
                                                             find_sort (*texts, is_tlsa));

      tlsrpt_json_writer_string (writer, NULL, changed);
    }
  tlsrpt_json_writer_end_array (writer);
}

/* A type of RFC 8460 stays; another one may say anything. */
static void
write_type (TlsrptAnonymizer *self,
            TlsrptJsonWriter *writer,
            const char       *name,
            const char       *type,
            gboolean          is_known)
{
  if (type != NULL && !is_known)
    type = tlsrpt_stand_ins_get_text (self->stand_ins, "type-", type);

  tlsrpt_json_writer_string (writer, name, type);
}

static char *
dup_contact (TlsrptAnonymizer *self,
             const char       *contact)
{
  const char *at = strrchr (contact, '@');
  g_autofree char *domain = NULL;

  if (at == NULL)
    return tlsrpt_anonymizer_dup_text (self, contact, TLSRPT_ANONYMIZER_PROSE);

  domain = tlsrpt_anonymizer_dup_text (self, at + 1, TLSRPT_ANONYMIZER_PROSE);

  return g_strconcat (tlsrpt_stand_ins_get_text (self->stand_ins, "contact", contact), "@", domain,
                      NULL);
}

/* Of a URL, the path may have anything in it. */
static char *
dup_information (TlsrptAnonymizer *self,
                 const char       *text)
{
  static const char *const schemes[] = { "https://", "http://" };

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      g_autofree char *authority = NULL;
      g_autofree char *host = NULL;
      const char *rest;
      const char *path = NULL;

      if (g_ascii_strncasecmp (text, schemes[i], strlen (schemes[i])) != 0)
        continue;

      text += strlen (schemes[i]);
      rest = text + strcspn (text, "/?#");
      authority = g_strndup (text, (gsize) (rest - text));
      host = tlsrpt_anonymizer_dup_text (self, authority, TLSRPT_ANONYMIZER_PROSE);
      if (rest[0] != '\0' && rest[1] != '\0')
        path = tlsrpt_stand_ins_get_text (self->stand_ins, "page", rest + 1);

      return g_strconcat (schemes[i], host, *rest != '\0' ? "/" : "", path, NULL);
    }

  return tlsrpt_anonymizer_dup_text (self, text, TLSRPT_ANONYMIZER_PROSE);
}

/* Members that RFC 8460 demands are there, so that as many failures are read again. */
static void
write_failure (TlsrptAnonymizer          *self,
               TlsrptJsonWriter          *writer,
               const TlsrptReportFailure *failure)
{
  gboolean is_known = failure->result_type != NULL &&
                      tlsrpt_report_is_known_result_type (failure->result_type);

  tlsrpt_json_writer_begin_object (writer, NULL);
  write_type (self, writer, "result-type", failure->result_type, is_known);
  if (failure->sending_ip != NULL)
    write_text (self, writer, "sending-mta-ip", failure->sending_ip);
  if (failure->receiving_mx != NULL)
    write_text (self, writer, "receiving-mx-hostname", failure->receiving_mx);
  if (failure->receiving_helo != NULL)
    write_text (self, writer, "receiving-mx-helo", failure->receiving_helo);
  if (failure->receiving_ip != NULL)
    write_text (self, writer, "receiving-ip", failure->receiving_ip);
  write_count (writer, "failed-session-count", failure->count);
  if (failure->additional_information != NULL)
    {
      g_autofree char *text = dup_information (self, failure->additional_information);

      tlsrpt_json_writer_string (writer, "additional-information", text);
    }
  if (failure->reason_code != NULL)
    write_text (self, writer, "failure-reason-code", failure->reason_code);
  tlsrpt_json_writer_end_object (writer);
}

static void
write_policy (TlsrptAnonymizer         *self,
              TlsrptJsonWriter         *writer,
              const TlsrptReportPolicy *policy)
{
  gboolean is_known = policy->type != NULL && tlsrpt_report_is_known_policy_type (policy->type);
  gboolean is_tlsa = g_strcmp0 (policy->type, "tlsa") == 0;

  tlsrpt_json_writer_begin_object (writer, NULL);

  tlsrpt_json_writer_begin_object (writer, "policy");
  write_type (self, writer, "policy-type", policy->type, is_known);
  write_texts (self, writer, "policy-string", policy->policy, is_tlsa);
  if (policy->domain != NULL)
    write_text (self, writer, "policy-domain", policy->domain);
  write_texts (self, writer, "mx-host", policy->mx_hosts, FALSE);
  tlsrpt_json_writer_end_object (writer);

  tlsrpt_json_writer_begin_object (writer, "summary");
  write_count (writer, "total-successful-session-count", policy->successful);
  write_count (writer, "total-failure-session-count", policy->failed);
  tlsrpt_json_writer_end_object (writer);

  tlsrpt_json_writer_begin_array (writer, "failure-details");
  for (gsize i = 0; i < policy->n_failures; i++)
    write_failure (self, writer, &policy->failures[i]);
  tlsrpt_json_writer_end_array (writer);

  tlsrpt_json_writer_end_object (writer);
}

static void
write_head (TlsrptAnonymizer   *self,
            TlsrptJsonWriter   *writer,
            const TlsrptReport *report)
{
  gboolean is_sample = tlsrpt_report_is_sample (report);
  const char *organization = report->organization;

  if (organization != NULL && !is_sample && !is_large_sender (organization))
    organization = tlsrpt_stand_ins_get_text (self->stand_ins, "Sender ", organization);
  tlsrpt_json_writer_string (writer, "organization-name", organization);

  tlsrpt_json_writer_begin_object (writer, "date-range");
  write_time (writer, "start-datetime", report->start);
  write_time (writer, "end-datetime", report->end);
  tlsrpt_json_writer_end_object (writer);

  if (report->contact != NULL)
    {
      g_autofree char *contact = dup_contact (self, report->contact);

      tlsrpt_json_writer_string (writer, "contact-info", contact);
    }
  if (report->report_id != NULL)
    tlsrpt_json_writer_string (writer, "report-id",
                               tlsrpt_stand_ins_get_text (self->stand_ins,
                                                          is_sample ? "sample-" : "report-",
                                                          report->report_id));
}

static void
write_report (TlsrptAnonymizer         *self,
              const TlsrptReport       *report,
              const TlsrptReportFilter *filter,
              TlsrptJsonStyle           style,
              GString                  *json)
{
  TlsrptJsonWriter writer;

  tlsrpt_json_writer_init (&writer, json, style);
  tlsrpt_json_writer_begin_object (&writer, NULL);
  write_head (self, &writer, report);

  tlsrpt_json_writer_begin_array (&writer, "policies");
  for (gsize i = 0; i < report->n_policies; i++)
    {
      if (tlsrpt_report_filter_has_policy (filter, &report->policies[i]))
        write_policy (self, &writer, &report->policies[i]);
    }
  tlsrpt_json_writer_end_array (&writer);

  tlsrpt_json_writer_end_object (&writer);
}

/* What stands for a short name is longer than the name, so that the report may be larger
 * than it was, and too large. */
static gboolean
is_readable (GString  *json,
             gsize     begin,
             GError  **error)
{
  TlsrptJsonParser *parser = tlsrpt_json_parser_new ();
  const char *text = json->str + begin;
  gsize length = json->len - begin;
  TlsrptJsonValue root;
  TlsrptJsonStatus status;

  status = tlsrpt_json_parser_parse (parser, text, length, json->allocated_len - begin, &root);
  if (status != TLSRPT_JSON_OK)
    tlsrpt_json_set_error (error, status, text, length);
  tlsrpt_json_parser_free (parser);

  return status == TLSRPT_JSON_OK;
}

/**
 * tlsrpt_anonymizer_append:
 * @self: an anonymizer
 * @report: a report
 * @filter: which policies of it are wanted
 * @json: where the report is appended, unless nothing of it is wanted
 * @error: where to put an error
 *
 * Writes a report without what names anybody.  Read again, it has the same numbers, days
 * and types.
 *
 * Returns: `FALSE`, with nothing appended, if it could not be read again
 */
gboolean
tlsrpt_anonymizer_append (TlsrptAnonymizer          *self,
                          const TlsrptReport        *report,
                          const TlsrptReportFilter  *filter,
                          GString                   *json,
                          GError                   **error)
{
  const gsize begin = json->len;
  gsize n_policies = 0;
  gsize n_failures = 0;

  for (gsize i = 0; i < report->n_policies; i++)
    {
      if (tlsrpt_report_filter_has_policy (filter, &report->policies[i]))
        {
          n_policies++;
          n_failures += report->policies[i].n_failures;
        }
    }

  if (n_policies == 0 || !tlsrpt_report_filter_has_report (filter, report))
    return TRUE;

  write_report (self, report, filter, n_failures > MOST_INDENTED ? TLSRPT_JSON_COMPACT
                                                                 : TLSRPT_JSON_INDENTED, json);
  if (json->len - begin > TLSRPT_LIMIT_REPORT_JSON && n_failures <= MOST_INDENTED)
    {
      g_string_truncate (json, begin);
      write_report (self, report, filter, TLSRPT_JSON_COMPACT, json);
    }
  if (!is_readable (json, begin, error))
    {
      g_string_truncate (json, begin);
      return FALSE;
    }

  g_string_append_c (json, '\n');

  return TRUE;
}
