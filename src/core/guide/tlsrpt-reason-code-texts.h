/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-failure-sender.h"

G_BEGIN_DECLS

/* The texts of tlsrpt-reason-code.c, which no other file uses. Prose is marked with N_();
 * codes and types are not. */

/* Who writes a code, as a set. */
#define TLSRPT_BY_POSTFIX (1 << TLSRPT_SENDER_POSTFIX)
#define TLSRPT_BY_MOX (1 << TLSRPT_SENDER_MOX)
#define TLSRPT_BY_STALWART (1 << TLSRPT_SENDER_STALWART)
#define TLSRPT_BY_MICROSOFT (1 << TLSRPT_SENDER_MICROSOFT)
#define TLSRPT_BY_MAIL_RU (1 << TLSRPT_SENDER_MAIL_RU)

typedef struct
{
  const char *code;
  gboolean    is_family;  /* every code that begins with it is meant */
  guint       senders;    /* 0: not known */
  const char *meaning;
  const char *advice[2];
  const char *types[4];   /* the types that it comes with */
} TlsrptReasonCodeTexts;

const TlsrptReasonCodeTexts *tlsrpt_reason_code_texts_get (gsize *n_texts);

G_END_DECLS
