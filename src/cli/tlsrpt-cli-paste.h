/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-cli.h"
#include "tlsrpt-json-writer.h"
#include "tlsrpt-paste.h"

G_BEGIN_DECLS

GPtrArray *tlsrpt_cli_read_pasted          (GBytes              *input,
                                            TlsrptExit          *status,
                                            GError             **absence) G_GNUC_WARN_UNUSED_RESULT;
void       tlsrpt_cli_pasted_append        (const TlsrptPasted  *record,
                                            GString             *page);
void       tlsrpt_cli_pasted_write         (const TlsrptPasted  *record,
                                            TlsrptJsonWriter    *writer);
void       tlsrpt_cli_pasted_write_absence (const GError        *absence,
                                            TlsrptJsonWriter    *writer);

G_END_DECLS
