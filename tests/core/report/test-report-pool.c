/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-check.h"
#include "tlsrpt-report-pool.h"

#include <locale.h>
#include <string.h>

/* More than the pool remembers by a look. */
#define N_STRINGS 20000

#define LONG_HOST "a.host.with.a.name.that.is.longer.than.most.example.com"

static guint n_checks;

static guint
count_check (const char  *text,
             gsize        length,
             char       **normal)
{
  n_checks++;

  return tlsrpt_report_check_host (text, length, normal);
}

static TlsrptReportString
add (TlsrptReportPool      *pool,
     const char            *text,
     TlsrptReportCheckFunc  check)
{
  return tlsrpt_report_pool_add (pool, text, strlen (text), check);
}

static void
test_same (void)
{
  static const char *const texts[] = {
    "a", "mx", "sts", "mx:a", "example", "mx.example", "mx1.example.com", LONG_HOST,
  };
  TlsrptReportPool *pool = tlsrpt_report_pool_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *again = g_strdup (texts[i]);
      TlsrptReportString string = add (pool, texts[i], NULL);

      g_assert_cmpstr (string.text, ==, texts[i]);
      g_assert_true (string.text != texts[i]);
      g_assert_cmpuint (string.oddity, ==, 0);
      g_assert_true (add (pool, again, NULL).text == string.text);
    }

  tlsrpt_report_pool_unref (pool);
}

/* What a check said is remembered with the string, but not for another check. */
static void
test_check (void)
{
  TlsrptReportPool *pool = tlsrpt_report_pool_new ();
  TlsrptReportString host;

  n_checks = 0;
  host = add (pool, "mx: MX.Example.com.", count_check);
  g_assert_cmpstr (host.text, ==, "mx.example.com");
  g_assert_cmpuint (host.oddity, ==, TLSRPT_REPORT_ODDITY_PREFIX);

  host = add (pool, "mx: MX.Example.com.", count_check);
  g_assert_cmpstr (host.text, ==, "mx.example.com");
  g_assert_cmpuint (host.oddity, ==, TLSRPT_REPORT_ODDITY_PREFIX);
  g_assert_cmpuint (n_checks, ==, 1);

  g_assert_cmpstr (add (pool, "mx: MX.Example.com.", NULL).text, ==, "mx: MX.Example.com.");

  /* One pointer for all that are equal in the end. */
  g_assert_true (add (pool, "mx.example.com", NULL).text == host.text);
  g_assert_true (add (pool, "MX.example.com", count_check).text == host.text);
  g_assert_true (add (pool, "mx.EXAMPLE.com", tlsrpt_report_check_host).text == host.text);

  tlsrpt_report_pool_unref (pool);
}

static void
test_many (void)
{
  TlsrptReportPool *pool = tlsrpt_report_pool_new ();
  g_autofree const char **kept = g_new (const char *, N_STRINGS);

  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < N_STRINGS; i++)
        {
          g_autofree char *text = g_strdup_printf ("mx%u.example.com", i);
          const char *string = add (pool, text, tlsrpt_report_check_host).text;

          g_assert_cmpstr (string, ==, text);
          if (round == 0)
            kept[i] = string;
          else
            g_assert_true (string == kept[i]);
        }
    }

  tlsrpt_report_pool_unref (pool);
}

static void
test_nul (void)
{
  static const char text[] = "mx\0.example";
  TlsrptReportPool *pool = tlsrpt_report_pool_new ();

  for (guint i = 0; i < 2; i++)
    {
      TlsrptReportString string = tlsrpt_report_pool_add (pool, text, sizeof text - 1,
                                                          tlsrpt_report_check_host);

      g_assert_cmpstr (string.text, ==, "mx\357\277\275.example");
      g_assert_cmpuint (string.oddity, ==, TLSRPT_REPORT_ODDITY_NUL);
    }

  tlsrpt_report_pool_unref (pool);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-pool/same", test_same);
  g_test_add_func ("/report-pool/check", test_check);
  g_test_add_func ("/report-pool/many", test_many);
  g_test_add_func ("/report-pool/nul", test_nul);

  return g_test_run ();
}
