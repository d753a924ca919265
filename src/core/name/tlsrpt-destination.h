/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-limits.h"

#include <glib.h>

G_BEGIN_DECLS

/* What [func@destination_write_plain] may write: a URL of the largest length, and a host
 * with its NUL and its dot before it is known to be too long. */
#define TLSRPT_DESTINATION_PLAIN_ROOM (TLSRPT_LIMIT_URL + 16)

char     *tlsrpt_destination_from_address (const char  *text,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char     *tlsrpt_destination_from_url     (const char  *text,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char     *tlsrpt_destination_parse        (const char  *text,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gsize     tlsrpt_destination_write_plain  (const char  *text,
                                          gsize        length,
                                          char        *uri);
gboolean  tlsrpt_destination_is_url       (const char  *text);
char    **tlsrpt_destination_split        (const char  *text) G_GNUC_WARN_UNUSED_RESULT;
char     *tlsrpt_destination_to_text      (const char  *uri) G_GNUC_WARN_UNUSED_RESULT;
gboolean  tlsrpt_destination_equal        (const char  *uri,
                                          const char  *other);

G_END_DECLS
