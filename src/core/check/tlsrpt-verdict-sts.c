/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-verdict-advice.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"

#include <glib/gi18n-lib.h>

static void
advise_on_policy (TlsrptVerdict   *self,
                  TlsrptStsPolicy *policy)
{
  TlsrptPublished *published = self->published;
  TlsrptStsFlaws flaws = tlsrpt_sts_policy_get_flaws (policy);

  for (guint i = 0; i < published->mail_servers->len; i++)
    {
      TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, i);
      g_autofree char *host = tlsrpt_display_isolate (server->host, -1);

      if (tlsrpt_sts_policy_get_mode (policy) != TLSRPT_STS_MODE_NONE &&
          !tlsrpt_sts_policy_allows (policy, server->host))
        tlsrpt_verdict_warn (self, "sts-mx",
                             /* Translators: %s is a host */
                             _("The MTA-STS policy does not list the mail server “%s”. "
                               "Once the policy is enforced, senders must not deliver to "
                               "it."),
                             host);
    }

  if (flaws & TLSRPT_STS_FLAW_BLANK_LINE)
    tlsrpt_verdict_warn (self, "sts-blank-line",
                         _("The MTA-STS policy has an empty line, so strict senders "
                           "reject it."));
  if (flaws & TLSRPT_STS_FLAW_REPEATED)
    tlsrpt_verdict_warn (self, "sts-repeated",
                         _("The MTA-STS policy has a field twice. Senders use the first."));
  if (flaws & TLSRPT_STS_FLAW_SHORT)
    tlsrpt_verdict_note (self, "sts-short",
                         _("The MTA-STS policy expires within a day. A few weeks protect "
                           "better; change the id whenever the policy changes."));
}

static void
warn_of_failure (TlsrptVerdict *self,
                 TlsrptOutcome  outcome)
{
  /* Without a network that is said already, of the record. */
  if (outcome != TLSRPT_OUTCOME_NO_NETWORK)
    tlsrpt_verdict_warn (self, "sts-unknown",
                         /* Translators: %s is a sentence that says why */
                         _("The MTA-STS record could not be looked up. %s"),
                         tlsrpt_outcome_get_message (outcome));
}

/**
 * tlsrpt_verdict_advise_on_sts:
 * @self: a verdict in the making
 *
 * Adds advice on the MTA-STS record and policy.
 *
 * Returns: whether senders may have something to check, or nobody knows
 */
gboolean
tlsrpt_verdict_advise_on_sts (TlsrptVerdict *self)
{
  TlsrptPublished *published = self->published;
  const GError *error = published->sts_error;

  if (published->sts_policy != NULL)
    {
      advise_on_policy (self, published->sts_policy);
      return tlsrpt_sts_policy_get_mode (published->sts_policy) != TLSRPT_STS_MODE_NONE;
    }

  if (tlsrpt_answer_has_failed (published->sts_record))
    warn_of_failure (self, tlsrpt_answer_get_outcome (published->sts_record));
  else if (published->sts_id == NULL && g_error_matches (error, TLSRPT_ERROR, TLSRPT_ERROR_EMPTY))
    return FALSE;
  else if (g_error_matches (error, TLSRPT_ERROR, TLSRPT_ERROR_STS_LOOKUP))
    tlsrpt_verdict_warn (self, "sts-unknown",
                         /* Translators: %s is a sentence or two */
                         _("The MTA-STS policy could not be fetched. %s"), error->message);
  else
    tlsrpt_verdict_warn (self, published->sts_id != NULL ? "sts-policy" : "sts-record",
                         /* Translators: %s is a sentence without a full stop */
                         _("MTA-STS does not work: %s."), error->message);

  return TRUE;
}
