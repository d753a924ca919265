/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-field.h"

G_BEGIN_DECLS

/* What to show of a field. */

TlsrptRemark *tlsrpt_field_dup_remark (TlsrptField *self,
                                       gboolean     is_finished) G_GNUC_WARN_UNUSED_RESULT;
gboolean      tlsrpt_field_is_good    (TlsrptField *self);

G_END_DECLS
