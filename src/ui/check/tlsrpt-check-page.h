/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-record.h"
#include "tlsrpt-resolver.h"
#include "tlsrpt-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_CHECK_PAGE (tlsrpt_check_page_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptCheckPage, tlsrpt_check_page, TLSRPT, CHECK_PAGE, AdwBin)

void tlsrpt_check_page_set_record   (TlsrptCheckPage *self,
                                     TlsrptRecord    *record);
void tlsrpt_check_page_set_resolver (TlsrptCheckPage *self,
                                     TlsrptResolver  *resolver);
void tlsrpt_check_page_set_state    (TlsrptCheckPage *self,
                                     TlsrptState     *state);
void tlsrpt_check_page_forget       (TlsrptCheckPage *self);

void tlsrpt_check_page_check_domain (TlsrptCheckPage *self,
                                     const char      *domain);
void tlsrpt_check_page_check_record (TlsrptCheckPage *self);
void tlsrpt_check_page_look         (TlsrptCheckPage *self,
                                     const char      *domain);
void tlsrpt_check_page_start        (TlsrptCheckPage *self);

gboolean tlsrpt_check_page_get_can_undo (TlsrptCheckPage *self);
void     tlsrpt_check_page_undo         (TlsrptCheckPage *self);

G_END_DECLS
