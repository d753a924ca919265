/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-export-format.h"
#include "tlsrpt-record.h"

G_BEGIN_DECLS

char *tlsrpt_export_text_build (TlsrptRecord              *record,
                                const TlsrptExportFormat  *format,
                                GPtrArray                 *hosts,
                                GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *tlsrpt_export_text_list_steps (TlsrptRecord              *record,
                                          const TlsrptExportFormat  *format,
                                          GPtrArray                 *hosts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
