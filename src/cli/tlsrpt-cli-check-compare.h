/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-history.h"

G_BEGIN_DECLS

TlsrptHistory *tlsrpt_cli_check_read_history   (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void           tlsrpt_cli_check_append_changes (GString    *text,
                                                const char *domain,
                                                const char *since,
                                                GPtrArray  *changes);

G_END_DECLS
