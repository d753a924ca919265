/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rules for host names of every kind: a policy domain, the domain of an address, the
 * host of a URL. */

char     *tlsrpt_host_to_ascii      (const char  *text,
                                     gsize        length,
                                     gsize        limit,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gsize     tlsrpt_host_write_plain   (const char  *text,
                                     gsize        length,
                                     gsize        limit,
                                     char        *name);
char     *tlsrpt_host_to_unicode    (const char  *host) G_GNUC_WARN_UNUSED_RESULT;
char     *tlsrpt_host_dup_shown     (const char  *host) G_GNUC_WARN_UNUSED_RESULT;
gboolean  tlsrpt_host_is_lookalike  (const char  *unicode);

G_END_DECLS
