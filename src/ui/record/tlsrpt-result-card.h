/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_RESULT_CARD (tlsrpt_result_card_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptResultCard, tlsrpt_result_card, TLSRPT, RESULT_CARD, GtkBox)

GtkWidget *tlsrpt_result_card_new        (TlsrptRecord     *record) G_GNUC_WARN_UNUSED_RESULT;

void       tlsrpt_result_card_focus_copy (TlsrptResultCard *self);
void       tlsrpt_result_card_save       (TlsrptResultCard *self);
void       tlsrpt_result_card_show_panel (TlsrptResultCard *self);

G_END_DECLS
