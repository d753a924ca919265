/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-domain-checks.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_DOMAINS_PAGE (tlsrpt_domains_page_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptDomainsPage, tlsrpt_domains_page, TLSRPT, DOMAINS_PAGE, AdwBin)

void     tlsrpt_domains_page_set_checks (TlsrptDomainsPage  *self,
                                         TlsrptDomainChecks *checks);

void     tlsrpt_domains_page_read       (TlsrptDomainsPage  *self,
                                         GFile              *file);
void     tlsrpt_domains_page_start      (TlsrptDomainsPage  *self,
                                         TlsrptResolver     *resolver);
void     tlsrpt_domains_page_remove     (TlsrptDomainsPage  *self,
                                         const char         *domain);
void     tlsrpt_domains_page_forget     (TlsrptDomainsPage  *self);
void     tlsrpt_domains_page_save       (TlsrptDomainsPage  *self);
gboolean tlsrpt_domains_page_go_back    (TlsrptDomainsPage  *self);
void     tlsrpt_domains_page_take_focus (TlsrptDomainsPage  *self);

G_END_DECLS
