/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-export-format.h"

G_BEGIN_DECLS

/* A record as people export it, for tests of formats. */

#define EXPORT_EXAMPLE_VALUE \
  "v=TLSRPTv1; rua=mailto:tlsrpt@example.com,https://tlsrpt.example.net/v1/report"

extern const TlsrptExportRecord export_example;

char *export_example_write (const char               *key,
                            const TlsrptExportRecord *record) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
