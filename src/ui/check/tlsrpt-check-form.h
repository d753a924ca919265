/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-check.h"
#include "tlsrpt-domain-checks.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_CHECK_FORM (tlsrpt_check_form_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptCheckForm, tlsrpt_check_form, TLSRPT, CHECK_FORM, AdwBin)

void tlsrpt_check_form_set_checks   (TlsrptCheckForm    *self,
                                     TlsrptDomainChecks *checks);
void tlsrpt_check_form_set_record   (TlsrptCheckForm    *self,
                                     TlsrptRecord       *record);
void tlsrpt_check_form_set_resolver (TlsrptCheckForm    *self,
                                     TlsrptResolver     *resolver);

void tlsrpt_check_form_take_domain  (TlsrptCheckForm    *self);
void tlsrpt_check_form_set_domain   (TlsrptCheckForm    *self,
                                     const char         *domain);
void tlsrpt_check_form_look         (TlsrptCheckForm    *self,
                                     const char         *domain);
void tlsrpt_check_form_start        (TlsrptCheckForm    *self);
void tlsrpt_check_form_start_typing (TlsrptCheckForm    *self);

G_END_DECLS
