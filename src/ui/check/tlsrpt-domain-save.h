/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-domain-checks.h"
#include "tlsrpt-table.h"

G_BEGIN_DECLS

void tlsrpt_domain_save (GtkWidget          *widget,
                         TlsrptDomainChecks *checks,
                         TlsrptTable        *table);

G_END_DECLS
