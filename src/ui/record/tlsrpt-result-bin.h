/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_RESULT_BIN (tlsrpt_result_bin_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptResultBin, tlsrpt_result_bin, TLSRPT, RESULT_BIN, AdwBin)

void tlsrpt_result_bin_reveal     (TlsrptResultBin *self,
                                   TlsrptRecord    *record);
void tlsrpt_result_bin_show       (TlsrptResultBin *self,
                                   TlsrptRecord    *record);
void tlsrpt_result_bin_save       (TlsrptResultBin *self);
void tlsrpt_result_bin_show_panel (TlsrptResultBin *self,
                                   TlsrptRecord    *record);

G_END_DECLS
