/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-difference.h"

#include "tlsrpt-uri.h"

#include <string.h>

/* Octets that may be inserted and removed in all.  Texts that differ in more have so
 * little in common that it helps nobody to see it; and the work grows with its square. */
#define MAX_EDITS 600

/* Octets in common that are too few to set two differences apart. */
#define SHORTEST_COMMON 3

/* Two texts while they are compared by the algorithm of Myers (“An O(ND) Difference
 * Algorithm and Its Variations”, 1986): for each number of edits, how far in the
 * first text one gets on each diagonal. */
typedef struct
{
  const char *before;
  const char *after;
  int         before_length;
  int         after_length;
  GPtrArray  *rounds;
} Comparison;

/* Furthest x on diagonal @k after @d edits (V[k] in Myers' paper). */
static int
get_reached (const Comparison *self,
             int               d,
             int               k)
{
  const int *reached = g_ptr_array_index (self->rounds, d);

  return reached[d + k];
}

/* The diagonal from which one gets furthest on @k with one edit more than in the round
 * before: from the one above by an insertion, from the one below by a removal. */
static int
find_previous (const Comparison *self,
               int               d,
               int               k)
{
  if (k == -d)
    return k + 1;
  if (k == d)
    return k - 1;

  return get_reached (self, d - 1, k - 1) < get_reached (self, d - 1, k + 1) ? k + 1 : k - 1;
}

/* Where both texts stop to go on alike. */
static int
follow (const Comparison *self,
        int               x,
        int               y)
{
  while (x < self->before_length && y < self->after_length && self->before[x] == self->after[y])
    {
      x++;
      y++;
    }

  return x;
}

static int
step (const Comparison *self,
      int               d,
      int               k)
{
  int previous;
  int x;

  if (d == 0)
    return follow (self, 0, 0);

  previous = find_previous (self, d, k);
  x = get_reached (self, d - 1, previous) + (previous < k);

  return follow (self, x, x - k);
}

/* Returns the number of edits and the diagonal of the end, or `FALSE` if they are
 * too many. */
static gboolean
search (Comparison *self,
        int        *n_edits,
        int        *diagonal)
{
  *diagonal = self->before_length - self->after_length;

  for (int d = 0; ABS (*diagonal) <= MAX_EDITS && d <= MAX_EDITS; d++)
    {
      int *reached = g_new (int, 2 * d + 1);

      g_ptr_array_add (self->rounds, reached);
      for (int k = -d; k <= d; k += 2)
        reached[d + k] = step (self, d, k);

      *n_edits = d;
      if (ABS (*diagonal) <= d && (d - *diagonal) % 2 == 0 &&
          reached[d + *diagonal] >= self->before_length)
        return TRUE;
    }

  return FALSE;
}

/* From the end back to the start; so the insertions come in reverse. */
static void
mark_insertions (const Comparison *self,
                 int               n_edits,
                 int               diagonal,
                 GArray           *spans)
{
  int k = diagonal;

  for (int d = n_edits; d > 0; d--)
    {
      int previous = find_previous (self, d, k);

      if (previous > k)
        {
          TlsrptSpan span = { get_reached (self, d - 1, previous) - previous, 1 };

          g_array_prepend_val (spans, span);
        }

      k = previous;
    }
}

/* Joins spans that are so close that they are seen as one. */
static void
join (GArray *spans)
{
  guint n = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      TlsrptSpan span = g_array_index (spans, TlsrptSpan, i);
      TlsrptSpan *last = n > 0 ? &g_array_index (spans, TlsrptSpan, n - 1) : NULL;

      if (last != NULL && span.offset - (last->offset + last->length) < SHORTEST_COMMON)
        last->length = span.offset + span.length - last->offset;
      else
        g_array_index (spans, TlsrptSpan, n++) = span;
    }

  g_array_set_size (spans, n);
}

/**
 * tlsrpt_difference_find:
 * @before: a text of octets
 * @before_length: octets of @before
 * @after: what it has become
 *
 * Finds what is new in @after.  Of texts that have little in common, everything is.
 *
 * Returns: (transfer full) (element-type TlsrptSpan): parts of @after, in order
 */
GArray *
tlsrpt_difference_find (const char *before,
                        gsize       before_length,
                        const char *after)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (TlsrptSpan));
  TlsrptSpan all = { 0, strlen (after) };
  Comparison comparison = {
    .before = before,
    .after = after,
    .before_length = before_length,
    .after_length = all.length,
    .rounds = g_ptr_array_new_with_free_func (g_free),
  };
  int n_edits;
  int diagonal;

  if (search (&comparison, &n_edits, &diagonal))
    {
      mark_insertions (&comparison, n_edits, diagonal, spans);
      join (spans);
    }
  else
    {
      g_array_append_val (spans, all);
    }

  g_ptr_array_unref (comparison.rounds);

  return spans;
}
