/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-answer.h"
#include "tlsrpt-chain.h"

G_BEGIN_DECLS

/**
 * TlsrptTlsa:
 * @usage: the certificate usage
 * @selector: the selector
 * @matching: the matching type
 * @data: the certificate association data
 *
 * A TLSA record that senders can use.
 */
typedef struct
{
  guint8  usage;
  guint8  selector;
  guint8  matching;
  GBytes *data;
} TlsrptTlsa;

/**
 * TlsrptDaneMatch:
 * @n_usable: how many records senders can use
 * @n_matched: how many of them match the certificates
 * @flags: what is wrong with the certificates nevertheless, if only records of usage
 *   2 match
 *
 * How certificates and TLSA records fit together.
 */
typedef struct
{
  guint           n_usable;
  guint           n_matched;
  TlsrptPkixFlags flags;
} TlsrptDaneMatch;

GPtrArray       *tlsrpt_tlsa_dup_usable (TlsrptAnswer      *answer) G_GNUC_WARN_UNUSED_RESULT;

TlsrptDaneMatch  tlsrpt_dane_match      (GPtrArray         *records,
                                         GPtrArray         *chain,
                                         const char *const *hosts,
                                         gint64             time);

G_END_DECLS
