/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* While testing; once it works, a day protects the record from being hidden by
 * an attacker (RFC 8460 section 7). */
#define TLSRPT_TTL_TESTING 3600
#define TLSRPT_TTL_SETTLED 86400

gboolean tlsrpt_ttl_parse (const char  *text,
                           guint       *ttl,
                           GError     **error);

G_END_DECLS
