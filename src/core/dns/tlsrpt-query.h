/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-answer.h"
#include "tlsrpt-channel.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlsrptQuery:
 *
 * One question to name servers, asked by c-ares in a main context.  It belongs to a
 * resolver.
 */
typedef struct _TlsrptQuery TlsrptQuery;

/**
 * TlsrptQueryDone:
 * @query: the query
 * @answer: (transfer full) (nullable): the answer; `NULL` if it was cancelled
 * @user_data: what tlsrpt_query_new() got
 */
typedef void (*TlsrptQueryDone) (TlsrptQuery  *query,
                                 TlsrptAnswer *answer,
                                 gpointer      user_data);

TlsrptQuery *tlsrpt_query_new        (const char         *name,
                                      TlsrptResourceType  type,
                                      GMainContext       *context,
                                      GCancellable       *cancellable,
                                      TlsrptQueryDone     done,
                                      gpointer            user_data);
void         tlsrpt_query_start      (TlsrptQuery        *self,
                                      TlsrptChannels     *channels,
                                      const char         *server,
                                      double              timeout,
                                      gboolean            is_recursive);
gboolean     tlsrpt_query_is_started (TlsrptQuery        *self);

G_END_DECLS
