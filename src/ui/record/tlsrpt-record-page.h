/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-import-dialog.h"
#include "tlsrpt-record.h"
#include "tlsrpt-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_RECORD_PAGE (tlsrpt_record_page_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptRecordPage, tlsrpt_record_page, TLSRPT, RECORD_PAGE, AdwBin)

void                tlsrpt_record_page_set_record      (TlsrptRecordPage  *self,
                                                        TlsrptRecord      *record);
gboolean            tlsrpt_record_page_get_can_undo    (TlsrptRecordPage  *self);

void                tlsrpt_record_page_add_destination (TlsrptRecordPage  *self,
                                                        TlsrptFieldKind    kind);
void                tlsrpt_record_page_clear           (TlsrptRecordPage  *self);
void                tlsrpt_record_page_copy            (TlsrptRecordPage  *self);
void                tlsrpt_record_page_copy_name       (TlsrptRecordPage  *self);
void                tlsrpt_record_page_fill            (TlsrptRecordPage  *self,
                                                        const char        *domain,
                                                        const char *const *destinations);
void                tlsrpt_record_page_generate        (TlsrptRecordPage  *self);
TlsrptImportDialog *tlsrpt_record_page_import          (TlsrptRecordPage  *self,
                                                        const char        *text);
void                tlsrpt_record_page_show_panel      (TlsrptRecordPage  *self,
                                                        const char        *provider,
                                                        const char        *domain,
                                                        const char        *zone);
void                tlsrpt_record_page_start_typing    (TlsrptRecordPage  *self);
void                tlsrpt_record_page_undo            (TlsrptRecordPage  *self);

/* What is kept from one start to the next */
void                tlsrpt_record_page_set_state       (TlsrptRecordPage  *self,
                                                        TlsrptState       *state);
gboolean            tlsrpt_record_page_restore         (TlsrptRecordPage  *self,
                                                        TlsrptState       *state);
void                tlsrpt_record_page_use_addresses   (TlsrptRecordPage  *self);
void                tlsrpt_record_page_forget          (TlsrptRecordPage  *self);

G_END_DECLS
