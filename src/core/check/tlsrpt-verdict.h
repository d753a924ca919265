/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-remark.h"
#include "tlsrpt-grammar.h"
#include "tlsrpt-published.h"

G_BEGIN_DECLS

/**
 * TlsrptPresence:
 * @TLSRPT_PRESENCE_UNKNOWN: DNS could not answer
 * @TLSRPT_PRESENCE_NONE: there is no record
 * @TLSRPT_PRESENCE_ONE: there is one record
 * @TLSRPT_PRESENCE_SEVERAL: there are several, which counts as none
 */
typedef enum
{
  TLSRPT_PRESENCE_UNKNOWN,
  TLSRPT_PRESENCE_NONE,
  TLSRPT_PRESENCE_ONE,
  TLSRPT_PRESENCE_SEVERAL,
} TlsrptPresence;

/**
 * TlsrptMatch:
 * @TLSRPT_MATCH_UNKNOWN: there is nothing to compare, or DNS could not answer
 * @TLSRPT_MATCH_SAME: to the letter
 * @TLSRPT_MATCH_EQUIVALENT: the same destinations in the same order, spelled otherwise
 * @TLSRPT_MATCH_DIFFERENT: something else, or nothing, is published
 */
typedef enum
{
  TLSRPT_MATCH_UNKNOWN,
  TLSRPT_MATCH_SAME,
  TLSRPT_MATCH_EQUIVALENT,
  TLSRPT_MATCH_DIFFERENT,
} TlsrptMatch;

/**
 * TlsrptVerdict:
 * @published: what is published
 * @presence: whether there is a record
 * @text: (nullable): the record, if there is one
 * @ttl: how long caches may still keep the record, in seconds
 * @grammar: what there is to say about the record, if there is one
 * @match: whether it is the one that was expected
 * @differences: (element-type TlsrptRemark): how it differs from the one expected
 * @is_wildcard: whether the record comes from a wildcard
 * @advice: (element-type TlsrptRemark): what to do, the most important first
 *
 * What is published for a domain, judged.  Three verdicts that do not depend on
 * each other: is there a record, is it valid, is it the right one.
 */
typedef struct
{
  TlsrptPublished *published;

  TlsrptPresence   presence;
  GBytes          *text;
  guint32          ttl;

  TlsrptGrammar   *grammar;

  TlsrptMatch      match;
  GPtrArray       *differences;

  gboolean         is_wildcard;
  GPtrArray       *advice;
} TlsrptVerdict;

TlsrptVerdict *tlsrpt_verdict_new              (TlsrptPublished      *published,
                                                const char           *expected) G_GNUC_WARN_UNUSED_RESULT;
TlsrptMatch    tlsrpt_verdict_compare          (GBytes               *text,
                                                const char           *expected);
void           tlsrpt_verdict_free             (TlsrptVerdict        *self);

gboolean       tlsrpt_verdict_is_valid         (const TlsrptVerdict  *self);
gboolean       tlsrpt_verdict_is_usable        (const TlsrptVerdict  *self);
gboolean       tlsrpt_verdict_is_complete      (const TlsrptVerdict  *self);
char         **tlsrpt_verdict_dup_destinations (const TlsrptVerdict  *self) G_GNUC_WARN_UNUSED_RESULT;

const char    *tlsrpt_presence_get_token       (TlsrptPresence        presence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptVerdict, tlsrpt_verdict_free)

G_END_DECLS
