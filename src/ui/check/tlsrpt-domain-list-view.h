/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-domain-checks.h"
#include "tlsrpt-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_DOMAIN_LIST_VIEW (tlsrpt_domain_list_view_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptDomainListView, tlsrpt_domain_list_view, TLSRPT, DOMAIN_LIST_VIEW,
                      AdwBin)

void         tlsrpt_domain_list_view_set_checks    (TlsrptDomainListView *self,
                                                    TlsrptDomainChecks   *checks);
void         tlsrpt_domain_list_view_reload        (TlsrptDomainListView *self);
TlsrptTable *tlsrpt_domain_list_view_get_table     (TlsrptDomainListView *self);
char        *tlsrpt_domain_list_view_dup_names     (TlsrptDomainListView *self) G_GNUC_WARN_UNUSED_RESULT;
void         tlsrpt_domain_list_view_clear         (TlsrptDomainListView *self);
void         tlsrpt_domain_list_view_take_focus    (TlsrptDomainListView *self);
void         tlsrpt_domain_list_view_start_search  (TlsrptDomainListView *self);

G_END_DECLS
