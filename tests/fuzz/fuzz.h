/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <stdint.h>

/* What libFuzzer calls (https://llvm.org/docs/LibFuzzer.html); without it, main() of
 * fuzz-main.c does. */
int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);
