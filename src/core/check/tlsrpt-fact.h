/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-published.h"

G_BEGIN_DECLS

/**
 * TlsrptFact:
 * @title: what it is about, translated
 * @summary: a sentence about it, translated
 * @details: (nullable): the records, one or several lines each; harmless
 *
 * Something that DNS or the policy host said, in words.  It is no #TlsrptRemark, since it
 * judges nothing and has neither a severity nor a code.
 */
typedef struct
{
  const char *title;
  char       *summary;
  char       *details;
} TlsrptFact;

GPtrArray  *tlsrpt_fact_list            (TlsrptPublished *published) G_GNUC_WARN_UNUSED_RESULT;

/* Also shown by the terminal program */
char       *tlsrpt_fact_dup_dane        (TlsrptPublished *published) G_GNUC_WARN_UNUSED_RESULT;
const char *tlsrpt_fact_get_sts_problem (TlsrptPublished *published);

G_END_DECLS
