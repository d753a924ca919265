/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-remark.h"
#include "tlsrpt-field-kind.h"

G_BEGIN_DECLS

#define TLSRPT_TYPE_FIELD (tlsrpt_field_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptField, tlsrpt_field, TLSRPT, FIELD, GObject)

TlsrptField     *tlsrpt_field_new            (TlsrptFieldKind  kind,
                                              const char      *text) G_GNUC_WARN_UNUSED_RESULT;

TlsrptFieldKind  tlsrpt_field_get_kind       (TlsrptField     *self);

/* Input */
const char      *tlsrpt_field_get_text       (TlsrptField     *self);
void             tlsrpt_field_set_text       (TlsrptField     *self,
                                              const char      *text);
void             tlsrpt_field_set_domain     (TlsrptField     *self,
                                              const char      *domain);

/* Output: exactly one of value and error is set */
const char      *tlsrpt_field_get_value      (TlsrptField     *self);
const GError    *tlsrpt_field_get_error      (TlsrptField     *self);
gboolean         tlsrpt_field_is_blank       (TlsrptField     *self);
TlsrptRemark    *tlsrpt_field_get_advice     (TlsrptField     *self);
GPtrArray       *tlsrpt_field_get_all_advice (TlsrptField     *self);

/* Output, set by the record that holds the field */
gboolean         tlsrpt_field_get_duplicate  (TlsrptField     *self);
void             tlsrpt_field_set_duplicate  (TlsrptField     *self,
                                              gboolean         duplicate);

G_END_DECLS
