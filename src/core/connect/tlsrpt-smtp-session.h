/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-contact.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlsrptVisit:
 * @address: whom to visit
 * @port: where
 * @is_plain_first: whether SMTP comes before TLS; `FALSE` is TLS from the beginning
 * @host: its name, in lower case
 * @server_name: what to call it in the handshake, which with DANE may be another name
 * @helo: what to call ourselves
 * @hosts: names of the server of which its certificate must have one, for TLSA records
 *   of usage 2
 * @tlsa: (element-type TlsrptTlsa): the TLSA records that senders can use
 * @time: for when to judge certificates, in seconds since 1970
 * @patience: seconds that every step may take at the most
 *
 * Whom to visit, and what to look at.
 */
typedef struct
{
  char       *address;
  guint16     port;
  gboolean    is_plain_first;
  char       *host;
  char       *server_name;
  char       *helo;
  char      **hosts;
  GPtrArray  *tlsa;
  gint64      time;
  double      patience;
} TlsrptVisit;

void           tlsrpt_visit_free        (TlsrptVisit   *self);
void           tlsrpt_visit_judge       (TlsrptVisit   *self,
                                         TlsrptContact *contact);

TlsrptContact *tlsrpt_smtp_session      (TlsrptVisit  *visit,
                                         GCancellable *stop) G_GNUC_WARN_UNUSED_RESULT;
TlsrptContact *tlsrpt_smtp_session_over (TlsrptVisit  *visit,
                                         GSocket      *socket,
                                         GCancellable *stop) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
