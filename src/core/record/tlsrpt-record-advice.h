/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Advice on a record as a whole. */

void tlsrpt_record_append_advice (const char        *domain,
                                  const char *const *uris,
                                  gsize              n_duplicates,
                                  const char        *value,
                                  GPtrArray         *advice);

G_END_DECLS
