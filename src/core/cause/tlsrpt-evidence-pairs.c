/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-evidence-private.h"

#include "tlsrpt-octets.h"

#define FEWEST_SLOTS 8

/*
 * Sets of pointers, each with a number.  A problem has several, and there are a thousand
 * problems: a GHashTable for each would take longer than all that is looked up in them.
 */

/* The difference of two pointers may be known, so both must not meet in one sum. */
static inline gsize
find_slot (const Pairs   *self,
           gconstpointer  pointer,
           gint64         number)
{
  guint64 hash = tlsrpt_octets_mix (GPOINTER_TO_SIZE (pointer));

  hash = tlsrpt_octets_mix ((hash ^ hash >> 32) + (guint64) number);

  return (gsize) (hash >> 32) & (self->n_slots - 1);
}

/* Where a pair is, or where it would be. */
static inline Pair *
find (const Pairs   *self,
      gconstpointer  pointer,
      gint64         number)
{
  gsize i = find_slot (self, pointer, number);

  while (self->slots[i].pointer != NULL &&
         (self->slots[i].pointer != pointer || self->slots[i].number != number))
    i = (i + 1) & (self->n_slots - 1);

  return &self->slots[i];
}

static void
grow (Pairs *self)
{
  g_autofree Pair *slots = self->slots;
  gsize n_slots = self->n_slots;

  self->n_slots = MAX (2 * n_slots, FEWEST_SLOTS);
  self->slots = g_new0 (Pair, self->n_slots);
  for (gsize i = 0; i < n_slots; i++)
    {
      if (slots[i].pointer != NULL)
        *find (self, slots[i].pointer, slots[i].number) = slots[i];
    }
}

void
tlsrpt_evidence_pairs_clear (Pairs *self)
{
  g_clear_pointer (&self->slots, g_free);
  self->n_slots = self->n_pairs = 0;
}

/* Adds a pair.  Returns whether it is new. */
gboolean
tlsrpt_evidence_pairs_add (Pairs         *self,
                           gconstpointer  pointer,
                           gint64         number)
{
  Pair *pair;

  if (2 * self->n_pairs >= self->n_slots)
    grow (self);

  pair = find (self, pointer, number);
  if (pair->pointer != NULL)
    return FALSE;

  *pair = (Pair) { pointer, number };
  self->n_pairs++;

  return TRUE;
}

gboolean
tlsrpt_evidence_pairs_has (const Pairs   *self,
                           gconstpointer  pointer,
                           gint64         number)
{
  return self->n_pairs > 0 && find (self, pointer, number)->pointer != NULL;
}
