/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-verdict-advice.h"

#include <glib/gi18n-lib.h>

static void
warn_of_failure (TlsrptVerdict *self,
                 TlsrptAnswer  *answer)
{
  TlsrptOutcome outcome = tlsrpt_answer_get_outcome (answer);

  /* Without a network that is said already, of the record. */
  if (outcome != TLSRPT_OUTCOME_NO_NETWORK)
    tlsrpt_verdict_warn (self, "mx-unknown",
                         /* Translators: %s is a sentence that says why */
                         _("The mail servers of the domain could not be looked up. %s"),
                         tlsrpt_outcome_get_message (outcome));
}

/**
 * tlsrpt_verdict_advise_on_mail:
 * @self: a verdict in the making
 *
 * Adds advice on whether the domain accepts mail.
 *
 * Returns: `FALSE` if there is nothing that senders could report on
 */
gboolean
tlsrpt_verdict_advise_on_mail (TlsrptVerdict *self)
{
  TlsrptPublished *published = self->published;

  switch (tlsrpt_answer_get_outcome (published->mx))
    {
    case TLSRPT_OUTCOME_NO_DOMAIN:
      tlsrpt_verdict_warn (self, "no-such-domain",
                           _("The domain does not exist in DNS. Check the spelling."));
      return FALSE;

    case TLSRPT_OUTCOME_NO_DATA:
      if (tlsrpt_published_has_implicit_mx (published))
        {
          tlsrpt_verdict_note (self, "implicit-mx",
                               _("No MX record: mail is delivered to the domain itself."));
          return TRUE;
        }

      if (!tlsrpt_published_takes_no_mail (published))
        {
          warn_of_failure (self, tlsrpt_answer_has_failed (published->ipv4) ? published->ipv4
                                                                            : published->ipv6);
          return TRUE;
        }

      tlsrpt_verdict_note (self, "no-mail",
                           _("The domain has no mail server, so no record is needed."));
      return FALSE;

    case TLSRPT_OUTCOME_ANSWER:
      if (!tlsrpt_published_has_null_mx (published))
        return TRUE;

      tlsrpt_verdict_note (self, "no-mail",
                           _("The domain does not accept mail, so no record is needed."));
      return FALSE;

    default:
      warn_of_failure (self, published->mx);
      return TRUE;
    }
}
