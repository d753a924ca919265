/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-field-kind.h"

#include "tlsrpt-destination.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-field-advice.h"
#include "tlsrpt-mail-host.h"
#include "tlsrpt-ttl.h"

G_DEFINE_ENUM_TYPE (TlsrptFieldKind, tlsrpt_field_kind,
                    G_DEFINE_ENUM_VALUE (TLSRPT_FIELD_DOMAIN, "domain"),
                    G_DEFINE_ENUM_VALUE (TLSRPT_FIELD_MAIL, "mail"),
                    G_DEFINE_ENUM_VALUE (TLSRPT_FIELD_ENDPOINT, "endpoint"),
                    G_DEFINE_ENUM_VALUE (TLSRPT_FIELD_MAIL_HOST, "mail-host"),
                    G_DEFINE_ENUM_VALUE (TLSRPT_FIELD_ZONE, "zone"),
                    G_DEFINE_ENUM_VALUE (TLSRPT_FIELD_TTL, "ttl"))

static char *
ttl_to_value (const char  *text,
              GError     **error)
{
  guint ttl;

  return tlsrpt_ttl_parse (text, &ttl, error) ? g_strdup_printf ("%u", ttl) : NULL;
}

/**
 * tlsrpt_field_kind_guess:
 * @destination: what was typed as a report destination
 *
 * Tells which of the two kinds of destinations is meant.
 *
 * Returns: `TLSRPT_FIELD_ENDPOINT` for a URL, else `TLSRPT_FIELD_MAIL`
 */
TlsrptFieldKind
tlsrpt_field_kind_guess (const char *destination)
{
  return tlsrpt_destination_is_url (destination) ? TLSRPT_FIELD_ENDPOINT : TLSRPT_FIELD_MAIL;
}

/**
 * tlsrpt_field_kind_to_value:
 * @kind: a kind of input
 * @text: what was typed
 * @domain: (nullable): the domain that a zone has to contain
 * @error: return location for an error
 *
 * Converts what was typed to what is meant.
 *
 * Returns: (transfer full) (nullable): the value
 */
char *
tlsrpt_field_kind_to_value (TlsrptFieldKind   kind,
                            const char       *text,
                            const char       *domain,
                            GError          **error)
{
  switch (kind)
    {
    case TLSRPT_FIELD_DOMAIN:
      return tlsrpt_domain_to_ascii (text, error);

    case TLSRPT_FIELD_MAIL:
      return tlsrpt_destination_from_address (text, error);

    case TLSRPT_FIELD_ENDPOINT:
      return tlsrpt_destination_from_url (text, error);

    case TLSRPT_FIELD_MAIL_HOST:
      return tlsrpt_mail_host_to_ascii (text, error);

    case TLSRPT_FIELD_ZONE:
      return tlsrpt_domain_zone_to_ascii (text, domain, error);

    case TLSRPT_FIELD_TTL:
      return ttl_to_value (text, error);

    default:
      g_assert_not_reached ();
    }
}

/**
 * tlsrpt_field_kind_advise:
 * @kind: a kind of input
 * @value: what is meant
 * @text: what was typed
 * @advice: (element-type TlsrptRemark): where to append
 *
 * Says what to mind although the input is right.
 */
void
tlsrpt_field_kind_advise (TlsrptFieldKind  kind,
                          const char      *value,
                          const char      *text,
                          GPtrArray       *advice)
{
  switch (kind)
    {
    case TLSRPT_FIELD_DOMAIN:
      tlsrpt_field_advice_on_domain (value, text, advice);
      break;

    case TLSRPT_FIELD_MAIL:
      tlsrpt_field_advice_on_mail (value, advice);
      break;

    case TLSRPT_FIELD_ENDPOINT:
      tlsrpt_field_advice_on_endpoint (value, advice);
      break;

    case TLSRPT_FIELD_MAIL_HOST:
    case TLSRPT_FIELD_ZONE:
      /* It is not published. */
      break;

    case TLSRPT_FIELD_TTL:
      tlsrpt_field_advice_on_ttl (value, advice);
      break;

    default:
      g_assert_not_reached ();
    }
}
