/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-record.h"

G_BEGIN_DECLS

/* Between tlsrpt-record.c, which derives, and tlsrpt-record-edit.c, which edits. */

void tlsrpt_record_hold    (TlsrptRecord  *self);
void tlsrpt_record_release (TlsrptRecord  *self);
void tlsrpt_record_splice  (TlsrptRecord  *self,
                            guint          position,
                            guint          n_removals,
                            TlsrptField  **additions,
                            guint          n_additions);

G_END_DECLS
