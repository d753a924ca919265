/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-check-list.h"
#include "tlsrpt-record.h"
#include "tlsrpt-state.h"

G_BEGIN_DECLS

#define TLSRPT_TYPE_DOMAIN_CHECKS (tlsrpt_domain_checks_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptDomainChecks, tlsrpt_domain_checks, TLSRPT, DOMAIN_CHECKS, GObject)

TlsrptDomainChecks *tlsrpt_domain_checks_new        (void) G_GNUC_WARN_UNUSED_RESULT;

TlsrptState        *tlsrpt_domain_checks_get_state  (TlsrptDomainChecks *self);
void                tlsrpt_domain_checks_set_state  (TlsrptDomainChecks *self,
                                                     TlsrptState        *state);
void                tlsrpt_domain_checks_set_record (TlsrptDomainChecks *self,
                                                     TlsrptRecord       *record);

gboolean            tlsrpt_domain_checks_add        (TlsrptDomainChecks *self,
                                                     const char         *domain);
void                tlsrpt_domain_checks_keep       (TlsrptDomainChecks *self,
                                                     TlsrptCheck        *check);
TlsrptCheck        *tlsrpt_domain_checks_find       (TlsrptDomainChecks *self,
                                                     const char         *domain);

void                tlsrpt_domain_checks_start      (TlsrptDomainChecks *self,
                                                     TlsrptResolver     *resolver,
                                                     const char         *domain);
void                tlsrpt_domain_checks_cancel     (TlsrptDomainChecks *self);
gboolean            tlsrpt_domain_checks_is_running (TlsrptDomainChecks *self);
const char         *tlsrpt_domain_checks_take_problem
                                                    (TlsrptDomainChecks *self);
TlsrptCheckList    *tlsrpt_domain_checks_get_list   (TlsrptDomainChecks *self);

GString            *tlsrpt_domain_checks_to_json    (TlsrptDomainChecks *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
