/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-verdict-part.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_VERDICT_ROW (tlsrpt_verdict_row_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptVerdictRow, tlsrpt_verdict_row, TLSRPT, VERDICT_ROW, AdwActionRow)

void tlsrpt_verdict_row_set_part (TlsrptVerdictRow        *self,
                                  const TlsrptVerdictPart *part);

G_END_DECLS
