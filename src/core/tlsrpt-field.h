/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-advice.h"

G_BEGIN_DECLS

/**
 * TlsrptFieldKind:
 * @TLSRPT_FIELD_DOMAIN: a policy domain
 * @TLSRPT_FIELD_MAIL: a report destination, a mail address
 * @TLSRPT_FIELD_ENDPOINT: a report destination, an https URL
 * @TLSRPT_FIELD_MAIL_HOST: the name of a mail server
 * @TLSRPT_FIELD_ZONE: the apex of a zone
 * @TLSRPT_FIELD_TTL: a time to live in seconds
 *
 * What a field of the form holds.
 */
typedef enum
{
  TLSRPT_FIELD_DOMAIN,
  TLSRPT_FIELD_MAIL,
  TLSRPT_FIELD_ENDPOINT,
  TLSRPT_FIELD_MAIL_HOST,
  TLSRPT_FIELD_ZONE,
  TLSRPT_FIELD_TTL,
} TlsrptFieldKind;

#define TLSRPT_TYPE_FIELD_KIND (tlsrpt_field_kind_get_type ())

GType tlsrpt_field_kind_get_type (void);

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
TlsrptAdvice    *tlsrpt_field_get_advice     (TlsrptField     *self);
GPtrArray       *tlsrpt_field_get_all_advice (TlsrptField     *self);

/* Output, set by the record that holds the field */
gboolean         tlsrpt_field_get_duplicate  (TlsrptField     *self);
void             tlsrpt_field_set_duplicate  (TlsrptField     *self,
                                              gboolean         duplicate);

G_END_DECLS
