/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-outcome.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *token;
  const char *message;
} outcomes[] = {
  [TLSRPT_OUTCOME_ANSWER] = { "answer", N_("The name server answered.") },
  [TLSRPT_OUTCOME_NO_DATA] = { "no-data", N_("There is no such record.") },
  [TLSRPT_OUTCOME_NO_DOMAIN] = { "no-domain", N_("This name does not exist in DNS.") },
  [TLSRPT_OUTCOME_SERVER_FAILURE] = {
    "server-failure",
    N_("The lookup failed. The domain’s name servers may be down, or its DNSSEC signatures invalid."),
  },
  [TLSRPT_OUTCOME_REFUSED] = {
    "refused",
    N_("The name server refused the query."),
  },
  [TLSRPT_OUTCOME_TIMED_OUT] = { "timed-out", N_("The name server did not answer in time.") },
  [TLSRPT_OUTCOME_NO_NETWORK] = {
    "no-network",
    N_("No name server could be reached. This computer may be offline."),
  },
  [TLSRPT_OUTCOME_TRUNCATED] = {
    "truncated",
    N_("The answer is too large for UDP, and the name server does not answer over TCP."),
  },
  [TLSRPT_OUTCOME_MALFORMED] = {
    "malformed",
    N_("The name server sent an invalid DNS answer."),
  },
  [TLSRPT_OUTCOME_TOO_LARGE] = {
    "too-large",
    N_("The answer contains too many records."),
  },
};

/**
 * tlsrpt_outcome_get_token:
 * @outcome: an outcome
 *
 * Gets the word for @outcome that programs read.
 *
 * Returns: the token
 */
const char *
tlsrpt_outcome_get_token (TlsrptOutcome outcome)
{
  g_return_val_if_fail ((gsize) outcome < G_N_ELEMENTS (outcomes), NULL);

  return outcomes[outcome].token;
}

/**
 * tlsrpt_outcome_get_message:
 * @outcome: an outcome
 *
 * Gets the sentence for @outcome that people read.
 *
 * Returns: the sentence, translated
 */
const char *
tlsrpt_outcome_get_message (TlsrptOutcome outcome)
{
  g_return_val_if_fail ((gsize) outcome < G_N_ELEMENTS (outcomes), NULL);

  return _(outcomes[outcome].message);
}

/**
 * tlsrpt_outcome_is_known:
 * @outcome: an outcome
 *
 * Tells a fact about a name from the lack of one.
 *
 * Returns: `TRUE` if DNS answered, even if there is nothing
 */
gboolean
tlsrpt_outcome_is_known (TlsrptOutcome outcome)
{
  return outcome <= TLSRPT_OUTCOME_NO_DOMAIN;
}
