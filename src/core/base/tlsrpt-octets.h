/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Octets, eight at a time.  Strings of reports are short and many: to call the C
 * library for each takes longer than what it is called for.
 */

#pragma once

#include <glib.h>

#include <string.h>

G_BEGIN_DECLS

static inline guint64
tlsrpt_octets_load (const char *octets)
{
  guint64 word;

  memcpy (&word, octets, sizeof word);

  return word;
}

static inline guint64
tlsrpt_octets_load_half (const char *octets)
{
  guint32 word;

  memcpy (&word, octets, sizeof word);

  return word;
}

/* All of less than eight octets. */
static inline guint64
tlsrpt_octets_load_few (const char *octets,
                        gsize       length)
{
  if (length >= 4)
    return tlsrpt_octets_load_half (octets) << 32 |
           tlsrpt_octets_load_half (octets + length - 4);

  if (length == 0)
    return 0;

  return (guint64) (guchar) octets[0] << 16 | (guint64) (guchar) octets[length / 2] << 8 |
         (guchar) octets[length - 1];
}

/**
 * tlsrpt_octets_equal:
 * @a: octets
 * @b: other ones
 * @length: how many
 *
 * Compares octets.
 *
 * Returns: `TRUE` if they are the same
 */
static inline gboolean
tlsrpt_octets_equal (const char *a,
                     const char *b,
                     gsize       length)
{
  const char *a_end = a + length;
  const char *b_end = b + length;

  if (length < 8)
    return tlsrpt_octets_load_few (a, length) == tlsrpt_octets_load_few (b, length);

  for (; a_end - a > 16; a += 16, b += 16)
    {
      if (tlsrpt_octets_load (a) != tlsrpt_octets_load (b) ||
          tlsrpt_octets_load (a + 8) != tlsrpt_octets_load (b + 8))
        return FALSE;
    }

  /* The rest is less than eight octets, of which some were compared before, or two
   * words, which may overlap. */
  return (a_end - a < 8 || tlsrpt_octets_load (a) == tlsrpt_octets_load (b)) &&
         tlsrpt_octets_load (a_end - 8) == tlsrpt_octets_load (b_end - 8);
}

/**
 * tlsrpt_octets_copy:
 * @to: where to
 * @from: octets
 * @length: how many
 *
 * Copies octets.
 *
 * Returns: `TRUE` if none of them is NUL
 */
static inline gboolean
tlsrpt_octets_copy (char       *to,
                    const char *from,
                    gsize       length)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 tops = ones << 7;
  guint64 nuls = 0;

  if (length < 8)
    {
      for (gsize i = 0; i < length; i++)
        {
          to[i] = from[i];
          nuls |= from[i] == '\0';
        }

      return nuls == 0;
    }

  for (gsize i = 0;; i = MIN (i + 8, length - 8))
    {
      const guint64 word = tlsrpt_octets_load (from + i);

      memcpy (to + i, &word, sizeof word);
      nuls |= (word - ones) & ~word & tops;

      if (i + 8 == length)
        break;
    }

  return nuls == 0;
}

/* Sixteen octets; those with their top bit are negative. */
typedef gint8 TlsrptOctets __attribute__ ((vector_size (16)));

static inline gboolean
tlsrpt_octets_is_plain (char octet)
{
  return octet >= ' ' && octet < 0x7f && octet != '"' && octet != '\\';
}

static inline gboolean
tlsrpt_octets_are_plain (TlsrptOctets octets)
{
  const TlsrptOctets odd = (octets < ' ') | (octets == 0x7f) | (octets == '"') |
                           (octets == '\\');
  guint64 halves[2];

  memcpy (halves, &odd, sizeof halves);

  return (halves[0] | halves[1]) == 0;
}

/**
 * tlsrpt_octets_copy_plain:
 * @to: where to
 * @from: octets
 * @length: how many
 *
 * Copies octets up to the first that does not stand for itself between quotation marks,
 * in JSON or in a zone file.
 *
 * Returns: how many: all, if they are printable ASCII but “"” and “\”
 */
static inline gsize
tlsrpt_octets_copy_plain (char       *to,
                          const char *from,
                          gsize       length)
{
  gsize i = 0;

  /* The last sixteen may have been copied in part. */
  while (length >= sizeof (TlsrptOctets))
    {
      TlsrptOctets octets;

      memcpy (&octets, from + i, sizeof octets);
      if (!tlsrpt_octets_are_plain (octets))
        break;

      memcpy (to + i, &octets, sizeof octets);
      if (i + sizeof octets == length)
        return length;
      i = MIN (i + sizeof octets, length - sizeof octets);
    }

  for (; i < length && tlsrpt_octets_is_plain (from[i]); i++)
    to[i] = from[i];

  return i;
}

/* Brings what makes a word different from others into its upper bits. */
static inline guint64
tlsrpt_octets_mix (guint64 word)
{
  /* 2⁶⁴ divided by the golden ratio. */
  return word * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
}

/**
 * tlsrpt_octets_scatter:
 * @octets: octets
 * @length: how many
 *
 * Hashes octets for a table that forgets: whoever makes many meet on purpose gains
 * nothing.  For all other tables there is [func@text_hash].
 *
 * Returns: a hash, whose upper bits are the good ones
 */
static inline guint64
tlsrpt_octets_scatter (const char *octets,
                       gsize       length)
{
  guint64 hash = length;

  if (length < 8)
    return tlsrpt_octets_mix (hash ^ tlsrpt_octets_load_few (octets, length));

  for (gsize i = 0; i < length - 8; i += 8)
    {
      hash = tlsrpt_octets_mix (hash ^ tlsrpt_octets_load (octets + i));
      hash ^= hash >> 32;
    }

  return tlsrpt_octets_mix (hash ^ tlsrpt_octets_load (octets + length - 8));
}

G_END_DECLS
