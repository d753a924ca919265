/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint64 tlsrpt_text_hash     (const char    *text,
                              gsize          length);
guint   tlsrpt_text_hash_str (gconstpointer  text);

G_END_DECLS
