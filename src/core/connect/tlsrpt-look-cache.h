/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-smtp-session.h"

G_BEGIN_DECLS

/**
 * TlsrptLookCache:
 *
 * What was seen at addresses in one run, so that none is visited twice in it: domains
 * share mail servers.
 */
typedef struct _TlsrptLookCache TlsrptLookCache;

TlsrptLookCache *tlsrpt_look_cache_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void             tlsrpt_look_cache_free (TlsrptLookCache   *self);

TlsrptContact   *tlsrpt_look_cache_dup  (TlsrptLookCache   *self,
                                         const TlsrptVisit *visit) G_GNUC_WARN_UNUSED_RESULT;
void             tlsrpt_look_cache_add  (TlsrptLookCache   *self,
                                         const TlsrptVisit *visit,
                                         TlsrptContact     *contact);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptLookCache, tlsrpt_look_cache_free)

G_END_DECLS
