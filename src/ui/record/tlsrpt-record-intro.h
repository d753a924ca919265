/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_RECORD_INTRO (tlsrpt_record_intro_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptRecordIntro, tlsrpt_record_intro, TLSRPT, RECORD_INTRO, AdwBin)

void tlsrpt_record_intro_set_restored (TlsrptRecordIntro *self,
                                       GDateTime         *saved,
                                       guint              left_out);
void tlsrpt_record_intro_reset        (TlsrptRecordIntro *self);

G_END_DECLS
