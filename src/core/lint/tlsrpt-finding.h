/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-remark.h"
#include "tlsrpt-severity.h"

G_BEGIN_DECLS

/**
 * TlsrptFindingCode:
 *
 * What there is to say about the text of a record.  The table in
 * tlsrpt-finding.c has one entry for each, in the same order.
 */
typedef enum
{
  /* The version */
  TLSRPT_FINDING_EMPTY,
  TLSRPT_FINDING_TEXT_TOO_LONG,
  TLSRPT_FINDING_LEADING_WHITE_SPACE,
  TLSRPT_FINDING_QUOTES,
  TLSRPT_FINDING_VERSION,
  TLSRPT_FINDING_VERSION_CASE,
  TLSRPT_FINDING_VERSION_MISSING,
  TLSRPT_FINDING_VERSION_MISSPELLED,
  TLSRPT_FINDING_VERSION_UNKNOWN,
  TLSRPT_FINDING_SPF_RECORD,
  TLSRPT_FINDING_DMARC_RECORD,
  TLSRPT_FINDING_MTA_STS_RECORD,
  TLSRPT_FINDING_DKIM_RECORD,
  TLSRPT_FINDING_BIMI_RECORD,

  /* What the text around a record tells */
  TLSRPT_FINDING_WRONG_NAME,
  TLSRPT_FINDING_DOUBLED_NAME,
  TLSRPT_FINDING_CUT_OFF,

  /* Fields */
  TLSRPT_FINDING_MISSING_SEMICOLON,
  TLSRPT_FINDING_EMPTY_FIELD,
  TLSRPT_FINDING_FIELD_WITHOUT_EQUALS,
  TLSRPT_FINDING_WHITE_SPACE_AROUND_EQUALS,
  TLSRPT_FINDING_TRAILING_WHITE_SPACE,
  TLSRPT_FINDING_EXTENSION_NAME,
  TLSRPT_FINDING_EXTENSION_NAME_TOO_LONG,
  TLSRPT_FINDING_EXTENSION_VALUE,
  TLSRPT_FINDING_EXTENSION_VALUE_EMPTY,
  TLSRPT_FINDING_CONTROL_CHARACTER,
  TLSRPT_FINDING_NON_ASCII,
  TLSRPT_FINDING_MISSING_RUA,

  /* URIs */
  TLSRPT_FINDING_EMPTY_URI,
  TLSRPT_FINDING_EXTRA_COMMA,
  TLSRPT_FINDING_BARE_ADDRESS,
  TLSRPT_FINDING_MAILTO_EQUALS,
  TLSRPT_FINDING_URI_SCHEME,
  TLSRPT_FINDING_URI_WHITE_SPACE,
  TLSRPT_FINDING_URI_CHARACTER,
  TLSRPT_FINDING_URI_PERCENT,
  TLSRPT_FINDING_URI_IP_LITERAL,
  TLSRPT_FINDING_URI_PORT,
  TLSRPT_FINDING_RAW_EXCLAMATION,
  TLSRPT_FINDING_SIZE_SUFFIX,
  TLSRPT_FINDING_NO_USABLE_DESTINATION,

  /* Grammatical, but of no use to some senders or to all */
  TLSRPT_FINDING_SPACE_BEFORE_FIRST_SEMICOLON,
  TLSRPT_FINDING_SPACE_BEFORE_COMMA,
  TLSRPT_FINDING_SPACE_AFTER_COMMA,
  TLSRPT_FINDING_EXTENSION_BEFORE_RUA,
  TLSRPT_FINDING_RUA_CASE,
  TLSRPT_FINDING_SEVERAL_RUA,
  TLSRPT_FINDING_SCHEME_CASE,
  TLSRPT_FINDING_UNSUPPORTED_SCHEME,
  TLSRPT_FINDING_HTTP,
  TLSRPT_FINDING_MAILTO_ADDRESS,
  TLSRPT_FINDING_ENCODED_LOCAL_PART,
  TLSRPT_FINDING_MAILTO_QUERY,
  TLSRPT_FINDING_HOST_NAME,
  TLSRPT_FINDING_URL_HOST,
  TLSRPT_FINDING_URL_PORT,
  TLSRPT_FINDING_URL_PORT_RANGE,
  TLSRPT_FINDING_URL_USER_INFO,
  TLSRPT_FINDING_URL_IP_ADDRESS,
  TLSRPT_FINDING_URL_FRAGMENT,
  TLSRPT_FINDING_URL_EQUALS_SIGN,
  TLSRPT_FINDING_NO_MAIL_ADDRESS,
  TLSRPT_FINDING_VALUE_TOO_LONG,
  TLSRPT_FINDING_VALUE_OVER_UDP,

  /* Worth knowing */
  TLSRPT_FINDING_VALUE_OVER_STRING,
  TLSRPT_FINDING_DUPLICATE_DESTINATION,
  TLSRPT_FINDING_MANY_DESTINATIONS,
  TLSRPT_FINDING_SEVERAL_DESTINATIONS,
  TLSRPT_FINDING_EXTENSION,
  TLSRPT_FINDING_MORE,
} TlsrptFindingCode;

#define TLSRPT_N_FINDING_CODES (TLSRPT_FINDING_MORE + 1)

/**
 * TlsrptFinding:
 * @code: what was found
 * @offset: where, in octets from the start of the text
 * @length: octets it covers; none if something is missing there
 *
 * One thing to say about a text.  It holds no message: that is looked up when
 * somebody wants to read it.
 */
typedef struct
{
  TlsrptFindingCode code;
  gsize             offset;
  gsize             length;
} TlsrptFinding;

TlsrptSeverity  tlsrpt_finding_get_severity  (const TlsrptFinding *self);
const char     *tlsrpt_finding_get_code_name (const TlsrptFinding *self);
char           *tlsrpt_finding_dup_section   (const TlsrptFinding *self) G_GNUC_WARN_UNUSED_RESULT;
const char     *tlsrpt_finding_get_message   (const TlsrptFinding *self);
char           *tlsrpt_finding_dup_repair    (const TlsrptFinding *self,
                                              const char          *text) G_GNUC_WARN_UNUSED_RESULT;

TlsrptRemark *tlsrpt_finding_to_remark      (const TlsrptFinding *self,
                                             const TlsrptRange   *range,
                                             const char          *repair) G_GNUC_WARN_UNUSED_RESULT;
TlsrptRemark *tlsrpt_finding_code_to_remark (TlsrptFindingCode    self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
