/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-comparison.h"

#include "tlsrpt-destination.h"
#include "tlsrpt-difference.h"
#include "tlsrpt-display.h"
#include "tlsrpt-grammar.h"
#include "tlsrpt-limits.h"

#include <string.h>

/* Octets that are made harmless at once: no more characters than may be displayed. */
#define PIECE 256

/* A record before it is made harmless. */
typedef struct
{
  const char    *text;
  gsize          length;
  TlsrptGrammar *grammar;
  GArray        *spans; /* what the other one lacks */
} Side;

static Side
side_new (const char *text,
          gsize       length)
{
  Side side = {
    .text = text,
    .length = MIN (length, TLSRPT_LIMIT_VALUE),
    .grammar = tlsrpt_grammar_new (),
    .spans = g_array_new (FALSE, FALSE, sizeof (TlsrptSpan)),
  };

  tlsrpt_grammar_parse (side.grammar, text, (gssize) length);

  return side;
}

static void
side_clear (Side *side)
{
  tlsrpt_grammar_free (side->grammar);
  g_array_unref (side->spans);
}

/* --- What differs ---------------------------------------------------------------------- */

static char *
dup_destination (const Side *side,
                 gsize       i)
{
  TlsrptSpan span = side->grammar->uris[i].span;
  g_autofree char *raw = g_strndup (side->text + span.offset, span.length);
  char *parsed = tlsrpt_destination_parse (raw, NULL);

  return parsed != NULL ? parsed : g_steal_pointer (&raw);
}

static gboolean
has_destination (const Side *side,
                 const char *destination)
{
  for (gsize i = 0; i < side->grammar->n_uris; i++)
    {
      g_autofree char *other = dup_destination (side, i);

      if (tlsrpt_destination_equal (other, destination))
        return TRUE;
    }

  return FALSE;
}

static void
find_missing (Side       *side,
              const Side *other)
{
  for (gsize i = 0; i < side->grammar->n_uris; i++)
    {
      g_autofree char *destination = dup_destination (side, i);

      if (!has_destination (other, destination))
        g_array_append_val (side->spans, side->grammar->uris[i].span);
    }
}

/* What stands at another place in the other record. */
static void
find_moved (Side       *side,
            const Side *other)
{
  for (gsize i = 0; i < side->grammar->n_uris; i++)
    {
      g_autofree char *destination = dup_destination (side, i);
      g_autofree char *counterpart = i < other->grammar->n_uris ? dup_destination (other, i) : NULL;

      if (counterpart == NULL || !tlsrpt_destination_equal (destination, counterpart))
        g_array_append_val (side->spans, side->grammar->uris[i].span);
    }
}

/* White space and semicolons alone are no difference that matters. */
static gboolean
is_layout (const char *text,
           TlsrptSpan  span)
{
  for (gsize i = 0; i < span.length; i++)
    {
      if (strchr (" \t\r\n;", text[span.offset + i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* What is new in a part of a record, if it was a part of the other one. */
static void
find_new (Side       *side,
          TlsrptSpan  part,
          const Side *other,
          TlsrptSpan  other_part)
{
  g_autofree char *text = g_strndup (side->text + part.offset, part.length);
  g_autoptr (GArray) found = tlsrpt_difference_find (other->text + other_part.offset,
                                                     other_part.length, text);

  for (guint i = 0; i < found->len; i++)
    {
      TlsrptSpan span = g_array_index (found, TlsrptSpan, i);

      span.offset += part.offset;
      if (!is_layout (side->text, span))
        g_array_append_val (side->spans, span);
    }
}

/* One destination in the place of another one: what differs in them is easier to see than
 * two whole URLs.  What lacks something, and has nothing more, is marked as a whole. */
static void
refine (Side *side,
        Side *other)
{
  TlsrptSpan part;
  TlsrptSpan other_part;

  if (side->spans->len != 1 || other->spans->len != 1)
    return;

  part = g_array_index (side->spans, TlsrptSpan, 0);
  other_part = g_array_index (other->spans, TlsrptSpan, 0);
  g_array_set_size (side->spans, 0);
  g_array_set_size (other->spans, 0);
  find_new (side, part, other, other_part);
  find_new (other, other_part, side, part);

  if (side->spans->len == 0)
    g_array_append_val (side->spans, part);
  if (other->spans->len == 0)
    g_array_append_val (other->spans, other_part);
}

static void
find_differences (Side *published,
                  Side *expected)
{
  if (!published->grammar->valid || !expected->grammar->valid)
    {
      TlsrptSpan all_published = { 0, published->length };
      TlsrptSpan all_expected = { 0, expected->length };

      /* What contains a NUL has nothing in common with a text. */
      if (memchr (published->text, '\0', published->length) == NULL)
        {
          find_new (published, all_published, expected, all_expected);
          find_new (expected, all_expected, published, all_published);
        }
      else
        {
          g_array_append_val (published->spans, all_published);
          g_array_append_val (expected->spans, all_expected);
        }

      return;
    }

  find_missing (published, expected);
  find_missing (expected, published);
  refine (published, expected);

  if (published->spans->len == 0 && expected->spans->len == 0)
    {
      find_moved (published, expected);
      find_moved (expected, published);
    }
}

/* --- How it is shown ------------------------------------------------------------------- */

/* Octets of a piece that does not end within a character. */
static gsize
measure_piece (const char *text,
               gsize       length)
{
  gsize piece = MIN (length, PIECE);

  while (piece < length && piece > PIECE - 4 && ((guchar) text[piece] & 0xc0) == 0x80)
    piece--;

  return piece;
}

static void
append (GString    *shown,
        const char *text,
        gsize       length)
{
  while (length > 0)
    {
      gsize piece = measure_piece (text, length);
      g_autofree char *harmless = tlsrpt_display_sanitise (text, (gssize) piece);

      g_string_append (shown, harmless);
      text += piece;
      length -= piece;
    }
}

/* To the start of the character. */
static gsize
round_down (const Side *side,
            gsize       at)
{
  gsize start = at;

  while (start > 0 && at - start < 3 && ((guchar) side->text[start] & 0xc0) == 0x80)
    start--;

  return start;
}

static gsize
round_up (const Side *side,
          gsize       at)
{
  while (at < side->length && ((guchar) side->text[at] & 0xc0) == 0x80)
    at++;

  return at;
}

static TlsrptComparisonSide
show (const Side *side,
      gsize       length)
{
  TlsrptComparisonSide result = { .marks = g_array_new (FALSE, FALSE, sizeof (TlsrptSpan)) };
  GString *shown = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < side->spans->len; i++)
    {
      TlsrptSpan span = g_array_index (side->spans, TlsrptSpan, i);
      gsize start = MAX (round_down (side, MIN (span.offset, side->length)), at);
      gsize end = MAX (round_up (side, MIN (span.offset + span.length, side->length)), start);
      TlsrptSpan mark;

      append (shown, side->text + at, start - at);
      mark.offset = shown->len;
      append (shown, side->text + start, end - start);
      mark.length = shown->len - mark.offset;
      if (mark.length > 0)
        g_array_append_val (result.marks, mark);
      at = end;
    }

  append (shown, side->text + at, side->length - at);
  if (length > side->length)
    g_string_append (shown, "…");
  result.text = g_string_free (shown, FALSE);

  return result;
}

/**
 * tlsrpt_comparison_new:
 * @published: the record in DNS
 * @expected: the record that should be there, a valid one
 *
 * Puts two records beside each other and marks what differs: in valid records their
 * destinations, whatever white space they have.  What is shown is harmless.
 *
 * Returns: (transfer full): the comparison
 */
TlsrptComparison *
tlsrpt_comparison_new (GBytes     *published,
                       const char *expected)
{
  TlsrptComparison *self;
  gsize published_length;
  const char *text;
  Side first;
  Side second;

  g_return_val_if_fail (published != NULL, NULL);
  g_return_val_if_fail (expected != NULL, NULL);

  text = g_bytes_get_data (published, &published_length);
  first = side_new (text != NULL ? text : "", published_length);
  second = side_new (expected, strlen (expected));
  find_differences (&first, &second);

  self = g_new (TlsrptComparison, 1);
  self->published = show (&first, published_length);
  self->expected = show (&second, strlen (expected));

  side_clear (&first);
  side_clear (&second);

  return self;
}

void
tlsrpt_comparison_free (TlsrptComparison *self)
{
  g_free (self->published.text);
  g_array_unref (self->published.marks);
  g_free (self->expected.text);
  g_array_unref (self->expected.marks);
  g_free (self);
}
