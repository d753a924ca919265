/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint tlsrpt_wrap_get_width (void);
guint tlsrpt_wrap_measure   (const char *text);
void  tlsrpt_wrap_append    (GString    *lines,
                             const char *text,
                             const char *first,
                             guint       indent,
                             guint       width);

G_END_DECLS
