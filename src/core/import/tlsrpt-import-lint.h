/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-grammar.h"
#include "tlsrpt-paste.h"

G_BEGIN_DECLS

void     tlsrpt_import_lint        (TlsrptGrammar      *grammar,
                                    const TlsrptPasted *record);
gboolean tlsrpt_import_has_several (GPtrArray          *records);

G_END_DECLS
