/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-sts-policy.h"

#include <gio/gio.h>

G_BEGIN_DECLS

TlsrptStsPolicy *tlsrpt_sts_transfer      (const char          *host,
                                           GPtrArray           *addresses,
                                           GCancellable        *stop,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;
TlsrptStsPolicy *tlsrpt_sts_transfer_from (const char          *host,
                                           const char          *uri,
                                           GSocketConnectable  *address,
                                           GCancellable        *stop,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
