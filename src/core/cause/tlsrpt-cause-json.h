/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-evidence.h"
#include "tlsrpt-json-writer.h"

G_BEGIN_DECLS

void tlsrpt_cause_write_end (const GPtrArray           *faults,
                             const TlsrptReportSummary *summary,
                             const TlsrptEvidenceSet   *set,
                             guint                      n_days,
                             gint64                     now,
                             TlsrptJsonWriter          *writer);

G_END_DECLS
