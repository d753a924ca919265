/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* What a file makes the program that reads reports do, by its name, where the program was
 * built for tests. */
void reader_hooks_run (const char *file,
                       GByteArray *out);
