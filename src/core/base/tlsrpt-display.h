/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TLSRPT_FIRST_STRONG_ISOLATE "\xe2\x81\xa8"  /* U+2068 */
#define TLSRPT_POP_DIRECTIONAL_ISOLATE "\xe2\x81\xa9" /* U+2069 */

gboolean  tlsrpt_display_is_invisible   (gunichar    c);
char     *tlsrpt_display_sanitise       (const char *text,
                                         gssize      length) G_GNUC_WARN_UNUSED_RESULT;
char     *tlsrpt_display_isolate        (const char *text,
                                         gssize      length) G_GNUC_WARN_UNUSED_RESULT;
char     *tlsrpt_display_strip_isolates (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char     *tlsrpt_display_count          (gint64      count) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
