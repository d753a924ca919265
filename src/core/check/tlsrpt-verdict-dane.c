/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-verdict-advice.h"

#include "tlsrpt-display.h"
#include "tlsrpt-tlsa.h"

#include <glib/gi18n-lib.h>

/* The first record with each fault stands for the others that have it. */
static void
advise_on_faults (TlsrptVerdict *self,
                  TlsrptAnswer  *tlsa,
                  const char    *host)
{
  gboolean is_told[TLSRPT_TLSA_N_FAULTS] = { FALSE, };

  is_told[TLSRPT_TLSA_USABLE] = TRUE;
  for (gsize i = 0; i < tlsrpt_answer_get_n_resources (tlsa); i++)
    {
      const TlsrptResource *record = tlsrpt_answer_get_resource (tlsa, i);
      TlsrptTlsaFault fault = tlsrpt_tlsa_find_fault (record);
      g_autofree char *message = NULL;

      if (is_told[fault])
        continue;

      is_told[fault] = TRUE;
      message = tlsrpt_tlsa_dup_fault (record, host);
      tlsrpt_verdict_warn (self, tlsrpt_tlsa_fault_get_code (fault), "%s", message);
    }
}

static void
advise_on_records (TlsrptVerdict    *self,
                   TlsrptMailServer *server,
                   const char       *host)
{
  advise_on_faults (self, server->tlsa, host);

  if (tlsrpt_tlsa_count_usable (server->tlsa) == 0)
    tlsrpt_verdict_warn (self, "tlsa-unusable",
                         /* Translators: %s is a host */
                         _("None of the TLSA records of “%s” is usable, so senders do not "
                           "authenticate this server."),
                         host);
  else if (!tlsrpt_answer_is_authenticated (server->tlsa))
    tlsrpt_verdict_note (self, "tlsa-dnssec",
                         /* Translators: %s is a host */
                         _("The queried name server does not confirm the TLSA records of “%s” "
                           "with DNSSEC. Senders use them only if the zone is signed."),
                         host);
}

/**
 * tlsrpt_verdict_advise_on_dane:
 * @self: a verdict in the making
 *
 * Adds advice on the TLSA records of the mail servers.
 *
 * Returns: whether senders may have something to check, or nobody knows
 */
gboolean
tlsrpt_verdict_advise_on_dane (TlsrptVerdict *self)
{
  TlsrptPublished *published = self->published;
  gboolean has_dane = tlsrpt_answer_has_failed (published->mx);

  for (guint i = 0; i < published->mail_servers->len; i++)
    {
      TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, i);
      TlsrptOutcome outcome = tlsrpt_answer_get_outcome (server->tlsa);
      g_autofree char *host = tlsrpt_display_isolate (server->host, -1);

      if (!tlsrpt_outcome_is_known (outcome))
        {
          has_dane = TRUE;
          /* RFC 7672 section 2.1. */
          tlsrpt_verdict_warn (self, "tlsa-unknown",
                               /* Translators: the first %s is a host, the second a sentence
                                * that says why */
                               _("The TLSA records of “%s” could not be looked up. If this goes "
                                 "for senders too, those that use DANE delay mail to this "
                                 "server. %s"),
                               host, tlsrpt_outcome_get_message (outcome));
        }
      else if (outcome == TLSRPT_OUTCOME_ANSWER)
        {
          has_dane = TRUE;
          advise_on_records (self, server, host);
        }
    }

  return has_dane;
}
