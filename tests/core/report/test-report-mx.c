/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-mx.h"

#include "tlsrpt-display.h"

#include <string.h>

/* RFC 8461 section 4.1. */
static const struct
{
  const char *pattern;
  const char *host;
  gboolean    matches;
} patterns[] = {
  { "mx.example.com", "mx.example.com", TRUE },
  { " MX.example.com. ", "mx.EXAMPLE.com", TRUE },
  { "mx.example.com", "mx.example.com.", TRUE },
  { "*.example.com", "mx.example.com", TRUE },
  { "*.example.com", "MX.Example.COM.", TRUE },
  { "*.example.com", "a.mx.example.com", FALSE },
  { "*.example.com", "example.com", FALSE },
  { "*.example.com", ".example.com", FALSE },
  { "*.example.com", "mx.notexample.com", FALSE },
  { "example.com", "mx.example.com", FALSE },
  { "mx.example.com", "example.com", FALSE },
  { "m*.example.com", "mx.example.com", FALSE },
  { "*", "mx", FALSE },
  { "", "mx", FALSE },
  { "*.", "mx.", FALSE },
};

static void
test_patterns (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_test_message ("%s %s", patterns[i].pattern, patterns[i].host);
      g_assert_cmpint (tlsrpt_report_mx_matches (patterns[i].pattern, patterns[i].host), ==,
                       patterns[i].matches);
    }
}

static const struct
{
  const char     *type;
  const char     *lines[4];
  const char     *hosts[3];
  const char     *host;
  TlsrptReportMx  expected;
} policies[] = {
  { "sts", { "version: STSv1", "mx: mx.example" }, { NULL }, "mx.example", TLSRPT_REPORT_MX_LISTED },
  { "sts", { "mx:a.example", "mx: *.b.example" }, { NULL }, "mx.b.example", TLSRPT_REPORT_MX_LISTED },
  { "sts", { "mx: a.example" }, { NULL }, "b.example", TLSRPT_REPORT_MX_NOT_LISTED },
  { "sts", { "mx: *.example" }, { NULL }, "a.b.example", TLSRPT_REPORT_MX_NOT_LISTED },
  /* The lines are what the sender read. */
  { "sts", { "mx: a.example" }, { "b.example" }, "b.example", TLSRPT_REPORT_MX_NOT_LISTED },
  { "sts", { "mode: enforce" }, { "*.example" }, "b.example", TLSRPT_REPORT_MX_LISTED },
  { "sts", { NULL }, { "a.example" }, "b.example", TLSRPT_REPORT_MX_NOT_LISTED },
  { "sts", { "mode: enforce" }, { NULL }, "b.example", TLSRPT_REPORT_MX_UNKNOWN },
  { "sts", { "mx: a.example" }, { NULL }, NULL, TLSRPT_REPORT_MX_UNKNOWN },
  { "tlsa", { "3 1 1 00" }, { "a.example" }, "b.example", TLSRPT_REPORT_MX_UNKNOWN },
  { NULL, { "mx: a.example" }, { NULL }, "b.example", TLSRPT_REPORT_MX_UNKNOWN },
};

static void
test_policies (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (policies); i++)
    {
      const TlsrptReportPolicy policy = {
        .type = policies[i].type,
        .policy = policies[i].lines,
        .mx_hosts = policies[i].hosts,
      };

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpint (tlsrpt_report_mx_find (&policy, policies[i].host), ==, policies[i].expected);
    }
}

static void
test_text (void)
{
  g_autofree char *text = tlsrpt_report_mx_dup_text ("a.example", "mx.b.example");
  g_autofree char *plain = tlsrpt_display_strip_isolates (text);
  g_autofree char *unnamed = tlsrpt_report_mx_dup_text (NULL, "mx.b.example");

  g_assert_cmpstr (plain, ==, "No “mx:” line in the policy of a.example covers mx.b.example.");
  g_assert_nonnull (strstr (unnamed, "not given"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-mx/patterns", test_patterns);
  g_test_add_func ("/report-mx/policies", test_policies);
  g_test_add_func ("/report-mx/text", test_text);

  return g_test_run ();
}
