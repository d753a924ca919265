/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words that somebody typed, and the words that were meant. */

guint       tlsrpt_word_get_distance (const char        *a,
                                      const char        *b);
const char *tlsrpt_word_find_nearest (const char        *word,
                                      const char *const *known);

G_END_DECLS
