/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-answer.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Seconds that one question may take: a server that looks for an answer itself
 * may need most of them. */
#define TLSRPT_RESOLVER_TIMEOUT 10

/**
 * TlsrptResolverFlags:
 * @TLSRPT_RESOLVER_RECURSIVE: the server finds the answer wherever it is
 * @TLSRPT_RESOLVER_AUTHORITATIVE: the server says only what it knows itself
 */
typedef enum
{
  TLSRPT_RESOLVER_RECURSIVE = 0,
  TLSRPT_RESOLVER_AUTHORITATIVE = 1 << 0,
} TlsrptResolverFlags;

#define TLSRPT_TYPE_RESOLVER (tlsrpt_resolver_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptResolver, tlsrpt_resolver, TLSRPT, RESOLVER, GObject)

TlsrptResolver *tlsrpt_resolver_new         (const char           *server,
                                             double                timeout,
                                             TlsrptResolverFlags   flags,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;

const char     *tlsrpt_resolver_get_server  (TlsrptResolver       *self);
double          tlsrpt_resolver_get_timeout (TlsrptResolver       *self);
void            tlsrpt_resolver_set_jobs    (TlsrptResolver       *self,
                                             guint                 jobs);

void            tlsrpt_resolver_ask_async   (TlsrptResolver       *self,
                                             const char           *name,
                                             TlsrptResourceType    type,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
TlsrptAnswer   *tlsrpt_resolver_ask_finish  (TlsrptResolver       *self,
                                             GAsyncResult         *result,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
