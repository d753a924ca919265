/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-record-advice.h"

#include "tlsrpt-advice.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-public-suffix.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAILTO "mailto:"

/* The first address whose domain is not the policy domain's: people who know
 * DMARC look for a record that permits it. */
static const char *
find_external (const char        *domain,
               const char *const *uris)
{
  const char *registrable = tlsrpt_public_suffix_find_registrable (domain);

  if (registrable == NULL)
    registrable = domain;

  for (gsize i = 0; uris[i] != NULL; i++)
    {
      const char *host = strrchr (uris[i], '@');

      if (g_str_has_prefix (uris[i], MAILTO) && host != NULL &&
          !tlsrpt_domain_is_within (host + 1, registrable))
        return host + 1;
    }

  return NULL;
}

/**
 * tlsrpt_record_advice:
 * @domain: the policy domain in A-labels
 * @uris: (array zero-terminated=1): the destinations
 * @n_duplicates: how many destinations were left out as duplicates
 * @value: the record's value
 * @advice: (element-type TlsrptAdvice): where to append
 *
 * Says what senders and DNS panels are known to do with a record that is right.
 */
void
tlsrpt_record_advice (const char        *domain,
                      const char *const *uris,
                      gsize              n_duplicates,
                      const char        *value,
                      GPtrArray         *advice)
{
  const char *external = find_external (domain, uris);
  gsize length = strlen (value);
  gsize n_uris = 0;
  gsize n_mail = 0;

  for (; uris[n_uris] != NULL; n_uris++)
    n_mail += g_str_has_prefix (uris[n_uris], MAILTO);

  if (n_mail == 0)
    g_ptr_array_add (advice,
                     tlsrpt_advice_new (TLSRPT_ADVICE_WARNING, "no-mail-address", NULL,
                                        _("Some senders report only by mail: add a mail address")));

  if (n_duplicates > 0)
    g_ptr_array_add (advice,
                     tlsrpt_advice_new (TLSRPT_ADVICE_NOTE, "duplicate-destination", NULL,
                                        /* Translators: %d is a number of destinations */
                                        ngettext ("%d destination is repeated and appears in the "
                                                  "record only once",
                                                  "%d destinations are repeated and appear in the "
                                                  "record only once",
                                                  n_duplicates),
                                        (int) n_duplicates));

  if (n_uris > 1)
    g_ptr_array_add (advice,
                     tlsrpt_advice_new (TLSRPT_ADVICE_NOTE, "several-destinations", NULL,
                                        _("Some senders report only to the first destination: put "
                                          "the most important one first")));

  if (external != NULL)
    g_ptr_array_add (advice,
                     tlsrpt_advice_new (TLSRPT_ADVICE_NOTE, "external-domain", NULL,
                                        /* Translators: both %s are domain names */
                                        _("“%s” receives reports about “%s”: unlike DMARC, TLS-RPT "
                                          "asks for no record that permits it"),
                                        external, domain));

  if (length > TLSRPT_LIMIT_VALUE_UDP)
    g_ptr_array_add (advice,
                     tlsrpt_advice_new (TLSRPT_ADVICE_WARNING, "value-over-udp", NULL,
                                        /* Translators: %d is a number of octets */
                                        _("A value of %d octets may not fit into a DNS answer over "
                                          "UDP: some senders may not see it"),
                                        (int) length));

  if (length > TLSRPT_LIMIT_TXT_STRING)
    g_ptr_array_add (advice,
                     tlsrpt_advice_new (TLSRPT_ADVICE_NOTE, "value-over-string", NULL,
                                        /* Translators: both %d are numbers of octets */
                                        _("A value of %d octets is published as several strings of "
                                          "at most %d: some DNS panels want you to split it"),
                                        (int) length, TLSRPT_LIMIT_TXT_STRING));
}
