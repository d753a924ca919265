/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-remark.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_IMPORT_BUFFER (tlsrpt_import_buffer_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptImportBuffer, tlsrpt_import_buffer, TLSRPT, IMPORT_BUFFER,
                      GtkTextBuffer)

void tlsrpt_import_buffer_get_place (TlsrptImportBuffer *self,
                                     TlsrptRemark       *remark,
                                     GtkTextIter        *start,
                                     GtkTextIter        *end);
void tlsrpt_import_buffer_repair    (TlsrptImportBuffer *self,
                                     TlsrptRemark       *remark);
void tlsrpt_import_buffer_replace   (TlsrptImportBuffer *self,
                                     const char         *text);
void tlsrpt_import_buffer_underline (TlsrptImportBuffer *self,
                                     GPtrArray          *remarks);

G_END_DECLS
