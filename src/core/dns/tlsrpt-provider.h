/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-answer.h"

G_BEGIN_DECLS

#define TLSRPT_PROVIDER_MAX_SERVERS 6

/**
 * TlsrptProviderTtl:
 * @TLSRPT_PROVIDER_TTL_DEFAULT: nothing is documented: the form chooses
 * @TLSRPT_PROVIDER_TTL_SECONDS: a number of seconds
 * @TLSRPT_PROVIDER_TTL_CHOICE: a list to choose from
 * @TLSRPT_PROVIDER_TTL_UNIT: a number, and a list of units to choose from
 *
 * How a web form asks for the TTL.
 */
typedef enum
{
  TLSRPT_PROVIDER_TTL_DEFAULT,
  TLSRPT_PROVIDER_TTL_SECONDS,
  TLSRPT_PROVIDER_TTL_CHOICE,
  TLSRPT_PROVIDER_TTL_UNIT,
} TlsrptProviderTtl;

/**
 * TlsrptProvider:
 * @id: a word for it, of lowercase letters and digits
 * @title: what it is called
 * @words: (nullable): what else people search for
 * @servers: patterns of its name servers, see [func@provider_match_host]
 * @place: (nullable): the way to the form, in the provider’s words
 * @type_label: the field of the type; this and the other labels are as in the form
 * @type: what to choose there
 * @name_label: the field of the name, to which the form adds the zone
 * @value_label: the field of the value
 * @ttl_label: (nullable): the field of the TTL
 * @unit_label: (nullable): the field of its unit
 * @ttl: how it asks for the TTL
 * @is_quoted: whether the value is typed in quotation marks, each string in its own
 * @max_length: how long what is typed as the value may be, or 0
 * @url: the page of its documentation
 * @verified: the day on which all this was compared with a copy of that page
 *
 * Who hosts a zone, and the web form in which its customers add a TXT record.
 */
typedef struct
{
  const char        *id;
  const char        *title;
  const char        *words;
  const char        *servers[TLSRPT_PROVIDER_MAX_SERVERS];
  const char        *place;
  const char        *type_label;
  const char        *type;
  const char        *name_label;
  const char        *value_label;
  const char        *ttl_label;
  const char        *unit_label;
  TlsrptProviderTtl  ttl;
  gboolean           is_quoted;
  gsize              max_length;
  const char        *url;
  const char        *verified;
} TlsrptProvider;

gsize                 tlsrpt_provider_count      (void);
const TlsrptProvider *tlsrpt_provider_at         (gsize         position);
const TlsrptProvider *tlsrpt_provider_find       (const char   *id);
const TlsrptProvider *tlsrpt_provider_match_host (const char   *host);
GPtrArray            *tlsrpt_provider_match      (TlsrptAnswer *ns) G_GNUC_WARN_UNUSED_RESULT;
char                 *tlsrpt_provider_dup_titles (GPtrArray    *providers) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
