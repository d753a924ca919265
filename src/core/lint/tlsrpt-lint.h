/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-grammar.h"

G_BEGIN_DECLS

void        tlsrpt_grammar_lint     (TlsrptGrammar       *grammar,
                                     const char          *text,
                                     gssize               length);
const char *tlsrpt_lint_get_verdict (const TlsrptGrammar *grammar);

G_END_DECLS
