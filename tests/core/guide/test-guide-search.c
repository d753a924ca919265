/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-guide-search.h"

typedef struct
{
  const char *text;
  const char *first; /* the best hit; NULL: nothing is found */
} Case;

static const Case search_cases[] = {
  /* Tokens, whole and in part */
  { "certificate-expired", "certificate-expired" },
  { "starttls-not-supported", "starttls-not-supported" },
  { "STARTTLS-NOT-SUPPORTED", "starttls-not-supported" },
  { "starttls", "starttls-not-supported" },
  { "  dane-required\t", "dane-required" },
  { "webpki", "sts-webpki-invalid" },
  { "fetch", "sts-policy-fetch-error" },
  { "tlsa", "tlsa" },
  { "sts", "sts" },
  { "valid failure", "validation-failure" },

  /* Plain words */
  { "expired", "certificate-expired" },
  { "expir", "certificate-expired" },
  { "EXPIRED", "certificate-expired" },
  { "hostname", "certificate-host-mismatch" },
  { "wrong name", "certificate-host-mismatch" },
  { "self-signed", "certificate-not-trusted" },
  { "intermediate", "certificate-not-trusted" },
  { "unencrypted", "starttls-not-supported" },
  { "redirect", "sts-policy-fetch-error" },
  { "404", "sts-policy-fetch-error" },
  { "html page", "sts-policy-invalid" },
  { "fingerprint", "tlsa-invalid" },
  { "bogus", "dnssec-invalid" },
  { "registrar", "dnssec-invalid" },
  { "partner", "dane-required" },
  { "éxpired", "certificate-expired" },
  { "expired ćertificate", "certificate-expired" },
  { "ｅｘｐｉｒｅｄ", "certificate-expired" },
  { "my expired certificate please", "certificate-expired" },

  /* In other forms, misspelled, and in any order */
  { "expires", "certificate-expired" },
  { "exipred", "certificate-expired" },
  { "certifcate hostnmae", "certificate-host-mismatch" },
  { "name wrong", "certificate-host-mismatch" },
  { "fingerprints", "tlsa-invalid" },
  { "redirecting", "sts-policy-fetch-error" },
  { "STARTTLS_NOT_SUPPORTED", "starttls-not-supported" },
  { "starttls not supported", "starttls-not-supported" },

  /* Codes */
  { "5.7.322", "certificate-expired" },
  { "4.7.323", "tlsa-invalid" },
  { "450 4.7.323 tlsa-invalid: the domain failed DANE validation", "tlsa-invalid" },
  { "451 4.7.5 Remote certificate failed MTA-STS validation", "certificate-host-mismatch" },
  { "\"result-type\": \"sts-webpki-invalid\",", "sts-webpki-invalid" },
  { "5.7.325", "certificate-host-mismatch" },
  { "550 5.4.317 Message expired, cannot connect to remote server", "starttls-not-supported" },
  { "status=deferred (delivery temporarily suspended: 4.7.324)", "dnssec-invalid" },
  { "policy-type: sts", "sts" },
  { "'policy-type': 'tlsa', 'policy-string': []", "tlsa" },
  { "\"result-type\":\"validation-failure\",\"failure-reason-code\":\"dane-no-match+errors\"",
    "validation-failure" },
  { "\"result-type\": \"sts-webpki-invalid\", \"failure-reason-code\": \"certificate-expired\"",
    "sts-webpki-invalid" },
  { "failure-reason-code: certificate-expired, result-type: sts-webpki-invalid",
    "sts-webpki-invalid" },
  { "tls: certificate verify: Self signed certificate in certificate chain",
    "self-signed_certificate_in_certificate_chain" },
  { "MX_HOSTS_MISMATCH", "MX_HOSTS_MISMATCH" },
  { "mx_hosts_mismatch", "MX_HOSTS_MISMATCH" },
  { "bad https response code: 404", "bad https response code:" },
  { "X509_V_ERR_CERT_HAS_EXPIRED", "X509_V_ERR_CERT_HAS_EXPIRED" },
  { "tls-remote-alert-40-handshake-failure", "tls-remote-alert-40" },

  /* Questions */
  { "TLS connection failed: certificate has expired", "certificate-expired" },
  { "SSL_accept error: certificate verification failed for mx.example.com: certificate has expired",
    "certificate-expired" },
  { "Why has the certificate expired?", "certificate-expired" },
  { "direction", "direction" },
  { "incoming or outgoing", "direction" },
  { "silence", "success-reports" },
  { "no reports", "no-reports" },
  { "subdomain", "which-domains" },
  { "inherit", "which-domains" },
  { "cname", "cname" },
  { "quotation marks", "quotes" },
  { "two records", "two-records" },
  { "ttl", "ttl" },
  { "privacy", "reveals" },
  { "authorization record", "other-domain-address" },
  { "host field", "host-field" },
  { "how is this program used", "use-generator" },

  /* Nothing to find */
  { "", NULL },
  { "   ", NULL },
  { ".*", NULL },
  { "(((", NULL },
  { "\\", NULL },
  { "xyzzy", NULL },
  { "\u202e", NULL },
  { "😀", NULL },
};

static void
test_search (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GPtrArray) entries = tlsrpt_guide_search (c->text);
  const char *first = NULL;

  if (entries->len > 0)
    first = tlsrpt_guide_entry_get_id (g_ptr_array_index (entries, 0));

  g_assert_cmpstr (first, ==, c->first);
  g_assert_cmpuint (entries->len, <=, TLSRPT_GUIDE_SEARCH_MOST);
}

static void
test_both (void)
{
  g_autoptr (GPtrArray) entries = tlsrpt_guide_search ("MX_HOSTS_MISMATCH");

  /* The code, then the type it comes with. */
  g_assert_cmpuint (entries->len, >=, 2);
  g_assert_cmpstr (tlsrpt_guide_entry_get_id (g_ptr_array_index (entries, 1)), ==,
                   "validation-failure");
}

static const Case named_cases[] = {
  { "certificate-expired", "certificate-expired" },
  { "Certificate_Expired", "certificate-expired" },
  { "certificate expired", "certificate-expired" },
  { "certificate-e", "certificate-expired" },
  { "sts-policy-", "sts-policy-fetch-error" },
  { "MX_HOSTS_MISMATCH", "MX_HOSTS_MISMATCH" },
  { "5.7.322", "certificate-expired" },
  { "tlsa", "tlsa" },
  { "mta-sts-rollout", "mta-sts-rollout" },

  /* Meant for others */
  { "certificate", NULL },
  { "expired", NULL },
  { "expired certificate", NULL },
  { "mail", NULL },
  { "example.com", NULL },
  { "5.7", NULL },
  { "x-ray", NULL },
  { "-", NULL },
  { " ", NULL },
  { "", NULL },
  { "\xff-", NULL },
};

static void
test_named (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (named_cases); i++)
    {
      g_autoptr (GPtrArray) entries = tlsrpt_guide_search_named (named_cases[i].text);
      const char *first = NULL;

      if (entries->len > 0)
        first = tlsrpt_guide_entry_get_id (g_ptr_array_index (entries, 0));
      g_assert_cmpstr (first, ==, named_cases[i].first);
    }
}

/* Text of any kind finds something or nothing, and warns of nothing. */
static void
test_hostile (void)
{
  g_autofree char *repeated = g_strnfill (10000, 'x');
  g_autofree char *spaced = g_strnfill (10000, ' ');
  g_autofree char *dots = g_strnfill (10000, '.');
  g_autoptr (GString) many = g_string_new (NULL);
  const char *const texts[] = {
    "<b>expired</b>", "&amp;", "a{1,99999}", "^$", "expired\nhostname", "\x01\x1b[31m",
    "\xff\xfe", "expired\xc3", "منتهي الصلاحية", "\u202eexpired\u202c", "e\u0301",
    "a\u200bb", "__proto__", "%s%n", "[a-", "$(reboot)", "' OR 1=1 --", "-", "--", "…", "“expired”",
    repeated, spaced, dots,
  };

  for (guint i = 0; i < 5000; i++)
    g_string_append (many, "e ");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) entries = tlsrpt_guide_search (texts[i]);

      g_assert_cmpuint (entries->len, <=, TLSRPT_GUIDE_SEARCH_MOST);
    }

  {
    g_autoptr (GPtrArray) entries = tlsrpt_guide_search (many->str);

    g_assert_cmpuint (entries->len, <=, TLSRPT_GUIDE_SEARCH_MOST);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (search_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/guide-search/search/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &search_cases[i], test_search);
    }

  g_test_add_func ("/guide-search/both", test_both);
  g_test_add_func ("/guide-search/named", test_named);
  g_test_add_func ("/guide-search/hostile", test_hostile);

  return g_test_run ();
}
