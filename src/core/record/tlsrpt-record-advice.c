/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-record-advice.h"

#include "tlsrpt-remark.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-finding.h"
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
 * tlsrpt_record_append_advice:
 * @domain: the policy domain in A-labels
 * @uris: (array zero-terminated=1): the destinations
 * @n_duplicates: how many destinations were left out as duplicates
 * @value: the record's value
 * @advice: (element-type TlsrptRemark): where to append
 *
 * Says what senders and DNS panels are known to do with a record that is right.
 */
void
tlsrpt_record_append_advice (const char        *domain,
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
    g_ptr_array_add (advice, tlsrpt_finding_code_to_remark (TLSRPT_FINDING_NO_MAIL_ADDRESS));

  if (n_duplicates > 0)
    g_ptr_array_add (advice, tlsrpt_finding_code_to_remark (TLSRPT_FINDING_DUPLICATE_DESTINATION));

  if (n_uris > 1)
    g_ptr_array_add (advice, tlsrpt_finding_code_to_remark (TLSRPT_FINDING_SEVERAL_DESTINATIONS));

  if (external != NULL)
    g_ptr_array_add (advice,
                     tlsrpt_remark_new (TLSRPT_SEVERITY_NOTE, "external-domain", NULL,
                                        /* Translators: the first %s is the domain that the
                                         * reports are about, the second where they are sent */
                                        _("Reports about “%s” go to “%s”. Unlike DMARC, TLS-RPT "
                                          "needs no authorization record for this."),
                                        domain, external));

  if (length > TLSRPT_LIMIT_VALUE_UDP)
    g_ptr_array_add (advice, tlsrpt_finding_code_to_remark (TLSRPT_FINDING_VALUE_OVER_UDP));

  if (length > TLSRPT_LIMIT_TXT_STRING)
    g_ptr_array_add (advice, tlsrpt_finding_code_to_remark (TLSRPT_FINDING_VALUE_OVER_STRING));
}
