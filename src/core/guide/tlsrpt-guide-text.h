/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The texts of the guide are prose with code in it, set off by backticks.  Code
 * is never translated.  The words DOMAIN and MX in it, and in commands, stand
 * for the user's own names and are filled in when those are known.
 */

char *tlsrpt_guide_text_fill      (const char *code,
                                   const char *domain,
                                   const char *mx) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_guide_text_to_plain  (const char *text,
                                   const char *domain,
                                   const char *mx) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_guide_text_to_markup (const char *text,
                                   const char *domain,
                                   const char *mx) G_GNUC_WARN_UNUSED_RESULT;


gboolean tlsrpt_guide_text_is_same_id    (const char *id,
                                          const char *word);
gsize    tlsrpt_guide_text_skip_id       (const char *id,
                                          const char *text);

G_END_DECLS
