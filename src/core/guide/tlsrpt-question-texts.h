/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-guide-entry.h"

G_BEGIN_DECLS

/*
 * The texts behind tlsrpt-question.c, and nobody else's.  Prose is marked with
 * N_(); ids are not.
 */

typedef struct
{
  const char *id;
  const char *question;
  const char *summary;       /* the answer in one sentence */
  const char *words;         /* what people call it */

  const char *answer[5];
  const char *steps[7];
  const char *related[4];
  const char *references[4]; /* “RFC section” */
} TlsrptQuestionTexts;

const TlsrptQuestionTexts *tlsrpt_question_texts_get (gsize *n_texts);

G_END_DECLS
