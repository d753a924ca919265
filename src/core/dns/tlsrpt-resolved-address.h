/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_RESOLVED_ADDRESS (tlsrpt_resolved_address_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptResolvedAddress, tlsrpt_resolved_address, TLSRPT, RESOLVED_ADDRESS, GNetworkAddress)

TlsrptResolvedAddress *tlsrpt_resolved_address_new (const char *host,
                                                    guint16     port,
                                                    GPtrArray  *addresses) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
