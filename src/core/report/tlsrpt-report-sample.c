/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-sample.h"

#include "tlsrpt-gzip.h"
#include "tlsrpt-json-writer.h"

#include <string.h>

/*
 * Reports as senders should write them (RFC 8460 sections 4.4, 5.1 to 5.3), to try a
 * mailbox, an endpoint or a tool with.  They say what they are.  Addresses are those of
 * RFC 5737 and RFC 3849.
 */

#define SECONDS_PER_DAY (24 * 60 * 60)

#define ORGANIZATION "Sample (tlsrpt-cli)"
#define ID_PREFIX "sample-"
/* RFC 2606 section 2: nobody ever has a name there. */
#define SUBMITTER "sample.invalid"
#define CONTACT "tlsrpt@" SUBMITTER

#define N_SUCCESSFUL 100

/* What a sender sees of each type, and the policy that it is seen under. */
static const struct
{
  const char *type;
  gboolean    is_dane;
  const char *reason_code;
} failures[] = {
  { "starttls-not-supported", FALSE, NULL },
  { "certificate-host-mismatch", FALSE, NULL },
  { "certificate-expired", FALSE, NULL },
  { "certificate-not-trusted", FALSE, NULL },
  { "validation-failure", FALSE, "tls-handshake-failure" },
  { "sts-policy-fetch-error", FALSE, NULL },
  { "sts-policy-invalid", FALSE, NULL },
  { "sts-webpki-invalid", FALSE, NULL },
  { "tlsa-invalid", TRUE, NULL },
  { "dnssec-invalid", TRUE, NULL },
  { "dane-required", TRUE, NULL },
};

/**
 * tlsrpt_report_is_sample:
 * @self: a report
 *
 * Tells whether a report is one of ours, which nobody saw.
 *
 * Returns: `TRUE` if it is
 */
gboolean
tlsrpt_report_is_sample (const TlsrptReport *self)
{
  return self->organization != NULL && g_str_equal (self->organization, ORGANIZATION) &&
         self->report_id != NULL && g_str_has_prefix (self->report_id, ID_PREFIX);
}

/**
 * tlsrpt_report_sample_dup_id:
 *
 * Makes a report-id that nobody else has.
 *
 * Returns: (transfer full): the report-id
 */
char *
tlsrpt_report_sample_dup_id (void)
{
  g_autofree char *random = g_uuid_string_random ();

  return g_strconcat (ID_PREFIX, random, NULL);
}

/* The first second of yesterday. */
static gint64
get_start (gint64 now)
{
  return (now / SECONDS_PER_DAY - 1) * SECONDS_PER_DAY;
}

static gint64
get_end (gint64 now)
{
  return get_start (now) + SECONDS_PER_DAY - 1;
}

static void
write_time (TlsrptJsonWriter *writer,
            const char       *name,
            gint64            time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autofree char *text = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");

  tlsrpt_json_writer_string (writer, name, text);
}

static void
write_failure (TlsrptJsonWriter *writer,
               const char       *domain,
               gsize             i)
{
  g_autofree char *host = g_strconcat ("mx1.", domain, NULL);

  tlsrpt_json_writer_begin_object (writer, NULL);
  tlsrpt_json_writer_string (writer, "result-type", failures[i].type);
  tlsrpt_json_writer_string (writer, "sending-mta-ip", "192.0.2.1");
  tlsrpt_json_writer_string (writer, "receiving-mx-hostname", host);
  tlsrpt_json_writer_string (writer, "receiving-mx-helo", host);
  tlsrpt_json_writer_string (writer, "receiving-ip",
                             failures[i].is_dane ? "2001:db8::25" : "198.51.100.25");
  tlsrpt_json_writer_integer (writer, "failed-session-count", 1);
  if (failures[i].reason_code != NULL)
    tlsrpt_json_writer_string (writer, "failure-reason-code", failures[i].reason_code);
  tlsrpt_json_writer_end_object (writer);
}

static void
write_policy_lines (TlsrptJsonWriter *writer,
                    const char       *domain,
                    gboolean          is_dane)
{
  g_autofree char *mx_line = g_strconcat ("mx: mx1.", domain, NULL);
  g_autofree char *host = g_strconcat ("mx1.", domain, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, host, -1);
  g_autofree char *tlsa = g_strconcat ("3 1 1 ", digest, NULL);
  const char *sts_lines[] = { "version: STSv1", "mode: testing", mx_line, "max_age: 86400", NULL };
  const char *tlsa_lines[] = { tlsa, NULL };
  const char *hosts[] = { host, NULL };

  tlsrpt_json_writer_strings (writer, "policy-string", is_dane ? tlsa_lines : sts_lines);
  tlsrpt_json_writer_string (writer, "policy-domain", domain);
  if (!is_dane)
    tlsrpt_json_writer_strings (writer, "mx-host", hosts);
}

static gboolean
is_wanted (gsize              i,
           const char *const *types,
           gboolean           is_dane)
{
  return failures[i].is_dane == is_dane && g_strv_contains (types, failures[i].type);
}

static void
write_policy (TlsrptJsonWriter  *writer,
              const char        *domain,
              const char *const *types,
              gboolean           is_dane,
              gint64             n_failed)
{
  tlsrpt_json_writer_begin_object (writer, NULL);

  tlsrpt_json_writer_begin_object (writer, "policy");
  tlsrpt_json_writer_string (writer, "policy-type", is_dane ? "tlsa" : "sts");
  write_policy_lines (writer, domain, is_dane);
  tlsrpt_json_writer_end_object (writer);

  tlsrpt_json_writer_begin_object (writer, "summary");
  tlsrpt_json_writer_integer (writer, "total-successful-session-count", N_SUCCESSFUL);
  tlsrpt_json_writer_integer (writer, "total-failure-session-count", n_failed);
  tlsrpt_json_writer_end_object (writer);

  tlsrpt_json_writer_begin_array (writer, "failure-details");
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      if (is_wanted (i, types, is_dane))
        write_failure (writer, domain, i);
    }
  tlsrpt_json_writer_end_array (writer);

  tlsrpt_json_writer_end_object (writer);
}

static GString *
make_json (const char        *domain,
           const char *const *types,
           const char        *id,
           gint64             now)
{
  GString *json = g_string_new (NULL);
  gint64 n_failed[] = { 0, 0 };
  TlsrptJsonWriter writer;

  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      if (g_strv_contains (types, failures[i].type))
        n_failed[failures[i].is_dane ? 1 : 0]++;
    }

  tlsrpt_json_writer_init (&writer, json, TLSRPT_JSON_INDENTED);
  tlsrpt_json_writer_begin_object (&writer, NULL);
  tlsrpt_json_writer_string (&writer, "organization-name", ORGANIZATION);
  tlsrpt_json_writer_begin_object (&writer, "date-range");
  write_time (&writer, "start-datetime", get_start (now));
  write_time (&writer, "end-datetime", get_end (now));
  tlsrpt_json_writer_end_object (&writer);
  tlsrpt_json_writer_string (&writer, "contact-info", CONTACT);
  tlsrpt_json_writer_string (&writer, "report-id", id);

  tlsrpt_json_writer_begin_array (&writer, "policies");
  if (n_failed[0] > 0 || n_failed[1] == 0)
    write_policy (&writer, domain, types, FALSE, n_failed[0]);
  if (n_failed[1] > 0)
    write_policy (&writer, domain, types, TRUE, n_failed[1]);
  tlsrpt_json_writer_end_array (&writer);

  tlsrpt_json_writer_end_object (&writer);
  g_string_append_c (json, '\n');

  return json;
}

/**
 * tlsrpt_report_sample_dup_file_name:
 * @domain: the policy domain, as A-labels
 * @id: the report-id
 * @form: how the sample is written
 * @now: seconds since 1970
 *
 * Names the file of a sample (RFC 8460 section 5.1).
 *
 * Returns: (transfer full): the name
 */
char *
tlsrpt_report_sample_dup_file_name (const char             *domain,
                                    const char             *id,
                                    TlsrptReportSampleForm  form,
                                    gint64                  now)
{
  static const char *const ends[] = { ".json", ".json.gz", ".eml" };

  return g_strdup_printf (SUBMITTER "!%s!%" G_GINT64_FORMAT "!%" G_GINT64_FORMAT "!%s%s", domain,
                          get_start (now), get_end (now), id, ends[form]);
}

static void
append_base64 (GString    *mail,
               GByteArray *data)
{
  g_autofree char *text = g_malloc ((data->len / 3 + 1) * 4 + 4 + data->len / 16);
  int state = 0;
  int save = 0;
  gsize n = g_base64_encode_step (data->data, data->len, TRUE, text, &state, &save);

  n += g_base64_encode_close (TRUE, text + n, &state, &save);
  g_string_append_len (mail, text, (gssize) n);
}

/* RFC 8460 section 5.3 */
static GString *
make_mail (const char *domain,
           const char *id,
           GByteArray *gzip,
           gint64      now)
{
  GString *mail = g_string_new (NULL);
  g_autofree char *name = tlsrpt_report_sample_dup_file_name (domain, id, TLSRPT_REPORT_SAMPLE_GZIP,
                                                              now);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now);
  /* The names of days and months are English in every language. */
  static const char *const days[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
  static const char *const months[] = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  };
  g_autofree char *clock = g_date_time_format (time, "%Y %H:%M:%S +0000");

  g_string_append_printf (mail, "From: " CONTACT "\nTo: tlsrpt@%s\nDate: %s, %d %s %s\n", domain,
                          days[g_date_time_get_day_of_week (time) - 1],
                          g_date_time_get_day_of_month (time),
                          months[g_date_time_get_month (time) - 1], clock);
  g_string_append_printf (mail, "Subject: Report Domain: %s\n Submitter: " SUBMITTER
                          "\n Report-ID: <%s@" SUBMITTER ">\nMessage-ID: <%s@" SUBMITTER ">\n",
                          domain, id, id);
  g_string_append_printf (mail, "TLS-Report-Domain: %s\nTLS-Report-Submitter: " SUBMITTER "\n",
                          domain);
  g_string_append_printf (mail, "MIME-Version: 1.0\nContent-Type: multipart/report; "
                          "report-type=\"tlsrpt\";\n boundary=\"%s\"\n\n", id);

  g_string_append_printf (mail, "--%s\nContent-Type: text/plain; charset=us-ascii\n\n"
                          "This is a sample of an aggregate TLS report, made by tlsrpt-cli.\n"
                          "Nothing of it happened.\n\n", id);
  g_string_append_printf (mail, "--%s\nContent-Type: application/tlsrpt+gzip\n"
                          "Content-Transfer-Encoding: base64\n"
                          "Content-Disposition: attachment;\n filename=\"%s\"\n\n", id, name);
  append_base64 (mail, gzip);
  g_string_append_printf (mail, "\n--%s--\n", id);

  return mail;
}

/**
 * tlsrpt_report_sample_new:
 * @domain: the policy domain, as A-labels
 * @types: (array zero-terminated=1): the types of failure to have, as RFC 8460 names them,
 *   or `TLSRPT_REPORT_SAMPLE_SUCCESS`; none of them twice
 * @id: a report-id of a sample
 * @form: how to write it
 * @now: seconds since 1970
 *
 * Writes a right report about yesterday, in which each type of failure stopped a session.
 *
 * Returns: (transfer full): the report
 */
GBytes *
tlsrpt_report_sample_new (const char             *domain,
                          const char *const      *types,
                          const char             *id,
                          TlsrptReportSampleForm  form,
                          gint64                  now)
{
  GString *json = make_json (domain, types, id, now);
  g_autoptr (GByteArray) gzip = NULL;

  if (form == TLSRPT_REPORT_SAMPLE_JSON)
    return g_string_free_to_bytes (json);

  gzip = tlsrpt_gzip_compress ((const guint8 *) json->str, json->len);
  g_string_free (json, TRUE);
  if (form == TLSRPT_REPORT_SAMPLE_GZIP)
    return g_byte_array_free_to_bytes (g_steal_pointer (&gzip));

  return g_string_free_to_bytes (make_mail (domain, id, gzip, now));
}
