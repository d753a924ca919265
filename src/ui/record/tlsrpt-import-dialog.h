/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_IMPORT_DIALOG (tlsrpt_import_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptImportDialog, tlsrpt_import_dialog, TLSRPT, IMPORT_DIALOG, AdwWindow)

TlsrptImportDialog *tlsrpt_import_dialog_new        (TlsrptRecord       *form) G_GNUC_WARN_UNUSED_RESULT;

TlsrptImport       *tlsrpt_import_dialog_get_import (TlsrptImportDialog *self);
void                tlsrpt_import_dialog_set_text   (TlsrptImportDialog *self,
                                                     const char         *text);

G_END_DECLS
