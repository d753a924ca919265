/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-contact.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void tlsrpt_tls_handshake (GSocket       *socket,
                           const char    *server_name,
                           const char    *farewell,
                           gint64         deadline,
                           GCancellable  *stop,
                           TlsrptContact *contact);

G_END_DECLS
