/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-grammar.h"
#include "tlsrpt-remark.h"

G_BEGIN_DECLS

/* Selects all of several records. */
#define TLSRPT_IMPORT_ALL 0

/**
 * TlsrptImportReading:
 * @source: (nullable): what the text is, such as the output of a tool
 * @notes: (nullable): what was done to read it
 * @verdict: (nullable): what there is to say in a sentence; `NULL` for no text
 * @severity: how bad that is
 * @value: (nullable): the repaired record
 * @differences: (element-type TlsrptSpan): what is new in @value
 * @domain: (nullable): the domain at whose name the record stands
 * @uris: (element-type utf8): the destinations of @value
 * @findings: (element-type TlsrptRemark): what is wrong
 * @changes: (element-type TlsrptRemark): what was changed for @value
 * @choices: (element-type TlsrptRemark): all records and each of them, if they
 *   are several
 * @selected: which of @choices was read
 *
 * All that can be said about a pasted text.
 */
typedef struct
{
  char           *source;
  char           *notes;
  char           *verdict;
  TlsrptSeverity  severity;
  char           *value;
  GArray         *differences;
  char           *domain;
  GPtrArray      *uris;
  GPtrArray      *findings;
  GPtrArray      *changes;
  GPtrArray      *choices;
  guint           selected;
} TlsrptImportReading;

TlsrptImportReading *tlsrpt_import_read         (TlsrptGrammar       *grammar,
                                                 const char          *text,
                                                 int                  wanted) G_GNUC_WARN_UNUSED_RESULT;
void                 tlsrpt_import_reading_free (TlsrptImportReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptImportReading, tlsrpt_import_reading_free)

G_END_DECLS
