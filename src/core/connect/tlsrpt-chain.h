/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-certificate.h"

G_BEGIN_DECLS

/**
 * TlsrptPkixFlags:
 * @TLSRPT_PKIX_HOST_MISMATCH: the certificate is for other names
 * @TLSRPT_PKIX_EXPIRED: it, or one that it depends on, has expired
 * @TLSRPT_PKIX_NOT_YET: the same, but is not valid yet
 * @TLSRPT_PKIX_NOT_TRUSTED: no way leads to an authority that is trusted
 * @TLSRPT_PKIX_REVOKED: it has been revoked
 * @TLSRPT_PKIX_WEAK: it is signed with an algorithm that is not secure
 *
 * Why a chain of certificates does not authenticate a server; zero if it does.
 */
typedef enum
{
  TLSRPT_PKIX_HOST_MISMATCH = 1 << 0,
  TLSRPT_PKIX_EXPIRED = 1 << 1,
  TLSRPT_PKIX_NOT_YET = 1 << 2,
  TLSRPT_PKIX_NOT_TRUSTED = 1 << 3,
  TLSRPT_PKIX_REVOKED = 1 << 4,
  TLSRPT_PKIX_WEAK = 1 << 5,
} TlsrptPkixFlags;

#define TLSRPT_N_PKIX_FLAGS 6

const char      *tlsrpt_pkix_get_token   (TlsrptPkixFlags  flag);
const char      *tlsrpt_pkix_get_message (TlsrptPkixFlags  flag);

TlsrptPkixFlags  tlsrpt_chain_judge      (GPtrArray         *chain,
                                          TlsrptCertificate *anchor,
                                          const char *const *hosts,
                                          gint64             time);

G_END_DECLS
