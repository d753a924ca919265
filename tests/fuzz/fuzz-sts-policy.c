/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "fake-published.h"
#include "tlsrpt-fact.h"
#include "tlsrpt-verdict-json.h"

/* Which senders would follow: what there is to say of it beside two mail servers. */
static void
judge (const char *text)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  g_autoptr (TlsrptVerdict) verdict = NULL;
  g_autoptr (GString) json = g_string_new (NULL);

  fake_answer (&published->mx, fake_hosts (FAKE_DOMAIN, TLSRPT_RESOURCE_MX, 0, "mx.example.com",
                                           "mx2.example.com", NULL));
  fake_policy (published, text);

  verdict = tlsrpt_verdict_new (published, NULL);
  g_ptr_array_unref (tlsrpt_fact_list (published));
  tlsrpt_verdict_append_json (json, verdict);
  g_assert_true (g_str_is_ascii (json->str));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlsrptStsPolicy) policy = tlsrpt_sts_policy_parse ((const char *) data, size, &error);
  g_autofree char *text = g_strndup ((const char *) data, size);

  g_assert_true ((policy == NULL) != (error == NULL));
  judge (text);
  if (policy == NULL)
    return 0;

  g_assert_cmpuint (tlsrpt_sts_policy_get_max_age (policy), <=, TLSRPT_STS_MAX_AGE_MOST);
  tlsrpt_sts_policy_allows (policy, "mx.example.com");

  return 0;
}
