/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-field.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_ENTRY_ROW (tlsrpt_entry_row_get_type ())

G_DECLARE_DERIVABLE_TYPE (TlsrptEntryRow, tlsrpt_entry_row, TLSRPT, ENTRY_ROW, AdwEntryRow)

struct _TlsrptEntryRowClass
{
  AdwEntryRowClass parent_class;
};

/* Input */
TlsrptField  *tlsrpt_entry_row_get_field         (TlsrptEntryRow *self);
void          tlsrpt_entry_row_set_field         (TlsrptEntryRow *self,
                                                  TlsrptField    *field);

/* Output */
TlsrptRemark *tlsrpt_entry_row_get_remark        (TlsrptEntryRow *self);

void          tlsrpt_entry_row_check             (TlsrptEntryRow *self);
void          tlsrpt_entry_row_apply_repair      (TlsrptEntryRow *self);
void          tlsrpt_entry_row_start_typing      (TlsrptEntryRow *self);

GtkWidget    *tlsrpt_entry_row_create_remark_row (TlsrptEntryRow *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
