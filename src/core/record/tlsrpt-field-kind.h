/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

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

GType            tlsrpt_field_kind_get_type (void);

TlsrptFieldKind  tlsrpt_field_kind_guess    (const char       *destination);
char            *tlsrpt_field_kind_to_value (TlsrptFieldKind   kind,
                                             const char       *text,
                                             const char       *domain,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void             tlsrpt_field_kind_advise   (TlsrptFieldKind   kind,
                                             const char       *value,
                                             const char       *text,
                                             GPtrArray        *advice);

G_END_DECLS
