/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-answer.h"

G_BEGIN_DECLS

char *tlsrpt_sts_record_parse (const char    *text,
                               gsize          length,
                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;
char *tlsrpt_sts_record_find  (TlsrptAnswer  *answer,
                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
