/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Questions as people type them, written before the search was tuned, and how often it
 * has the right page. */

#include "config.h"

#include "tlsrpt-guide-search.h"

#include <time.h>

typedef struct
{
  const char *text;
  const char *right[3]; /* pages that answer it */
} Question;

static const Question questions[] = {
  /* Bounces and logs, as they are pasted */
  { "my mail bounced with 5.7.323", { "tlsa-invalid" } },
  { "550 5.7.321 starttls-not-supported: Destination mail server must support TLS to receive mail.",
    { "starttls-not-supported" } },
  { "Remote Server returned '451 4.7.5 Remote certificate failed MTA-STS validation'",
    { "certificate-host-mismatch", "certificate-not-trusted" } },
  { "postfix/smtp[1234]: certificate verification failed for mx1.example.net[192.0.2.1]:25: "
    "self-signed certificate", { "self-signed_certificate", "certificate-not-trusted" } },
  { "certificate verification failed for mx.example.com[192.0.2.7]:25: certificate has expired",
    { "certificate-expired" } },
  { "unable to get local issuer certificate", { "unable_to_get_local_issuer_certificate", "certificate-not-trusted" } },
  { "\"policy\":{\"policy-type\":\"no-policy-found\",\"policy-domain\":\"example.com\"}",
    { "no-policy-found" } },
  { "deferred (Server certificate not verified)", { "mail-not-arriving", "certificate-not-trusted" } },

  /* The mail server */
  { "server says it doesn't do encryption", { "starttls-not-supported" } },
  { "antivirus or firewall strips encryption command on smtp", { "starttls-not-supported" } },
  { "cisco asa mail inspection", { "starttls-not-supported" } },
  { "letsencrypt renewed but old cert still showing on port 25", { "certificate-expired" } },
  { "certbot deploy hook postfix", { "certificate-expired", "renew-with-dane" } },
  { "cn does not match hostname of the mx", { "certificate-host-mismatch" } },
  { "which domain must be in the cert of my mail server", { "certificate-host-mismatch" } },
  { "fullchain.pem or cert.pem for postfix", { "certificate-not-trusted" } },
  { "wildcard in mta-sts policy does not cover sub sub domain", { "validation-failure" } },
  { "changed mail provider and forgot the policy", { "validation-failure" } },
  { "validation-failure no reason code", { "validation-failure" } },

  /* The policy host */
  { "nginx returns 404 for mta-sts.txt", { "sts-policy-fetch-error" } },
  { "cloudflare blocks google from fetching my policy", { "sts-policy-fetch-error" } },
  { "http 301 on well-known file", { "sts-policy-fetch-error", "host-the-policy" } },
  { "what must the mta-sts.txt file look like", { "sts-policy-invalid", "host-the-policy" } },
  { "byte order mark in policy", { "sts-policy-invalid" } },
  { "ssl error on https://mta-sts.mydomain.tld", { "sts-webpki-invalid" } },
  { "where to put mta-sts.txt without a webserver", { "host-the-policy" } },
  { "github pages policy file", { "host-the-policy" } },
  { "can several domains share one policy via cname", { "host-the-policy", "cname" } },

  /* DANE */
  { "dane broken after certificate renewal", { "tlsa-invalid", "renew-with-dane" } },
  { "fingerprint in dns is wrong", { "tlsa-invalid" } },
  { "what does 3 1 1 mean", { "tlsa", "tlsa-invalid" } },
  { "SERVFAIL when looking up _25._tcp", { "dnssec-invalid" } },
  { "dnsviz shows red arrows", { "dnssec-invalid" } },
  { "ds record mismatch after changing registrar", { "dnssec-invalid" } },
  { "partner enforces dane for us", { "dane-required" } },
  { "acme.sh tlsa reuse key", { "renew-with-dane" } },
  { "how long before expiry should I publish the new tlsa", { "renew-with-dane" } },

  /* Reports */
  { "how do I open the .json.gz attachment", { "read-a-report" } },
  { "what do the numbers in this file mean", { "read-a-report" } },
  { "got a report from google, what now", { "read-a-report" } },
  { "is one failed session a problem", { "read-a-report" } },
  { "is no-policy-found bad", { "no-policy-found" } },
  { "does yahoo send these", { "who-sends" } },
  { "who is noreply-smtp-tls-reporting@google.com", { "who-sends" } },
  { "configure postfix to generate tlsrpt", { "send-reports" } },
  { "can exchange server send tls reports", { "send-reports" } },
  { "nothing in my inbox after a week", { "no-reports" } },
  { "is silence good", { "success-reports" } },
  { "the attachment is blocked by my spam filter", { "no-reports", "where-to-send" } },
  { "gdpr personal data in reports", { "reveals" } },

  /* Introducing it */
  { "when can I switch from testing to enforce", { "mta-sts-rollout" } },
  { "how to turn off mta-sts safely", { "mta-sts-rollout" } },
  { "what max_age should I use", { "mta-sts-rollout" } },
  { "do I need both dane and mta-sts", { "dane-and-mta-sts" } },
  { "which is better, tlsa or sts", { "dane-and-mta-sts" } },
  { "customers say their messages to us are delayed", { "mail-not-arriving" } },
  { "will this make me lose mail", { "changes-delivery" } },

  /* The record */
  { "where do I click to make the record", { "use-generator" } },
  { "i use gmail for my domain, will I get reports about what I send", { "direction" } },
  { "do subdomains need their own", { "which-domains" } },
  { "panel adds my domain twice", { "host-field" } },
  { "value longer than 255", { "quotes" } },
  { "can I use two rua addresses", { "all-destinations", "two-records" } },
  { "do I need an extra txt record like dmarc for an external address", { "other-domain-address" } },
  { "how often should the record be cached", { "ttl" } },
};

/* A part of those, in percent, that the search has to have first, and among the first
 * three. */
#define LEAST_FIRST 70
#define LEAST_AMONG_THREE 90

static guint
find_place (const Question *question)
{
  g_autoptr (GPtrArray) entries = tlsrpt_guide_search (question->text);

  for (guint i = 0; i < entries->len; i++)
    {
      const char *id = tlsrpt_guide_entry_get_id (g_ptr_array_index (entries, i));

      if (g_strv_contains (question->right, id))
        return i + 1;
    }

  return G_MAXUINT;
}

static void
test_score (void)
{
  guint n_first = 0;
  guint n_among_three = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      guint place = find_place (&questions[i]);

      n_first += place == 1;
      n_among_three += place <= 3;

      if (place > 1)
        g_test_message ("%u: %s (%s)", place, questions[i].text, questions[i].right[0]);
    }

  g_test_message ("%u first, %u among the first three, of %" G_GSIZE_FORMAT, n_first,
                  n_among_three, G_N_ELEMENTS (questions));
  g_assert_cmpuint (G_N_ELEMENTS (questions), >=, 60);
  g_assert_cmpuint (100 * n_first, >=, LEAST_FIRST * G_N_ELEMENTS (questions));
  g_assert_cmpuint (100 * n_among_three, >=, LEAST_AMONG_THREE * G_N_ELEMENTS (questions));
}

/* Milliseconds that a search may take, of which a frame has 16. */
#define MOST_TIME 5

/* The best five are always shown. */
static void
test_each (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (GPtrArray) entries = tlsrpt_guide_search (questions[i].text);

      g_test_message ("%s", questions[i].text);
      g_assert_cmpuint (entries->len, >=, TLSRPT_GUIDE_SEARCH_LEAST);
      g_assert_cmpuint (entries->len, <=, TLSRPT_GUIDE_SEARCH_MOST);
    }
}

/* By the processor, since other programs run as well. */
static void
test_time (void)
{
  g_autoptr (GPtrArray) first = tlsrpt_guide_search ("the index is made");
  clock_t start = clock ();

  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (GPtrArray) entries = tlsrpt_guide_search (questions[i].text);

      g_assert_cmpuint (entries->len, >, 0);
    }

  g_assert_cmpuint ((clock () - start) * 1000 / CLOCKS_PER_SEC, <,
                    MOST_TIME * G_N_ELEMENTS (questions));
}

/* What checkers, OpenSSL and curl print, as it is pasted. */
static void
test_output (void)
{
  static const Question outputs[] = {
    { "Verify return code: 10 (certificate has expired)", { "certificate-expired" } },
    { "verify error:num=62:hostname mismatch", { "certificate-host-mismatch" } },
    { "Verify return code: 21 (unable to verify the first certificate)",
      { "certificate-not-trusted" } },
    { "error:0A00010B:SSL routines::wrong version number", { "starttls-not-supported" } },
    { "curl: (6) Could not resolve host: mta-sts.example.com", { "sts-policy-fetch-error" } },
    { "curl: (28) Failed to connect to mta-sts.example.com port 443", { "sts-policy-fetch-error" } },
    { "curl: (22) The requested URL returned error: 404", { "sts-policy-fetch-error" } },
    { "Multiple TLS-RPT records found", { "two-records" } },
    { "No TLS-RPT record found", { "use-generator" } },
    { "TLS-RPT Not Enabled", { "use-generator" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (outputs); i++)
    {
      g_autoptr (GPtrArray) entries = tlsrpt_guide_search (outputs[i].text);

      g_test_message ("%s: %s", outputs[i].text,
                      tlsrpt_guide_entry_get_id (g_ptr_array_index (entries, 0)));
      g_assert_cmpuint (find_place (&outputs[i]), ==, 1);
    }
}

/* Who asks what a thing is wants the page that says so before those that mention it. */
static void
test_definitions (void)
{
  static const Question definitions[] = {
    { "What is MTA-STS", { "sts" } },
    { "what is mta-sts?", { "sts" } },
    { "what is mta sts", { "sts" } },
    { "What is a TLSA record", { "tlsa" } },
    { "what are TLSA records?", { "tlsa" } },
    { "what is DANE", { "tlsa" } },
    { "what is TLS-RPT", { "why-tls-rpt" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (definitions); i++)
    {
      g_test_message ("%s", definitions[i].text);
      g_assert_cmpuint (find_place (&definitions[i]), ==, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guide-questions/score", test_score);
  g_test_add_func ("/guide-questions/definitions", test_definitions);
  g_test_add_func ("/guide-questions/output", test_output);
  g_test_add_func ("/guide-questions/each", test_each);
  g_test_add_func ("/guide-questions/time", test_time);

  return g_test_run ();
}
