/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-verdict-json.h"

#include "tlsrpt-display.h"
#include "tlsrpt-host.h"
#include "tlsrpt-json-writer.h"
#include "tlsrpt-provider.h"
#include "tlsrpt-verdict-json-private.h"

static void
write_message (TlsrptJsonWriter *writer,
               const char       *name,
               const char       *message)
{
  g_autofree char *plain = tlsrpt_display_strip_isolates (message);

  tlsrpt_json_writer_string (writer, name, plain);
}

static void
write_outcome (TlsrptJsonWriter *writer,
               TlsrptAnswer     *answer)
{
  tlsrpt_json_writer_string (writer, "outcome",
                             tlsrpt_outcome_get_token (tlsrpt_answer_get_outcome (answer)));
}

/* An array of records, each an array of its character-strings. */
static void
write_answers (TlsrptJsonWriter *writer,
               TlsrptAnswer     *answer)
{
  tlsrpt_json_writer_begin_array (writer, "answers");

  for (gsize i = 0; i < tlsrpt_answer_get_n_resources (answer); i++)
    {
      GPtrArray *strings = tlsrpt_answer_get_resource (answer, i)->strings;

      tlsrpt_json_writer_begin_array (writer, NULL);
      for (guint j = 0; j < strings->len; j++)
        {
          gsize length;
          const char *string = tlsrpt_answer_get_octets (g_ptr_array_index (strings, j), &length);

          tlsrpt_json_writer_bytes (writer, NULL, string, length);
        }
      tlsrpt_json_writer_end_array (writer);
    }

  tlsrpt_json_writer_end_array (writer);
}

static void
write_findings (TlsrptJsonWriter    *writer,
                const TlsrptGrammar *grammar)
{
  tlsrpt_json_writer_begin_array (writer, "findings");

  for (gsize i = 0; grammar != NULL && i < grammar->n_findings; i++)
    {
      const TlsrptFinding *finding = &grammar->findings[i];

      tlsrpt_json_writer_begin_object (writer, NULL);
      tlsrpt_json_writer_string (writer, "severity",
                                 tlsrpt_severity_get_name (tlsrpt_finding_get_severity (finding)));
      tlsrpt_json_writer_string (writer, "code", tlsrpt_finding_get_code_name (finding));
      tlsrpt_json_writer_integer (writer, "offset", (gint64) finding->offset);
      tlsrpt_json_writer_integer (writer, "length", (gint64) finding->length);
      tlsrpt_json_writer_string (writer, "message", tlsrpt_finding_get_message (finding));
      tlsrpt_json_writer_end_object (writer);
    }

  tlsrpt_json_writer_end_array (writer);
}

static void
write_advice (TlsrptJsonWriter *writer,
              const char       *name,
              GPtrArray        *advice)
{
  tlsrpt_json_writer_begin_array (writer, name);

  for (guint i = 0; i < advice->len; i++)
    {
      TlsrptRemark *item = g_ptr_array_index (advice, i);

      tlsrpt_json_writer_begin_object (writer, NULL);
      tlsrpt_json_writer_string (writer, "severity",
                                 tlsrpt_severity_get_name (tlsrpt_remark_get_severity (item)));
      tlsrpt_json_writer_string (writer, "code", tlsrpt_remark_get_code (item));
      write_message (writer, "message", tlsrpt_remark_get_message (item));
      tlsrpt_json_writer_end_object (writer);
    }

  tlsrpt_json_writer_end_array (writer);
}

static void
write_mx (TlsrptJsonWriter *writer,
          TlsrptAnswer     *answer)
{
  tlsrpt_json_writer_string (writer, "mx_outcome",
                             tlsrpt_outcome_get_token (tlsrpt_answer_get_outcome (answer)));
  tlsrpt_json_writer_begin_array (writer, "mx");

  for (gsize i = 0; i < tlsrpt_answer_get_n_resources (answer); i++)
    {
      const TlsrptResource *resource = tlsrpt_answer_get_resource (answer, i);

      tlsrpt_json_writer_begin_object (writer, NULL);
      tlsrpt_json_writer_integer (writer, "preference", resource->preference);
      tlsrpt_json_writer_string (writer, "host", resource->host);
      tlsrpt_json_writer_end_object (writer);
    }

  tlsrpt_json_writer_end_array (writer);
}

static void
write_sts (TlsrptJsonWriter *writer,
           TlsrptPublished  *published)
{
  TlsrptStsPolicy *policy = published->sts_policy;

  tlsrpt_json_writer_begin_object (writer, "mta_sts");
  write_outcome (writer, published->sts_record);
  tlsrpt_json_writer_string (writer, "id", published->sts_id);

  if (policy != NULL)
    {
      tlsrpt_json_writer_string (writer, "mode",
                                 tlsrpt_sts_mode_get_token (tlsrpt_sts_policy_get_mode (policy)));
      tlsrpt_json_writer_integer (writer, "max_age", tlsrpt_sts_policy_get_max_age (policy));
      tlsrpt_json_writer_strings (writer, "mx", tlsrpt_sts_policy_get_patterns (policy));
    }
  else if (published->sts_error != NULL &&
           tlsrpt_answer_get_outcome (published->sts_record) == TLSRPT_OUTCOME_ANSWER)
    {
      write_message (writer, "error", published->sts_error->message);
    }

  tlsrpt_json_writer_end_object (writer);
}

static void
write_strays (TlsrptJsonWriter *writer,
              GPtrArray        *strays)
{
  tlsrpt_json_writer_begin_array (writer, "strays");

  for (guint i = 0; i < strays->len; i++)
    {
      TlsrptAnswer *stray = g_ptr_array_index (strays, i);

      if (tlsrpt_answer_get_n_resources (stray) == 0)
        continue;

      tlsrpt_json_writer_begin_object (writer, NULL);
      tlsrpt_json_writer_string (writer, "name", tlsrpt_answer_get_name (stray));
      write_answers (writer, stray);
      tlsrpt_json_writer_end_object (writer);
    }

  tlsrpt_json_writer_end_array (writer);
}

static void
write_name_servers (TlsrptJsonWriter *writer,
                    TlsrptPublished  *published)
{
  g_autoptr (GPtrArray) providers = tlsrpt_provider_match (published->ns);

  tlsrpt_json_writer_string (writer, "zone", published->zone);
  tlsrpt_json_writer_begin_array (writer, "ns");
  for (gsize i = 0; i < tlsrpt_answer_get_n_resources (published->ns); i++)
    tlsrpt_json_writer_string (writer, NULL, tlsrpt_answer_get_resource (published->ns, i)->host);
  tlsrpt_json_writer_end_array (writer);

  tlsrpt_json_writer_begin_array (writer, "providers");
  for (guint i = 0; i < providers->len; i++)
    {
      const TlsrptProvider *provider = g_ptr_array_index (providers, i);

      tlsrpt_json_writer_string (writer, NULL, provider->id);
    }
  tlsrpt_json_writer_end_array (writer);

  tlsrpt_json_writer_begin_array (writer, "authorities");
  for (guint i = 0; i < published->authorities->len; i++)
    {
      TlsrptAuthority *authority = g_ptr_array_index (published->authorities, i);

      tlsrpt_json_writer_begin_object (writer, NULL);
      tlsrpt_json_writer_string (writer, "host", authority->host);
      if (authority->record != NULL)
        {
          write_outcome (writer, authority->record);
          tlsrpt_json_writer_boolean (writer, "authoritative",
                                      tlsrpt_answer_is_authoritative (authority->record));
          write_answers (writer, authority->record);
        }
      tlsrpt_json_writer_end_object (writer);
    }
  tlsrpt_json_writer_end_array (writer);
}

/* False, or null as long as nobody knows. */
static void
write_verdict_boolean (TlsrptJsonWriter    *writer,
                       const char          *name,
                       const TlsrptVerdict *verdict,
                       gboolean             value)
{
  if (verdict->presence == TLSRPT_PRESENCE_UNKNOWN)
    tlsrpt_json_writer_null (writer, name);
  else
    tlsrpt_json_writer_boolean (writer, name, value);
}

/**
 * tlsrpt_verdict_append_json_looked:
 * @text: where to append
 * @verdict: the verdict on a domain
 * @supplement: (nullable): who writes what was seen at the mail servers; `NULL` if
 *   nobody connected to them
 *
 * Appends a JSON object on one line, with its line feed.
 */
void
tlsrpt_verdict_append_json_looked (GString                       *text,
                                   const TlsrptVerdict           *verdict,
                                   const TlsrptVerdictSupplement *supplement)
{
  TlsrptPublished *published = verdict->published;
  g_autofree char *unicode = tlsrpt_host_to_unicode (published->domain);
  g_autofree char *time = g_date_time_format_iso8601 (published->time);
  g_auto (GStrv) destinations = tlsrpt_verdict_dup_destinations (verdict);
  TlsrptJsonWriter writer;

  tlsrpt_json_writer_init (&writer, text, TLSRPT_JSON_COMPACT);
  tlsrpt_json_writer_begin_answer (&writer);
  tlsrpt_json_writer_string (&writer, "domain", published->domain);
  tlsrpt_json_writer_string (&writer, "unicode_domain", unicode);
  tlsrpt_json_writer_string (&writer, "name", published->owner_name);
  tlsrpt_json_writer_string (&writer, "time", time);

  write_outcome (&writer, published->record);
  write_answers (&writer, published->record);
  tlsrpt_json_writer_string (&writer, "verdict", tlsrpt_presence_get_token (verdict->presence));
  write_verdict_boolean (&writer, "valid", verdict, tlsrpt_verdict_is_valid (verdict));
  write_verdict_boolean (&writer, "usable", verdict, tlsrpt_verdict_is_usable (verdict));
  tlsrpt_json_writer_strings (&writer, "destinations", (const char *const *) destinations);
  if (verdict->presence == TLSRPT_PRESENCE_ONE)
    tlsrpt_json_writer_integer (&writer, "ttl", verdict->ttl);
  else
    tlsrpt_json_writer_null (&writer, "ttl");
  write_findings (&writer, verdict->grammar);

  if (verdict->match == TLSRPT_MATCH_UNKNOWN)
    tlsrpt_json_writer_null (&writer, "matches");
  else
    tlsrpt_json_writer_boolean (&writer, "matches", verdict->match == TLSRPT_MATCH_SAME);
  write_advice (&writer, "differences", verdict->differences);

  tlsrpt_json_writer_strings (&writer, "cname", tlsrpt_answer_get_aliases (published->record));
  if (tlsrpt_answer_has_failed (published->wildcard))
    tlsrpt_json_writer_null (&writer, "wildcard");
  else
    write_verdict_boolean (&writer, "wildcard", verdict, verdict->is_wildcard);
  write_strays (&writer, published->strays);
  write_mx (&writer, published->mx);
  write_sts (&writer, published);
  tlsrpt_verdict_write_tlsa (&writer, published);
  tlsrpt_verdict_write_hosts (&writer, published, supplement);
  tlsrpt_verdict_write_rua (&writer, published, supplement);
  write_name_servers (&writer, published);
  write_advice (&writer, "advice", verdict->advice);
  tlsrpt_json_writer_end_object (&writer);
  g_string_append_c (text, '\n');
}

/**
 * tlsrpt_verdict_append_json:
 * @text: where to append
 * @verdict: the verdict on a domain
 *
 * Appends a JSON object on one line, with its line feed.  Nobody connected to the mail
 * servers.
 */
void
tlsrpt_verdict_append_json (GString             *text,
                            const TlsrptVerdict *verdict)
{
  tlsrpt_verdict_append_json_looked (text, verdict, NULL);
}
