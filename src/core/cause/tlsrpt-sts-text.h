/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Policies of MTA-STS to publish.  Whatever comes out of here is valid (RFC 8461 section
 * 3.2). */

char *tlsrpt_sts_text_dup_url  (const char         *domain) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_sts_text_dup_id   (gint64              now) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_sts_text_add_mx   (const char *const  *lines,
                                const char *const  *patterns) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_sts_text_enforce  (const char *const  *lines) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
