/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-cli.h"
#include "tlsrpt-verdict.h"

G_BEGIN_DECLS

TlsrptExit tlsrpt_cli_check             (int                  argc,
                                         char               **argv);

void       tlsrpt_cli_check_append_text (GString             *text,
                                         const TlsrptVerdict *verdict);

G_END_DECLS
