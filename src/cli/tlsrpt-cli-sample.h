/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-cli.h"

G_BEGIN_DECLS

TlsrptExit tlsrpt_cli_sample (int    argc,
                              char **argv);

G_END_DECLS
