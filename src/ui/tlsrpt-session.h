/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-state.h"
#include "tlsrpt-window.h"

G_BEGIN_DECLS

#define TLSRPT_TYPE_SESSION (tlsrpt_session_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptSession, tlsrpt_session, TLSRPT, SESSION, GObject)

TlsrptSession *tlsrpt_session_new    (void) G_GNUC_WARN_UNUSED_RESULT;

void           tlsrpt_session_add    (TlsrptSession  *self,
                                      TlsrptWindow   *window);
void           tlsrpt_session_end    (TlsrptSession  *self);
gboolean       tlsrpt_session_forget (TlsrptSession  *self,
                                      GError        **error);

G_END_DECLS
