/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-answer.h"

G_BEGIN_DECLS

/**
 * TlsrptMailServer:
 * @host: its name
 * @preference: the lowest is tried first
 * @ipv4: (nullable): its addresses; `NULL` for a domain that is its own mail server
 * @ipv6: (nullable): the same
 * @tlsa: the TLSA records for port 25
 * @expanded_tlsa: (nullable): those at the name that @host is an alias of
 * @record: (nullable): the TXT records at its own “_smtp._tls”; asked for if it has
 *   TLSA records and is in the zone of the domain
 *
 * A server that receives mail for a domain.
 */
typedef struct
{
  char         *host;
  guint16       preference;
  TlsrptAnswer *ipv4;
  TlsrptAnswer *ipv6;
  TlsrptAnswer *tlsa;
  TlsrptAnswer *expanded_tlsa;
  TlsrptAnswer *record;
} TlsrptMailServer;

TlsrptMailServer  *tlsrpt_mail_server_new            (const char       *host,
                                                      guint16           preference) G_GNUC_WARN_UNUSED_RESULT;
void               tlsrpt_mail_server_free           (TlsrptMailServer *self);

const char *const *tlsrpt_mail_server_get_aliases    (TlsrptMailServer *self);
const char        *tlsrpt_mail_server_get_last_alias (TlsrptMailServer *self);
TlsrptAnswer      *tlsrpt_mail_server_get_tlsa       (TlsrptMailServer *self);

G_END_DECLS
