/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-chain.h"

#include "tlsrpt-limits.h"

#include <glib/gi18n-lib.h>
#include <gnutls/x509.h>

static gpointer
load_system_trust (gpointer data)
{
  gnutls_x509_trust_list_t list;

  if (gnutls_x509_trust_list_init (&list, 0) < 0)
    return NULL;

  /* Without any authority, nothing is trusted. */
  gnutls_x509_trust_list_add_system_trust (list, 0, 0);

  return list;
}

/* It does not change, so that threads can share it. */
static gnutls_x509_trust_list_t
get_system_trust (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_system_trust, NULL);
}

static gnutls_x509_crt_t
import (TlsrptCertificate *certificate)
{
  gsize length;
  const guint8 *octets = g_bytes_get_data (certificate->der, &length);
  gnutls_datum_t datum = { (unsigned char *) octets, (unsigned int) length };
  gnutls_x509_crt_t imported;

  if (gnutls_x509_crt_init (&imported) < 0)
    return NULL;

  if (gnutls_x509_crt_import (imported, &datum, GNUTLS_X509_FMT_DER) >= 0)
    return imported;

  gnutls_x509_crt_deinit (imported);

  return NULL;
}

static TlsrptPkixFlags
judge_dates (gnutls_x509_crt_t certificate,
             gint64            time)
{
  if (time > gnutls_x509_crt_get_expiration_time (certificate))
    return TLSRPT_PKIX_EXPIRED;

  return time < gnutls_x509_crt_get_activation_time (certificate) ? TLSRPT_PKIX_NOT_YET : 0;
}

/* The next on the way up among those that the server sent, in whatever order. */
static gnutls_x509_crt_t
find_issuer (gnutls_x509_crt_t *chain,
             guint              n_chain,
             gnutls_x509_crt_t  certificate)
{
  for (guint i = 0; i < n_chain; i++)
    {
      if (chain[i] != certificate && gnutls_x509_crt_check_issuer (certificate, chain[i]))
        return chain[i];
    }

  return NULL;
}

/* Those that matter are the ones on the way to an authority, and that itself: servers
 * send others, too. */
static TlsrptPkixFlags
judge_all_dates (gnutls_x509_trust_list_t  trust,
                 gnutls_x509_crt_t        *chain,
                 guint                     n_chain,
                 gint64                    time)
{
  gnutls_x509_crt_t certificate = chain[0];
  TlsrptPkixFlags flags = 0;

  for (guint i = 0; i < n_chain && certificate != NULL; i++)
    {
      gnutls_x509_crt_t authority;

      flags |= judge_dates (certificate, time);
      if (gnutls_x509_trust_list_get_issuer (trust, certificate, &authority,
                                             GNUTLS_TL_GET_COPY) >= 0)
        {
          flags |= judge_dates (authority, time);
          gnutls_x509_crt_deinit (authority);
          break;
        }
      certificate = find_issuer (chain, n_chain, certificate);
    }

  return flags;
}

static TlsrptPkixFlags
judge_trust (gnutls_x509_trust_list_t  trust,
             gnutls_x509_crt_t        *chain,
             guint                     n_chain)
{
  gnutls_typed_vdata_st purpose = {
    .type = GNUTLS_DT_KEY_PURPOSE_OID,
    .data = (unsigned char *) GNUTLS_KP_TLS_WWW_SERVER,
  };
  TlsrptPkixFlags flags = 0;
  unsigned int status = 0;

  /* The library takes the time from the clock only, so that dates are ours to judge. */
  if (gnutls_x509_trust_list_verify_crt2 (trust, chain, n_chain, &purpose, 1,
                                          GNUTLS_VERIFY_DISABLE_TIME_CHECKS |
                                          GNUTLS_VERIFY_DISABLE_TRUSTED_TIME_CHECKS,
                                          &status, NULL) < 0)
    return TLSRPT_PKIX_NOT_TRUSTED;

  if (status & GNUTLS_CERT_REVOKED)
    flags |= TLSRPT_PKIX_REVOKED;
  if (status & GNUTLS_CERT_INSECURE_ALGORITHM)
    flags |= TLSRPT_PKIX_WEAK;
  if (status & ~(unsigned int) (GNUTLS_CERT_INVALID | GNUTLS_CERT_REVOKED |
                                GNUTLS_CERT_INSECURE_ALGORITHM) ||
      (status != 0 && flags == 0))
    flags |= TLSRPT_PKIX_NOT_TRUSTED;

  return flags;
}

static TlsrptPkixFlags
judge_names (GPtrArray         *chain,
             const char *const *hosts)
{
  for (gsize i = 0; hosts[i] != NULL; i++)
    {
      if (tlsrpt_certificate_is_for (g_ptr_array_index (chain, 0), hosts[i]))
        return 0;
    }

  return TLSRPT_PKIX_HOST_MISMATCH;
}

/**
 * tlsrpt_chain_judge:
 * @chain: (element-type TlsrptCertificate): what the server sent, its own first; one
 *   at least
 * @anchor: (nullable): whom to trust, in place of the authorities of the system
 * @hosts: names of the server, in lower case, of which one is enough
 * @time: when, in seconds since 1970
 *
 * Judges certificates as senders do (RFC 8461 section 4.2, RFC 7672 section 3.2.3).
 *
 * Returns: what is wrong with them
 */
TlsrptPkixFlags
tlsrpt_chain_judge (GPtrArray         *chain,
                    TlsrptCertificate *anchor,
                    const char *const *hosts,
                    gint64             time)
{
  gnutls_x509_crt_t imported[TLSRPT_LIMIT_CERTIFICATES];
  gnutls_x509_trust_list_t trust = NULL;
  TlsrptPkixFlags flags = judge_names (chain, hosts);
  guint n = 0;

  for (guint i = 0; i < chain->len && n < TLSRPT_LIMIT_CERTIFICATES; i++)
    {
      imported[n] = import (g_ptr_array_index (chain, i));
      if (imported[n] != NULL)
        n++;
      else if (i == 0)
        break;
    }

  if (anchor == NULL)
    {
      trust = get_system_trust ();
    }
  else if (gnutls_x509_trust_list_init (&trust, 0) >= 0)
    {
      gnutls_x509_crt_t authority = import (anchor);

      if (authority != NULL)
        gnutls_x509_trust_list_add_cas (trust, &authority, 1, 0);
    }

  if (trust == NULL || n == 0)
    flags |= TLSRPT_PKIX_NOT_TRUSTED;
  else
    flags |= judge_trust (trust, imported, n) | judge_all_dates (trust, imported, n, time);

  if (anchor != NULL && trust != NULL)
    gnutls_x509_trust_list_deinit (trust, 1);
  for (guint i = 0; i < n; i++)
    gnutls_x509_crt_deinit (imported[i]);

  return flags;
}

/**
 * tlsrpt_pkix_get_token:
 * @flag: one flag
 *
 * Returns: the word for it that programs read
 */
const char *
tlsrpt_pkix_get_token (TlsrptPkixFlags flag)
{
  static const char *const tokens[TLSRPT_N_PKIX_FLAGS] = {
    "host-mismatch", "expired", "not-yet", "not-trusted", "revoked", "weak",
  };
  int bit = g_bit_nth_lsf (flag, -1);

  g_return_val_if_fail (bit >= 0 && bit < TLSRPT_N_PKIX_FLAGS, NULL);

  return tokens[bit];
}

/**
 * tlsrpt_pkix_get_message:
 * @flag: one flag
 *
 * Returns: what is wrong, in the language of the program
 */
const char *
tlsrpt_pkix_get_message (TlsrptPkixFlags flag)
{
  static const char *const messages[TLSRPT_N_PKIX_FLAGS] = {
    N_("The server’s certificate is not valid for this name"),
    N_("The server’s certificate, or one that it depends on, has expired"),
    N_("The server’s certificate, or one that it depends on, is not valid yet"),
    N_("The server’s certificate was not issued by a trusted CA, or an intermediate certificate "
       "is missing"),
    N_("The server’s certificate has been revoked"),
    N_("The server’s certificate is signed with an insecure algorithm"),
  };
  int bit = g_bit_nth_lsf (flag, -1);

  g_return_val_if_fail (bit >= 0 && bit < TLSRPT_N_PKIX_FLAGS, NULL);

  return _(messages[bit]);
}
