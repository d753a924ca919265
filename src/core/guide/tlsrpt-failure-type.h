/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-guide-entry.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlsrptFailureGroup:
 * @TLSRPT_FAILURE_GROUP_NEGOTIATION: the mail server and its certificate
 * @TLSRPT_FAILURE_GROUP_STS: the MTA-STS policy
 * @TLSRPT_FAILURE_GROUP_DANE: TLSA records and DNSSEC
 *
 * The groups in which people know the result types.
 */
typedef enum
{
  TLSRPT_FAILURE_GROUP_NEGOTIATION,
  TLSRPT_FAILURE_GROUP_STS,
  TLSRPT_FAILURE_GROUP_DANE,
  TLSRPT_N_FAILURE_GROUPS,
} TlsrptFailureGroup;

/**
 * TlsrptFailureActors:
 * @TLSRPT_FAILURE_ACTOR_YOU: the owner of the domain
 * @TLSRPT_FAILURE_ACTOR_PROVIDER: who runs its mail servers, web server or DNS
 * @TLSRPT_FAILURE_ACTOR_SENDER: who sent the report
 *
 * Who can fix a failure.
 */
typedef enum
{
  TLSRPT_FAILURE_ACTOR_YOU = 1 << 0,
  TLSRPT_FAILURE_ACTOR_PROVIDER = 1 << 1,
  TLSRPT_FAILURE_ACTOR_SENDER = 1 << 2,
} TlsrptFailureActors;

#define TLSRPT_TYPE_FAILURE_TYPE (tlsrpt_failure_type_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptFailureType, tlsrpt_failure_type,
                      TLSRPT, FAILURE_TYPE, TlsrptGuideEntry)

GListModel         *tlsrpt_failure_type_get_all          (void);
TlsrptFailureType  *tlsrpt_failure_type_lookup           (const char         *token);
TlsrptFailureType  *tlsrpt_failure_type_lookup_exchange  (const char         *code);

TlsrptFailureGroup  tlsrpt_failure_type_get_group        (TlsrptFailureType  *self);
TlsrptFailureActors tlsrpt_failure_type_get_actors       (TlsrptFailureType  *self);

const char         *tlsrpt_failure_actors_get_label      (TlsrptFailureActors actors);

const char         *tlsrpt_failure_group_get_name        (TlsrptFailureGroup  group);
const char         *tlsrpt_failure_group_get_title       (TlsrptFailureGroup  group);

G_END_DECLS
