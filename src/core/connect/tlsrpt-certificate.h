/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptCertificate:
 * @der: the certificate
 * @spki: (nullable): its key, as a SubjectPublicKeyInfo
 * @subject: whom it is about
 * @issuer: who signed it
 * @names: the DNS names that it is valid for, in lower case; what is no name is escaped
 * @not_before: since when it is valid, in seconds since 1970
 * @not_after: until when
 *
 * A certificate that a server presents.  Immutable.  Its texts are as they came, in
 * UTF-8.
 */
typedef struct
{
  GBytes  *der;
  GBytes  *spki;
  char    *subject;
  char    *issuer;
  char   **names;
  gint64   not_before;
  gint64   not_after;
} TlsrptCertificate;

TlsrptCertificate *tlsrpt_certificate_new         (const guint8      *der,
                                                   gsize              length) G_GNUC_WARN_UNUSED_RESULT;
void               tlsrpt_certificate_free        (TlsrptCertificate *self);

gboolean           tlsrpt_certificate_is_for      (TlsrptCertificate *self,
                                                   const char        *host);
char              *tlsrpt_certificate_dup_digest  (GBytes            *octets) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptCertificate, tlsrpt_certificate_free)

G_END_DECLS
