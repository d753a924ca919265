/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  tlsrpt_cli_check_input (const char  *usage);
GBytes   *tlsrpt_cli_read_input  (char       **arguments,
                                  gboolean     strip) G_GNUC_WARN_UNUSED_RESULT;
gboolean  tlsrpt_cli_write       (GString     *output);

G_END_DECLS
