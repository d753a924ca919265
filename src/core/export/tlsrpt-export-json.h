/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-export-format.h"
#include "tlsrpt-record.h"

G_BEGIN_DECLS

void tlsrpt_export_json_append (TlsrptRecord             *record,
                                const TlsrptExportRecord *hosts,
                                gsize                     n_hosts,
                                GString                  *text);

G_END_DECLS
