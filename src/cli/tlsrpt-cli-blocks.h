/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-cli-line.h"

G_BEGIN_DECLS

/**
 * TlsrptCliBlocks:
 * @begin: (transfer full): makes what one thread keeps from line to line
 * @line: what a thread does with a line, which it may change
 * @end_block: called when the lines of a block are written; never by two threads at once,
 *   and in the order of the blocks
 * @end: frees what @begin made
 *
 * What to do with lines of which none needs another one.
 */
typedef struct
{
  gpointer          (*begin)     (gpointer user_data);
  TlsrptCliLineFunc   line;
  void              (*end_block) (gpointer state,
                                  gpointer user_data);
  void              (*end)       (gpointer state);
} TlsrptCliBlocks;

gboolean tlsrpt_cli_blocks_foreach (const TlsrptCliBlocks *self,
                                    gpointer               user_data);

G_END_DECLS
