/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-export.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_EXPORT_PANEL (tlsrpt_export_panel_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptExportPanel, tlsrpt_export_panel, TLSRPT, EXPORT_PANEL, GtkBox)

GtkWidget    *tlsrpt_export_panel_new         (TlsrptRecord      *record) G_GNUC_WARN_UNUSED_RESULT;

TlsrptExport *tlsrpt_export_panel_get_export  (TlsrptExportPanel *self);

void          tlsrpt_export_panel_focus_steps (TlsrptExportPanel *self);
void          tlsrpt_export_panel_save        (TlsrptExportPanel *self);

G_END_DECLS
