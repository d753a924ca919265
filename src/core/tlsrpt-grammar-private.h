/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-grammar.h"

G_BEGIN_DECLS

/* tlsrpt-ext-name. */
#define TLSRPT_EXTENSION_NAME_LENGTH 32

/* Where to go on in what is no TLS-RPT record. */
#define TLSRPT_NOWHERE G_MAXSIZE

/* WSP of RFC 5234. */
static inline gboolean
tlsrpt_is_white_space (char c)
{
  return c == ' ' || c == '\t';
}

/* In tlsrpt-grammar.c: how far a part of an extension goes. */
gsize tlsrpt_skip_extension_name  (const char     *text,
                                   gsize           at,
                                   gsize           end);
gsize tlsrpt_skip_extension_value (const char     *text,
                                   gsize           at,
                                   gsize           end);

/* In tlsrpt-grammar-diagnose.c: what the word behind “v=” is. */
TlsrptFindingCode tlsrpt_judge_version (const char *text,
                                        gsize       start,
                                        gsize       end);

/* In tlsrpt-grammar-diagnose.c: they say what is wrong and return where to go on. */
gsize tlsrpt_diagnose_version     (TlsrptGrammar  *grammar);
gsize tlsrpt_diagnose_extension   (TlsrptGrammar  *grammar,
                                   gsize           offset);
gsize tlsrpt_diagnose_uri         (TlsrptGrammar  *grammar,
                                   gsize           offset,
                                   TlsrptUriFault  fault,
                                   gsize           stop);

G_END_DECLS
