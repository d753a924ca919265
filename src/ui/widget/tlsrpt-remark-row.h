/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-excerpt.h"
#include "tlsrpt-remark.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_REMARK_ROW (tlsrpt_remark_row_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptRemarkRow, tlsrpt_remark_row, TLSRPT, REMARK_ROW, AdwPreferencesRow)

GtkWidget    *tlsrpt_remark_row_new         (TlsrptRemark        *remark) G_GNUC_WARN_UNUSED_RESULT;

TlsrptRemark *tlsrpt_remark_row_get_remark  (TlsrptRemarkRow     *self);
void          tlsrpt_remark_row_set_remark  (TlsrptRemarkRow     *self,
                                             TlsrptRemark        *remark);
void          tlsrpt_remark_row_set_excerpt (TlsrptRemarkRow     *self,
                                             const TlsrptExcerpt *excerpt);
void          tlsrpt_remark_row_show_success (TlsrptRemarkRow  *self);
void          tlsrpt_remark_row_set_topic   (TlsrptRemarkRow     *self,
                                             const char          *topic);

G_END_DECLS
