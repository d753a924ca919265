/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-helo.h"

#include "tlsrpt-limits.h"

#include <string.h>

/**
 * tlsrpt_helo_is_valid:
 * @text: what was given
 *
 * Tells whether @text can be what a client calls itself: a name, or an address in
 * brackets (RFC 5321 section 4.1.3).
 *
 * Returns: `TRUE` if it can
 */
gboolean
tlsrpt_helo_is_valid (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && length <= TLSRPT_LIMIT_NAME &&
         strspn (text, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-.:[]_") == length;
}

/**
 * tlsrpt_helo_dup_default:
 *
 * Gets the name of this computer, if servers can be told it.
 *
 * Returns: (transfer full): the name
 */
char *
tlsrpt_helo_dup_default (void)
{
  const char *name = g_get_host_name ();

  return g_strdup (tlsrpt_helo_is_valid (name) ? name : "localhost");
}
