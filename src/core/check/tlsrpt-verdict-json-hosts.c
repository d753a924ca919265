/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-verdict-json-private.h"

static void
write_outcome (TlsrptJsonWriter *writer,
               TlsrptAnswer     *answer)
{
  if (answer != NULL)
    tlsrpt_json_writer_string (writer, "outcome",
                               tlsrpt_outcome_get_token (tlsrpt_answer_get_outcome (answer)));
  else
    tlsrpt_json_writer_null (writer, "outcome");
}

static void
write_tlsa_record (TlsrptJsonWriter     *writer,
                   const TlsrptResource *resource)
{
  g_autoptr (GString) data = g_string_new (NULL);
  gsize length;
  const guint8 *octets = g_bytes_get_data (resource->data, &length);

  for (gsize i = 0; i < length; i++)
    g_string_append_printf (data, "%02x", octets[i]);

  tlsrpt_json_writer_begin_object (writer, NULL);
  tlsrpt_json_writer_integer (writer, "usage", resource->usage);
  tlsrpt_json_writer_integer (writer, "selector", resource->selector);
  tlsrpt_json_writer_integer (writer, "matching", resource->matching);
  tlsrpt_json_writer_string (writer, "data", data->str);
  tlsrpt_json_writer_end_object (writer);
}

static void
write_tlsa_answer (TlsrptJsonWriter *writer,
                   TlsrptMailServer *server,
                   TlsrptAnswer     *tlsa)
{
  if (tlsa == NULL)
    return;

  tlsrpt_json_writer_begin_object (writer, NULL);
  tlsrpt_json_writer_string (writer, "host", server->host);
  tlsrpt_json_writer_string (writer, "name", tlsrpt_answer_get_name (tlsa));
  tlsrpt_json_writer_boolean (writer, "used", tlsa == tlsrpt_mail_server_get_tlsa (server));
  write_outcome (writer, tlsa);
  tlsrpt_json_writer_boolean (writer, "authenticated", tlsrpt_answer_is_authenticated (tlsa));
  tlsrpt_json_writer_begin_array (writer, "records");
  for (gsize i = 0; i < tlsrpt_answer_get_n_resources (tlsa); i++)
    write_tlsa_record (writer, tlsrpt_answer_get_resource (tlsa, i));
  tlsrpt_json_writer_end_array (writer);
  tlsrpt_json_writer_end_object (writer);
}

/**
 * tlsrpt_verdict_write_tlsa:
 * @writer: where to write
 * @published: what is published
 *
 * Writes the TLSA records, those that count before those at the other name.
 */
void
tlsrpt_verdict_write_tlsa (TlsrptJsonWriter *writer,
                           TlsrptPublished  *published)
{
  tlsrpt_json_writer_begin_array (writer, "tlsa");

  for (guint i = 0; i < published->mail_servers->len; i++)
    {
      TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, i);
      TlsrptAnswer *used = tlsrpt_mail_server_get_tlsa (server);

      write_tlsa_answer (writer, server, used);
      write_tlsa_answer (writer, server, used == server->tlsa ? server->expanded_tlsa : server->tlsa);
    }

  tlsrpt_json_writer_end_array (writer);
}

/* Whether DNSSEC confirms the way to the server: the MX records, and its addresses. */
static void
write_secure (TlsrptJsonWriter *writer,
              TlsrptPublished  *published,
              TlsrptAnswer     *addresses[2])
{
  gboolean is_secure = tlsrpt_answer_is_authenticated (published->mx);
  gboolean is_known = FALSE;

  for (gsize i = 0; i < 2; i++)
    {
      if (addresses[i] == NULL || tlsrpt_answer_get_n_resources (addresses[i]) == 0)
        continue;

      is_known = TRUE;
      is_secure = is_secure && tlsrpt_answer_is_authenticated (addresses[i]);
    }

  if (is_known)
    tlsrpt_json_writer_boolean (writer, "secure", is_secure);
  else
    tlsrpt_json_writer_null (writer, "secure");
}

static void
write_in_policy (TlsrptJsonWriter *writer,
                 TlsrptStsPolicy  *policy,
                 const char       *host)
{
  if (policy != NULL && tlsrpt_sts_policy_get_mode (policy) != TLSRPT_STS_MODE_NONE)
    tlsrpt_json_writer_boolean (writer, "in_policy", tlsrpt_sts_policy_allows (policy, host));
  else
    tlsrpt_json_writer_null (writer, "in_policy");
}

/* Of two families, the one that says more: records, or why nobody knows. */
static TlsrptAnswer *
choose_answer (TlsrptAnswer *addresses[2])
{
  for (gsize i = 0; i < 2; i++)
    {
      if (addresses[i] != NULL && tlsrpt_answer_get_n_resources (addresses[i]) > 0)
        return addresses[i];
    }

  return tlsrpt_answer_has_failed (addresses[1]) ? addresses[1] : addresses[0];
}

static void
write_host (TlsrptJsonWriter              *writer,
            TlsrptPublished               *published,
            TlsrptMailServer              *server,
            const TlsrptVerdictSupplement *supplement)
{
  TlsrptAnswer *addresses[2];

  tlsrpt_published_get_addresses (published, server, addresses);

  tlsrpt_json_writer_begin_object (writer, NULL);
  tlsrpt_json_writer_string (writer, "host", server->host);
  tlsrpt_json_writer_integer (writer, "preference", server->preference);
  write_outcome (writer, choose_answer (addresses));
  tlsrpt_json_writer_strings (writer, "cname", tlsrpt_mail_server_get_aliases (server));
  write_secure (writer, published, addresses);
  write_in_policy (writer, published->sts_policy, server->host);
  if (supplement != NULL)
    supplement->write_addresses (writer, server, supplement->data);
  else
    tlsrpt_json_writer_null (writer, "addresses");
  tlsrpt_json_writer_end_object (writer);
}

/**
 * tlsrpt_verdict_write_hosts:
 * @writer: where to write
 * @published: what is published
 * @supplement: (nullable): who writes what was seen there
 *
 * Writes the mail servers.  If nobody connected to their addresses, what senders would
 * say is unknown.
 */
void
tlsrpt_verdict_write_hosts (TlsrptJsonWriter              *writer,
                            TlsrptPublished               *published,
                            const TlsrptVerdictSupplement *supplement)
{
  tlsrpt_json_writer_begin_array (writer, "hosts");
  for (guint i = 0; i < published->mail_servers->len; i++)
    write_host (writer, published, g_ptr_array_index (published->mail_servers, i), supplement);
  tlsrpt_json_writer_end_array (writer);

  if (supplement != NULL)
    supplement->write_senders (writer, supplement->data);
  else
    tlsrpt_json_writer_null (writer, "senders");
}

/**
 * tlsrpt_verdict_write_rua:
 * @writer: where to write
 * @published: what is published
 * @supplement: (nullable): who writes what was seen there
 *
 * Writes the destinations, and whether reports can arrive there.
 */
void
tlsrpt_verdict_write_rua (TlsrptJsonWriter              *writer,
                          TlsrptPublished               *published,
                          const TlsrptVerdictSupplement *supplement)
{
  tlsrpt_json_writer_begin_array (writer, "rua");

  for (guint i = 0; i < published->rua->len; i++)
    {
      TlsrptRua *rua = g_ptr_array_index (published->rua, i);

      tlsrpt_json_writer_begin_object (writer, NULL);
      tlsrpt_json_writer_string (writer, "uri", rua->uri);
      write_outcome (writer, tlsrpt_rua_get_answer (rua));
      if (rua->mx != NULL && !tlsrpt_answer_has_failed (rua->mx))
        tlsrpt_json_writer_integer (writer, "mx", (gint64) tlsrpt_answer_get_n_resources (rua->mx));
      else
        tlsrpt_json_writer_null (writer, "mx");
      tlsrpt_json_writer_string (writer, "problem",
                                 tlsrpt_rua_problem_get_token (tlsrpt_rua_find_problem (rua)));
      if (supplement != NULL)
        supplement->write_connection (writer, i, supplement->data);
      else
        tlsrpt_json_writer_null (writer, "connection");
      tlsrpt_json_writer_end_object (writer);
    }

  tlsrpt_json_writer_end_array (writer);
}
