/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-error.h"

static const struct
{
  const char       *name;
  TlsrptError       code;
  TlsrptErrorFlags  flags;
  const char       *repair;
} cases[] = {
  { "final", TLSRPT_ERROR_URL_SCHEME, TLSRPT_ERROR_FINAL, NULL },
  { "incomplete", TLSRPT_ERROR_ADDRESS_AT, TLSRPT_ERROR_INCOMPLETE, NULL },
  { "repair", TLSRPT_ERROR_DOMAIN_URL, TLSRPT_ERROR_FINAL, "example.com" },
  { "both", TLSRPT_ERROR_URL_SCHEME, TLSRPT_ERROR_INCOMPLETE, "https://example.com/" },
};

static void
test_set (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  gboolean is_incomplete = (cases[i].flags & TLSRPT_ERROR_INCOMPLETE) != 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;

  tlsrpt_error_set (&error, cases[i].code, cases[i].flags, cases[i].repair, "“%s”", "x");
  g_assert_error (error, TLSRPT_ERROR, (int) cases[i].code);
  g_assert_cmpstr (error->message, ==, "“x”");
  g_assert_cmpstr (tlsrpt_error_get_repair (error), ==, cases[i].repair);
  g_assert_cmpint (tlsrpt_error_is_incomplete (error), ==, is_incomplete);

  copy = g_error_copy (error);
  tlsrpt_error_take_repair (error, g_strdup ("other"));
  tlsrpt_error_make_final (error);
  g_assert_cmpstr (tlsrpt_error_get_repair (error), ==, "other");
  g_assert_false (tlsrpt_error_is_incomplete (error));

  /* What is done to one of them is not done to the other. */
  g_assert_cmpstr (tlsrpt_error_get_repair (copy), ==, cases[i].repair);
  g_assert_cmpint (tlsrpt_error_is_incomplete (copy), ==, is_incomplete);

  tlsrpt_error_take_repair (error, NULL);
  g_assert_null (tlsrpt_error_get_repair (error));
}

/* Nobody has to want to know. */
static void
test_ignored (void)
{
  tlsrpt_error_set (NULL, TLSRPT_ERROR_EMPTY, TLSRPT_ERROR_FINAL, "repair", "%s", "x");
}

static void
test_other_domain (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOENT, "x");

  g_assert_null (tlsrpt_error_get_repair (error));
  g_assert_false (tlsrpt_error_is_incomplete (error));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/error/set/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_set);
    }

  g_test_add_func ("/error/ignored", test_ignored);
  g_test_add_func ("/error/other-domain", test_other_domain);

  return g_test_run ();
}
