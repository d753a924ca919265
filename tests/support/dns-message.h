/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Composes DNS messages octet by octet, right and wrong ones, for tests. */

#define DNS_FLAG_TC (1 << 9)
#define DNS_FLAG_AA (1 << 10)
#define DNS_FLAG_AD (1 << 5)

#define DNS_TYPE_CNAME 5
#define DNS_TYPE_SOA 6

GByteArray *dns_message_new           (const char   *name,
                                       guint         type,
                                       guint         flags);
GByteArray *dns_message_new_reply     (const guint8 *query,
                                       gsize         length,
                                       guint         flags);

void        dns_message_add           (GByteArray   *message,
                                       const char   *owner,
                                       guint         type,
                                       guint32       ttl,
                                       const void   *data,
                                       gsize         length);
void        dns_message_add_name      (GByteArray   *message,
                                       const char   *owner,
                                       guint         type,
                                       guint32       ttl,
                                       const char   *name);
void        dns_message_add_mx        (GByteArray   *message,
                                       const char   *owner,
                                       guint32       ttl,
                                       guint         preference,
                                       const char   *host);
void        dns_message_add_text      (GByteArray   *message,
                                       const char   *owner,
                                       guint32       ttl,
                                       const char   *text);
void        dns_message_add_authority (GByteArray   *message,
                                       const char   *zone);

G_END_DECLS
