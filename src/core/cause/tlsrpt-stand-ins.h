/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands for names and addresses in a report that is made anonymous: for the same
 * one always the same. */
typedef struct _TlsrptStandIns TlsrptStandIns;

TlsrptStandIns *tlsrpt_stand_ins_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void            tlsrpt_stand_ins_free        (TlsrptStandIns       *self);

gsize           tlsrpt_stand_ins_get_size    (const TlsrptStandIns *self);
char           *tlsrpt_stand_ins_dup_name    (TlsrptStandIns       *self,
                                              const char           *name) G_GNUC_WARN_UNUSED_RESULT;
const char     *tlsrpt_stand_ins_get_address (TlsrptStandIns       *self,
                                              const char           *text);
const char     *tlsrpt_stand_ins_get_digest  (TlsrptStandIns       *self,
                                              const char           *hex);
const char     *tlsrpt_stand_ins_get_text    (TlsrptStandIns       *self,
                                              const char           *kind,
                                              const char           *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptStandIns, tlsrpt_stand_ins_free)

G_END_DECLS
