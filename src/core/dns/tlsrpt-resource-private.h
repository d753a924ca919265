/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-resource.h"

#include <arpa/nameser.h>

G_BEGIN_DECLS

/* Access to the records of a message, for its reader. */

gboolean  tlsrpt_resource_read      (TlsrptResource     *resource,
                                     TlsrptResourceType  type,
                                     const ns_msg       *message,
                                     const ns_rr        *rr);
char     *tlsrpt_resource_read_name (const ns_msg       *message,
                                     const guint8       *data,
                                     const guint8       *end) G_GNUC_WARN_UNUSED_RESULT;
guint32   tlsrpt_resource_read_ttl  (const ns_rr        *rr);
void      tlsrpt_resource_clear     (gpointer            data);

G_END_DECLS
