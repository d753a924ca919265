/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-evidence.h"

G_BEGIN_DECLS

/* Why something failed, and whether MTA-STS may be enforced, for people. */
void tlsrpt_cli_report_append_causes    (GString                 *text,
                                         const TlsrptEvidenceSet *set,
                                         gint64                   now);
void tlsrpt_cli_report_append_readiness (GString                 *text,
                                         const GPtrArray         *answers);
void tlsrpt_cli_report_append_changes   (GString                 *text,
                                         const GArray            *changes);

G_END_DECLS
