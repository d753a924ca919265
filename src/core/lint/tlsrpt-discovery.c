/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-discovery.h"

#include "tlsrpt-grammar.h"

#include <string.h>

static gboolean
has_prefix (GBytes     *text,
            const char *prefix)
{
  gsize length;
  const char *data = g_bytes_get_data (text, &length);

  return length >= strlen (prefix) && memcmp (data, prefix, strlen (prefix)) == 0;
}

/* A text that stands alone is not discarded; it is a TLS-RPT record, good or bad,
 * if it names this version. */
static gboolean
names_version (GBytes *text)
{
  gsize length;
  const char *data = g_bytes_get_data (text, &length);
  gsize end = strlen (TLSRPT_VERSION);

  return has_prefix (text, TLSRPT_VERSION) && (length == end || !g_ascii_isalnum (data[end]));
}

/**
 * tlsrpt_discovery_keeps:
 * @text: a TXT record, its strings joined
 *
 * Tells whether a record stays where several TXT records are returned: it must
 * begin with the literal `v=TLSRPTv1;` (RFC 8460 section 3).
 *
 * Returns: `FALSE` if senders discard it
 */
gboolean
tlsrpt_discovery_keeps (GBytes *text)
{
  return has_prefix (text, TLSRPT_VERSION ";");
}

/**
 * tlsrpt_discover:
 * @texts: (element-type GBytes): the TXT records at a name, the strings of each joined
 * @position: (out) (optional): which of them is the record, if there is one
 *
 * Finds the TLS-RPT record among TXT records (RFC 8460 section 3): of several,
 * those that do not begin with `v=TLSRPTv1;` are discarded, and if then not exactly
 * one is left, senders must assume that there is none.
 *
 * Returns: how many records are left
 */
TlsrptDiscovery
tlsrpt_discover (GPtrArray *texts,
                 guint     *position)
{
  guint n_kept = 0;
  guint kept = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      GBytes *text = g_ptr_array_index (texts, i);

      if (texts->len == 1 ? names_version (text) : tlsrpt_discovery_keeps (text))
        {
          kept = i;
          n_kept++;
        }
    }

  if (n_kept == 1 && position != NULL)
    *position = kept;

  if (n_kept == 0)
    return TLSRPT_DISCOVERY_NONE;

  return n_kept == 1 ? TLSRPT_DISCOVERY_ONE : TLSRPT_DISCOVERY_SEVERAL;
}

/**
 * tlsrpt_discovery_get_name:
 * @discovery: a verdict
 *
 * Gets the word for a verdict that scripts may rely on.
 *
 * Returns: a lower-case word
 */
const char *
tlsrpt_discovery_get_name (TlsrptDiscovery discovery)
{
  static const char *const names[] = { "none", "one", "several" };

  g_return_val_if_fail ((guint) discovery < G_N_ELEMENTS (names), NULL);

  return names[discovery];
}
