/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_DOMAIN_FILTER (tlsrpt_domain_filter_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptDomainFilter, tlsrpt_domain_filter, TLSRPT, DOMAIN_FILTER, AdwBin)

const char *tlsrpt_domain_filter_get_word (TlsrptDomainFilter *self);
void        tlsrpt_domain_filter_reset    (TlsrptDomainFilter *self);

G_END_DECLS
