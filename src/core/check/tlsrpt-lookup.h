/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-published.h"
#include "tlsrpt-resolver.h"

G_BEGIN_DECLS

/**
 * TlsrptLookupFlags:
 * @TLSRPT_LOOKUP_AUTHORITATIVE: ask the zone's own name servers too, past caches
 */
typedef enum
{
  TLSRPT_LOOKUP_NORMAL = 0,
  TLSRPT_LOOKUP_AUTHORITATIVE = 1 << 0,
} TlsrptLookupFlags;

void             tlsrpt_lookup_async  (TlsrptResolver       *resolver,
                                       const char           *domain,
                                       TlsrptLookupFlags     flags,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
TlsrptPublished *tlsrpt_lookup_finish (TlsrptResolver       *resolver,
                                       GAsyncResult         *result,
                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
