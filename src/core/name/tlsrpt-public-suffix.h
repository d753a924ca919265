/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean    tlsrpt_public_suffix_is_one           (const char *domain);
gboolean    tlsrpt_public_suffix_has_top_label    (const char *label);
const char *tlsrpt_public_suffix_find_registrable (const char *domain);

G_END_DECLS
