/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-special-address.h"

/* Where no mail server of a stranger is (the IANA registries of special-purpose
 * addresses, RFC 6890), but perhaps something of ours: what a domain publishes must not
 * lead a visitor there.  Addresses that stand for IPv4 ones are among them. */
static const char *const networks[] = {
  "0.0.0.0/8",       "10.0.0.0/8",     "100.64.0.0/10", "127.0.0.0/8",  "169.254.0.0/16",
  "172.16.0.0/12",   "192.0.0.0/24",   "192.0.2.0/24",  "192.88.99.0/24", "192.168.0.0/16",
  "198.18.0.0/15",   "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
  "::/96",           "::ffff:0:0/96",  "64:ff9b::/96",  "64:ff9b:1::/48", "100::/64",
  "2001::/23",       "2001:db8::/32",  "2002::/16",     "3fff::/20",    "5f00::/16",
  "fc00::/7",        "fe80::/10",      "fec0::/10",     "ff00::/8",
};

/**
 * tlsrpt_address_is_special:
 * @address: an address
 *
 * Tells whether an address is one for a special purpose, and not one of the Internet.
 *
 * Returns: `TRUE` if it is
 */
gboolean
tlsrpt_address_is_special (GInetAddress *address)
{
  for (gsize i = 0; i < G_N_ELEMENTS (networks); i++)
    {
      g_autoptr (GInetAddressMask) mask = g_inet_address_mask_new_from_string (networks[i], NULL);

      if (g_inet_address_mask_matches (mask, address))
        return TRUE;
    }

  return FALSE;
}
