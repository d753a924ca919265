/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-grammar.h"
#include "tlsrpt-json-writer.h"

G_BEGIN_DECLS

void tlsrpt_lint_write (const TlsrptGrammar *grammar,
                        TlsrptJsonWriter    *writer,
                        const char          *name);

G_END_DECLS
