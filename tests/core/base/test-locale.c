/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-locale.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *directory;
  const char *expected;
} cases[] = {
  { "installed", NULL, LOCALEDIR },
  { "not-installed", "/nowhere/po", "/nowhere/po" },
  { "installed-again", NULL, LOCALEDIR },
};

/* A program that is not installed finds its translations where it is told to, and reads
 * them as UTF-8 whatever the locale says. */
static void
test_init (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  if (cases[i].directory != NULL)
    g_setenv ("TLSRPT_LOCALEDIR", cases[i].directory, TRUE);
  else
    g_unsetenv ("TLSRPT_LOCALEDIR");

  tlsrpt_locale_init ();
  g_assert_cmpstr (bindtextdomain (GETTEXT_PACKAGE, NULL), ==, cases[i].expected);
  g_assert_cmpstr (bind_textdomain_codeset (GETTEXT_PACKAGE, NULL), ==, "UTF-8");
  g_assert_cmpstr (textdomain (NULL), ==, GETTEXT_PACKAGE);
  /* The tests run in a locale without translations. */
  g_assert_cmpstr (_("Valid"), ==, "Valid");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/locale/init/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_init);
    }

  return g_test_run ();
}
