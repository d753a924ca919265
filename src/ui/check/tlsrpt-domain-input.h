/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-domain-checks.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_DOMAIN_INPUT (tlsrpt_domain_input_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptDomainInput, tlsrpt_domain_input, TLSRPT, DOMAIN_INPUT, AdwBin)

void tlsrpt_domain_input_set_checks     (TlsrptDomainInput  *self,
                                         TlsrptDomainChecks *checks);
void tlsrpt_domain_input_start_adding   (TlsrptDomainInput  *self);
void tlsrpt_domain_input_start_removing (TlsrptDomainInput  *self,
                                         const char         *names);
void tlsrpt_domain_input_read           (TlsrptDomainInput  *self,
                                         GFile              *file);
void tlsrpt_domain_input_apply          (TlsrptDomainInput  *self);
void tlsrpt_domain_input_clear          (TlsrptDomainInput  *self);
void tlsrpt_domain_input_take_focus     (TlsrptDomainInput  *self);

G_END_DECLS
