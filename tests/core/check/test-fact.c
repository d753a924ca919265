/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dns-message.h"
#include "fake-published.h"
#include "tlsrpt-fact.h"

#include <string.h>

#define RECORD "v=TLSRPTv1; rua=mailto:a@example.com"
#define POLICY(mode) \
  "version: STSv1\nmode: " mode "\nmx: *.example.com\nmx: mx.example.net\nmax_age: 9\n"

static const TlsrptFact *
find (GPtrArray  *facts,
      const char *title)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const TlsrptFact *fact = g_ptr_array_index (facts, i);

      if (g_str_equal (fact->title, title))
        return fact;
    }

  return NULL;
}

static void
assert_fact (TlsrptPublished *published,
             const char      *title,
             const char      *summary,
             const char      *details)
{
  g_autoptr (GPtrArray) facts = tlsrpt_fact_list (published);
  const TlsrptFact *fact = find (facts, title);

  g_assert_nonnull (fact);
  g_assert_cmpstr (fact->summary, ==, summary);
  g_assert_cmpstr (fact->details, ==, details);
}

static void
assert_no_fact (TlsrptPublished *published,
                const char      *title)
{
  g_autoptr (GPtrArray) facts = tlsrpt_fact_list (published);

  g_assert_null (find (facts, title));
}

/* In the order in which people ask; what nobody can know is not among them. */
static void
test_order (void)
{
  static const char *const titles[] = { "Mail Servers", "DANE", "MTA-STS" };
  g_autoptr (TlsrptPublished) published = fake_published ();
  g_autoptr (GPtrArray) facts = tlsrpt_fact_list (published);

  g_assert_cmpuint (facts->len, ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < facts->len; i++)
    g_assert_cmpstr (((TlsrptFact *) g_ptr_array_index (facts, i))->title, ==, titles[i]);
}

static void
test_texts (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();

  /* That there is none is a verdict. */
  assert_no_fact (published, "TXT Records");

  /* Strings stay apart, as zone files have them. */
  fake_answer (&published->record, fake_texts (FAKE_NAME, 0, "v=TLSRPTv1; |rua=x", NULL));
  assert_fact (published, "TXT Records", "1 record at “\u2068" FAKE_NAME "\u2069”",
               "\"v=TLSRPTv1; \" \"rua=x\"");

  fake_answer (&published->record, fake_texts (FAKE_NAME, 0, RECORD, "", NULL));
  assert_fact (published, "TXT Records", "2 records at “\u2068" FAKE_NAME "\u2069”",
               "\"" RECORD "\"\n\"\"");
}

static void
test_aliases (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  g_autoptr (GByteArray) message = dns_message_new (FAKE_NAME, TLSRPT_RESOURCE_TXT, 0);

  assert_no_fact (published, "Alias");

  dns_message_add_name (message, FAKE_NAME, DNS_TYPE_CNAME, 60, "a.example");
  dns_message_add_name (message, "a.example", DNS_TYPE_CNAME, 60, "b.example");
  dns_message_add_text (message, "b.example", 60, RECORD);
  fake_answer (&published->record,
               tlsrpt_answer_new (FAKE_NAME, TLSRPT_RESOURCE_TXT, message->data, message->len));
  assert_fact (published, "Alias", "The name is an alias of “\u2068b.example\u2069”",
               FAKE_NAME "\na.example\nb.example");
}

static void
test_mail (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  g_autoptr (GByteArray) null_mx = dns_message_new (FAKE_DOMAIN, TLSRPT_RESOURCE_MX, 0);
  g_autoptr (GByteArray) address = dns_message_new (FAKE_DOMAIN, TLSRPT_RESOURCE_A, 0);

  assert_fact (published, "Mail Servers", "1 MX record", "10 mx.example.com");

  fake_mx (published, TLSRPT_OUTCOME_NO_DATA);
  assert_fact (published, "Mail Servers", "The domain does not accept mail", NULL);
  assert_no_fact (published, "DANE");

  fake_mx (published, TLSRPT_OUTCOME_TIMED_OUT);
  assert_fact (published, "Mail Servers", "The name server did not answer in time.", NULL);

  dns_message_add (null_mx, FAKE_DOMAIN, TLSRPT_RESOURCE_MX, 60, "\0\0\0", 3);
  fake_answer (&published->mx, tlsrpt_answer_new (FAKE_DOMAIN, TLSRPT_RESOURCE_MX,
                                                  null_mx->data, null_mx->len));
  assert_fact (published, "Mail Servers", "The domain does not accept mail", "0 .");

  fake_mx (published, TLSRPT_OUTCOME_NO_DATA);
  dns_message_add (address, FAKE_DOMAIN, TLSRPT_RESOURCE_A, 60, "\300\0\2\1", 4);
  published->ipv4 = tlsrpt_answer_new (FAKE_DOMAIN, TLSRPT_RESOURCE_A, address->data,
                                       address->len);
  assert_fact (published, "Mail Servers",
               "No MX record: mail is delivered to the domain itself", NULL);
}

static void
test_dane (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, 0);

  assert_fact (published, "DANE", "0 of 1 mail server has TLSA records", NULL);

  fake_tlsa (published, "\3\1\1\xab\x0f", 0);
  assert_fact (published, "DANE", "1 of 1 mail server has TLSA records",
               "mx.example.com\n    3 1 1 ab0f");

  /* What nobody knows is not none. */
  fake_answer (&server->tlsa, tlsrpt_answer_new_failed ("_25._tcp.mx.example.com",
                                                        TLSRPT_RESOURCE_TLSA,
                                                        TLSRPT_OUTCOME_REFUSED));
  assert_fact (published, "DANE", "0 of 1 mail server has TLSA records; 1 lookup failed",
               "_25._tcp.mx.example.com\n    The name server refused the query.");
}

static void
test_hosts (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, 0);

  server->ipv4 = fake_hosts (server->host, TLSRPT_RESOURCE_A, 0, ">a.example", "192.0.2.1", NULL);
  server->ipv6 = tlsrpt_answer_new_failed (server->host, TLSRPT_RESOURCE_AAAA,
                                           TLSRPT_OUTCOME_TIMED_OUT);
  assert_fact (published, "Mail Servers", "1 MX record",
               "10 mx.example.com\n    CNAME a.example\n    192.0.2.1\n"
               "    The name server did not answer in time.");
}

static void
test_destinations (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  TlsrptRua *rua;

  assert_no_fact (published, "Destinations");

  fake_answer (&published->record,
               fake_texts (FAKE_NAME, 0, RECORD ",https://b.example/", NULL));
  tlsrpt_rua_add_all (published->rua, published->record);
  rua = g_ptr_array_index (published->rua, 0);
  rua->mx = fake_hosts ("example.com", TLSRPT_RESOURCE_MX, 0, "mx.example.com", NULL);
  rua = g_ptr_array_index (published->rua, 1);
  rua->ipv4 = tlsrpt_answer_new_failed ("b.example", TLSRPT_RESOURCE_A, TLSRPT_OUTCOME_NO_DATA);
  rua->ipv6 = tlsrpt_answer_new_failed ("b.example", TLSRPT_RESOURCE_AAAA, TLSRPT_OUTCOME_NO_DATA);
  assert_fact (published, "Destinations",
               "DNS shows where to deliver reports for 1 of 2 destinations",
               "mailto:a@example.com\n    mx.example.com\nhttps://b.example/");
}

typedef struct
{
  const char *mode;
  const char *policy;
  const char *summary;
} Mode;

static const Mode modes[] = {
  { "enforce", POLICY ("enforce"), "The policy is enforced" },
  { "testing", POLICY ("testing"), "The policy is being tested" },
  { "none", POLICY ("none"), "The policy is withdrawn" },
};

static void
test_sts (gconstpointer data)
{
  const Mode *c = data;
  g_autoptr (TlsrptPublished) published = fake_published ();
  g_autofree char *details = g_strdup_printf ("\"v=STSv1; id=1\"\nmode: %s\nmax_age: 9\n"
                                              "mx: *.example.com\nmx: mx.example.net",
                                              c->mode);

  fake_answer (&published->sts_record,
               fake_texts ("_mta-sts." FAKE_DOMAIN, 0, "v=STSv1; id=1", NULL));
  fake_policy (published, c->policy);
  assert_fact (published, "MTA-STS", c->summary, details);
}

/* What is wrong says more than that there is nothing, unless nobody answered. */
static void
test_sts_problem (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();

  assert_fact (published, "MTA-STS", "none", NULL);

  fake_answer (&published->sts_record,
               fake_texts ("_mta-sts." FAKE_DOMAIN, 0, "v=STSv1;", NULL));
  assert_fact (published, "MTA-STS", "none", "\"v=STSv1;\"");

  fake_answer (&published->sts_record,
               tlsrpt_answer_new_failed ("_mta-sts." FAKE_DOMAIN, TLSRPT_RESOURCE_TXT,
                                         TLSRPT_OUTCOME_REFUSED));
  assert_fact (published, "MTA-STS", "The name server refused the query.", NULL);
}

static void
test_name_servers (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  g_autoptr (GByteArray) ns = dns_message_new (FAKE_DOMAIN, TLSRPT_RESOURCE_NS, 0);

  assert_no_fact (published, "Name Servers");

  published->zone = g_strdup (FAKE_DOMAIN);
  dns_message_add_name (ns, FAKE_DOMAIN, TLSRPT_RESOURCE_NS, 60, "a.example");
  dns_message_add_name (ns, FAKE_DOMAIN, TLSRPT_RESOURCE_NS, 60, "b.example");
  fake_answer (&published->ns,
               tlsrpt_answer_new (FAKE_DOMAIN, TLSRPT_RESOURCE_NS, ns->data, ns->len));
  assert_fact (published, "Name Servers", "Name servers of “\u2068" FAKE_DOMAIN "\u2069”",
               "a.example\nb.example");

  /* Those that were asked say more than their names; one has no address. */
  fake_authority (published, fake_texts (FAKE_NAME, DNS_FLAG_AA, RECORD, NULL));
  fake_authority (published, tlsrpt_answer_new_failed (FAKE_NAME, TLSRPT_RESOURCE_TXT,
                                                       TLSRPT_OUTCOME_REFUSED));
  fake_authority (published, NULL);
  assert_fact (published, "Name Servers",
               "Answers from the name servers of “\u2068" FAKE_DOMAIN "\u2069”",
               "ns0.example\n    \"" RECORD "\"\n"
               "ns1.example\n    The name server refused the query.\n"
               "ns2.example");
}

/* What comes from DNS cannot act on a terminal, nor turn a sentence around; markup is
 * text like any other. */
static void
test_hostile (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();

  fake_answer (&published->record,
               fake_texts (FAKE_NAME, 0, "\033]0;title\007\u202e<b>&", NULL));
  assert_fact (published, "TXT Records", "1 record at “\u2068" FAKE_NAME "\u2069”",
               "\"⟨U+001B⟩]0;title⟨U+0007⟩⟨U+202E⟩<b>&\"");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fact/order", test_order);
  g_test_add_func ("/fact/texts", test_texts);
  g_test_add_func ("/fact/aliases", test_aliases);
  g_test_add_func ("/fact/mail", test_mail);
  g_test_add_func ("/fact/dane", test_dane);
  g_test_add_func ("/fact/hosts", test_hosts);
  g_test_add_func ("/fact/destinations", test_destinations);

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autofree char *path = g_strconcat ("/fact/sts/", modes[i].mode, NULL);

      g_test_add_data_func (path, &modes[i], test_sts);
    }

  g_test_add_func ("/fact/sts-problem", test_sts_problem);
  g_test_add_func ("/fact/name-servers", test_name_servers);
  g_test_add_func ("/fact/hostile", test_hostile);

  return g_test_run ();
}
