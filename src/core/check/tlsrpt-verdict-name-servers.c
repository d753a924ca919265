/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-verdict-advice.h"

#include "tlsrpt-display.h"

#include <glib/gi18n-lib.h>

/* How long the answer that a cache gave may stay there. */
static guint32
find_ttl (TlsrptAnswer *answer)
{
  guint32 ttl = 0;

  for (gsize i = 0; i < tlsrpt_answer_get_n_resources (answer); i++)
    ttl = MAX (ttl, tlsrpt_answer_get_resource (answer, i)->ttl);

  return ttl;
}

static void
advise_on_cache (TlsrptVerdict *self,
                 const char    *host)
{
  guint32 ttl = find_ttl (self->published->record);

  if (ttl > 0)
    tlsrpt_verdict_warn (self, "cached",
                         g_dngettext (GETTEXT_PACKAGE,
                                      /* Translators: %s is a host, %u a number */
                                      "“%s” already has a different record. Caches may "
                                      "keep the previous one for another %u second.",
                                      "“%s” already has a different record. Caches may "
                                      "keep the previous one for another %u seconds.",
                                      ttl),
                         host, ttl);
  else
    tlsrpt_verdict_warn (self, "cached",
                         /* Translators: %s is a host */
                         _("“%s” already has a record. Caches may still report for a "
                           "while that there is none."),
                         host);
}

/* One that has no address, or does not know the zone. */
static void
advise_on_silent (TlsrptVerdict   *self,
                  TlsrptAuthority *authority,
                  const char      *host)
{
  if (authority->record == NULL && (tlsrpt_answer_has_failed (authority->ipv4) ||
                                    tlsrpt_answer_has_failed (authority->ipv6)))
    tlsrpt_verdict_warn (self, "name-server",
                         /* Translators: %s is a host */
                         _("The lookup of the addresses of the name server “%s” failed, so it was "
                           "not queried."),
                         host);
  else
    tlsrpt_verdict_warn (self, "name-server",
                         /* Translators: %s is a host */
                         _("The name server “%s” does not answer for this zone."), host);
}

/**
 * tlsrpt_verdict_advise_on_name_servers:
 * @self: a verdict in the making
 *
 * Adds advice on what the authoritative servers say, if they were asked.
 */
void
tlsrpt_verdict_advise_on_name_servers (TlsrptVerdict *self)
{
  TlsrptPublished *published = self->published;
  TlsrptAuthority *first = NULL;

  for (guint i = 0; i < published->authorities->len; i++)
    {
      TlsrptAuthority *authority = g_ptr_array_index (published->authorities, i);
      g_autofree char *host = tlsrpt_display_isolate (authority->host, -1);

      if (authority->record == NULL ||
          !tlsrpt_outcome_is_known (tlsrpt_answer_get_outcome (authority->record)) ||
          !tlsrpt_answer_is_authoritative (authority->record))
        {
          advise_on_silent (self, authority, host);
          continue;
        }

      /* A server cannot know what an alias leads to in a zone that it does not serve. */
      if (tlsrpt_answer_get_aliases (authority->record)[0] != NULL)
        continue;

      if (first == NULL)
        {
          first = authority;
          if (self->presence != TLSRPT_PRESENCE_UNKNOWN &&
              !tlsrpt_answer_has_same_texts (authority->record, published->record))
            advise_on_cache (self, host);
        }
      else if (!tlsrpt_answer_has_same_texts (authority->record, first->record))
        {
          tlsrpt_verdict_warn (self, "name-servers-differ",
                               /* Translators: %s is a host */
                               _("The name server “%s” returns a different record. It may "
                                 "not be up to date yet."),
                               host);
        }
    }
}
