/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-fact.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_FACT_ROW (tlsrpt_fact_row_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptFactRow, tlsrpt_fact_row, TLSRPT, FACT_ROW, AdwExpanderRow)

GtkWidget *tlsrpt_fact_row_new (const TlsrptFact *fact) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
