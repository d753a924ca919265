/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-dane.h"

#include "tlsrpt-tlsa.h"

/* The words of RFC 7218. */
#define USAGE_DANE_EE 3
#define SELECTOR_SPKI 1
#define MATCHING_FULL 0
#define MATCHING_SHA256 1

/* The longest digest, which is that of SHA-512. */
#define MAX_DIGEST 64

static void
tlsa_free (TlsrptTlsa *tlsa)
{
  g_bytes_unref (tlsa->data);
  g_free (tlsa);
}

/**
 * tlsrpt_tlsa_dup_usable:
 * @answer: TLSA records
 *
 * Gets the records that senders can use.
 *
 * Returns: (transfer full) (element-type TlsrptTlsa): the records
 */
GPtrArray *
tlsrpt_tlsa_dup_usable (TlsrptAnswer *answer)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsa_free);

  for (gsize i = 0; i < tlsrpt_answer_get_n_resources (answer); i++)
    {
      const TlsrptResource *resource = tlsrpt_answer_get_resource (answer, i);
      TlsrptTlsa *tlsa;

      if (tlsrpt_tlsa_find_fault (resource) != TLSRPT_TLSA_USABLE)
        continue;

      tlsa = g_new (TlsrptTlsa, 1);
      tlsa->usage = resource->usage;
      tlsa->selector = resource->selector;
      tlsa->matching = resource->matching;
      tlsa->data = g_bytes_ref (resource->data);
      g_ptr_array_add (records, tlsa);
    }

  return records;
}

/* RFC 6698 section 2.1. */
static gboolean
matches (const TlsrptTlsa        *tlsa,
         const TlsrptCertificate *certificate)
{
  GBytes *octets = tlsa->selector == SELECTOR_SPKI ? certificate->spki : certificate->der;
  g_autoptr (GChecksum) checksum = NULL;
  g_autoptr (GBytes) digest = NULL;
  guint8 buffer[MAX_DIGEST];
  gsize length = sizeof buffer;

  if (octets == NULL)
    return FALSE;

  if (tlsa->matching == MATCHING_FULL)
    return g_bytes_equal (tlsa->data, octets);

  checksum = g_checksum_new (tlsa->matching == MATCHING_SHA256 ? G_CHECKSUM_SHA256
                                                               : G_CHECKSUM_SHA512);
  g_checksum_update (checksum, g_bytes_get_data (octets, NULL), (gssize) g_bytes_get_size (octets));
  g_checksum_get_digest (checksum, buffer, &length);
  digest = g_bytes_new (buffer, length);

  return g_bytes_equal (tlsa->data, digest);
}

/* The authority that the record names among what the server sent, or in the record
 * itself: its digest alone proves nothing (RFC 7671 section 5.2). */
static TlsrptCertificate *
find_anchor (const TlsrptTlsa   *tlsa,
             GPtrArray          *chain,
             TlsrptCertificate **own)
{
  for (guint i = 1; i < chain->len; i++)
    {
      if (matches (tlsa, g_ptr_array_index (chain, i)))
        return g_ptr_array_index (chain, i);
    }

  if (tlsa->matching != MATCHING_FULL || tlsa->selector == SELECTOR_SPKI)
    return NULL;

  *own = tlsrpt_certificate_new (g_bytes_get_data (tlsa->data, NULL),
                                 g_bytes_get_size (tlsa->data));

  return *own;
}

/**
 * tlsrpt_dane_match:
 * @records: (element-type TlsrptTlsa): TLSA records that senders can use
 * @chain: (element-type TlsrptCertificate): what the server sent, its own first
 * @hosts: names of the server, of which one is enough
 * @time: when, in seconds since 1970
 *
 * Compares certificates with TLSA records as senders do (RFC 7672 section 3.1): with
 * usage 3, neither names nor dates count; with usage 2, all do.
 *
 * Returns: how they fit together
 */
TlsrptDaneMatch
tlsrpt_dane_match (GPtrArray         *records,
                   GPtrArray         *chain,
                   const char *const *hosts,
                   gint64             time)
{
  TlsrptDaneMatch match = { .n_usable = records->len };

  for (guint i = 0; i < records->len && chain->len > 0; i++)
    {
      const TlsrptTlsa *tlsa = g_ptr_array_index (records, i);
      g_autoptr (TlsrptCertificate) own = NULL;
      TlsrptCertificate *anchor;
      TlsrptPkixFlags flags = 0;

      if (tlsa->usage == USAGE_DANE_EE)
        {
          if (!matches (tlsa, g_ptr_array_index (chain, 0)))
            continue;
        }
      else
        {
          anchor = find_anchor (tlsa, chain, &own);
          if (anchor == NULL)
            continue;

          flags = tlsrpt_chain_judge (chain, anchor, hosts, time);
          /* What it did not sign does not match. */
          if (flags & TLSRPT_PKIX_NOT_TRUSTED)
            continue;
        }

      /* One that is right is enough. */
      if (match.n_matched++ == 0)
        match.flags = flags;
      else if (flags == 0)
        match.flags = 0;
    }

  return match;
}
