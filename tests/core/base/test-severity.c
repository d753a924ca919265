/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-severity.h"

static const struct
{
  TlsrptSeverity  severity;
  const char     *name;
  const char     *label;
} cases[] = {
  { TLSRPT_SEVERITY_NONE, "none", NULL },
  { TLSRPT_SEVERITY_NOTE, "note", "Note" },
  { TLSRPT_SEVERITY_WARNING, "warning", "Warning" },
  { TLSRPT_SEVERITY_ERROR, "error", "Error" },
};

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (tlsrpt_severity_get_name (cases[i].severity), ==, cases[i].name);
      g_assert_cmpstr (tlsrpt_severity_get_label (cases[i].severity), ==, cases[i].label);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/severity/words", test_words);

  return g_test_run ();
}
