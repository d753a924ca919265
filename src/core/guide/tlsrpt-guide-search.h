/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-guide-entry.h"

G_BEGIN_DECLS

/* As many hits as a person looks through, and a list box shows at once. */
#define TLSRPT_GUIDE_SEARCH_MOST 20

GPtrArray *tlsrpt_guide_search (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
