/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-answer.h"

G_BEGIN_DECLS

/**
 * TlsrptTlsaFault:
 * @TLSRPT_TLSA_USABLE: there is none
 * @TLSRPT_TLSA_USAGE: a certificate usage that SMTP does not have
 * @TLSRPT_TLSA_SELECTOR: a selector that nobody knows
 * @TLSRPT_TLSA_MATCHING: a matching type that nobody knows
 * @TLSRPT_TLSA_LENGTH: a digest of another length than its matching type has
 * @TLSRPT_TLSA_DATA: neither a certificate nor a key where the whole of it must be
 *
 * Why a sender cannot use a TLSA record.
 */
typedef enum
{
  TLSRPT_TLSA_USABLE,
  TLSRPT_TLSA_USAGE,
  TLSRPT_TLSA_SELECTOR,
  TLSRPT_TLSA_MATCHING,
  TLSRPT_TLSA_LENGTH,
  TLSRPT_TLSA_DATA,
  TLSRPT_TLSA_N_FAULTS,
} TlsrptTlsaFault;

TlsrptTlsaFault  tlsrpt_tlsa_find_fault     (const TlsrptResource *record);
const char      *tlsrpt_tlsa_fault_get_code (TlsrptTlsaFault       fault);
char            *tlsrpt_tlsa_dup_fault      (const TlsrptResource *record,
                                             const char           *host) G_GNUC_WARN_UNUSED_RESULT;
gsize            tlsrpt_tlsa_count_usable   (TlsrptAnswer         *answer);

G_END_DECLS
