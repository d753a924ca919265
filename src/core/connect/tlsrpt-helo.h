/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  tlsrpt_helo_is_valid    (const char *text);
char     *tlsrpt_helo_dup_default (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
