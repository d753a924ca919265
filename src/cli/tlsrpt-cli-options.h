/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-cli.h"

G_BEGIN_DECLS

gboolean    tlsrpt_cli_parse_options  (GOptionContext      *context,
                                       const GOptionEntry  *entries,
                                       char               **argv,
                                       TlsrptExit          *status);
const char *tlsrpt_cli_option_or      (const char          *option,
                                       const char          *value,
                                       const char          *variable,
                                       const char         **source);
void        tlsrpt_cli_unknown_option (const char          *argument,
                                       const char *const   *known);

G_END_DECLS
