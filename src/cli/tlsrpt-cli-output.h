/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-cli.h"

G_BEGIN_DECLS

gboolean   tlsrpt_cli_output_begin (const char *path);
TlsrptExit tlsrpt_cli_output_end   (TlsrptExit  status);

G_END_DECLS
