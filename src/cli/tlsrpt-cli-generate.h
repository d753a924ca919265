/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-cli.h"
#include "tlsrpt-record.h"

G_BEGIN_DECLS

TlsrptExit tlsrpt_cli_generate       (int            argc,
                                      char         **argv);

gboolean   tlsrpt_cli_fill_record    (TlsrptRecord  *record,
                                      char         **arguments,
                                      gsize          line);
void       tlsrpt_cli_report_fault   (gsize          line,
                                      guint          position,
                                      const GError  *error);
TlsrptExit tlsrpt_cli_generate_batch (const char    *format,
                                      guint          ttl,
                                      gboolean       quiet);

G_END_DECLS
