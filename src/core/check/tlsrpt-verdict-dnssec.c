/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-verdict-advice.h"

#include "tlsrpt-display.h"

#include <glib/gi18n-lib.h>

/* The first of the answers that signatures keep back stands for the others, which are
 * in the same zone for the most part. */
static void
advise_on_first (TlsrptVerdict       *self,
                 TlsrptAnswer *const *answers,
                 gsize                n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;

      if (!tlsrpt_answer_is_bogus (answers[i]))
        continue;

      name = tlsrpt_display_isolate (tlsrpt_answer_get_name (answers[i]), -1);
      tlsrpt_verdict_warn (self, "dnssec-broken",
                           /* Translators: %s is a name in DNS */
                           _("The DNSSEC signatures of “%s” are invalid: the name server answers "
                             "only when it does not check them. Senders that check them get no "
                             "answer, and may report dnssec-invalid."),
                           name);
      return;
    }
}

/**
 * tlsrpt_verdict_advise_on_signatures:
 * @self: a verdict in the making
 *
 * Adds advice on zones whose signatures are invalid: that of the domain, and those of
 * its mail servers and destinations.
 */
void
tlsrpt_verdict_advise_on_signatures (TlsrptVerdict *self)
{
  TlsrptPublished *published = self->published;
  TlsrptAnswer *const own[] = { published->record, published->mx, published->sts_record,
                                published->ipv4, published->ipv6 };

  advise_on_first (self, own, G_N_ELEMENTS (own));

  for (guint i = 0; i < published->mail_servers->len; i++)
    {
      TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, i);
      TlsrptAnswer *const answers[] = { server->ipv4, server->ipv6, server->tlsa,
                                        server->expanded_tlsa };

      advise_on_first (self, answers, G_N_ELEMENTS (answers));
    }

  for (guint i = 0; i < published->rua->len; i++)
    {
      TlsrptRua *rua = g_ptr_array_index (published->rua, i);
      TlsrptAnswer *const answers[] = { rua->mx, rua->ipv4, rua->ipv6 };

      advise_on_first (self, answers, G_N_ELEMENTS (answers));
    }
}
