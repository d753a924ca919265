/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <stdint.h>
#include <string.h>

/* What libFuzzer calls (https://llvm.org/docs/LibFuzzer.html); without it, main() of
 * fuzz-main.c does. */
int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Takes the next line off the input, or what is left of it: an empty one at the end. */
static inline char *
fuzz_take_line (const uint8_t **data,
                size_t         *size)
{
  const uint8_t *end = *size > 0 ? memchr (*data, '\n', *size) : NULL;
  size_t length = end != NULL ? (size_t) (end - *data) : *size;
  char *line = g_strndup (length > 0 ? (const char *) *data : "", length);

  length = MIN (length + 1, *size);
  *data += length;
  *size -= length;

  return line;
}
