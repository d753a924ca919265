/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-resolver.h"
#include "tlsrpt-sts-policy.h"

G_BEGIN_DECLS

/* From the look-up of the host to the last octet, as a multiple of what one question
 * to DNS may take: with its default, half of the minute that RFC 8461 section 3.3
 * allows. */
#define TLSRPT_STS_FETCH_PATIENCE 3

void             tlsrpt_sts_fetch_async  (TlsrptResolver       *resolver,
                                          const char           *domain,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
TlsrptStsPolicy *tlsrpt_sts_fetch_finish (TlsrptResolver       *resolver,
                                          GAsyncResult         *result,
                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
