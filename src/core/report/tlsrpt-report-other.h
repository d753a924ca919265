/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tlsrpt_report_other_recognise   (const guint8  *data,
                                          gsize          size,
                                          GError       **error);
const char *tlsrpt_report_other_get_seal (const guint8  *data,
                                        gsize          size);

gboolean tlsrpt_report_other_is_ignored  (const char    *path);

G_END_DECLS
