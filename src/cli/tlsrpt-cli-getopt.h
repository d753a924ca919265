/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char **tlsrpt_cli_getopt_split (const GOptionEntry  *entries,
                                char               **arguments) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
