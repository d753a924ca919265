/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-question.h"

G_BEGIN_DECLS

/* The texts of tlsrpt-question.c, which no other file uses: a table for each group, which
 * ends with an entry that has no id. Prose is marked with N_(); ids and commands are not. */

typedef struct
{
  const char *id;
  const char *question;
  const char *summary;       /* the answer in one sentence */
  const char *words;         /* what people call it */

  const char *answer[9];
  const char *steps[10];
  const char *checks[2 * TLSRPT_GUIDE_N_CHECK_ITEMS];
  const char *related[5];
  const char *references[5]; /* “RFC section” */
} TlsrptQuestionTexts;

extern const TlsrptQuestionTexts tlsrpt_question_basic_texts[];
extern const TlsrptQuestionTexts tlsrpt_question_record_texts[];
extern const TlsrptQuestionTexts tlsrpt_question_report_texts[];
extern const TlsrptQuestionTexts tlsrpt_question_policy_texts[];

G_END_DECLS
