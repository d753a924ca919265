/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-check.h"

G_BEGIN_DECLS

/* Words for a check in a table. */
const char *tlsrpt_check_get_published_word (TlsrptCheck *self);
const char *tlsrpt_check_get_valid_word     (TlsrptCheck *self);
char       *tlsrpt_check_dup_problem        (TlsrptCheck *self) G_GNUC_WARN_UNUSED_RESULT;
char       *tlsrpt_check_dup_shown_domain   (TlsrptCheck *self) G_GNUC_WARN_UNUSED_RESULT;
char       *tlsrpt_check_dup_summary        (TlsrptCheck *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
