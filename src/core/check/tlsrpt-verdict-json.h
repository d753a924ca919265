/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-json-writer.h"
#include "tlsrpt-verdict.h"

G_BEGIN_DECLS

/**
 * TlsrptVerdictSupplement:
 * @write_addresses: writes the member “addresses” of a mail server
 * @write_senders: writes the member “senders”
 * @write_connection: writes the member “connection” of a destination, the one at @i
 * @data: for these functions
 *
 * What is written about those that somebody connected to.
 */
typedef struct
{
  void     (*write_addresses)  (TlsrptJsonWriter *writer,
                                TlsrptMailServer *server,
                                gpointer          data);
  void     (*write_senders)    (TlsrptJsonWriter *writer,
                                gpointer          data);
  void     (*write_connection) (TlsrptJsonWriter *writer,
                                guint             i,
                                gpointer          data);
  gpointer   data;
} TlsrptVerdictSupplement;

void tlsrpt_verdict_append_json         (GString                       *text,
                                         const TlsrptVerdict           *verdict);
void tlsrpt_verdict_append_json_looked  (GString                       *text,
                                         const TlsrptVerdict           *verdict,
                                         const TlsrptVerdictSupplement *supplement);

G_END_DECLS
