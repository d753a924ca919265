/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-record.h"

G_BEGIN_DECLS

#define TLSRPT_TYPE_IMPORT (tlsrpt_import_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptImport, tlsrpt_import, TLSRPT, IMPORT, GObject)

TlsrptImport   *tlsrpt_import_new             (void) G_GNUC_WARN_UNUSED_RESULT;

/* Input */
void            tlsrpt_import_set_form        (TlsrptImport *self,
                                               TlsrptRecord *form);
const char     *tlsrpt_import_get_text        (TlsrptImport *self);
void            tlsrpt_import_set_text        (TlsrptImport *self,
                                               const char   *text);
guint           tlsrpt_import_get_selected    (TlsrptImport *self);
void            tlsrpt_import_set_selected    (TlsrptImport *self,
                                               guint         selected);

/* Output: what the text is */
const char     *tlsrpt_import_get_verdict     (TlsrptImport *self);
TlsrptSeverity  tlsrpt_import_get_severity    (TlsrptImport *self);
GListModel     *tlsrpt_import_get_findings    (TlsrptImport *self);
GPtrArray      *tlsrpt_import_get_remarks     (TlsrptImport *self);
GListModel     *tlsrpt_import_get_choices     (TlsrptImport *self);

/* Output: what can be made of it */
const char     *tlsrpt_import_get_domain      (TlsrptImport *self);
const char     *tlsrpt_import_get_value       (TlsrptImport *self);
GArray         *tlsrpt_import_get_differences (TlsrptImport *self);
GListModel     *tlsrpt_import_get_changes     (TlsrptImport *self);
const char     *tlsrpt_import_get_hint        (TlsrptImport *self);
gboolean        tlsrpt_import_get_can_merge   (TlsrptImport *self);
gboolean        tlsrpt_import_get_can_replace (TlsrptImport *self);
gboolean        tlsrpt_import_get_has_choice  (TlsrptImport *self);
gboolean        tlsrpt_import_is_other_domain (TlsrptImport *self);

void            tlsrpt_import_replace         (TlsrptImport *self);
guint           tlsrpt_import_merge           (TlsrptImport *self);

G_END_DECLS
