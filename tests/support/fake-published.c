/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fake-published.h"

#include "dns-message.h"
#include "tlsrpt-error.h"

#include <gio/gio.h>
#include <string.h>

TlsrptPublished *
fake_published (void)
{
  TlsrptPublished *published = tlsrpt_published_new (FAKE_DOMAIN);
  g_autoptr (GByteArray) mx = dns_message_new (FAKE_DOMAIN, TLSRPT_RESOURCE_MX, 0);
  TlsrptMailServer *server;

  dns_message_add (mx, FAKE_DOMAIN, TLSRPT_RESOURCE_MX, 60, "\0\12\2mx\7example\3com\0", 18);
  published->mx = tlsrpt_answer_new (FAKE_DOMAIN, TLSRPT_RESOURCE_MX, mx->data, mx->len);
  tlsrpt_published_add_mail_servers (published);
  server = g_ptr_array_index (published->mail_servers, 0);
  server->tlsa = tlsrpt_answer_new_failed ("_25._tcp.mx.example.com", TLSRPT_RESOURCE_TLSA,
                                           TLSRPT_OUTCOME_NO_DOMAIN);

  published->record = tlsrpt_answer_new_failed (FAKE_NAME, TLSRPT_RESOURCE_TXT,
                                                TLSRPT_OUTCOME_NO_DOMAIN);
  published->ns = tlsrpt_answer_new_failed (FAKE_DOMAIN, TLSRPT_RESOURCE_NS,
                                            TLSRPT_OUTCOME_NO_DATA);
  published->sts_record = tlsrpt_answer_new_failed ("_mta-sts." FAKE_DOMAIN, TLSRPT_RESOURCE_TXT,
                                                    TLSRPT_OUTCOME_NO_DOMAIN);
  published->sts_error = g_error_new_literal (TLSRPT_ERROR, TLSRPT_ERROR_EMPTY, "none");

  return published;
}

TlsrptAnswer *
fake_texts (const char *name,
            guint       flags,
            ...)
{
  g_autoptr (GByteArray) message = dns_message_new (name, TLSRPT_RESOURCE_TXT, flags);
  const char *text;
  va_list args;

  va_start (args, flags);
  while ((text = va_arg (args, const char *)) != NULL)
    dns_message_add_text (message, name, 300, text);
  va_end (args);

  return tlsrpt_answer_new (name, TLSRPT_RESOURCE_TXT, message->data, message->len);
}

/* “>NAME” is a CNAME record on the way. */
TlsrptAnswer *
fake_hosts (const char         *name,
            TlsrptResourceType  type,
            guint               flags,
            ...)
{
  g_autoptr (GByteArray) message = dns_message_new (name, type, flags);
  g_autofree char *owner = g_strdup (name);
  const char *host;
  va_list args;

  va_start (args, flags);
  while ((host = va_arg (args, const char *)) != NULL)
    {
      g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

      if (*host == '>')
        {
          dns_message_add_name (message, owner, DNS_TYPE_CNAME, 60, host + 1);
          g_free (owner);
          owner = g_strdup (host + 1);
        }
      else if (address != NULL)
        {
          dns_message_add (message, owner, type, 60, g_inet_address_to_bytes (address),
                           g_inet_address_get_native_size (address));
        }
      else
        {
          dns_message_add_mx (message, owner, 60, 10, host);
        }
    }
  va_end (args);

  return tlsrpt_answer_new (name, type, message->data, message->len);
}

void
fake_answer (TlsrptAnswer **slot,
             TlsrptAnswer  *answer)
{
  g_clear_pointer (slot, tlsrpt_answer_free);
  *slot = answer;
}

void
fake_authority (TlsrptPublished *published,
                TlsrptAnswer    *record)
{
  TlsrptAuthority *authority = g_new0 (TlsrptAuthority, 1);

  authority->host = g_strdup_printf ("ns%u.example", published->authorities->len);
  authority->record = record;
  g_ptr_array_add (published->authorities, authority);
}

void
fake_mx (TlsrptPublished *published,
         TlsrptOutcome    outcome)
{
  fake_answer (&published->mx, tlsrpt_answer_new_failed (FAKE_DOMAIN, TLSRPT_RESOURCE_MX, outcome));
  g_ptr_array_set_size (published->mail_servers, 0);
}

void
fake_policy (TlsrptPublished *published,
             const char      *text)
{
  g_clear_pointer (&published->sts_policy, tlsrpt_sts_policy_free);
  g_clear_error (&published->sts_error);
  g_free (published->sts_id);
  published->sts_id = g_strdup ("1");
  published->sts_policy = tlsrpt_sts_policy_parse (text, strlen (text), &published->sts_error);
}

void
fake_tlsa (TlsrptPublished *published,
           const char      *data,
           guint            flags)
{
  fake_tlsa_records (published, flags, data, strlen (data), NULL);
}

/* The last argument is NULL. */
void
fake_tlsa_records (TlsrptPublished *published,
                   guint            flags,
                   ...)
{
  TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, 0);
  g_autoptr (GByteArray) message = dns_message_new (server->host, TLSRPT_RESOURCE_TLSA, flags);
  const char *data;
  va_list args;

  va_start (args, flags);
  while ((data = va_arg (args, const char *)) != NULL)
    dns_message_add (message, server->host, TLSRPT_RESOURCE_TLSA, 60, data,
                     va_arg (args, gsize));
  va_end (args);

  fake_answer (&server->tlsa, tlsrpt_answer_new (server->host, TLSRPT_RESOURCE_TLSA, message->data,
                                                 message->len));
}
