/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The prefix of the policy domain in the record's name (RFC 8460 section 3). */
#define TLSRPT_DOMAIN_OWNER_PREFIX "_smtp._tls"

char     *tlsrpt_domain_to_ascii         (const char  *text,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char     *tlsrpt_domain_zone_to_ascii    (const char  *text,
                                          const char  *domain,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char     *tlsrpt_domain_to_owner_name    (const char  *domain) G_GNUC_WARN_UNUSED_RESULT;
char     *tlsrpt_domain_to_relative_name (const char  *domain,
                                          const char  *zone) G_GNUC_WARN_UNUSED_RESULT;
gboolean  tlsrpt_domain_is_within        (const char  *domain,
                                          const char  *zone);
char     *tlsrpt_domain_guess_zone       (const char  *domain) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
