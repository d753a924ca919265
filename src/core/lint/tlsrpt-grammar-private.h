/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-grammar.h"
#include "tlsrpt-range.h"

G_BEGIN_DECLS

/* tlsrpt-ext-name. */
#define TLSRPT_EXTENSION_NAME_LENGTH 32

/* Where to go on in what is no TLS-RPT record. */
#define TLSRPT_NOWHERE G_MAXSIZE

/* WSP of RFC 5234. */
static inline gboolean
tlsrpt_grammar_is_white_space (char c)
{
  return c == ' ' || c == '\t';
}

static inline gsize
tlsrpt_grammar_skip_white_space (const char *text,
                                 gsize       at,
                                 gsize       end)
{
  while (at < end && tlsrpt_grammar_is_white_space (text[at]))
    at++;

  return at;
}

static inline TlsrptRange
tlsrpt_grammar_trim_white_space (const char *text,
                                 gsize       start,
                                 gsize       end)
{
  start = tlsrpt_grammar_skip_white_space (text, start, end);

  while (end > start && tlsrpt_grammar_is_white_space (text[end - 1]))
    end--;

  return (TlsrptRange) { start, end };
}

/* In tlsrpt-grammar.c: how far a part of an extension goes. */
gsize tlsrpt_grammar_skip_extension_name  (const char *text,
                                           gsize       at,
                                           gsize       end);
gsize tlsrpt_grammar_skip_extension_value (const char *text,
                                           gsize       at,
                                           gsize       end);

/* In tlsrpt-grammar-version.c: what the word after “v=” is. */
TlsrptFindingCode tlsrpt_grammar_judge_version (const char *text,
                                                gsize       start,
                                                gsize       end);

/* In tlsrpt-grammar-version.c and tlsrpt-grammar-diagnose.c: they say what is wrong and
 * return where to go on. */
gsize tlsrpt_grammar_diagnose_version   (TlsrptGrammar  *grammar);
gsize tlsrpt_grammar_diagnose_extension (TlsrptGrammar  *grammar,
                                         gsize           offset);
gsize tlsrpt_grammar_diagnose_uri       (TlsrptGrammar  *grammar,
                                         gsize           offset,
                                         TlsrptUriFault  fault,
                                         gsize           stop);

/* In tlsrpt-grammar-diagnose.c, for both. */
gsize tlsrpt_grammar_find_field_end (const TlsrptGrammar *grammar,
                                     gsize                at,
                                     char                 delimiter);
void  tlsrpt_grammar_fail_at_range  (TlsrptGrammar       *grammar,
                                     TlsrptFindingCode    code,
                                     TlsrptRange          range);

G_END_DECLS
