/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cause-shorthand.h"
#include "tlsrpt-readiness.h"
#include "tlsrpt-sts-policy.h"

#include <string.h>

#define NOW 1796115600

#define TESTING " {version: STSv1;mode: testing;mx: mx.example.com;max_age: 86400}"
#define REORDERED " {max_age: 86400;mx: mx.example.com;mode: testing;version: STSv1}"
#define OTHER " {version: STSv1;mode: testing;mx: old.example.com;max_age: 86400}"
#define ENFORCE " {version: STSv1;mode: enforce;mx: mx.example.com;max_age: 86400}"
#define GOOD(sender, day) sender " " day " sts example.com 10/0" TESTING "\n"

/* For three days. */
static const struct
{
  const char *name;
  const char *reports;
  /* (nullable): the verdict, the days, senders, sessions and failed ones */
  const char *expected;
} cases[] = {
  { "ready", GOOD ("A", "01") GOOD ("B", "02") GOOD ("A", "03"), "ready 3 2 30 0" },
  { "order-of-lines", GOOD ("A", "01") "B 02 sts example.com 10/0" REORDERED "\n" GOOD ("A", "03"),
    "ready 3 2 30 0" },
  { "too-few-days", GOOD ("A", "01") GOOD ("B", "01") GOOD ("A", "02"), "too-early 2 2 30 0" },
  { "one-sender", GOOD ("A", "01") GOOD ("A", "02") GOOD ("A", "03"), "too-early 3 1 30 0" },
  { "no-sessions", GOOD ("A", "01") GOOD ("B", "02") "A 03 sts example.com 0/0" TESTING "\n",
    "too-early 2 2 20 0" },
  { "failed", GOOD ("A", "01") GOOD ("B", "02")
    "A 03 sts example.com 9/1" TESTING " certificate-expired@mx.example.com=1\n",
    "not-yet 3 2 30 1" },
  /* The policy itself stops no mail. */
  { "policy-error", GOOD ("A", "01") GOOD ("B", "02")
    "A 03 sts example.com 9/1" TESTING " sts-policy-fetch-error@-=1\n",
    "ready 3 2 30 0" },
  { "fixed-and-counted-anew",
    "A 01 sts example.com 9/1" TESTING " certificate-expired@mx.example.com=1\n"
    GOOD ("A", "02") GOOD ("B", "03") GOOD ("B", "04"),
    "ready 3 2 30 0" },
  { "fixed-a-day-ago",
    GOOD ("B", "01") GOOD ("B", "02") "A 03 sts example.com 9/1" TESTING " certificate-expired@mx.example.com=1\n"
    GOOD ("A", "04"),
    "too-early 1 1 10 0" },
  { "changed-and-counted-anew",
    "A 01 sts example.com 10/0" OTHER "\n" GOOD ("A", "02") GOOD ("B", "03") GOOD ("B", "04"),
    "ready 3 2 30 0" },
  { "enforced", GOOD ("A", "01") GOOD ("B", "02") "A 03 sts example.com 10/0" ENFORCE "\n", NULL },
  { "not-given", "A 01 sts example.com 10/0\nB 02 sts example.com 10/0\nA 03 sts example.com 10/0\n", NULL },
  { "dane", "A 01 tlsa example.com 10/0\n", NULL },
};

static void
test_cases (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  for (gsize j = 0; j < 2; j++)
    {
      g_autofree char *reports = g_strchomp (g_strdup (cases[i].reports));
      g_autoptr (TlsrptEvidenceSet) set = cause_shorthand_read (reports, j > 0);
      g_autoptr (GPtrArray) answers = tlsrpt_readiness_find (set, 3, NOW);
      const TlsrptReadiness *answer;
      g_autoptr (TlsrptStsPolicy) policy = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) steps = NULL;
      g_auto (GStrv) commands = NULL;

      if (cases[i].expected == NULL)
        {
          g_assert_cmpuint (answers->len, ==, 0);
          continue;
        }

      g_assert_cmpuint (answers->len, ==, 1);
      answer = g_ptr_array_index (answers, 0);
      text = g_strdup_printf ("%s %u %u %d %d", tlsrpt_readiness_verdict_get_name (answer->verdict),
                              answer->n_days, answer->n_senders, (int) answer->n_sessions,
                              (int) answer->n_failed);
      g_assert_cmpstr (text, ==, cases[i].expected);
      g_assert_true (g_str_has_suffix (answer->message, "Silence is no success."));

      steps = tlsrpt_readiness_dup_steps (answer, &commands);
      if (answer->verdict != TLSRPT_READINESS_READY)
        {
          g_assert_null (answer->policy);
          g_assert_null (answer->id);
          g_assert_null (steps[0]);
          continue;
        }

      policy = tlsrpt_sts_policy_parse (answer->policy, strlen (answer->policy), &error);
      g_assert_no_error (error);
      g_assert_cmpint (tlsrpt_sts_policy_get_mode (policy), ==, TLSRPT_STS_MODE_ENFORCE);
      g_assert_cmpuint (tlsrpt_sts_policy_get_max_age (policy), ==, 604800);
      g_assert_true (tlsrpt_sts_policy_allows (policy, "mx.example.com"));
      g_assert_cmpuint (strlen (answer->id), <=, 32);
      g_assert_cmpuint (g_strv_length (steps), >=, 4);
      g_assert_cmpuint (g_strv_length (commands), ==, g_strv_length (steps));
      for (gsize k = 0; steps[k] != NULL; k++)
        g_assert_true (g_str_has_suffix (steps[k], commands[k]));
      g_assert_cmpstr (commands[1], ==, "tlsrpt-cli check example.com");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/readiness/find/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_cases);
    }

  return g_test_run ();
}
