/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/**
 * TlsrptRange:
 * @start: where a part of a text begins
 * @end: where it ends
 *
 * A part of a text while it is cut smaller and smaller; [struct@Span] is for what
 * stays.
 */
typedef struct
{
  gsize start;
  gsize end;
} TlsrptRange;

/* Where a character stands first, or the end. */
static inline gsize
tlsrpt_range_find (const char  *text,
                   TlsrptRange  range,
                   char         c)
{
  const char *found = memchr (text + range.start, c, range.end - range.start);

  return found != NULL ? (gsize) (found - text) : range.end;
}

static inline gboolean
tlsrpt_range_equals (const char  *text,
                     TlsrptRange  range,
                     const char  *word)
{
  gsize length = strlen (word);

  return range.end - range.start == length && memcmp (text + range.start, word, length) == 0;
}

static inline gboolean
tlsrpt_range_starts_caseless (const char  *text,
                              TlsrptRange  range,
                              const char  *word)
{
  gsize length = strlen (word);

  /* Mostly the first octet tells, and saves a call: a letter differs in one bit at most. */
  return range.end - range.start >= length &&
         (length == 0 || ((text[range.start] ^ word[0]) & ~0x20) == 0) &&
         g_ascii_strncasecmp (text + range.start, word, length) == 0;
}

static inline gboolean
tlsrpt_range_equals_caseless (const char  *text,
                              TlsrptRange  range,
                              const char  *word)
{
  return range.end - range.start == strlen (word) &&
         tlsrpt_range_starts_caseless (text, range, word);
}

G_END_DECLS
