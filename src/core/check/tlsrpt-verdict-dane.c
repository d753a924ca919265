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

static gboolean
is_insecure (TlsrptAnswer *answer)
{
  return answer != NULL && tlsrpt_answer_get_n_resources (answer) > 0 &&
         !tlsrpt_answer_is_authenticated (answer);
}

/* Who does not know the name or the address of the server for sure does not ask for its
 * TLSA records, or does not trust them (RFC 7672 section 2.2). */
static void
advise_on_way (TlsrptVerdict    *self,
               TlsrptMailServer *server,
               const char       *host)
{
  TlsrptPublished *published = self->published;
  TlsrptAnswer *addresses[2];

  tlsrpt_published_get_addresses (published, server, addresses);

  if (is_insecure (published->mx))
    tlsrpt_verdict_warn (self, "dane-insecure",
                         /* Translators: %s is a host */
                         _("The TLSA records of “%s” are confirmed with DNSSEC, but the MX records "
                           "of the domain are not, so senders may not use them."),
                         host);
  else if (is_insecure (addresses[0]) || is_insecure (addresses[1]))
    tlsrpt_verdict_warn (self, "dane-insecure",
                         /* Translators: %s is a host */
                         _("The TLSA records of “%s” are confirmed with DNSSEC, but its addresses "
                           "are not, so senders do not use them."),
                         host);
}

static void
advise_on_records (TlsrptVerdict    *self,
                   TlsrptMailServer *server,
                   TlsrptAnswer     *tlsa,
                   const char       *host)
{
  advise_on_faults (self, tlsa, host);

  if (tlsrpt_tlsa_count_usable (tlsa) == 0)
    tlsrpt_verdict_warn (self, "tlsa-unusable",
                         /* Translators: %s is a host */
                         _("None of the TLSA records of “%s” is usable, so senders do not "
                           "authenticate this server."),
                         host);
  else if (!tlsrpt_answer_is_authenticated (tlsa))
    tlsrpt_verdict_note (self, "tlsa-dnssec",
                         /* Translators: %s is a host */
                         _("The queried name server does not confirm the TLSA records of “%s” "
                           "with DNSSEC. Senders use them only if the zone is signed."),
                         host);
  else
    advise_on_way (self, server, host);
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
  gboolean is_unknown = tlsrpt_answer_has_failed (published->mx);
  const char *without = NULL;
  guint n_with = 0;

  for (guint i = 0; i < published->mail_servers->len; i++)
    {
      TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, i);
      TlsrptAnswer *tlsa = tlsrpt_mail_server_get_tlsa (server);
      TlsrptOutcome outcome = tlsrpt_answer_get_outcome (tlsa);
      g_autofree char *host = tlsrpt_display_isolate (server->host, -1);

      if (!tlsrpt_outcome_is_known (outcome))
        {
          is_unknown = TRUE;
          /* RFC 7672 section 2.1. */
          tlsrpt_verdict_warn (self, "tlsa-unknown",
                               /* Translators: the first %s is a host, the second a sentence
                                * that says why */
                               _("The TLSA records of “%s” could not be looked up. If this is true "
                                 "for senders too, those that use DANE delay mail to this "
                                 "server. %s"),
                               host, tlsrpt_outcome_get_message (outcome));
        }
      else if (outcome == TLSRPT_OUTCOME_ANSWER)
        {
          n_with++;
          advise_on_records (self, server, tlsa, host);
        }
      else if (without == NULL)
        {
          without = server->host;
        }
    }

  if (n_with > 0 && without != NULL)
    {
      g_autofree char *host = tlsrpt_display_isolate (without, -1);

      tlsrpt_verdict_note (self, "dane-partial",
                           /* Translators: %s is a host */
                           _("“%s” has no TLSA records, unlike other mail servers of the domain. "
                             "DANE does not protect mail that goes there."),
                           host);
    }

  return is_unknown || n_with > 0;
}
