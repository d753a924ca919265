/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-cli.h"

G_BEGIN_DECLS

TlsrptExit tlsrpt_cli_help_json       (void);
void       tlsrpt_cli_help_version    (void);

void       tlsrpt_cli_help_append_end (GString    *page,
                                       const char *command);
void       tlsrpt_cli_help_print      (GString    *page);

G_END_DECLS
