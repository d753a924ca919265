/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tlsrpt_report_find_json  (const guint8 *data,
                                   gsize         size,
                                   gsize        *begin);
gboolean tlsrpt_report_strip_text (GByteArray   *content);
gboolean tlsrpt_report_is_base64  (const guint8 *data,
                                   gsize         size);
gboolean tlsrpt_report_is_utf16   (const guint8 *data,
                                   gsize         size);

G_END_DECLS
