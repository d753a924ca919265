/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where nothing is. */
#define TLSRPT_INDEX_NONE G_MAXUINT32

typedef struct
{
  guint32 hash;
  guint32 index;
} TlsrptIndexSlot;

/**
 * TlsrptIndex:
 *
 * Where things of a list are, by their hash: the list compares them, so that each is hashed
 * once, whether it is there or new, and nothing is kept twice.  A hash is one of
 * [func@text_hash], which strangers do not know.
 */
typedef struct
{
  /*< private >*/
  TlsrptIndexSlot *slots;
  gsize            n_slots; /* a power of two */
  gsize            n_used;
} TlsrptIndex;

void tlsrpt_index_init  (TlsrptIndex *self);
void tlsrpt_index_clear (TlsrptIndex *self);
void tlsrpt_index_add   (TlsrptIndex *self,
                         guint64      hash,
                         guint32      index);

/* Where to begin to look for a hash. */
static inline gsize
tlsrpt_index_begin (const TlsrptIndex *self,
                    guint64            hash)
{
  return (gsize) (guint32) hash & (self->n_slots - 1);
}

/**
 * tlsrpt_index_next:
 * @self: the index
 * @hash: a hash
 * @place: (inout): where to look: at first what [method@Index.begin] returns
 *
 * Finds the next thing that has a hash, and may be the one that is looked for.
 *
 * Returns: where it is in the list, or `TLSRPT_INDEX_NONE` if there is no other
 */
static inline guint32
tlsrpt_index_next (const TlsrptIndex *self,
                   guint64            hash,
                   gsize             *place)
{
  for (;;)
    {
      const TlsrptIndexSlot *slot = &self->slots[*place];

      if (slot->index == TLSRPT_INDEX_NONE)
        return TLSRPT_INDEX_NONE;

      *place = (*place + 1) & (self->n_slots - 1);
      if (slot->hash == (guint32) hash)
        return slot->index;
    }
}

G_END_DECLS
