/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Makes the reply to a query; NULL is silence. */
typedef GByteArray *(*DnsServerReply) (const guint8 *query,
                                       gsize         length,
                                       gboolean      is_tcp);

/* A name server on loopback.  UDP is served in the default main context, TCP in a
 * thread. */
typedef struct
{
  char           *address;
  guint           n_questions;
  guint16         last_port; /* from where the last one came */
  guint8          last_flags[2];

  /*< private >*/
  DnsServerReply  reply;
  GSocket        *socket;
  GSource        *source;
  GSocketService *tcp;
} DnsServer;

DnsServer *dns_server_new  (DnsServerReply  reply,
                            gboolean        speaks_tcp);
void       dns_server_free (DnsServer      *server);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DnsServer, dns_server_free)

G_END_DECLS
