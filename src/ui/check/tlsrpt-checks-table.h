/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-check-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_CHECKS_TABLE (tlsrpt_checks_table_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptChecksTable, tlsrpt_checks_table, TLSRPT, CHECKS_TABLE, GtkBox)

TlsrptCheckList *tlsrpt_checks_table_get_list   (TlsrptChecksTable *self);
void             tlsrpt_checks_table_set_list   (TlsrptChecksTable *self,
                                                 TlsrptCheckList   *list);

void             tlsrpt_checks_table_save       (TlsrptChecksTable *self);
void             tlsrpt_checks_table_take_focus (TlsrptChecksTable *self);

G_END_DECLS
