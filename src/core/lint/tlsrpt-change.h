/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-remark.h"

G_BEGIN_DECLS

/**
 * TlsrptChangeCode:
 *
 * What a repair did to a text, or why it could not.  The table in tlsrpt-change.c
 * has one entry for each, in the same order.
 */
typedef enum
{
  /* The record is written otherwise and means the same */
  TLSRPT_CHANGE_QUOTES,
  TLSRPT_CHANGE_MARKUP,
  TLSRPT_CHANGE_LEADING_MARKS,
  TLSRPT_CHANGE_VERSION,
  TLSRPT_CHANGE_VERSION_ADDED,
  TLSRPT_CHANGE_LAYOUT,
  TLSRPT_CHANGE_RUA_NAME,
  TLSRPT_CHANGE_RUA_MERGED,
  TLSRPT_CHANGE_RECORDS_MERGED,
  TLSRPT_CHANGE_SEPARATOR,
  TLSRPT_CHANGE_COMMA_ENCODED,
  TLSRPT_CHANGE_COMMA_FOR_DOT,
  TLSRPT_CHANGE_MARKS,
  TLSRPT_CHANGE_MAILTO_ADDED,
  TLSRPT_CHANGE_MAILTO_MENDED,
  TLSRPT_CHANGE_SCHEME_MENDED,
  TLSRPT_CHANGE_SIZE_SUFFIX,
  TLSRPT_CHANGE_MAILTO_QUERY,
  TLSRPT_CHANGE_URL_FRAGMENT,
  TLSRPT_CHANGE_LETTERS,
  TLSRPT_CHANGE_REWRITTEN,
  TLSRPT_CHANGE_DUPLICATE,

  /* Something could not be kept */
  TLSRPT_CHANGE_LEADING_DROPPED,
  TLSRPT_CHANGE_EXTENSION_DROPPED,
  TLSRPT_CHANGE_FIELD_DROPPED,
  TLSRPT_CHANGE_HTTP_DROPPED,
  TLSRPT_CHANGE_SCHEME_DROPPED,
  TLSRPT_CHANGE_DESTINATION_DROPPED,

  /* There is no repair */
  TLSRPT_CHANGE_NOT_A_RECORD,
  TLSRPT_CHANGE_NO_DESTINATION,
  TLSRPT_CHANGE_TOO_LONG,
  TLSRPT_CHANGE_TOO_MANY,
} TlsrptChangeCode;

#define TLSRPT_N_CHANGE_CODES (TLSRPT_CHANGE_TOO_MANY + 1)

/**
 * TlsrptChange:
 * @code: what was changed, or why not
 * @record: which of several records it is about, from 0
 * @offset: where in that record
 * @length: octets it covers
 * @before: (nullable): what stood there, as valid UTF-8
 * @after: (nullable): what stands in its place; `NULL` if nothing does
 * @reason: (nullable): why, if the code does not tell; translated
 *
 * A difference between a text and its repair.
 */
typedef struct
{
  TlsrptChangeCode  code;
  guint             record;
  gsize             offset;
  gsize             length;
  char             *before;
  char             *after;
  char             *reason;
} TlsrptChange;

void          tlsrpt_change_free          (TlsrptChange       *self);
const char   *tlsrpt_change_get_code_name (const TlsrptChange *self);
const char   *tlsrpt_change_get_message   (const TlsrptChange *self);
char         *tlsrpt_change_dup_title     (const TlsrptChange *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean      tlsrpt_change_is_loss       (const TlsrptChange *self);
TlsrptRemark *tlsrpt_change_to_remark     (const TlsrptChange *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
