/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-answer.h"
#include "tlsrpt-discovery.h"
#include "tlsrpt-fact.h"
#include "tlsrpt-published.h"
#include "tlsrpt-sts-record.h"
#include "tlsrpt-verdict-json.h"
#include "tlsrpt-verdict.h"

#define NAME "_smtp._tls.example.com"
#define DOMAIN "example.com"
#define POLICY "version: STSv1\nmode: enforce\nmx: *.example.com\nmax_age: 86400\n"

static const TlsrptResourceType types[] = {
  TLSRPT_RESOURCE_A, TLSRPT_RESOURCE_NS, TLSRPT_RESOURCE_MX,
  TLSRPT_RESOURCE_TXT, TLSRPT_RESOURCE_AAAA, TLSRPT_RESOURCE_TLSA,
};

/* What a record and the one of MTA-STS are made of. */
static void
read_texts (TlsrptAnswer *answer)
{
  g_autoptr (GPtrArray) texts = tlsrpt_answer_dup_texts (answer);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = tlsrpt_sts_record_find (answer, &error);
  guint position;

  g_assert_true ((id == NULL) != (error == NULL));
  tlsrpt_discover (texts, &position);
  g_assert_true (tlsrpt_answer_has_same_texts (answer, answer));
}

static void
read_answer (TlsrptAnswer *answer)
{
  const char *const *aliases = tlsrpt_answer_get_aliases (answer);

  for (gsize i = 0; aliases[i] != NULL; i++)
    g_assert_true (g_utf8_validate (aliases[i], -1, NULL));

  for (gsize i = 0; i < tlsrpt_answer_get_n_resources (answer); i++)
    {
      const TlsrptResource *resource = tlsrpt_answer_get_resource (answer, i);

      if (resource->host != NULL)
        g_assert_true (g_utf8_validate (resource->host, -1, NULL));
    }

  if (tlsrpt_answer_get_resource_type (answer) == TLSRPT_RESOURCE_TXT)
    read_texts (answer);
}

/* Name servers that agree, one that does not, and one without an address. */
static void
add_authorities (TlsrptPublished *published,
                 const uint8_t   *data,
                 size_t           size)
{
  published->zone = g_strdup (DOMAIN);
  for (guint i = 0; i < 4; i++)
    {
      TlsrptAuthority *authority = g_new0 (TlsrptAuthority, 1);

      authority->host = g_strdup_printf ("ns%u.example.com", i);
      authority->ipv4 = tlsrpt_answer_new (authority->host, TLSRPT_RESOURCE_A, data, size);
      authority->ipv6 = tlsrpt_answer_new (authority->host, TLSRPT_RESOURCE_AAAA, data, size);
      if (i < 2)
        authority->record = tlsrpt_answer_new (NAME, TLSRPT_RESOURCE_TXT, data, size);
      else if (i == 2)
        authority->record = tlsrpt_answer_new (NAME, TLSRPT_RESOURCE_TXT, data, size / 2);
      g_ptr_array_add (published->authorities, authority);
    }
}

/* The first octet says what was asked for, the rest is what came back. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (TlsrptPublished) published = tlsrpt_published_new (DOMAIN);
  g_autoptr (GString) json = g_string_new (NULL);
  TlsrptVerdict *verdict;

  if (size == 0)
    return 0;

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      TlsrptAnswer *answer = tlsrpt_answer_new (data[0] % 2 == 0 ? NAME : DOMAIN, types[i],
                                                data + 1, size - 1);

      read_answer (answer);
      tlsrpt_answer_free (answer);
    }

  /* The same answer to every question about a domain. */
  published->record = tlsrpt_answer_new (published->owner_name, TLSRPT_RESOURCE_TXT,
                                         data + 1, size - 1);
  published->mx = tlsrpt_answer_new (DOMAIN, TLSRPT_RESOURCE_MX, data + 1, size - 1);
  published->ns = tlsrpt_answer_new (DOMAIN, TLSRPT_RESOURCE_NS, data + 1, size - 1);
  published->sts_record = tlsrpt_answer_new ("_mta-sts." DOMAIN, TLSRPT_RESOURCE_TXT,
                                             data + 1, size - 1);
  published->sts_id = tlsrpt_sts_record_find (published->sts_record, &published->sts_error);
  tlsrpt_published_add_mail_servers (published);
  for (guint i = 0; i < published->mail_servers->len; i++)
    {
      TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, i);

      server->tlsa = tlsrpt_answer_new (server->host, TLSRPT_RESOURCE_TLSA, data + 1, size - 1);
    }

  if (published->sts_id != NULL)
    published->sts_policy = tlsrpt_sts_policy_parse (POLICY, strlen (POLICY), NULL);
  add_authorities (published, data + 1, size - 1);
  verdict = tlsrpt_verdict_new (published, "v=TLSRPTv1; rua=mailto:a@example.com");
  g_ptr_array_unref (tlsrpt_fact_list (published));
  g_strfreev (tlsrpt_verdict_dup_destinations (verdict));
  tlsrpt_verdict_append_json (json, verdict);
  g_assert_true (g_str_is_ascii (json->str));
  tlsrpt_verdict_free (verdict);

  return 0;
}
