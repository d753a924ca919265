/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-answer.h"
#include "tlsrpt-mail-server.h"
#include "tlsrpt-rua.h"
#include "tlsrpt-sts-policy.h"

G_BEGIN_DECLS

/**
 * TlsrptAuthority:
 * @host: its name
 * @ipv4: its addresses
 * @ipv6: its addresses
 * @record: (nullable): what it says itself; `NULL` if it has no address
 *
 * A name server of the zone, asked past all caches.
 */
typedef struct
{
  char         *host;
  TlsrptAnswer *ipv4;
  TlsrptAnswer *ipv6;
  TlsrptAnswer *record;
} TlsrptAuthority;

/**
 * TlsrptPublished:
 * @domain: the policy domain in A-labels
 * @owner_name: where its record belongs
 * @time: when DNS was asked
 * @record: the TXT records at @owner_name
 * @wildcard: (nullable): the TXT records at a name that nobody made; asked for if
 *   there is a record
 * @rua: (element-type TlsrptRua): the first destinations of the record
 * @strays: (element-type TlsrptAnswer): the TXT records at names where people put
 *   the record by mistake; asked for if there is not one right record
 * @mx: the MX records of the domain
 * @ipv4: (nullable): the addresses of the domain, which takes its mail itself if it
 *   has no MX record; asked for if there is none
 * @ipv6: (nullable): the same
 * @mail_servers: (element-type TlsrptMailServer): the first ones, most preferred first
 * @zone: (nullable): the apex of the zone that the domain is in
 * @ns: the name servers of the zone
 * @authorities: (element-type TlsrptAuthority): the first of them, if they were asked
 * @sts_record: the TXT records at “_mta-sts”
 * @sts_id: (nullable): the id of the MTA-STS record
 * @sts_policy: (nullable): the MTA-STS policy
 * @sts_error: (nullable): why there is no MTA-STS record or no policy
 *
 * What is published for a domain.  Immutable.
 */
typedef struct
{
  char            *domain;
  char            *owner_name;
  GDateTime       *time;

  TlsrptAnswer    *record;
  TlsrptAnswer    *wildcard;
  GPtrArray       *rua;
  GPtrArray       *strays;

  TlsrptAnswer    *mx;
  TlsrptAnswer    *ipv4;
  TlsrptAnswer    *ipv6;
  GPtrArray       *mail_servers;

  char            *zone;
  TlsrptAnswer    *ns;
  GPtrArray       *authorities;

  TlsrptAnswer    *sts_record;
  char            *sts_id;
  TlsrptStsPolicy *sts_policy;
  GError          *sts_error;
} TlsrptPublished;

TlsrptPublished *tlsrpt_published_new              (const char       *domain) G_GNUC_WARN_UNUSED_RESULT;
TlsrptPublished *tlsrpt_published_ref              (TlsrptPublished  *self);
void             tlsrpt_published_unref            (TlsrptPublished  *self);

void             tlsrpt_published_add_mail_servers (TlsrptPublished  *self);
void             tlsrpt_published_get_addresses    (TlsrptPublished  *self,
                                                    TlsrptMailServer *server,
                                                    TlsrptAnswer     *answers[2]);
gboolean         tlsrpt_published_has_answer       (TlsrptPublished  *self);
gboolean         tlsrpt_published_has_null_mx      (TlsrptPublished  *self);
gboolean         tlsrpt_published_has_implicit_mx  (TlsrptPublished  *self);
gboolean         tlsrpt_published_takes_no_mail    (TlsrptPublished  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptPublished, tlsrpt_published_unref)

G_END_DECLS
