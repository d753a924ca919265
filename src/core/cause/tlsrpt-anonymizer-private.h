/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-anonymizer.h"
#include "tlsrpt-stand-ins.h"

G_BEGIN_DECLS

struct _TlsrptAnonymizer
{
  TlsrptStandIns *stand_ins;
  /* (element-type utf8): the words that name nobody, in lower case */
  GHashTable     *words;
};

GHashTable *tlsrpt_anonymizer_new_words (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
