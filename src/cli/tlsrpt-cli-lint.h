/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-cli.h"
#include "tlsrpt-grammar.h"

G_BEGIN_DECLS

TlsrptExit tlsrpt_cli_lint         (int                   argc,
                                    char                **argv);

TlsrptExit tlsrpt_cli_lint_lines   (void);
TlsrptExit tlsrpt_cli_lint_answers (void);
void       tlsrpt_cli_lint_append  (GString              *page,
                                    const TlsrptGrammar  *grammar);
TlsrptExit tlsrpt_cli_lint_exit    (const TlsrptGrammar  *grammar);

G_END_DECLS
