/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-verdict-json.h"

G_BEGIN_DECLS

/* What tlsrpt_verdict_append_json() writes about mail servers and destinations. */

void tlsrpt_verdict_write_tlsa  (TlsrptJsonWriter              *writer,
                                 TlsrptPublished               *published);
void tlsrpt_verdict_write_hosts (TlsrptJsonWriter              *writer,
                                 TlsrptPublished               *published,
                                 const TlsrptVerdictSupplement *supplement);
void tlsrpt_verdict_write_rua   (TlsrptJsonWriter              *writer,
                                 TlsrptPublished               *published,
                                 const TlsrptVerdictSupplement *supplement);

G_END_DECLS
