/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-special-address.h"

static const struct
{
  const char *address;
  gboolean    is_special;
} cases[] = {
  { "0.0.0.0", TRUE },          { "10.255.255.255", TRUE },   { "100.64.0.1", TRUE },
  { "127.0.0.1", TRUE },        { "169.254.169.254", TRUE },  { "172.16.0.1", TRUE },
  { "172.31.255.255", TRUE },   { "192.0.2.1", TRUE },        { "192.168.1.1", TRUE },
  { "198.19.0.1", TRUE },       { "224.0.0.1", TRUE },        { "255.255.255.255", TRUE },
  { "::", TRUE },               { "::1", TRUE },              { "::ffff:127.0.0.1", TRUE },
  { "64:ff9b::7f00:1", TRUE },  { "2001:db8::1", TRUE },      { "2002:7f00:1::", TRUE },
  { "fc00::1", TRUE },          { "fe80::1", TRUE },          { "ff02::1", TRUE },

  { "1.1.1.1", FALSE },         { "9.255.255.255", FALSE },   { "11.0.0.0", FALSE },
  { "100.128.0.1", FALSE },     { "172.32.0.1", FALSE },      { "192.0.3.1", FALSE },
  { "193.0.0.1", FALSE },       { "223.255.255.255", FALSE }, { "2001:4860::1", FALSE },
  { "2606:4700::1", FALSE },    { "2a00::1", FALSE },
};

static void
test_all (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GInetAddress) address = g_inet_address_new_from_string (cases[i].address);

      g_test_message ("%s", cases[i].address);
      g_assert_nonnull (address);
      g_assert_cmpint (tlsrpt_address_is_special (address), ==, cases[i].is_special);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/special-address/all", test_all);

  return g_test_run ();
}
