/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-sts-policy.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlsrptStsPolicy) policy = tlsrpt_sts_policy_parse ((const char *) data, size, &error);

  g_assert_true ((policy == NULL) != (error == NULL));
  if (policy == NULL)
    return 0;

  g_assert_cmpuint (tlsrpt_sts_policy_get_max_age (policy), <=, TLSRPT_STS_MAX_AGE_MOST);
  tlsrpt_sts_policy_allows (policy, "mx.example.com");

  return 0;
}
