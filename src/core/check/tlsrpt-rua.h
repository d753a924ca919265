/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-answer.h"

G_BEGIN_DECLS

/**
 * TlsrptRuaProblem:
 * @TLSRPT_RUA_GOOD: there is none, as far as DNS can tell
 * @TLSRPT_RUA_UNKNOWN: DNS could not answer
 * @TLSRPT_RUA_NO_DOMAIN: the domain of the address does not exist
 * @TLSRPT_RUA_NO_MAIL: it has no mail server and no address
 * @TLSRPT_RUA_NULL_MX: it says that it accepts no mail
 * @TLSRPT_RUA_NO_ADDRESS: the host of the URL has no address
 *
 * Why no report can arrive at a destination.
 */
typedef enum
{
  TLSRPT_RUA_GOOD,
  TLSRPT_RUA_UNKNOWN,
  TLSRPT_RUA_NO_DOMAIN,
  TLSRPT_RUA_NO_MAIL,
  TLSRPT_RUA_NULL_MX,
  TLSRPT_RUA_NO_ADDRESS,
} TlsrptRuaProblem;

/**
 * TlsrptRua:
 * @uri: a destination of the record
 * @host: (nullable): the domain of its address, or the host of its URL; `NULL` if it
 *   is none that DNS knows
 * @is_mail: whether @uri is an address
 * @mx: (nullable): the MX records of the domain
 * @ipv4: (nullable): the addresses of the host, or of a domain without MX records
 * @ipv6: (nullable): the same
 *
 * A destination, and what DNS says about it.
 */
typedef struct
{
  char         *uri;
  char         *host;
  gboolean      is_mail;
  TlsrptAnswer *mx;
  TlsrptAnswer *ipv4;
  TlsrptAnswer *ipv6;
} TlsrptRua;

void              tlsrpt_rua_add_all           (GPtrArray        *list,
                                                TlsrptAnswer     *record);
void              tlsrpt_rua_free              (TlsrptRua        *self);

TlsrptAnswer     *tlsrpt_rua_get_answer        (TlsrptRua        *self);
TlsrptRuaProblem  tlsrpt_rua_find_problem      (TlsrptRua        *self);
const char       *tlsrpt_rua_problem_get_token (TlsrptRuaProblem  problem);

G_END_DECLS
