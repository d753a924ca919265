/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     tlsrpt_cli_pager_begin     (void);
gboolean tlsrpt_cli_pager_is_active (void);
void     tlsrpt_cli_pager_end       (void);

G_END_DECLS
