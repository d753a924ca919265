/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One function for each language into which a text is put.  What a language needs
 * around a text comes with it. */
char *tlsrpt_quote_hcl     (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_quote_json    (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_quote_octodns (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_quote_shell   (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_quote_txt     (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_quote_yaml    (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
