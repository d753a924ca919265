/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-finding.h"
#include "tlsrpt-uri.h"

G_BEGIN_DECLS

#define TLSRPT_VERSION "v=TLSRPTv1"

/**
 * TlsrptGrammarField:
 * @is_rua: whether it names destinations; else it is an extension
 * @span: the whole field
 * @name: its name
 * @value: what stands behind the equals sign
 * @first_uri: of a `rua` field, its first destination in the list of all
 * @n_uris: of a `rua` field, how many destinations it names
 */
typedef struct
{
  gboolean   is_rua;
  TlsrptSpan span;
  TlsrptSpan name;
  TlsrptSpan value;
  gsize      first_uri;
  gsize      n_uris;
} TlsrptGrammarField;

/**
 * TlsrptGrammar:
 * @text: the text that was parsed last; borrowed
 * @length: octets of @text
 * @valid: whether @text is the `tlsrpt-record` of RFC 8460 section 3
 * @usable: whether it is valid and somebody can report to one of its destinations
 * @fields: what is grammatical of the fields, in order
 * @uris: what is grammatical of the destinations, in order
 * @findings: what there is to say, in the order of the text
 *
 * A parser of record texts and its last result.  It keeps its memory, so one that
 * parses many records allocates nothing after the first few.
 */
typedef struct
{
  const char         *text;
  gsize               length;

  gboolean            valid;
  gboolean            usable;
  gboolean            is_cut_off;

  TlsrptGrammarField *fields;
  gsize               n_fields;
  TlsrptUri          *uris;
  gsize               n_uris;
  TlsrptFinding      *findings;
  gsize               n_findings;

  /*< private >*/
  gsize               allocated_fields;
  gsize               allocated_uris;
  gsize               allocated_findings;
} TlsrptGrammar;

TlsrptGrammar  *tlsrpt_grammar_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void            tlsrpt_grammar_free         (TlsrptGrammar       *self);

gboolean        tlsrpt_grammar_parse        (TlsrptGrammar       *self,
                                             const char          *text,
                                             gssize               length);
void            tlsrpt_grammar_add          (TlsrptGrammar       *self,
                                             TlsrptFindingCode    code,
                                             gsize                offset,
                                             gsize                length);
void            tlsrpt_grammar_fail         (TlsrptGrammar       *self,
                                             TlsrptFindingCode    code,
                                             gsize                offset,
                                             gsize                length);
TlsrptSeverity  tlsrpt_grammar_get_severity (const TlsrptGrammar *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptGrammar, tlsrpt_grammar_free)

G_END_DECLS
