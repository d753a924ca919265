/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-display.h"
#include "tlsrpt-limits.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *shown = tlsrpt_display_sanitise ((const char *) data, (gssize) size);
  g_autofree char *isolated = tlsrpt_display_isolate ((const char *) data, (gssize) size);
  g_autofree char *stripped = tlsrpt_display_strip_isolates (isolated);

  g_assert_true (g_utf8_validate (shown, -1, NULL));
  for (const char *p = shown; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_false (tlsrpt_display_is_invisible (g_utf8_get_char (p)));
  g_assert_cmpstr (stripped, ==, shown);

  return 0;
}
