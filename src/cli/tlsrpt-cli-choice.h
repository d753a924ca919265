/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void tlsrpt_cli_choice_report (const char        *option,
                               const char        *text,
                               const char *const *known);

G_END_DECLS
