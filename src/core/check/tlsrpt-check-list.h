/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-check.h"

G_BEGIN_DECLS

#define TLSRPT_TYPE_CHECK_LIST (tlsrpt_check_list_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptCheckList, tlsrpt_check_list, TLSRPT, CHECK_LIST, GObject)

TlsrptCheckList *tlsrpt_check_list_new        (TlsrptResolver    *resolver,
                                               const char *const *domains) G_GNUC_WARN_UNUSED_RESULT;

void             tlsrpt_check_list_start      (TlsrptCheckList   *self);
void             tlsrpt_check_list_cancel     (TlsrptCheckList   *self);

guint            tlsrpt_check_list_get_n_done (TlsrptCheckList   *self);
gboolean         tlsrpt_check_list_is_running (TlsrptCheckList   *self);

G_END_DECLS
