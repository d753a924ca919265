/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-uri.h"

G_BEGIN_DECLS

/**
 * TlsrptComparisonSide:
 * @text: a record as it is shown
 * @marks: (element-type TlsrptSpan): the parts of @text that the other record lacks
 *
 * One of two records beside each other.
 */
typedef struct
{
  char   *text;
  GArray *marks;
} TlsrptComparisonSide;

/**
 * TlsrptComparison:
 * @published: the record in DNS
 * @expected: the record that should be there
 *
 * Two records beside each other.
 */
typedef struct
{
  TlsrptComparisonSide published;
  TlsrptComparisonSide expected;
} TlsrptComparison;

TlsrptComparison *tlsrpt_comparison_new  (GBytes           *published,
                                          const char       *expected) G_GNUC_WARN_UNUSED_RESULT;
void              tlsrpt_comparison_free (TlsrptComparison *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptComparison, tlsrpt_comparison_free)

G_END_DECLS
