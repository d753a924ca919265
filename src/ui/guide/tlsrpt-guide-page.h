/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-guide-entry.h"
#include "tlsrpt-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_GUIDE_PAGE (tlsrpt_guide_page_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptGuidePage, tlsrpt_guide_page, TLSRPT, GUIDE_PAGE, AdwBin)

void tlsrpt_guide_page_set_record (TlsrptGuidePage  *self,
                                   TlsrptRecord     *record);

void tlsrpt_guide_page_open       (TlsrptGuidePage  *self,
                                   TlsrptGuideEntry *entry);
void tlsrpt_guide_page_search     (TlsrptGuidePage  *self,
                                   const char       *text);

G_END_DECLS
