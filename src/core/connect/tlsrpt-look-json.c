/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-look-json.h"

#include "tlsrpt-verdict-json.h"

#include <string.h>

static void
write_time (TlsrptJsonWriter *writer,
            const char       *name,
            gint64            seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *text = time != NULL ? g_date_time_format_iso8601 (time) : NULL;

  tlsrpt_json_writer_string (writer, name, text);
}

static void
write_digest (TlsrptJsonWriter *writer,
              const char       *name,
              GBytes           *octets)
{
  g_autofree char *digest = octets != NULL ? tlsrpt_certificate_dup_digest (octets) : NULL;

  tlsrpt_json_writer_string (writer, name, digest);
}

static void
write_certificate (TlsrptJsonWriter  *writer,
                   TlsrptCertificate *certificate)
{
  tlsrpt_json_writer_begin_object (writer, NULL);
  tlsrpt_json_writer_string (writer, "subject", certificate->subject);
  tlsrpt_json_writer_string (writer, "issuer", certificate->issuer);
  tlsrpt_json_writer_strings (writer, "names", (const char *const *) certificate->names);
  write_time (writer, "not_before", certificate->not_before);
  write_time (writer, "not_after", certificate->not_after);
  write_digest (writer, "sha256", certificate->der);
  write_digest (writer, "spki_sha256", certificate->spki);
  tlsrpt_json_writer_end_object (writer);
}

static void
write_reply (TlsrptJsonWriter *writer,
             TlsrptContact    *contact)
{
  if (contact->reply == NULL)
    {
      tlsrpt_json_writer_null (writer, "reply");
      return;
    }

  tlsrpt_json_writer_begin_object (writer, "reply");
  tlsrpt_json_writer_integer (writer, "code", contact->code);
  tlsrpt_json_writer_bytes (writer, "text", contact->reply, strlen (contact->reply));
  tlsrpt_json_writer_end_object (writer);
}

/* Whether STARTTLS is offered, as far as the server came to that. */
static void
write_starttls (TlsrptJsonWriter *writer,
                TlsrptContact    *contact)
{
  if (tlsrpt_contact_has_answered (contact->outcome))
    tlsrpt_json_writer_boolean (writer, "starttls",
                                contact->outcome != TLSRPT_CONTACT_NO_STARTTLS);
  else
    tlsrpt_json_writer_null (writer, "starttls");
}

static void
write_what_is_presented (TlsrptJsonWriter *writer,
                         TlsrptContact    *contact)
{
  gboolean is_tls = contact->outcome == TLSRPT_CONTACT_TLS;

  tlsrpt_json_writer_string (writer, "detail", contact->detail);
  tlsrpt_json_writer_string (writer, "protocol", contact->protocol);
  tlsrpt_json_writer_string (writer, "cipher", contact->cipher);

  tlsrpt_json_writer_begin_array (writer, "certificates");
  for (guint i = 0; i < contact->chain->len; i++)
    write_certificate (writer, g_ptr_array_index (contact->chain, i));
  tlsrpt_json_writer_end_array (writer);

  if (!is_tls)
    {
      tlsrpt_json_writer_null (writer, "pkix");
      return;
    }

  tlsrpt_json_writer_begin_array (writer, "pkix");
  for (guint i = 0; i < TLSRPT_N_PKIX_FLAGS; i++)
    {
      if (contact->pkix & (1u << i))
        tlsrpt_json_writer_string (writer, NULL, tlsrpt_pkix_get_token (1u << i));
    }
  tlsrpt_json_writer_end_array (writer);
}

static void
write_contact (TlsrptJsonWriter *writer,
               TlsrptContact    *contact)
{
  tlsrpt_json_writer_begin_object (writer, NULL);
  tlsrpt_json_writer_string (writer, "address", contact->address);
  tlsrpt_json_writer_string (writer, "outcome",
                             tlsrpt_contact_outcome_get_token (contact->outcome));
  write_reply (writer, contact);
  write_starttls (writer, contact);
  write_what_is_presented (writer, contact);

  tlsrpt_json_writer_begin_object (writer, "tlsa");
  tlsrpt_json_writer_integer (writer, "usable", contact->dane.n_usable);
  if (contact->outcome == TLSRPT_CONTACT_TLS)
    tlsrpt_json_writer_integer (writer, "matched", contact->dane.n_matched);
  else
    tlsrpt_json_writer_null (writer, "matched");
  tlsrpt_json_writer_end_object (writer);
  tlsrpt_json_writer_end_object (writer);
}

static void
write_addresses (TlsrptJsonWriter *writer,
                 TlsrptMailServer *server,
                 gpointer          data)
{
  TlsrptLook *look = data;

  tlsrpt_json_writer_begin_array (writer, "addresses");

  for (guint i = 0; i < look->hosts->len; i++)
    {
      TlsrptLookHost *host = g_ptr_array_index (look->hosts, i);

      if (host->server != server)
        continue;

      for (guint j = 0; j < host->contacts->len; j++)
        write_contact (writer, g_ptr_array_index (host->contacts, j));
    }

  tlsrpt_json_writer_end_array (writer);
}

static void
write_senders (TlsrptJsonWriter *writer,
               gpointer          data)
{
  TlsrptLook *look = data;

  /* Whose network lets nothing through knows nothing. */
  if (look->is_blocked)
    {
      tlsrpt_json_writer_null (writer, "senders");
      return;
    }

  tlsrpt_json_writer_begin_array (writer, "senders");

  for (guint i = 0; i < look->senders->len; i++)
    {
      const TlsrptLookSender *sender = g_ptr_array_index (look->senders, i);
      g_auto (GStrv) others = tlsrpt_reported_dup_others (&sender->reported);

      tlsrpt_json_writer_begin_object (writer, NULL);
      tlsrpt_json_writer_string (writer, "policy",
                                 tlsrpt_policy_get_token (sender->reported.policy));
      tlsrpt_json_writer_string (writer, "result_type", sender->reported.type);
      tlsrpt_json_writer_strings (writer, "also", (const char *const *) others);
      tlsrpt_json_writer_string (writer, "host", sender->host);
      tlsrpt_json_writer_string (writer, "address", sender->address);
      tlsrpt_json_writer_string (writer, "delivery",
                                 tlsrpt_delivery_get_token (sender->reported.delivery));
      tlsrpt_json_writer_end_object (writer);
    }

  tlsrpt_json_writer_end_array (writer);
}

/* Of a destination that is a URL. */
static void
write_connection (TlsrptJsonWriter *writer,
                  guint             i,
                  gpointer          data)
{
  TlsrptLook *look = data;
  GPtrArray *contacts = g_ptr_array_index (look->rua, i);
  TlsrptContact *contact;

  if (contacts->len == 0)
    {
      tlsrpt_json_writer_null (writer, "connection");
      return;
    }

  contact = g_ptr_array_index (contacts, 0);
  tlsrpt_json_writer_begin_object (writer, "connection");
  tlsrpt_json_writer_string (writer, "address", contact->address);
  tlsrpt_json_writer_string (writer, "outcome",
                             tlsrpt_contact_outcome_get_token (contact->outcome));
  write_what_is_presented (writer, contact);
  tlsrpt_json_writer_end_object (writer);
}

/**
 * tlsrpt_look_append_json:
 * @text: where to append
 * @verdict: the verdict on a domain
 * @look: (nullable): the look at its mail servers
 *
 * Appends a JSON object on one line, with its line feed.
 */
void
tlsrpt_look_append_json (GString             *text,
                         const TlsrptVerdict *verdict,
                         TlsrptLook          *look)
{
  const TlsrptVerdictSupplement supplement = {
    .write_addresses = write_addresses,
    .write_senders = write_senders,
    .write_connection = write_connection,
    .data = look,
  };

  tlsrpt_verdict_append_json_looked (text, verdict, look != NULL ? &supplement : NULL);
}
