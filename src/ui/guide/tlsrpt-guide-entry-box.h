/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-field.h"
#include "tlsrpt-guide-entry.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_GUIDE_ENTRY_BOX (tlsrpt_guide_entry_box_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptGuideEntryBox, tlsrpt_guide_entry_box,
                      TLSRPT, GUIDE_ENTRY_BOX, GtkBox)

GtkWidget *tlsrpt_guide_entry_box_new (TlsrptGuideEntry *entry,
                                       TlsrptField      *domain,
                                       TlsrptField      *mx) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
