/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-field.h"
#include "tlsrpt-guide-entry.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_GUIDE_ENTRY_PAGE (tlsrpt_guide_entry_page_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptGuideEntryPage, tlsrpt_guide_entry_page,
                      TLSRPT, GUIDE_ENTRY_PAGE, AdwBin)

GtkWidget        *tlsrpt_guide_entry_page_new        (TlsrptGuideEntry     *entry,
                                                      TlsrptField          *domain,
                                                      TlsrptField          *mx) G_GNUC_WARN_UNUSED_RESULT;

TlsrptGuideEntry *tlsrpt_guide_entry_page_get_entry  (TlsrptGuideEntryPage *self);
void              tlsrpt_guide_entry_page_start      (TlsrptGuideEntryPage *self);

G_END_DECLS
