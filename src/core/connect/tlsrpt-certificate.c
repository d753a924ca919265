/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-certificate.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-sts-policy.h"

#include <gnutls/abstract.h>
#include <gnutls/x509-ext.h>
#include <gnutls/x509.h>

/* id-ce-subjectAltName (RFC 5280 section 4.2.1.6). */
#define OID_NAMES "2.5.29.17"

static char *
take_text (gnutls_datum_t *text)
{
  char *copy = g_utf8_make_valid ((const char *) text->data, (gssize) text->size);

  gnutls_free (text->data);

  return copy;
}

/* A name with a NUL or any other octet that no name has must not match one that has
 * not. */
static char *
escape_name (const gnutls_datum_t *name)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < name->size; i++)
    {
      guchar octet = name->data[i];

      if (octet > ' ' && octet < 0x7f && octet != '\\')
        g_string_append_c (text, g_ascii_tolower ((char) octet));
      else
        g_string_append_printf (text, "\\x%02x", octet);
    }

  return g_string_free (text, FALSE);
}

static char **
read_names (gnutls_x509_crt_t certificate)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gnutls_subject_alt_names_t names;
  gnutls_datum_t extension = { NULL, 0 };

  if (gnutls_x509_crt_get_extension_by_oid2 (certificate, OID_NAMES, 0, &extension, NULL) < 0)
    return g_strv_builder_end (builder);

  if (gnutls_subject_alt_names_init (&names) == 0)
    {
      if (gnutls_x509_ext_import_subject_alt_names (&extension, names, 0) == 0)
        {
          gnutls_datum_t name;
          unsigned int type;

          for (unsigned int i = 0;
               gnutls_subject_alt_names_get (names, i, &type, &name, NULL) >= 0; i++)
            {
              g_autofree char *text = NULL;

              if (type != GNUTLS_SAN_DNSNAME || name.size > TLSRPT_LIMIT_NAME)
                continue;

              text = escape_name (&name);
              g_strv_builder_add (builder, text);
            }
        }
      gnutls_subject_alt_names_deinit (names);
    }

  gnutls_free (extension.data);

  return g_strv_builder_end (builder);
}

static GBytes *
read_key (gnutls_x509_crt_t certificate)
{
  gnutls_pubkey_t key;
  gnutls_datum_t der;
  GBytes *spki = NULL;

  if (gnutls_pubkey_init (&key) < 0)
    return NULL;

  if (gnutls_pubkey_import_x509 (key, certificate, 0) >= 0 &&
      gnutls_pubkey_export2 (key, GNUTLS_X509_FMT_DER, &der) >= 0)
    {
      spki = g_bytes_new (der.data, der.size);
      gnutls_free (der.data);
    }
  gnutls_pubkey_deinit (key);

  return spki;
}

/**
 * tlsrpt_certificate_new:
 * @der: (array length=length): octets
 * @length: how many
 *
 * Reads a certificate.
 *
 * Returns: (transfer full) (nullable): the certificate, or `NULL` if it is none
 */
TlsrptCertificate *
tlsrpt_certificate_new (const guint8 *der,
                        gsize         length)
{
  gnutls_datum_t octets = { (unsigned char *) der, (unsigned int) length };
  TlsrptCertificate *self = NULL;
  gnutls_x509_crt_t certificate;
  gnutls_datum_t text;

  if (gnutls_x509_crt_init (&certificate) < 0)
    return NULL;

  if (gnutls_x509_crt_import (certificate, &octets, GNUTLS_X509_FMT_DER) >= 0)
    {
      self = g_new0 (TlsrptCertificate, 1);
      self->der = g_bytes_new (der, length);
      self->spki = read_key (certificate);
      self->names = read_names (certificate);
      self->subject = gnutls_x509_crt_get_dn2 (certificate, &text) >= 0 ? take_text (&text)
                                                                        : g_strdup ("");
      self->issuer = gnutls_x509_crt_get_issuer_dn2 (certificate, &text) >= 0 ? take_text (&text)
                                                                              : g_strdup ("");
      self->not_before = gnutls_x509_crt_get_activation_time (certificate);
      self->not_after = gnutls_x509_crt_get_expiration_time (certificate);
    }
  gnutls_x509_crt_deinit (certificate);

  return self;
}

void
tlsrpt_certificate_free (TlsrptCertificate *self)
{
  g_bytes_unref (self->der);
  g_clear_pointer (&self->spki, g_bytes_unref);
  g_free (self->subject);
  g_free (self->issuer);
  g_strfreev (self->names);
  g_free (self);
}

/**
 * tlsrpt_certificate_is_for:
 * @self: a certificate
 * @host: a host in lower case
 *
 * Tells whether a certificate is valid for a name (RFC 6125 section 6.4).  The common
 * name never counts; a wildcard stands for the leftmost label.
 *
 * Returns: `TRUE` if it is
 */
gboolean
tlsrpt_certificate_is_for (TlsrptCertificate *self,
                           const char        *host)
{
  for (gsize i = 0; self->names[i] != NULL; i++)
    {
      if (tlsrpt_sts_pattern_matches (self->names[i], host))
        return TRUE;
    }

  return FALSE;
}

/**
 * tlsrpt_certificate_dup_digest:
 * @octets: a certificate or a key
 *
 * Returns: (transfer full): its SHA-256 in hexadecimal
 */
char *
tlsrpt_certificate_dup_digest (GBytes *octets)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, octets);
}
