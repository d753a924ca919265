/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-export-format.h"
#include "tlsrpt-record.h"

G_BEGIN_DECLS

#define TLSRPT_EXPORT_DEFAULT_FORMAT "zone"

#define TLSRPT_TYPE_EXPORT (tlsrpt_export_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptExport, tlsrpt_export, TLSRPT, EXPORT, GObject)

TlsrptExport *tlsrpt_export_new             (TlsrptRecord *record) G_GNUC_WARN_UNUSED_RESULT;

/* Input */
TlsrptRecord *tlsrpt_export_get_record      (TlsrptExport *self);
TlsrptField  *tlsrpt_export_get_zone_field  (TlsrptExport *self);
void          tlsrpt_export_guess_zone      (TlsrptExport *self);
TlsrptField  *tlsrpt_export_get_ttl_field   (TlsrptExport *self);
gboolean      tlsrpt_export_has_ttl         (TlsrptExport *self);
const char   *tlsrpt_export_get_format      (TlsrptExport *self);
void          tlsrpt_export_set_format      (TlsrptExport *self,
                                             const char   *format);
const char   *tlsrpt_export_get_hosts       (TlsrptExport *self);
void          tlsrpt_export_set_hosts       (TlsrptExport *self,
                                             const char   *hosts);

/* Output: exactly one of text and error is set */
const char   *tlsrpt_export_get_text        (TlsrptExport *self);
GPtrArray    *tlsrpt_export_get_steps       (TlsrptExport *self);
const GError *tlsrpt_export_get_error       (TlsrptExport *self);
const GError *tlsrpt_export_get_hosts_error (TlsrptExport *self);
const char   *tlsrpt_export_get_note        (TlsrptExport *self);
const char   *tlsrpt_export_get_file_name   (TlsrptExport *self);

G_END_DECLS
