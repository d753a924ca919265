/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Cleaning of input before it is checked. */

gboolean tlsrpt_text_trim       (const char  *text,
                                 const char **start,
                                 gsize       *length,
                                 GError     **error);
char    *tlsrpt_text_describe   (gunichar     c) G_GNUC_WARN_UNUSED_RESULT;
char    *tlsrpt_text_squeeze    (const char  *text,
                                 gsize        length) G_GNUC_WARN_UNUSED_RESULT;
gboolean tlsrpt_text_has_prefix (const char  *text,
                                 const char  *prefix);

G_END_DECLS
