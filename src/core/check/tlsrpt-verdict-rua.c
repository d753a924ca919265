/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-verdict-advice.h"

#include "tlsrpt-display.h"

#include <glib/gi18n-lib.h>

static void
advise_on_destination (TlsrptVerdict *self,
                       TlsrptRua     *rua)
{
  g_autofree char *uri = tlsrpt_display_isolate (rua->uri, -1);
  g_autofree char *host = NULL;
  TlsrptOutcome outcome;

  if (rua->host == NULL)
    return;

  host = tlsrpt_display_isolate (rua->host, -1);

  switch (tlsrpt_rua_find_problem (rua))
    {
    case TLSRPT_RUA_NO_DOMAIN:
      tlsrpt_verdict_warn (self, "rua-no-mail",
                           /* Translators: the first %s is an address, the second its domain */
                           _("Reports to “%s” are lost: the domain “%s” does not exist in DNS."),
                           uri, host);
      break;

    case TLSRPT_RUA_NO_MAIL:
      tlsrpt_verdict_warn (self, "rua-no-mail",
                           /* Translators: the first %s is an address, the second its domain */
                           _("Reports to “%s” are lost: the domain “%s” has no mail server."), uri,
                           host);
      break;

    case TLSRPT_RUA_NULL_MX:
      tlsrpt_verdict_warn (self, "rua-no-mail",
                           /* Translators: the first %s is an address, the second its domain */
                           _("Reports to “%s” are lost: the domain “%s” does not accept mail."), uri,
                           host);
      break;

    case TLSRPT_RUA_NO_ADDRESS:
      tlsrpt_verdict_warn (self, "rua-no-address",
                           /* Translators: the first %s is a URL, the second its host */
                           _("Reports to “%s” are lost: the host “%s” has no address in DNS."), uri,
                           host);
      break;

    case TLSRPT_RUA_UNKNOWN:
      outcome = tlsrpt_answer_get_outcome (tlsrpt_rua_get_answer (rua));
      tlsrpt_verdict_warn (self, "rua-unknown",
                           /* Translators: the first %s is an address or a URL, the second its
                            * host, the third a sentence that says why */
                           _("Whether reports can arrive at “%s” is unknown: the lookup of “%s” "
                             "failed. %s"),
                           uri, host, tlsrpt_outcome_get_message (outcome));
      break;

    case TLSRPT_RUA_GOOD:
    default:
      break;
    }
}

/**
 * tlsrpt_verdict_advise_on_destinations:
 * @self: a verdict in the making
 *
 * Adds advice on destinations at which no report can arrive.
 */
void
tlsrpt_verdict_advise_on_destinations (TlsrptVerdict *self)
{
  GPtrArray *list = self->published->rua;

  for (guint i = 0; i < list->len; i++)
    advise_on_destination (self, g_ptr_array_index (list, i));
}
