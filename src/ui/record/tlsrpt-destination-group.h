/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-entry-row.h"
#include "tlsrpt-record.h"

G_BEGIN_DECLS

#define TLSRPT_TYPE_DESTINATION_GROUP (tlsrpt_destination_group_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptDestinationGroup, tlsrpt_destination_group,
                      TLSRPT, DESTINATION_GROUP, AdwPreferencesGroup)

void            tlsrpt_destination_group_set_record     (TlsrptDestinationGroup *self,
                                                         TlsrptRecord           *record);

void            tlsrpt_destination_group_check          (TlsrptDestinationGroup *self);
void            tlsrpt_destination_group_focus_position (TlsrptDestinationGroup *self,
                                                         guint                   position);
TlsrptEntryRow *tlsrpt_destination_group_get_field_row  (TlsrptDestinationGroup *self,
                                                         TlsrptField            *field);
guint           tlsrpt_destination_group_get_position   (TlsrptDestinationGroup *self,
                                                         TlsrptField            *field);

G_END_DECLS
