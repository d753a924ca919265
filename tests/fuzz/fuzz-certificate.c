/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-dane.h"
#include "tlsrpt-limits.h"

/* The words of RFC 6698: usage, selector and matching type. */
#define N_SELECTORS 2
#define N_MATCHINGS 3
#define USAGE_DANE_TA 2
#define USAGE_DANE_EE 3
#define SELECTOR_SPKI 1

/* Of how many certificates to make records. */
#define MAX_CERTIFICATES 3

static void
tlsa_free (TlsrptTlsa *tlsa)
{
  g_bytes_unref (tlsa->data);
  g_free (tlsa);
}

/* The certificate at the front, as long as it says itself (X.690 section 8.1.3), or all. */
static gsize
measure (const uint8_t *data,
         size_t         size)
{
  size_t length;

  if (size < 4 || data[0] != 0x30 || data[1] != 0x82)
    return size;

  length = 4 + (size_t) (data[2] << 8 | data[3]);

  return MIN (length, size);
}

/* As the handshake keeps what a server sends. */
static GPtrArray *
read_chain (const uint8_t *data,
            size_t         size)
{
  GPtrArray *chain = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_certificate_free);

  for (guint i = 0; size > 0 && i < TLSRPT_LIMIT_CERTIFICATES; i++)
    {
      size_t length = measure (data, size);
      TlsrptCertificate *certificate = tlsrpt_certificate_new (data, length);

      if (certificate != NULL)
        g_ptr_array_add (chain, certificate);
      else if (i == 0)
        break;
      data += length;
      size -= length;
    }

  return chain;
}

static void
read_certificate (TlsrptCertificate *certificate)
{
  g_autofree char *digest = tlsrpt_certificate_dup_digest (certificate->der);

  g_assert_cmpuint (strlen (digest), ==, 64);
  g_assert_true (g_utf8_validate (certificate->subject, -1, NULL));
  g_assert_true (g_utf8_validate (certificate->issuer, -1, NULL));

  for (gsize i = 0; certificate->names[i] != NULL; i++)
    {
      const char *name = certificate->names[i];

      for (const char *p = name; *p != '\0'; p++)
        g_assert_true (g_ascii_isgraph (*p) && !g_ascii_isupper (*p));
      tlsrpt_certificate_is_for (certificate, name);
    }
}

/* The record that is right for a certificate. */
static TlsrptTlsa *
make_record (TlsrptCertificate *certificate,
             guint              usage,
             guint              selector,
             guint              matching)
{
  static const GChecksumType types[N_MATCHINGS] = { 0, G_CHECKSUM_SHA256, G_CHECKSUM_SHA512 };
  GBytes *octets = selector == SELECTOR_SPKI ? certificate->spki : certificate->der;
  TlsrptTlsa *tlsa = g_new0 (TlsrptTlsa, 1);
  guint8 digest[64];
  gsize length = sizeof digest;

  tlsa->usage = (guint8) usage;
  tlsa->selector = (guint8) selector;
  tlsa->matching = (guint8) matching;
  if (octets == NULL)
    {
      tlsa->data = g_bytes_new_static ("?", 1);
    }
  else if (matching == 0)
    {
      tlsa->data = g_bytes_ref (octets);
    }
  else
    {
      g_autoptr (GChecksum) checksum = g_checksum_new (types[matching]);

      g_checksum_update (checksum, g_bytes_get_data (octets, NULL),
                         (gssize) g_bytes_get_size (octets));
      g_checksum_get_digest (checksum, digest, &length);
      tlsa->data = g_bytes_new (digest, length);
    }

  return tlsa;
}

/* Each record by itself, and then all. */
static void
match_records (GPtrArray         *chain,
               const char *const *hosts,
               gint64             time)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsa_free);
  guint n_certificates = MIN (chain->len, MAX_CERTIFICATES);
  TlsrptDaneMatch match;

  for (guint n = 0; n < 2 * N_SELECTORS * N_MATCHINGS * n_certificates; n++)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      TlsrptCertificate *certificate = g_ptr_array_index (chain, n % n_certificates);
      guint words = n / n_certificates;
      TlsrptTlsa *tlsa = make_record (certificate, USAGE_DANE_TA + words % 2,
                                      words / 2 % N_SELECTORS, words / 2 / N_SELECTORS);

      g_ptr_array_add (all, tlsa);
      g_ptr_array_add (one, tlsa);
      match = tlsrpt_dane_match (one, chain, hosts, time);
      g_assert_cmpuint (match.n_usable, ==, 1);

      /* With usage 3, that is all there is to it. */
      if (tlsa->usage == USAGE_DANE_EE && n % n_certificates == 0 &&
          (tlsa->selector != SELECTOR_SPKI || certificate->spki != NULL))
        {
          g_assert_cmpuint (match.n_matched, ==, 1);
          g_assert_cmpuint (match.flags, ==, 0);
        }
    }

  match = tlsrpt_dane_match (all, chain, hosts, time);
  g_assert_cmpuint (match.n_matched, >, 0);
  g_assert_cmpuint (match.n_matched, <=, match.n_usable);
}

/* Four octets of time, and what a server presents, one certificate behind the other. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GPtrArray) chain = NULL;
  const char *const hosts[] = { "mx.example.com", "example.com", NULL };
  TlsrptPkixFlags flags;
  gint64 time = 0;

  for (guint i = 0; i < 4; i++)
    time = time << 8 | fuzz_take_number (&data, &size, 256);

  chain = read_chain (data, size);
  if (chain->len == 0)
    return 0;

  for (guint i = 0; i < chain->len; i++)
    read_certificate (g_ptr_array_index (chain, i));

  /* No input is signed by an authority of the system. */
  flags = tlsrpt_chain_judge (chain, NULL, hosts, time);
  g_assert_true (flags & TLSRPT_PKIX_NOT_TRUSTED);
  flags |= tlsrpt_chain_judge (chain, g_ptr_array_index (chain, chain->len - 1), hosts, time);
  for (guint i = 0; i < TLSRPT_N_PKIX_FLAGS; i++)
    {
      if (flags & (1u << i))
        {
          g_assert_nonnull (tlsrpt_pkix_get_token (1u << i));
          g_assert_nonnull (tlsrpt_pkix_get_message (1u << i));
        }
    }
  match_records (chain, hosts, time);

  return 0;
}
