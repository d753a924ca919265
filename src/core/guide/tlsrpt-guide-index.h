/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptGuideRating:
 * @position: of an entry in tlsrpt_guide_get_entries()
 * @score: what its words are worth to a search, from 0 to 100
 *
 * How well an entry fits a search.
 */
typedef struct
{
  guint  position;
  double score;
} TlsrptGuideRating;

/* Words behind the search; tlsrpt-guide-search.h is what others use. */

GArray *tlsrpt_guide_index_rate (const char *text,
                                 gboolean   *is_guess) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
