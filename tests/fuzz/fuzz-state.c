/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-state.h"

static char *
write_state (TlsrptState *state)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 12, 1, 0, 0, 0);

  return tlsrpt_state_to_json (state, now);
}

/* What stands in a file of the state may be anything.  What is made of it can be written,
 * and read again as the same. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_memdup2 (size > 0 ? (const char *) data : "", MAX (size, 1));
  g_autoptr (GError) error = NULL;
  g_autoptr (TlsrptState) state =
    tlsrpt_state_new_from_json (text, size, &error);
  g_autoptr (TlsrptState) again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (state == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  first = write_state (state);
  again = tlsrpt_state_new_from_json (first, strlen (first), &error);
  g_assert_no_error (error);
  second = write_state (again);
  g_assert_cmpstr (first, ==, second);

  return 0;
}
