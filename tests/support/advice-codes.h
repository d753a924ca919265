/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The codes of all advice, in order, with spaces between them. */
char *advice_codes_join (GPtrArray *advice) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
