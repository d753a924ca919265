/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-markup.h"
#include "tlsrpt-range.h"

G_BEGIN_DECLS

/* What tlsrpt-markup.c looks for at a character: tlsrpt-markup-html.c at “&” and “<”,
 * tlsrpt-markup-link.c at “<” and “[”.  A function that finds nothing may leave anything in
 * the match. */

/* What stands at a place: @kept is what remains of it, unless @plain is set. */
typedef struct
{
  TlsrptMarkupKinds kind;
  gsize             end;
  TlsrptRange       kept;
  const char       *plain;
  char              character[8];
  gboolean          has_blank; /* one before it goes with it */
} TlsrptMarkupMatch;

gboolean tlsrpt_markup_match_reference (const char        *text,
                                        gsize              length,
                                        gsize              at,
                                        TlsrptMarkupMatch *match);
gboolean tlsrpt_markup_match_tag       (const char        *text,
                                        gsize              length,
                                        gsize              at,
                                        TlsrptMarkupMatch *match);
gboolean tlsrpt_markup_match_bracket   (const char        *text,
                                        gsize              length,
                                        gsize              at,
                                        TlsrptMarkupMatch *match);
gboolean tlsrpt_markup_match_angle     (const char        *text,
                                        gsize              length,
                                        gsize              at,
                                        TlsrptMarkupMatch *match);
gboolean tlsrpt_markup_match_after     (const char        *text,
                                        gsize              length,
                                        gsize              at,
                                        TlsrptMarkupMatch *match);

G_END_DECLS
