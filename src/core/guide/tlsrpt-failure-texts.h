/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-failure-type.h"

G_BEGIN_DECLS

/*
 * The texts behind tlsrpt-failure-type.c, and nobody else's.  Prose is marked
 * with N_(); tokens, codes and commands are not.
 */

typedef struct
{
  const char          *token;
  const char          *title;
  const char          *summary;
  const char          *words;           /* what people call it */

  TlsrptFailureGroup   group;
  TlsrptFailureActors  actors;

  const char          *saw[2];
  const char          *effect[2];
  const char          *who[2];
  const char          *causes[7];
  const char          *steps[7];
  const char          *checks[3 * TLSRPT_GUIDE_N_CHECK_ITEMS];
  const char          *reason_codes[8];
  const char          *exchange_codes[3]; /* enhanced status codes of Exchange Online */
  const char          *related[4];
  const char          *references[4];     /* “RFC section” */
} TlsrptFailureTexts;

const TlsrptFailureTexts *tlsrpt_failure_texts_get (gsize *n_texts);

G_END_DECLS
