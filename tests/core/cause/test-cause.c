/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cause-shorthand.h"
#include "tlsrpt-anonymizer.h"
#include "tlsrpt-cause.h"
#include "tlsrpt-display.h"
#include "tlsrpt-evidence-text.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-reader.h"
#include "tlsrpt-sts-policy.h"

#include <string.h>

#define NOW 1796115600

#define APEX "version: STSv1;mode: testing;mx: example.com;max_age: 86400"
#define WILD "version: STSv1;mode: testing;mx: *.example.com;max_age: 86400"
#define BOTH "version: STSv1;mode: enforce;mx: mx.example.com;mx: mx2.example.com;max_age: 86400"
#define RIGHT "version: STSv1;mode: enforce;mx: mx.example.com;max_age: 86400"
#define USABLE "3 1 1 0000000000000000000000000000000000000000000000000000000000000000"
#define SHORT "3 1 1 00000000"
#define PKIX "1 1 1 0000000000000000000000000000000000000000000000000000000000000000"

/* What is said of the worst problem: the codes, each with the first letter of how sure it
 * is, and a part of the first message. */
static const struct
{
  const char *name;
  const char *reports;
  const char *expected;
  const char *message;
} cases[] = {
  { "apex", "G 02 sts example.com 9/1 {" APEX "} validation-failure@mail.example.com=1~MX_HOSTS_MISMATCH",
    "policy-lacks-mx:c", "The policy lists example.com itself, not its mail server mail.example.com" },
  { "apex-without-code", "G 02 sts example.com 9/1 {" APEX "} validation-failure@mail.example.com=1",
    "policy-lacks-mx:c", "Add “mx: mail.example.com”" },
  { "wildcard-too-flat", "G 02 sts example.com 9/1 {" WILD "} validation-failure@a.mx.example.com=1",
    "policy-lacks-mx:c", "covers exactly one label, so it does not cover a.mx.example.com. Add "
    "“mx: *.mx.example.com”" },
  { "wildcard-and-apex", "G 02 sts example.com 9/1 {" WILD "} validation-failure@example.com=1",
    "policy-lacks-mx:c", "Add “mx: example.com”" },
  { "other-provider", "G 02 sts example.com 9/1 {" RIGHT "} certificate-host-mismatch@mx.old.example=1",
    "policy-lacks-mx:c", "No “mx:” line in the policy of example.com covers mx.old.example" },
  /* A final dot, or another case, is no mismatch. */
  { "final-dot", "G 02 sts example.com 9/1 {" RIGHT "} validation-failure@MX.Example.com.=1",
    "undecided:p", "The report does not say" },
  { "listed", "G 02 sts example.com 9/1 {" WILD "} certificate-host-mismatch@mx.example.com=1",
    "undecided:p", "lacks the name" },
  /* What is not about the policy is not explained by it. */
  { "expired-and-not-listed", "G 02 sts example.com 9/1 {" APEX "} certificate-expired@mx.example.com=1",
    "undecided:p", "was not renewed" },
  { "not-listed-under-dane", "G 02 tlsa example.com 9/1 {" USABLE "} validation-failure@mx.example.com=1",
    "undecided:p", "no TLSA record matches" },
  { "older-policy",
    "G 02 sts example.com 9/1 {" APEX "} validation-failure@mx.example.com=1\n"
    "G 03 sts example.com 9/0 {" RIGHT "}",
    "policy-changed:c", "used an older policy without mx.example.com" },
  { "newer-policy-lacks-it",
    "G 02 sts example.com 9/0 {" RIGHT "}\n"
    "G 03 sts example.com 9/1 {" APEX "} validation-failure@mx.example.com=1",
    "policy-lacks-mx:c", "lists example.com itself" },
  { "other-copy", "G 02 sts example.com 9/1 {" RIGHT "} validation-failure@mx.example.com=1~mx-mismatch",
    "policy-other-copy:l", "probably used an older copy" },
  { "said-only", "M 02 sts example.com 9/1 validation-failure@-=1~MX_HOSTS_MISMATCH",
    "policy-mismatch-said:l", "does not say which one" },
  { "said-without-policy", "M 02 sts example.com 9/1 validation-failure@mx.example.com=1~mtasts-policy-mx-mismatch",
    "policy-mismatch-said:l", "does not contain the policy" },
  { "said-something-else", "M 02 sts example.com 9/1 validation-failure@-=1~VALIDATION_FAILURE",
    "undecided:p", "does not list" },
  { "syntax", "G 02 sts example.com 0/1 {v=STSv1;mode: testing;mx: mx.example.com} sts-policy-invalid@-=1",
    "policy-syntax:c", "“v=STSv1”" },
  { "syntax-right", "G 02 sts example.com 0/1 {" RIGHT "} sts-policy-invalid@-=1",
    "undecided:p", "misspelled" },
  { "syntax-not-given", "G 02 sts example.com 0/1 {mode: testing} sts-policy-invalid@-=1",
    "undecided:p", "misspelled" },
  { "status-404", "R 02 sts example.com 0/1 sts-policy-fetch-error@-=1~bad_https_response_code:_404",
    "http-status:c", "no policy file (status 404)" },
  { "status-404-words", "R 02 sts example.com 0/1 sts-policy-fetch-error@-=1~bad+https+response+code:+404",
    "http-status:c", "no policy file (status 404)" },
  { "status-403", "R 02 sts example.com 0/1 sts-policy-fetch-error@-=1~HTTP+status+403",
    "http-status:c", "protection against bots" },
  { "status-301", "R 02 sts example.com 0/1 sts-policy-fetch-error@-=1~HTTP+301+Moved",
    "http-status:c", "must not follow redirects" },
  { "status-503", "R 02 sts example.com 0/1 sts-policy-fetch-error@-=1~http+status:+503",
    "http-status:c", "error of its own" },
  { "no-status", "R 02 sts example.com 0/1 sts-policy-fetch-error@-=1~timeout+after+500+ms",
    "undecided:p", "out of reach" },
  { "no-status-in-an-address", "R 02 sts example.com 0/1 sts-policy-fetch-error@-=1~http+192.404.0.1",
    "undecided:p", "out of reach" },
  { "web-certificate", "R 02 sts example.com 0/1 sts-webpki-invalid@-=1~certificate-expired",
    "policy-certificate:l", "mta-sts.example.com is invalid, not that of a mail server" },
  { "tlsa-usage", "G 02 tlsa example.com 9/1 {" PKIX "} tlsa-invalid@mx.example.com=1",
    "tlsa-unusable:c", "certificate usage must be 2 or 3" },
  { "tlsa-length", "G 02 tlsa example.com 9/1 {" SHORT "} validation-failure@mx.example.com=1",
    "tlsa-unusable:c", "32 bytes" },
  /* One that can be used is enough. */
  { "tlsa-one-usable", "G 02 tlsa example.com 9/1 {" PKIX ";" USABLE "} tlsa-invalid@mx.example.com=1",
    "undecided:p", "no TLSA record matches" },
  { "tlsa-by-another-name", "P 02 tlsa example.com 9/1 {" USABLE "} certificate-not-trusted@mx.example.com=1",
    "tlsa-mismatch:l", "neither the name nor the CA counts" },
  { "tlsa-with-authority", "P 02 tlsa example.com 9/1 {2" "" " 1 1 "
    "0000000000000000000000000000000000000000000000000000000000000000} certificate-not-trusted@mx.example.com=1",
    "undecided:p", "intermediate" },
  { "tlsa-by-code", "X 02 tlsa example.com 9/1 validation-failure@mx.example.com=1~dane-no-match",
    "tlsa-mismatch:l", "No TLSA record matches" },
  { "code-of-dane-under-sts", "X 02 sts example.com 9/1 validation-failure@mx.example.com=1~dane-no-match",
    "undecided:p", NULL },
  { "senders-rule", "G 02 tlsa example.com 9/1 dane-required@mx.example.com=1",
    "senders-rule:c", "a rule of the sender" },
  { "no-policy",
    "G 02 no-policy-found example.com 9/1 starttls-not-supported@mx.example.com=1\n"
    "H 02 sts example.com 9/0 {" RIGHT "}",
    "no-policy-applied:c", "though H found one" },
  { "no-policy-anywhere", "G 02 no-policy-found example.com 9/1 starttls-not-supported@mx.example.com=1",
    "undecided:p", "TLS is off" },
  { "alias", "G 02 sts example.com 9/1 {" RIGHT "} certificate-host-mismatch@mx.example.com=1~-~-~in.provider.net",
    "host-alias:l", "mx.example.com is probably another name of in.provider.net" },
  { "same-domain", "G 02 sts example.com 9/1 {" RIGHT "} certificate-host-mismatch@mx.example.com=1~-~-~a.example.com",
    "undecided:p", NULL },
  { "greeting-of-no-name", "G 02 sts example.com 9/1 {" RIGHT "} certificate-host-mismatch@mx.example.com=1~-~-~localhost",
    "undecided:p", NULL },
  { "refused-for-now", "X 02 sts example.com 9/1 starttls-not-supported@mx.example.com=1~smtp-starttls-reply-code-454",
    "starttls-refused:l", "temporarily" },
  { "refused", "X 02 sts example.com 9/1 starttls-not-supported@mx.example.com=1~502+Unknown",
    "starttls-refused:l", "rejected STARTTLS" },
  { "not-refused", "X 02 sts example.com 9/1 starttls-not-supported@mx.example.com=1~4500",
    "undecided:p", NULL },
  { "name-unknown", "X 02 sts example.com 9/1 validation-failure@mx.example.com=1~tls-remote-alert-112",
    "name-unknown:l", "no certificate for the name" },
  { "another-alert", "X 02 sts example.com 9/1 validation-failure@mx.example.com=1~tls-remote-alert-40",
    "undecided:p", NULL },
  { "one-sender",
    "A 12 sts example.com 9/0 {" RIGHT "}\nB 12 sts example.com 9/0 {" RIGHT "}\n"
    "C 12 sts example.com 0/5 sts-policy-fetch-error@-=5",
    "one-sender:l", "Either C could not reach the policy host" },
  /* Two are too few, another day is none, and nor are sessions under another policy. */
  { "one-of-two", "A 12 sts example.com 9/0 {" RIGHT "}\nC 12 sts example.com 0/5 sts-policy-fetch-error@-=5",
    "undecided:p", NULL },
  { "other-days",
    "A 12 sts example.com 9/0 {" RIGHT "}\nB 12 sts example.com 9/0 {" RIGHT "}\n"
    "C 13 sts example.com 0/5 sts-policy-fetch-error@-=5",
    "undecided:p", NULL },
  { "other-policy",
    "A 12 tlsa example.com 9/0\nB 12 tlsa example.com 9/0\n"
    "C 12 sts example.com 0/5 sts-policy-fetch-error@-=5",
    "undecided:p", NULL },
  { "one-sender-but-certain",
    "A 12 sts example.com 9/0 {" APEX "}\nB 12 sts example.com 9/0 {" APEX "}\n"
    "C 12 sts example.com 0/5 {" APEX "} validation-failure@mx.example.com=5",
    "policy-lacks-mx:c", NULL },
  { "all-senders",
    "A 12 sts example.com 9/0 {" RIGHT "}\nB 12 sts example.com 9/0 {" RIGHT "}\n"
    "A 13 sts example.com 0/9 certificate-not-trusted@mx.example.com=9\n"
    "B 13 sts example.com 0/9 certificate-not-trusted@mx.example.com=9",
    "all-senders:l", "since Jan 13, 2026" },
  { "not-all-senders",
    "A 12 sts example.com 9/0 {" RIGHT "}\nB 12 sts example.com 9/0 {" RIGHT "}\n"
    "A 13 sts example.com 0/9 certificate-not-trusted@mx.example.com=9\n"
    "B 13 sts example.com 9/0\nA 14 sts example.com 9/0",
    "undecided:p", NULL },
  { "key-changed",
    "A 12 tlsa example.com 9/0 {" USABLE "}\nB 12 tlsa example.com 9/0 {" USABLE "}\n"
    "A 13 tlsa example.com 0/9 {" USABLE "} validation-failure@mx.example.com=9\n"
    "B 13 tlsa example.com 0/9 {" USABLE "} validation-failure@mx.example.com=9",
    "key-changed:l", "new key on Jan 13, 2026" },
  { "key-changed-and-over",
    "A 12 tlsa example.com 9/0 {" USABLE "}\nB 12 tlsa example.com 9/0 {" USABLE "}\n"
    "A 13 tlsa example.com 0/9 {" USABLE "} tlsa-invalid@mx.example.com=9\n"
    "B 13 tlsa example.com 0/9 {" USABLE "} tlsa-invalid@mx.example.com=9\n"
    "A 14 tlsa example.com 9/0 {" USABLE "}",
    "key-changed:l", "again since Jan 14, 2026" },
  { "renewed",
    "A 12 sts example.com 0/9 certificate-expired@mx.example.com=9\nA 14 sts example.com 9/0",
    "renewed:l", "renewed by Jan 14, 2026" },
  /* Silence, and the good news of somebody else, are none. */
  { "not-renewed", "A 12 sts example.com 0/9 certificate-expired@mx.example.com=9\nB 14 sts example.com 9/0",
    "undecided:p", NULL },
  { "one-address",
    "A 12 sts example.com 9/1 certificate-expired@mx.example.com=1~-~192.0.2.7\n"
    "B 12 sts example.com 9/1 certificate-expired@mx.example.com=1~-~192.0.2.7",
    "one-address:l", "All failures are at 192.0.2.7" },
  { "several-addresses",
    "A 12 sts example.com 9/1 certificate-expired@mx.example.com=1~-~192.0.2.7\n"
    "B 12 sts example.com 9/1 certificate-expired@mx.example.com=1~-~192.0.2.8",
    "undecided:p", NULL },
  { "only-ipv6",
    "A 12 sts example.com 9/1 certificate-expired@mx.example.com=1~-~2001:db8::1\n"
    "B 12 sts example.com 9/1 certificate-expired@mx.example.com=1~-~2001:db8::2",
    "only-ipv6:l", "IPv6" },
  { "one-mx",
    "A 12 sts example.com 9/1 {" BOTH "} certificate-expired@mx.example.com=1\n"
    "B 12 sts example.com 9/1 {" BOTH "} certificate-expired@mx.example.com=1",
    "one-mx:l", "of 2 mail servers" },
  { "both-mx",
    "A 12 sts example.com 9/2 {" BOTH "} certificate-expired@mx.example.com=1 certificate-expired@mx2.example.com=1\n"
    "B 12 sts example.com 9/1 {" BOTH "} certificate-expired@mx.example.com=1",
    "undecided:p", NULL },
  { "only-mx",
    "A 12 sts example.com 9/1 {" RIGHT "} certificate-expired@mx.example.com=1\n"
    "B 12 sts example.com 9/1 {" RIGHT "} certificate-expired@mx.example.com=1",
    "undecided:p", NULL },
  { "any-mx",
    "A 12 sts example.com 9/1 {" WILD "} certificate-expired@mx.example.com=1\n"
    "B 12 sts example.com 9/1 {" WILD "} certificate-expired@mx.example.com=1",
    "undecided:p", NULL },
  { "one-mx-by-one-sender", "A 12 sts example.com 9/1 {" BOTH "} certificate-expired@mx.example.com=1",
    "undecided:p", NULL },
  { "one-network",
    "A 12 sts example.com 9/2 {" RIGHT "} starttls-not-supported@mx.example.com=1~-~-~-~192.0.2.1 "
    "starttls-not-supported@mx.example.com=1~-~-~-~192.0.2.99",
    "one-network:p", "may remove STARTTLS" },
  { "one-network-ipv6",
    "A 12 sts example.com 9/2 {" RIGHT "} starttls-not-supported@mx.example.com=1~-~-~-~2001:db8::1 "
    "starttls-not-supported@mx.example.com=1~-~-~-~2001:db8:0:1::1",
    "one-network:p", NULL },
  { "two-networks",
    "A 12 sts example.com 9/2 {" RIGHT "} starttls-not-supported@mx.example.com=1~-~-~-~192.0.2.1 "
    "starttls-not-supported@mx.example.com=1~-~-~-~192.0.3.1",
    "undecided:p", NULL },
  { "no-network-succeeds",
    "A 12 sts example.com 0/1 {" RIGHT "} starttls-not-supported@mx.example.com=1~-~-~-~192.0.2.1",
    "undecided:p", NULL },
  { "network-not-given", "A 12 sts example.com 9/1 {" RIGHT "} starttls-not-supported@mx.example.com=1",
    "undecided:p", NULL },
  { "nothing-goes-well",
    "A 12 sts example.com 0/1 certificate-expired@mx.example.com=1~-~192.0.2.7\n"
    "B 12 sts example.com 0/1 certificate-expired@mx.example.com=1~-~192.0.2.7",
    "undecided:p", NULL },
  { "unknown-type", "A 12 sts example.com 0/1 new-type@mx.example.com=1", "", NULL },
};

/* What is published passes our own check. */
static void
assert_is_policy (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlsrptStsPolicy) policy = tlsrpt_sts_policy_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_nonnull (policy);
}

/* Each step has its command, which stands at its end. */
static void
assert_commands (const TlsrptCause *cause)
{
  g_assert_cmpuint (g_strv_length (cause->commands), ==, g_strv_length (cause->steps));
  for (gsize i = 0; cause->steps[i] != NULL; i++)
    g_assert_true (g_str_has_suffix (cause->steps[i], cause->commands[i]));
}

static char *
dup_causes (const TlsrptEvidenceSet *set,
            char                   **message)
{
  const GPtrArray *problems = tlsrpt_evidence_set_get_problems (set);
  g_autoptr (GPtrArray) causes = NULL;
  GString *text = g_string_new (NULL);

  g_assert_cmpuint (problems->len, >, 0);
  causes = tlsrpt_cause_find (set, g_ptr_array_index (problems, 0), NOW);
  for (guint i = 0; i < causes->len; i++)
    {
      const TlsrptCause *cause = g_ptr_array_index (causes, i);

      g_string_append_printf (text, "%s%s:%c", i > 0 ? " " : "", cause->code,
                              *tlsrpt_confidence_get_name (cause->confidence));
      g_assert_nonnull (cause->message);
      g_assert_nonnull (cause->evidence[0]);
      assert_commands (cause);
      if (cause->publish_value != NULL)
        assert_is_policy (cause->publish_value);
      if (i == 0 && message != NULL)
        *message = tlsrpt_display_strip_isolates (cause->message);
    }

  return g_string_free (text, FALSE);
}

static void
test_cases (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (TlsrptEvidenceSet) set = cause_shorthand_read (cases[i].reports, FALSE);
  g_autofree char *message = NULL;
  g_autofree char *text = dup_causes (set, &message);

  g_assert_cmpstr (text, ==, cases[i].expected);
  if (cases[i].message != NULL && strstr (message, cases[i].message) == NULL)
    g_error ("“%s” is not in “%s”", cases[i].message, message);
}

/* The order of reports changes nothing. */
static void
test_order (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlsrptEvidenceSet) set = cause_shorthand_read (cases[i].reports, TRUE);
      g_autofree char *text = dup_causes (set, NULL);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* A good report of somebody else about another day changes no cause, except that of those
 * which say how the whole of the senders fare. */
static void
test_success (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *reports = g_strconcat (cases[i].reports, "\nZ 01 sts example.com 9/0", NULL);
      g_autoptr (TlsrptEvidenceSet) set = cause_shorthand_read (reports, FALSE);
      g_autofree char *text = dup_causes (set, NULL);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* Reports that were made anonymous have the same causes. */
static void
test_anonymous (void)
{
  g_autoptr (TlsrptReportReader) reader = tlsrpt_report_reader_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) reports = cause_shorthand_read_reports (cases[i].reports, FALSE);
      g_autoptr (GPtrArray) again =
        g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
      g_autoptr (GPtrArray) faults = g_ptr_array_new ();
      g_autoptr (TlsrptAnonymizer) anonymizer = tlsrpt_anonymizer_new ();
      g_autoptr (GString) json = g_string_new (NULL);
      g_autoptr (TlsrptEvidenceSet) set = NULL;
      g_autofree char *text = NULL;

      for (guint j = 0; j < reports->len; j++)
        {
          g_autoptr (GError) error = NULL;

          tlsrpt_anonymizer_append (anonymizer, g_ptr_array_index (reports, j),
                                    &TLSRPT_REPORT_FILTER_ALL, json, &error);
          g_assert_no_error (error);
        }
      tlsrpt_report_reader_read_data (reader, "file", json->str, json->len, json->len, again, faults);
      g_test_message ("%s: %s", cases[i].name, json->str);
      g_assert_cmpuint (faults->len, ==, 0);

      set = cause_shorthand_gather (again);
      text = dup_causes (set, NULL);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* What is published is a policy, and covers all hosts that were missing. */
static void
test_publish (void)
{
  static const char *const hosts[] = { "a.example.com", "b.other.example", "c.d.example.com" };
  g_autoptr (TlsrptEvidenceSet) set =
    cause_shorthand_read ("G 02 sts example.com 9/3 {" APEX "} validation-failure@a.example.com=1 "
                          "validation-failure@b.other.example=1 validation-failure@c.d.example.com=1",
                          FALSE);
  const GPtrArray *problems = tlsrpt_evidence_set_get_problems (set);

  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (hosts));
  for (guint i = 0; i < problems->len; i++)
    {
      g_autoptr (GPtrArray) causes = tlsrpt_cause_find (set, g_ptr_array_index (problems, i), NOW);
      const TlsrptCause *cause = g_ptr_array_index (causes, 0);
      g_autoptr (TlsrptStsPolicy) policy = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpstr (cause->publish_name, ==,
                       "https://mta-sts.example.com/.well-known/mta-sts.txt");
      policy = tlsrpt_sts_policy_parse (cause->publish_value, strlen (cause->publish_value), &error);
      g_assert_no_error (error);
      g_assert_cmpint (tlsrpt_sts_policy_get_mode (policy), ==, TLSRPT_STS_MODE_TESTING);
      for (gsize j = 0; j < G_N_ELEMENTS (hosts); j++)
        g_assert_true (tlsrpt_sts_policy_allows (policy, hosts[j]));
    }
}

/* Names that are none get into no command and into no policy. */
static void
test_hostile (void)
{
  static const char *const names[] = { "$(reboot)", "a;reboot", "-oProxy", "a\\nmx:evil", "`reboot`" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      for (gsize j = 0; j < 2; j++)
        {
          g_autofree char *report =
            g_strdup_printf ("G 02 sts %s 9/1 {" APEX "} validation-failure@%s=1",
                             j == 0 ? names[i] : "example.com", j == 0 ? "mx.example.com" : names[i]);
          g_autoptr (TlsrptEvidenceSet) set = cause_shorthand_read (report, FALSE);
          g_autoptr (GPtrArray) causes =
            tlsrpt_cause_find (set, g_ptr_array_index (tlsrpt_evidence_set_get_problems (set), 0), NOW);
          const TlsrptCause *cause = g_ptr_array_index (causes, 0);

          g_assert_null (cause->publish_value);
          for (gsize k = 0; cause->steps[k] != NULL; k++)
            {
              g_assert_null (strstr (cause->steps[k], "reboot"));
              g_assert_null (strstr (cause->steps[k], "evil"));
              g_assert_null (strstr (cause->commands[k], "reboot"));
              g_assert_null (strstr (cause->commands[k], "evil"));
            }
        }
    }
}

/* Reads a report as JSON has it. */
static TlsrptEvidenceSet *
read_json (const GString *json)
{
  g_autoptr (TlsrptReportReader) reader = tlsrpt_report_reader_new ();
  g_autoptr (GPtrArray) reports =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  g_autoptr (GPtrArray) faults = g_ptr_array_new ();

  tlsrpt_report_reader_read_data (reader, "file", json->str, json->len, json->len, reports, faults);
  g_assert_cmpuint (faults->len, ==, 0);

  return cause_shorthand_gather (reports);
}

static void
append_report (GString    *json,
               const char *day,
               const char *last_day,
               const char *policy,
               const char *failures)
{
  g_string_append_printf (json, "{\"organization-name\":\"G\",\"report-id\":\"%" G_GSIZE_FORMAT
                          "\",\"date-range\":{\"start-datetime\":\"%s\",\"end-datetime\":\"%s\"},"
                          "\"policies\":[{\"policy\":{\"policy-type\":\"sts\",\"policy-domain\":"
                          "\"example.com\",\"policy-string\":[%s]},\"summary\":{"
                          "\"total-successful-session-count\":5,\"total-failure-session-count\":1},"
                          "\"failure-details\":[%s]}]}\n",
                          json->len, day, last_day, policy, failures);
}

#define MISMATCH(host) "{\"result-type\":\"validation-failure\",\"failed-session-count\":1," \
                       "\"receiving-mx-hostname\":\"" host "\"}"

/* A policy of as many lines as a report can hold, or with as long a line: the cause is the
 * same, and nothing is published that would not be a policy (RFC 8461 section 3.3). */
static void
test_long_policy (void)
{
  for (gsize i = 0; i < 3; i++)
    {
      g_autoptr (GString) policy = g_string_new ("\"version: STSv1\",\"mode: testing\","
                                                 "\"max_age: 86400\"");
      g_autoptr (GString) json = g_string_new (NULL);
      g_autoptr (TlsrptEvidenceSet) set = NULL;
      g_autoptr (GPtrArray) causes = NULL;
      const TlsrptCause *cause;

      for (guint n = 0; i == 0 && policy->len < 65536; n++)
        g_string_append_printf (policy, ",\"mx: mx%u.example.com\"", n);
      if (i > 0)
        {
          g_string_append (policy, i == 1 ? ",\"mx: a.example.com\",\"x: " : ",\"mx: ");
          for (gsize n = 0; n < 65000; n++)
            g_string_append_c (policy, 'a');
          g_string_append_c (policy, '"');
        }
      append_report (json, "2026-01-02", "2026-01-02", policy->str, MISMATCH ("mail.other.example"));

      set = read_json (json);
      causes = tlsrpt_cause_find (set, g_ptr_array_index (tlsrpt_evidence_set_get_problems (set), 0),
                                  NOW);
      cause = g_ptr_array_index (causes, 0);
      g_assert_cmpstr (cause->code, ==, "policy-lacks-mx");
      if (cause->publish_value != NULL)
        {
          g_autoptr (TlsrptStsPolicy) published =
            tlsrpt_sts_policy_parse (cause->publish_value, strlen (cause->publish_value), NULL);

          g_assert_nonnull (published);
          g_assert_true (tlsrpt_sts_policy_allows (published, "mail.other.example"));
        }
    }
}

/* Of 100,000 hosts that the policy lacks, the worst are told of; nobody publishes as many. */
static void
test_many_hosts (void)
{
  g_autoptr (GString) failures = g_string_new (NULL);
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (TlsrptEvidenceSet) set = NULL;
  const GPtrArray *problems;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (failures, "%s{\"result-type\":\"validation-failure\","
                            "\"failed-session-count\":1,\"receiving-mx-hostname\":\"m%u.example\"}",
                            i > 0 ? "," : "", i);
  append_report (json, "2026-01-02", "2026-01-02",
                 "\"version: STSv1\",\"mode: testing\",\"mx: example.com\",\"max_age: 86400\"",
                 failures->str);
  set = read_json (json);
  problems = tlsrpt_evidence_set_get_problems (set);
  g_assert_cmpuint (problems->len, ==, TLSRPT_LIMIT_REPORT_PROBLEMS);

  for (guint i = 0; i < problems->len; i += 100)
    {
      g_autoptr (GPtrArray) causes = tlsrpt_cause_find (set, g_ptr_array_index (problems, i), NOW);
      const TlsrptCause *cause = g_ptr_array_index (causes, 0);

      g_assert_cmpstr (cause->code, ==, "policy-lacks-mx");
      g_assert_null (cause->publish_value);
    }
}

/* Days that contradict each other: whatever they say, no cause rests on an order that they
 * do not have. */
static void
test_days (void)
{
  static const struct
  {
    const char *name;
    const char *days[2][2];
    const char *state;
  } days[] = {
    /* The end of the first is before its beginning. */
    { "reversed", { { "2026-01-05", "2026-01-02" }, { "2026-01-01", "2026-01-01" } }, "ongoing" },
    /* A report is about the day in its middle. */
    { "overlapping", { { "2026-01-02", "2026-01-02" },
                       { "2026-01-02T06:00:00Z", "2026-01-03T05:00:00Z" } }, "ongoing" },
    { "overlapping-later", { { "2026-01-02", "2026-01-02" },
                             { "2026-01-02T18:00:00Z", "2026-01-03T18:00:00Z" } }, "resolved" },
    { "same", { { "2026-01-02", "2026-01-02" }, { "2026-01-02", "2026-01-02" } }, "ongoing" },
    { "none", { { "never", "" }, { "2026-01-02", "2026-01-02" } }, "silent" },
    { "first-and-last", { { "0001-01-01", "0001-01-01" }, { "9999-12-31", "9999-12-31" } },
      "resolved" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      for (gsize j = 0; j < 2; j++)
        {
          g_autoptr (GString) json = g_string_new (NULL);
          g_autoptr (TlsrptEvidenceSet) set = NULL;
          const TlsrptEvidenceProblem *problem;

          g_test_message ("%s", days[i].name);
          for (gsize k = 0; k < 2; k++)
            append_report (json, days[i].days[j ^ k][0], days[i].days[j ^ k][1],
                           "\"version: STSv1\",\"mode: testing\",\"mx: mx.example.com\"",
                           (j ^ k) == 0 ? "{\"result-type\":\"certificate-expired\","
                                          "\"receiving-mx-hostname\":\"mx.example.com\","
                                          "\"failed-session-count\":1}"
                                        : "");
          set = read_json (json);
          problem = g_ptr_array_index (tlsrpt_evidence_set_get_problems (set), 0);
          g_assert_cmpstr (tlsrpt_evidence_state_get_name (problem->state), ==, days[i].state);
          g_assert_cmpint (tlsrpt_evidence_problem_get_since (problem), <=,
                           tlsrpt_evidence_problem_get_until (problem));
          if (problem->state != TLSRPT_EVIDENCE_RESOLVED)
            {
              g_autofree char *text = dup_causes (set, NULL);

              g_assert_cmpstr (text, ==, "undecided:p");
            }
        }
    }
}

/* Nothing in any field of the evidence gets into a command, into a text to publish, or
 * past the display. */
static void
test_hostile_fields (void)
{
  static const char *const values[] = {
    "\\u202e\\u2066$(reboot)", "\\u001b]0;reboot\\u0007", "`reboot`", "a\\nmx: reboot", "-oReboot",
    "\\u0000reboot", "<b>reboot</b>", "x;reboot", "reboot\\u200b.example", "%s%n reboot",
  };
  static const char *const types[] = {
    "validation-failure", "certificate-expired", "certificate-host-mismatch", "starttls-not-supported",
    "sts-policy-fetch-error", "sts-policy-invalid", "sts-webpki-invalid", "tlsa-invalid",
    "dnssec-invalid", "dane-required", "certificate-not-trusted",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values) * G_N_ELEMENTS (types); i++)
    {
      const char *value = values[i % G_N_ELEMENTS (values)];
      const char *type = types[i / G_N_ELEMENTS (values)];
      g_autoptr (GString) json = g_string_new (NULL);
      g_autoptr (TlsrptEvidenceSet) set = NULL;
      g_autoptr (GPtrArray) causes = NULL;

      g_string_append_printf (json, "{\"organization-name\":\"%s\",\"contact-info\":\"%s\","
                              "\"report-id\":\"%s\",\"date-range\":{\"start-datetime\":"
                              "\"2026-01-02T00:00:00Z\"},\"policies\":[{\"policy\":{"
                              "\"policy-type\":\"%s\",\"policy-domain\":\"%s\",\"policy-string\":"
                              "[\"version: STSv1\",\"mx: %s\",\"%s\"],\"mx-host\":[\"%s\"]},",
                              value, value, value, i % 2 == 0 ? "sts" : "tlsa", value, value, value,
                              value);
      g_string_append_printf (json, "\"failure-details\":[{\"result-type\":\"%s\","
                              "\"sending-mta-ip\":\"%s\",\"receiving-mx-hostname\":\"%s.example\","
                              "\"receiving-mx-helo\":\"%s\",\"receiving-ip\":\"%s\","
                              "\"failed-session-count\":1,\"failure-reason-code\":\"%s\","
                              "\"additional-information\":\"%s\"}]}]}",
                              type, value, value, value, value, value, value);
      set = read_json (json);
      causes = tlsrpt_cause_find (set, g_ptr_array_index (tlsrpt_evidence_set_get_problems (set), 0),
                                  NOW);

      for (guint j = 0; j < causes->len; j++)
        {
          const TlsrptCause *cause = g_ptr_array_index (causes, j);
          g_autofree char *plain = tlsrpt_display_strip_isolates (cause->message);

          g_test_message ("%s: %s", type, cause->message);
          g_assert_null (cause->publish_value);
          for (const char *c = plain; *c != '\0'; c = g_utf8_next_char (c))
            g_assert_false (tlsrpt_display_is_invisible (g_utf8_get_char (c)) ||
                            g_unichar_iscntrl (g_utf8_get_char (c)));
          for (gsize k = 0; cause->steps[k] != NULL; k++)
            g_assert_null (strstr (cause->steps[k], "eboot"));
        }
    }
}

/* How a problem goes on. */
static const struct
{
  const char *name;
  const char *reports;
  const char *state;
  gint64      since;
  gint64      until;
  guint       n_days;
  guint       n_senders;
} periods[] = {
#define BAD " sts example.com 5/1 certificate-expired@mx.example.com=1"
#define GOOD " sts example.com 5/0"
  { "one-day", "A 02" BAD, "ongoing", 2, 2, 1, 1 },
  { "days", "A 02" BAD "\nA 03" BAD "\nB 05" BAD, "ongoing", 2, 5, 3, 2 },
  { "resolved", "A 02" BAD "\nA 03" GOOD, "resolved", 2, 2, 1, 1 },
  { "resolved-by-one", "A 02" BAD "\nB 02" BAD "\nB 04" GOOD, "resolved", 2, 2, 1, 2 },
  { "another-is-no-witness", "A 02" BAD "\nB 03" GOOD, "ongoing", 2, 2, 1, 1 },
  { "back-again", "A 02" BAD "\nA 03" GOOD "\nA 04" BAD, "recurring", 2, 4, 2, 1 },
  { "not-away", "A 02" BAD "\nB 03" GOOD "\nA 04" BAD, "ongoing", 2, 4, 2, 1 },
  { "silent", "A 02" BAD "\nA 04 sts example.com 0/2", "silent", 2, 2, 1, 1 },
  { "other-domain", "A 02" BAD "\nA 03 sts other.example 5/0", "ongoing", 2, 2, 1, 1 },
};

static void
test_periods (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      for (gsize j = 0; j < 2; j++)
        {
          g_autoptr (TlsrptEvidenceSet) set = cause_shorthand_read (periods[i].reports, j > 0);
          const TlsrptEvidenceProblem *problem =
            g_ptr_array_index (tlsrpt_evidence_set_get_problems (set), 0);

          g_test_message ("%s", periods[i].name);
          g_assert_cmpstr (tlsrpt_evidence_state_get_name (problem->state), ==, periods[i].state);
          g_assert_cmpint (tlsrpt_evidence_problem_get_since (problem), ==,
                           CAUSE_SHORTHAND_DAY (periods[i].since));
          g_assert_cmpint (tlsrpt_evidence_problem_get_until (problem), ==,
                           CAUSE_SHORTHAND_DAY (periods[i].until));
          g_assert_cmpuint (problem->days->len, ==, periods[i].n_days);
          g_assert_cmpuint (problem->senders->len, ==, periods[i].n_senders);
        }
    }
}

/* How a period is told: as one day if it is one, and as people write days. */
static void
test_period_texts (void)
{
  static const struct
  {
    const char *reports;
    const char *text;
  } texts[] = {
    { "A 02" BAD, "On Jan 2, 2026, the last day reported" },
    { "A 02" BAD "\nA 03" BAD, "Since Jan 2, 2026, still happening" },
    { "A 02" BAD "\nA 03" GOOD, "Jan 2, 2026, resolved: sessions succeed since Jan 3, 2026" },
    { "A 02" BAD "\nA 03" BAD "\nA 04" GOOD,
      "Jan 2, 2026 to Jan 3, 2026, resolved: sessions succeed since Jan 4, 2026" },
    { "A 02" BAD "\nA 04 sts example.com 0/2", "Jan 2, 2026, no word since" },
    { "A 02" BAD "\nA 03" BAD "\nA 05 sts example.com 0/2",
      "Jan 2, 2026 to Jan 3, 2026, no word since" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TlsrptEvidenceSet) set = cause_shorthand_read (texts[i].reports, FALSE);
      g_autofree char *text = tlsrpt_evidence_problem_dup_period (
        g_ptr_array_index (tlsrpt_evidence_set_get_problems (set), 0));

      g_assert_cmpstr (text, ==, texts[i].text);
    }
}

/* What has expired is to be renewed first, as long as it may still be so, and unless the
 * type means something else. */
static void
test_renewal (void)
{
#define EXPIRED "certificate-expired@mx.example.com=1"
  static const struct
  {
    const char *reports;
    const char *code;
    gboolean    is_to_renew;
  } renewals[] = {
    { "A 12 sts example.com 9/1 " EXPIRED, "undecided", TRUE },
    { "A 12 sts example.com 9/1 Certificate-Expired@mx.example.com=1", "undecided", TRUE },
    { "A 12 sts example.com 9/1 " EXPIRED "~-~192.0.2.7\nB 12 sts example.com 9/1 " EXPIRED
      "~-~192.0.2.7", "one-address", TRUE },
    { "A 12 sts example.com 9/1 " EXPIRED "~-~2001:db8::1\nB 12 sts example.com 9/1 " EXPIRED
      "~-~2001:db8::2", "only-ipv6", TRUE },
    { "A 12 sts example.com 9/1 {" BOTH "} " EXPIRED "\nB 12 sts example.com 9/1 {" BOTH "} " EXPIRED,
      "one-mx", TRUE },
    { "A 12 sts example.com 9/0\nB 12 sts example.com 9/0\nA 13 sts example.com 0/1 " EXPIRED
      "\nB 13 sts example.com 0/1 " EXPIRED, "all-senders", TRUE },
    /* It is over, it is the sender's, or it is another type. */
    { "A 12 sts example.com 0/1 " EXPIRED "\nA 14 sts example.com 9/0", "renewed", FALSE },
    { "A 12 sts example.com 9/0\nB 12 sts example.com 9/0\nC 12 sts example.com 0/1 " EXPIRED,
      "one-sender", FALSE },
    { "A 12 sts example.com 9/1 certificate-not-trusted@mx.example.com=1", "undecided", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (renewals); i++)
    {
      g_autoptr (TlsrptEvidenceSet) set = cause_shorthand_read (renewals[i].reports, FALSE);
      g_autoptr (GPtrArray) causes =
        tlsrpt_cause_find (set, g_ptr_array_index (tlsrpt_evidence_set_get_problems (set), 0), NOW);
      const TlsrptCause *cause = g_ptr_array_index (causes, 0);

      g_test_message ("%s", renewals[i].reports);
      g_assert_cmpstr (cause->code, ==, renewals[i].code);
      g_assert_cmpint (cause->steps[0] != NULL &&
                       g_str_has_prefix (cause->steps[0], "Renew the certificate, unless"), ==,
                       renewals[i].is_to_renew);
    }
}

/* A day among the evidence is as reports have it, and for people as they write it. */
static void
test_evidence_days (void)
{
  g_autoptr (TlsrptEvidenceSet) set =
    cause_shorthand_read ("A 12 sts example.com 0/1 " EXPIRED "\nA 14 sts example.com 9/0", FALSE);
  g_autoptr (GPtrArray) causes =
    tlsrpt_cause_find (set, g_ptr_array_index (tlsrpt_evidence_set_get_problems (set), 0), NOW);
  const TlsrptCause *cause = g_ptr_array_index (causes, 0);
  g_auto (GStrv) shown = tlsrpt_cause_dup_evidence (cause);

  g_assert_true (g_strv_contains ((const char *const *) cause->evidence, "date-range: 2026-01-12"));
  g_assert_true (g_strv_contains ((const char *const *) shown, "date-range: Jan 12, 2026"));
  g_assert_true (g_strv_contains ((const char *const *) shown,
                                  "receiving-mx-hostname: mx.example.com"));
  g_assert_cmpuint (g_strv_length (shown), ==, g_strv_length (cause->evidence));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/cause/find/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_cases);
    }
  g_test_add_func ("/cause/order", test_order);
  g_test_add_func ("/cause/success", test_success);
  g_test_add_func ("/cause/anonymous", test_anonymous);
  g_test_add_func ("/cause/publish", test_publish);
  g_test_add_func ("/cause/hostile", test_hostile);
  g_test_add_func ("/cause/long-policy", test_long_policy);
  g_test_add_func ("/cause/many-hosts", test_many_hosts);
  g_test_add_func ("/cause/days", test_days);
  g_test_add_func ("/cause/hostile-fields", test_hostile_fields);
  g_test_add_func ("/cause/periods", test_periods);
  g_test_add_func ("/cause/period-texts", test_period_texts);
  g_test_add_func ("/cause/renewal", test_renewal);
  g_test_add_func ("/cause/evidence-days", test_evidence_days);

  return g_test_run ();
}
