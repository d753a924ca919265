/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-evidence.h"

/* A day of January 2026. */
#define CAUSE_SHORTHAND_DAY(n) (20453 + (n))

GPtrArray         *cause_shorthand_read_reports (const char *shorthand,
                                                 gboolean    is_reversed) G_GNUC_WARN_UNUSED_RESULT;
TlsrptEvidenceSet *cause_shorthand_gather       (const GPtrArray *reports) G_GNUC_WARN_UNUSED_RESULT;
TlsrptEvidenceSet *cause_shorthand_read         (const char *shorthand,
                                                 gboolean    is_reversed) G_GNUC_WARN_UNUSED_RESULT;
