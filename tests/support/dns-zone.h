/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The value at good.example. */
#define DNS_ZONE_RECORD "v=TLSRPTv1; rua=mailto:tls@good.example"

/* What tests of checks find: the first label of a domain below “example” says what
 * it publishes.  Each has a mail server, and neither MTA-STS nor DANE. */
GByteArray *dns_zone_reply (const guint8 *query,
                            gsize         length,
                            gboolean      is_tcp);

G_END_DECLS
