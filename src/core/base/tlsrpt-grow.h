/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * tlsrpt_grow:
 * @memory: (nullable) (transfer full): memory for things
 * @n: how many are in it
 * @n_allocated: (inout): how many have room in it
 * @size: the octets of one
 *
 * Makes room for one thing more.  (The row “a report of 15.8 MB” of the benchmark “speed”:
 * `g_array_append_val` takes some 110 instructions a thing, and this 10.)
 *
 * Returns: (transfer full): the memory, which may be somewhere else
 */
static inline gpointer
tlsrpt_grow (gpointer  memory,
             gsize     n,
             gsize    *n_allocated,
             gsize     size)
{
  if (G_LIKELY (n < *n_allocated))
    return memory;

  *n_allocated = MAX (16, 2 * n);

  return g_realloc_n (memory, *n_allocated, size);
}

G_END_DECLS
