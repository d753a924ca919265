/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-contact.h"
#include "tlsrpt-failure-sender.h"
#include "tlsrpt-published.h"

G_BEGIN_DECLS

/**
 * TlsrptPolicy:
 * @TLSRPT_POLICY_NONE: neither of the others
 * @TLSRPT_POLICY_TLSA: DANE
 * @TLSRPT_POLICY_STS: MTA-STS
 *
 * What a sender goes by (RFC 8460 section 4.2).
 */
typedef enum
{
  TLSRPT_POLICY_NONE,
  TLSRPT_POLICY_TLSA,
  TLSRPT_POLICY_STS,
} TlsrptPolicy;

/**
 * TlsrptDelivery:
 * @TLSRPT_DELIVERY_DELIVERED: the mail arrives, over TLS
 * @TLSRPT_DELIVERY_UNPROTECTED: it arrives, without TLS
 * @TLSRPT_DELIVERY_DELAYED: it waits, and is returned if nothing changes
 *
 * What happens to the mail that a sender wants to bring to an address.
 */
typedef enum
{
  TLSRPT_DELIVERY_DELIVERED,
  TLSRPT_DELIVERY_UNPROTECTED,
  TLSRPT_DELIVERY_DELAYED,
} TlsrptDelivery;

/**
 * TlsrptDaneState:
 * @TLSRPT_DANE_NONE: no TLSA records, or none that DNSSEC confirms
 * @TLSRPT_DANE_USABLE: there are some that senders can use
 * @TLSRPT_DANE_UNUSABLE: there are some, but none that senders can use
 * @TLSRPT_DANE_BOGUS: the signatures of the TLSA records are invalid
 * @TLSRPT_DANE_WAY_BOGUS: those of the MX records or of the addresses are
 * @TLSRPT_DANE_UNKNOWN: the lookup of the TLSA records failed
 *
 * How far DANE is in force for a mail server.
 */
typedef enum
{
  TLSRPT_DANE_NONE,
  TLSRPT_DANE_USABLE,
  TLSRPT_DANE_UNUSABLE,
  TLSRPT_DANE_BOGUS,
  TLSRPT_DANE_WAY_BOGUS,
  TLSRPT_DANE_UNKNOWN,
} TlsrptDaneState;

/**
 * TlsrptSight:
 * @dane: how far DANE is in force
 * @sts: the mode of the MTA-STS policy; none if there is no policy
 * @is_in_policy: whether that lists the mail server
 * @outcome: how the visit ended
 * @pkix: what is wrong with the certificates
 * @match: how they fit the TLSA records
 *
 * What a sender sees at one address of a mail server.
 */
typedef struct
{
  TlsrptDaneState      dane;
  TlsrptStsMode        sts;
  gboolean             is_in_policy;
  TlsrptContactOutcome outcome;
  TlsrptPkixFlags      pkix;
  TlsrptDaneMatch      match;
} TlsrptSight;

/**
 * TlsrptReported:
 * @policy: what the sender goes by
 * @type: (nullable): the result type that it reports; `NULL` for none
 * @fault: what is wrong, `TLSRPT_N_FAULTS` if the guide has no row for it
 * @delivery: what happens to the mail
 *
 * What a sender reports.
 */
typedef struct
{
  TlsrptPolicy    policy;
  const char     *type;
  TlsrptFault     fault;
  TlsrptDelivery  delivery;
} TlsrptReported;

GArray       *tlsrpt_sender_view          (const TlsrptSight *sight) G_GNUC_WARN_UNUSED_RESULT;
gboolean      tlsrpt_sender_view_of_policy (TlsrptPublished  *published,
                                            TlsrptReported   *reported);
char        **tlsrpt_reported_dup_others  (const TlsrptReported *self) G_GNUC_WARN_UNUSED_RESULT;

const char   *tlsrpt_policy_get_token     (TlsrptPolicy       policy);
const char   *tlsrpt_delivery_get_token   (TlsrptDelivery     delivery);

G_END_DECLS
