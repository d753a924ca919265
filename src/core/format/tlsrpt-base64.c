/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-base64.h"

#include <string.h>

/* The values of the digits of base64 (RFC 2045 section 6.8), and this for all else. */
#define NO 128
#define NO_8 NO, NO, NO, NO, NO, NO, NO, NO

static const guint32 digits[256] = {
  NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO,
  NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO,
  NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, 62, NO, NO, NO, 63,
  52, 53, 54, 55, 56, 57, 58, 59, 60, 61, NO, NO, NO, NO, NO, NO,
  NO, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
  15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, NO, NO, NO, NO, NO,
  NO, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40,
  41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, NO, NO, NO, NO, NO,
  NO_8, NO_8, NO_8, NO_8,
  NO_8, NO_8, NO_8, NO_8,
  NO_8, NO_8, NO_8, NO_8,
  NO_8, NO_8, NO_8, NO_8,
};

/* Decodes four digits into three octets; the fourth octet is garbage.  Returns what has the
 * bit of NO if one of them is none. */
static inline guint32
decode_group (const guint8 *in,
              guint8       *out)
{
  const guint32 a = digits[in[0]];
  const guint32 b = digits[in[1]];
  const guint32 c = digits[in[2]];
  const guint32 d = digits[in[3]];
  const guint32 octets = GUINT32_TO_BE ((a << 18 | b << 12 | c << 6 | d) << 8);

  memcpy (out, &octets, sizeof octets);

  return a | b | c | d;
}

/**
 * tlsrpt_base64_decode_line:
 * @line: a line
 * @length: its octets, without its end
 * @out: (out): what is decoded; up to three octets more than that are written
 * @is_last: (out): whether the line is filled up, so that it has to be the last one
 *
 * Decodes a line of whole groups of four digits and nothing else (RFC 2045 section 6.8).
 *
 * Returns: how many octets it has, or 0 if it is no such line
 */
gsize
tlsrpt_base64_decode_line (const guint8 *line,
                           gsize         length,
                           guint8       *out,
                           gboolean     *is_last)
{
  const guint8 *last;
  const guint8 *begin = out;
  guint32 all = 0;
  guint8 filled[4];
  gsize n_filled = 0;

  *is_last = FALSE;
  if (length == 0 || length % 4 != 0)
    return 0;

  last = line + length - 4;
  for (; line < last; line += 4, out += 3)
    all |= decode_group (line, out);

  memcpy (filled, last, 4);
  for (; n_filled < 2 && filled[3 - n_filled] == '='; n_filled++)
    filled[3 - n_filled] = 'A';
  all |= decode_group (filled, out);
  *is_last = n_filled > 0;

  return (all & NO) == 0 ? (gsize) (out - begin) + 3 - n_filled : 0;
}
