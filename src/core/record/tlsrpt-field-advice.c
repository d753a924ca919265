/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-field-advice.h"

#include "tlsrpt-remark.h"
#include "tlsrpt-display.h"
#include "tlsrpt-finding.h"
#include "tlsrpt-host.h"
#include "tlsrpt-public-suffix.h"
#include "tlsrpt-text.h"
#include "tlsrpt-ttl.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * tlsrpt_field_advice_on_domain:
 * @domain: a policy domain in A-labels
 * @typed: what was typed
 * @advice: (element-type TlsrptRemark): where to append
 *
 * Looks at a policy domain: whether mail is likely to be sent to it, and whether
 * it is the one that was meant.
 */
void
tlsrpt_field_advice_on_domain (const char *domain,
                               const char *typed,
                               GPtrArray  *advice)
{
  g_autofree char *unicode = tlsrpt_host_to_unicode (domain);
  g_autofree char *shown = tlsrpt_display_isolate (unicode, -1);
  const char *registrable = tlsrpt_public_suffix_find_registrable (domain);
  g_autofree char *visible = tlsrpt_text_squeeze (typed, strlen (typed));
  gboolean is_lookalike = tlsrpt_host_is_lookalike (unicode);

  if (is_lookalike)
    g_ptr_array_add (advice,
                     tlsrpt_remark_new (TLSRPT_SEVERITY_WARNING, "lookalike-domain", NULL,
                                        /* Translators: the first %s is a domain name as people
                                         * read it, the second the same name in ASCII */
                                        _("“%s” contains look-alike letters. Its name in DNS is "
                                          "“%s”."),
                                        shown, domain));

  if (tlsrpt_public_suffix_is_one (domain))
    {
      g_ptr_array_add (advice,
                       tlsrpt_remark_new (TLSRPT_SEVERITY_WARNING, "public-suffix", NULL,
                                          /* Translators: %s is a domain name such as “co.uk” */
                                          _("“%s” is a public suffix, under which others register "
                                            "domains. Is part of the name missing?"),
                                          shown));
    }
  else if (registrable != NULL && !g_str_equal (registrable, domain))
    {
      g_autofree char *repair = tlsrpt_host_to_unicode (registrable);

      g_ptr_array_add (advice,
                       tlsrpt_remark_new (TLSRPT_SEVERITY_NOTE, "subdomain", repair,
                                          /* Translators: both %s are domain names, such as
                                           * “www.example.com” and “example.com” */
                                          _("This record covers only addresses at “%s”. “%s” needs "
                                            "its own record."),
                                          shown, repair));
    }

  /* The published name is not the typed one, so say no more. */
  if (is_lookalike)
    return;

  if (!g_str_equal (unicode, domain))
    g_ptr_array_add (advice,
                     tlsrpt_remark_new (TLSRPT_SEVERITY_NOTE, "internationalized-domain", NULL,
                                        /* Translators: the first %s is a domain name as people
                                         * read it, the second the same name in ASCII */
                                        _("“%s” is “%s” in DNS"), shown, domain));
  else if (!g_str_is_ascii (visible))
    g_ptr_array_add (advice,
                     tlsrpt_remark_new (TLSRPT_SEVERITY_NOTE, "mapped-domain", NULL,
                                        /* Translators: %s is a domain name */
                                        _("Your entry is read as “%s”"), domain));
}

/**
 * tlsrpt_field_advice_on_mail:
 * @uri: a mailto URI
 * @advice: (element-type TlsrptRemark): where to append
 *
 * Looks at what senders are known to do with an address.
 */
void
tlsrpt_field_advice_on_mail (const char *uri,
                             GPtrArray  *advice)
{
  if (strchr (uri, '%') != NULL)
    g_ptr_array_add (advice, tlsrpt_finding_code_to_remark (TLSRPT_FINDING_ENCODED_LOCAL_PART));
}

/**
 * tlsrpt_field_advice_on_endpoint:
 * @uri: an https URI
 * @advice: (element-type TlsrptRemark): where to append
 *
 * Looks at what senders are known to do with a URL.
 */
void
tlsrpt_field_advice_on_endpoint (const char *uri,
                                 GPtrArray  *advice)
{
  const char *authority = uri + strlen ("https://");

  if (strchr (uri, '=') != NULL)
    g_ptr_array_add (advice, tlsrpt_finding_code_to_remark (TLSRPT_FINDING_URL_EQUALS_SIGN));

  if (memchr (authority, ':', strcspn (authority, "/?")) != NULL)
    g_ptr_array_add (advice, tlsrpt_finding_code_to_remark (TLSRPT_FINDING_URL_PORT));
}

/**
 * tlsrpt_field_advice_on_ttl:
 * @ttl: a number of seconds
 * @advice: (element-type TlsrptRemark): where to append
 *
 * Says when a time to live is right, with the other one that can be (RFC 8460
 * section 7: a large one makes it hard to hide the record).
 */
void
tlsrpt_field_advice_on_ttl (const char *ttl,
                            GPtrArray  *advice)
{
  if (g_ascii_strtoull (ttl, NULL, 10) < TLSRPT_TTL_SETTLED)
    g_ptr_array_add (advice,
                     tlsrpt_remark_new (TLSRPT_SEVERITY_NOTE, "ttl-testing",
                                        G_STRINGIFY (TLSRPT_TTL_SETTLED),
                                        _("Good for testing. Once reports arrive, use one day, "
                                          "which makes the record harder to suppress.")));
  else
    g_ptr_array_add (advice,
                     tlsrpt_remark_new (TLSRPT_SEVERITY_NOTE, "ttl-settled",
                                        G_STRINGIFY (TLSRPT_TTL_TESTING),
                                        _("Good for production. While testing, use one hour so "
                                          "that mistakes can be corrected quickly.")));
}
