/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-failure-type.h"

G_BEGIN_DECLS

/* The texts of tlsrpt-failure-type.c, which no other file uses: a table for each group.
 * Prose is marked with N_(); tokens, codes and commands are not. */

typedef struct
{
  const char          *token;
  const char          *title;
  const char          *summary;
  const char          *words;             /* what people call it */
  const char          *drafts[2];         /* what it was called before RFC 8460 */

  TlsrptFailureGroup   group;
  TlsrptFailureActors  actors;

  const char          *saw[3];
  const char          *effect[2];
  const char          *urgency[2];
  const char          *who[2];
  const char          *stopgap[3];
  const char          *causes[9];
  const char          *steps[9];
  const char          *servers[9];
  const char          *checks[3 * TLSRPT_GUIDE_N_CHECK_ITEMS];
  const char          *scope[2];
  const char          *proof[4];
  const char          *reason_codes[12];
  const char          *exchange_codes[3]; /* enhanced status codes of Exchange Online */
  const char          *related[4];
  const char          *references[4];     /* “RFC section” */
} TlsrptFailureTexts;

#define TLSRPT_N_NEGOTIATION_FAILURES 5
#define TLSRPT_N_STS_FAILURES 3
#define TLSRPT_N_DANE_FAILURES 3

extern const TlsrptFailureTexts tlsrpt_failure_negotiation_texts[TLSRPT_N_NEGOTIATION_FAILURES];
extern const TlsrptFailureTexts tlsrpt_failure_sts_texts[TLSRPT_N_STS_FAILURES];
extern const TlsrptFailureTexts tlsrpt_failure_dane_texts[TLSRPT_N_DANE_FAILURES];

G_END_DECLS
