/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-error.h"
#include "tlsrpt-sts-policy.h"

#include <string.h>

#define VERSION "version: STSv1\n"
#define MODE "mode: enforce\n"
#define MX "mx: mx.example.com\n"
#define MAX_AGE "max_age: 604800\n"
#define LABEL_63 "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggg"

/* No code of TlsrptError. */
#define OK -1

typedef struct
{
  const char     *name;
  const char     *text;
  int             code; /* OK: must be accepted */
  TlsrptStsFlaws  flaws;
} Case;

static const Case cases[] = {
  { "lf", VERSION MODE MX MAX_AGE, OK, 0 },
  { "crlf", "version: STSv1\r\nmode: enforce\r\nmx: mx.example.com\r\nmax_age: 604800\r\n", OK, 0 },
  { "mixed", "version: STSv1\r\nmode: enforce\nmx: mx.example.com\r\nmax_age: 604800\n", OK, 0 },
  { "no-final-line-feed", VERSION MODE MX "max_age: 604800", OK, 0 },
  { "any-order", MAX_AGE MX MODE VERSION, OK, 0 },
  { "no-space", "version:STSv1\nmode:enforce\nmx:mx.example.com\nmax_age:604800", OK, 0 },
  { "tabs", "version:\tSTSv1\t\nmode:  enforce \nmx: mx.example.com\nmax_age: 604800", OK, 0 },
  { "unknown-field", VERSION MODE MX "x-note.1: Hello, wörld; a=b\n" MAX_AGE, OK, 0 },
  { "unknown-mode-in-capitals", VERSION "MODE: nonsense\n" MODE MX MAX_AGE, OK, 0 },
  { "testing", VERSION "mode: testing\n" MX MAX_AGE, OK, 0 },
  { "none", VERSION "mode: none\n" MAX_AGE, OK, 0 },
  { "none-short", VERSION "mode: none\nmax_age: 0", OK, 0 },
  { "none-with-mx", VERSION "mode: none\n" MX MAX_AGE, OK, 0 },
  { "several-mx", VERSION MODE MX "mx: *.example.net\nmx: mx-2\n" MAX_AGE, OK, 0 },
  { "longest-label", VERSION MODE "mx: " LABEL_63 ".example\n" MAX_AGE, OK, 0 },
  { "longest-max-age", VERSION MODE MX "max_age: 31557600\n", OK, 0 },
  { "zeros", VERSION MODE MX "max_age: 0000604800\n", OK, 0 },

  { "blank-line", VERSION "\n" MODE MX MAX_AGE, OK, TLSRPT_STS_FLAW_BLANK_LINE },
  { "blank-line-at-the-end", VERSION MODE MX MAX_AGE "\n", OK, TLSRPT_STS_FLAW_BLANK_LINE },
  { "blank-line-of-spaces", VERSION MODE MX MAX_AGE "  ", OK, TLSRPT_STS_FLAW_BLANK_LINE },
  { "repeated", VERSION MODE "mode: nonsense\n" MX MAX_AGE, OK, TLSRPT_STS_FLAW_REPEATED },
  { "short", VERSION MODE MX "max_age: 86399", OK, TLSRPT_STS_FLAW_SHORT },
  { "day", VERSION MODE MX "max_age: 86400", OK, 0 },

  { "empty", "", TLSRPT_ERROR_EMPTY, 0 },
  { "only-line-feed", "\n", TLSRPT_ERROR_STS_VERSION, 0 },
  { "html", "<!DOCTYPE html>\n<html>", TLSRPT_ERROR_STS_SYNTAX, 0 },
  { "not-utf8", VERSION MODE MX "x: \xff\n" MAX_AGE, TLSRPT_ERROR_ENCODING, 0 },
  { "byte-order-mark", "\xef\xbb\xbf" VERSION MODE MX MAX_AGE, TLSRPT_ERROR_STS_SYNTAX, 0 },
  { "only-cr", "version: STSv1\rmode: enforce\rmx: a.example\rmax_age: 604800", TLSRPT_ERROR_STS_SYNTAX, 0 },
  { "cr-at-the-end", VERSION MODE MX "max_age: 604800\r", TLSRPT_ERROR_STS_SYNTAX, 0 },
  { "space-before-field", " " VERSION MODE MX MAX_AGE, TLSRPT_ERROR_STS_SYNTAX, 0 },
  { "space-before-colon", VERSION "mode : enforce\n" MX MAX_AGE, TLSRPT_ERROR_STS_SYNTAX, 0 },
  { "no-colon", VERSION "mode enforce\n" MX MAX_AGE, TLSRPT_ERROR_STS_SYNTAX, 0 },
  { "equals", "version=STSv1\n" MODE MX MAX_AGE, TLSRPT_ERROR_STS_SYNTAX, 0 },
  { "no-value", VERSION MODE "mx:\n" MAX_AGE, TLSRPT_ERROR_STS_SYNTAX, 0 },
  { "long-name", VERSION MODE MX "x23456789012345678901234567890123: y\n" MAX_AGE, TLSRPT_ERROR_STS_SYNTAX, 0 },
  { "escape", VERSION MODE MX "x: \033[2J\n" MAX_AGE, TLSRPT_ERROR_STS_SYNTAX, 0 },
  { "version-missing", MODE MX MAX_AGE, TLSRPT_ERROR_STS_VERSION, 0 },
  { "version-2", "version: STSv2\n" MODE MX MAX_AGE, TLSRPT_ERROR_STS_VERSION, 0 },
  { "version-case", "version: stsv1\n" MODE MX MAX_AGE, TLSRPT_ERROR_STS_VERSION, 0 },
  { "mode-missing", VERSION MX MAX_AGE, TLSRPT_ERROR_STS_MODE, 0 },
  { "mode-unknown", VERSION "mode: report\n" MX MAX_AGE, TLSRPT_ERROR_STS_MODE, 0 },
  { "mode-case", VERSION "mode: Enforce\n" MX MAX_AGE, TLSRPT_ERROR_STS_MODE, 0 },
  { "max-age-missing", VERSION MODE MX, TLSRPT_ERROR_STS_MAX_AGE, 0 },
  { "max-age-too-large", VERSION MODE MX "max_age: 31557601", TLSRPT_ERROR_STS_MAX_AGE, 0 },
  { "max-age-huge", VERSION MODE MX "max_age: 99999999999999999999999", TLSRPT_ERROR_STS_MAX_AGE, 0 },
  { "max-age-eleven-digits", VERSION MODE MX "max_age: 00000604800", TLSRPT_ERROR_STS_MAX_AGE, 0 },
  { "max-age-negative", VERSION MODE MX "max_age: -1", TLSRPT_ERROR_STS_MAX_AGE, 0 },
  { "max-age-sign", VERSION MODE MX "max_age: +604800", TLSRPT_ERROR_STS_MAX_AGE, 0 },
  { "max-age-words", VERSION MODE MX "max_age: 1 week", TLSRPT_ERROR_STS_MAX_AGE, 0 },
  { "mx-missing", VERSION MODE MAX_AGE, TLSRPT_ERROR_STS_MX, 0 },
  { "mx-testing-missing", VERSION "mode: testing\n" MAX_AGE, TLSRPT_ERROR_STS_MX, 0 },
  { "mx-two-on-a-line", VERSION MODE "mx: a.example, b.example\n" MAX_AGE, TLSRPT_ERROR_STS_MX, 0 },
  { "mx-final-dot", VERSION MODE "mx: a.example.\n" MAX_AGE, TLSRPT_ERROR_STS_MX, 0 },
  { "mx-star-alone", VERSION MODE "mx: *\n" MAX_AGE, TLSRPT_ERROR_STS_MX, 0 },
  { "mx-star-inside", VERSION MODE "mx: a.*.example\n" MAX_AGE, TLSRPT_ERROR_STS_MX, 0 },
  { "mx-star-part", VERSION MODE "mx: *a.example\n" MAX_AGE, TLSRPT_ERROR_STS_MX, 0 },
  { "mx-dot-first", VERSION MODE "mx: .example.com\n" MAX_AGE, TLSRPT_ERROR_STS_MX, 0 },
  { "mx-underscore", VERSION MODE "mx: mx_1.example.com\n" MAX_AGE, TLSRPT_ERROR_STS_MX, 0 },
  { "mx-hyphen", VERSION MODE "mx: -a.example\n" MAX_AGE, TLSRPT_ERROR_STS_MX, 0 },
  { "mx-label-too-long", VERSION MODE "mx: " LABEL_63 "h.example\n" MAX_AGE, TLSRPT_ERROR_STS_MX, 0 },
  { "mx-unicode", VERSION MODE "mx: bücher.example\n" MAX_AGE, TLSRPT_ERROR_STS_MX, 0 },
};

static void
test_parse (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  /* No NUL behind it: the length counts. */
  g_autofree char *text = g_memdup2 (c->text, strlen (c->text));
  g_autoptr (TlsrptStsPolicy) policy = tlsrpt_sts_policy_parse (text, strlen (c->text), &error);

  if (c->code != OK)
    {
      g_assert_null (policy);
      g_assert_error (error, TLSRPT_ERROR, c->code);
      g_assert_null (strchr (error->message, '\033'));
      return;
    }

  g_assert_no_error (error);
  g_assert_cmpint (tlsrpt_sts_policy_get_flaws (policy), ==, c->flaws);
}

static void
test_nul (void)
{
  static const char text[] = VERSION MODE MX "x: a\0b\n" MAX_AGE;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlsrptStsPolicy) policy = tlsrpt_sts_policy_parse (text, sizeof text - 1, &error);

  g_assert_null (policy);
  g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_ENCODING);
}

static void
test_values (void)
{
  static const char text[] = VERSION "mode: testing\n" MX "mx: *.Example.NET\nmax_age: 86400\n";
  g_autoptr (TlsrptStsPolicy) policy = tlsrpt_sts_policy_parse (text, strlen (text), NULL);

  g_assert_cmpint (tlsrpt_sts_policy_get_mode (policy), ==, TLSRPT_STS_MODE_TESTING);
  g_assert_cmpstr (tlsrpt_sts_mode_get_token (TLSRPT_STS_MODE_TESTING), ==, "testing");
  g_assert_cmpuint (tlsrpt_sts_policy_get_max_age (policy), ==, 86400);
  g_assert_cmpstr (tlsrpt_sts_policy_get_patterns (policy)[0], ==, "mx.example.com");
  g_assert_cmpstr (tlsrpt_sts_policy_get_patterns (policy)[1], ==, "*.example.net");
  g_assert_null (tlsrpt_sts_policy_get_patterns (policy)[2]);
}

static void
test_allows (void)
{
  static const char text[] = VERSION MODE MX "mx: *.example.net\n" MAX_AGE;
  static const struct
  {
    const char *host;
    gboolean    is_allowed;
  } hosts[] = {
    { "mx.example.com", TRUE },
    { "a.example.net", TRUE },
    { "a.b.example.net", FALSE },
    { "example.net", FALSE },
    { ".example.net", FALSE },
    { "aexample.net", FALSE },
    { "example.com", FALSE },
    { "a.mx.example.com", FALSE },
    { "*.example.net", TRUE },
    { "mx", FALSE },
    { ".", FALSE },
    { "", FALSE },
  };
  g_autoptr (TlsrptStsPolicy) policy = tlsrpt_sts_policy_parse (text, strlen (text), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_test_message ("%s", hosts[i].host);
      g_assert_cmpint (tlsrpt_sts_policy_allows (policy, hosts[i].host), ==, hosts[i].is_allowed);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sts-policy/parse/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_parse);
    }

  g_test_add_func ("/sts-policy/parse/nul", test_nul);
  g_test_add_func ("/sts-policy/values", test_values);
  g_test_add_func ("/sts-policy/allows", test_allows);

  return g_test_run ();
}
