/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-look.h"

G_BEGIN_DECLS

gboolean tlsrpt_cli_connect_parse_time  (const char *text,
                                         gint64      now,
                                         gint64     *time);

void     tlsrpt_cli_connect_append_text (GString    *text,
                                         TlsrptLook *look);

G_END_DECLS
