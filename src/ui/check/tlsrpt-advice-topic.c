/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-advice-topic.h"

/* What a check says about policies, and the entry of the guide that explains it. */
static const struct
{
  const char *code;
  const char *topic;
} topics[] = {
  { "alias-without-record", "cname" },
  { "dane-insecure", "dnssec-invalid" },
  { "dane-partial", "dane-and-mta-sts" },
  { "dnssec-broken", "dnssec-invalid" },
  { "no-protection", "dane-and-mta-sts" },
  { "several-records", "two-records" },
  { "sts-blank-line", "sts-policy-invalid" },
  { "sts-mx", "validation-failure" },
  { "sts-mx-unused", "mta-sts-rollout" },
  { "sts-policy", "host-the-policy" },
  { "sts-record", "mta-sts-rollout" },
  { "sts-repeated", "sts-policy-invalid" },
  { "sts-short", "mta-sts-rollout" },
  { "sts-testing", "mta-sts-rollout" },
  { "sts-unknown", "sts-policy-fetch-error" },
  { "tlsa-dnssec", "tlsa" },
  { "tlsa-unknown", "dnssec-invalid" },
  { "tlsa-unusable", "tlsa-invalid" },
  { "wrong-name", "host-field" },
};

/**
 * tlsrpt_advice_topic_find:
 * @code: the code of a piece of advice
 *
 * Finds what the guide has to say about it.
 *
 * Returns: (nullable): the ID of an entry
 */
const char *
tlsrpt_advice_topic_find (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      if (g_str_equal (topics[i].code, code))
        return topics[i].topic;
    }

  return NULL;
}
