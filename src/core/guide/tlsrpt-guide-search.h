/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-guide-entry.h"

G_BEGIN_DECLS

/* As many hits as a person looks through, and a list box shows at once; and as many as
 * are shown even if they are much worse than the first. */
#define TLSRPT_GUIDE_SEARCH_MOST 20
#define TLSRPT_GUIDE_SEARCH_LEAST 5

/**
 * TlsrptGuideHit:
 * @entry: what was found
 * @score: how well it fits, from 0 to 100
 *
 * A hit of a search.
 */
typedef struct
{
  TlsrptGuideEntry *entry;
  guint             score;
} TlsrptGuideHit;

GArray    *tlsrpt_guide_search_hits (const char *text,
                                     gboolean   *is_guess) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *tlsrpt_guide_search      (const char *text) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *tlsrpt_guide_search_named
                                    (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
