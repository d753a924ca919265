/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-grammar.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_FINDING_ROW (tlsrpt_finding_row_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptFindingRow, tlsrpt_finding_row, TLSRPT, FINDING_ROW, AdwPreferencesRow)

GtkWidget *tlsrpt_finding_row_new (const TlsrptGrammar *grammar,
                                   const TlsrptFinding *finding) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
