/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-domain-checks.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_DOMAIN_DETAILS (tlsrpt_domain_details_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptDomainDetails, tlsrpt_domain_details, TLSRPT, DOMAIN_DETAILS, GtkBox)

GtkWidget  *tlsrpt_domain_details_new        (TlsrptDomainChecks  *checks,
                                              TlsrptRecord        *record,
                                              const char          *domain) G_GNUC_WARN_UNUSED_RESULT;

const char *tlsrpt_domain_details_get_domain (TlsrptDomainDetails *self);

G_END_DECLS
