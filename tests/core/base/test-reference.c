/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-reference.h"

static const struct
{
  const char *place;
  const char *name;
} cases[] = {
  { "8460 3", "RFC 8460, section 3" },
  { "8460 4.3.1", "RFC 8460, section 4.3.1" },
  { "5321 4.5.3.1.1", "RFC 5321, section 4.5.3.1.1" },
  { "8460 Appendix B", "RFC 8460, section Appendix B" },
};

static void
test_dup (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = tlsrpt_reference_dup (cases[i].place);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reference/dup", test_dup);

  return g_test_run ();
}
