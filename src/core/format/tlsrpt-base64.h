/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize tlsrpt_base64_decode_line (const guint8 *line,
                                 gsize         length,
                                 guint8       *out,
                                 gboolean     *is_last);

G_END_DECLS
