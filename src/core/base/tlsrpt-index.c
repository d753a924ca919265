/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-index.h"

#include <string.h>

#define FEWEST_SLOTS 64

static void
allocate (TlsrptIndex *self,
          gsize        n_slots)
{
  self->slots = g_new (TlsrptIndexSlot, n_slots);
  self->n_slots = n_slots;
  /* All of them are TLSRPT_INDEX_NONE. */
  memset (self->slots, 0xff, n_slots * sizeof *self->slots);
}

void
tlsrpt_index_init (TlsrptIndex *self)
{
  allocate (self, FEWEST_SLOTS);
  self->n_used = 0;
}

void
tlsrpt_index_clear (TlsrptIndex *self)
{
  g_clear_pointer (&self->slots, g_free);
}

static void
put (TlsrptIndex     *self,
     TlsrptIndexSlot  slot)
{
  gsize place = tlsrpt_index_begin (self, slot.hash);

  while (self->slots[place].index != TLSRPT_INDEX_NONE)
    place = (place + 1) & (self->n_slots - 1);

  self->slots[place] = slot;
}

static void
grow (TlsrptIndex *self)
{
  g_autofree TlsrptIndexSlot *slots = self->slots;
  const gsize n_slots = self->n_slots;

  allocate (self, 4 * n_slots);
  for (gsize i = 0; i < n_slots; i++)
    {
      if (slots[i].index != TLSRPT_INDEX_NONE)
        put (self, slots[i]);
    }
}

/**
 * tlsrpt_index_add:
 * @self: the index
 * @hash: a hash
 * @index: where in the list the thing is that has it; it is not in the index yet
 *
 * Adds a thing.
 */
void
tlsrpt_index_add (TlsrptIndex *self,
                  guint64      hash,
                  guint32      index)
{
  if (++self->n_used > self->n_slots / 2)
    grow (self);

  put (self, (TlsrptIndexSlot) { (guint32) hash, index });
}
