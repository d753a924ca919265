/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "advice-codes.h"
#include "dns-message.h"
#include "fake-published.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-verdict.h"

#include <string.h>

#define DOMAIN FAKE_DOMAIN
#define MX "mx.example.com"
#define NAME FAKE_NAME
#define RECORD "v=TLSRPTv1; rua=mailto:a@example.com"
#define OTHER_RECORD "v=TLSRPTv1; rua=mailto:b@example.com"
#define POLICY(mode, mx) "version: STSv1\nmode: " mode "\nmx: " mx "\nmax_age: 604800\n"
#define HASH "0123456789abcdef0123456789abcdef"
#define TLSA_OF(usage) usage "\1\1" HASH

static TlsrptRemark *
find_advice (GPtrArray  *advice,
             const char *code)
{
  for (guint i = 0; i < advice->len; i++)
    {
      if (g_str_equal (tlsrpt_remark_get_code (g_ptr_array_index (advice, i)), code))
        return g_ptr_array_index (advice, i);
    }

  return NULL;
}

static void
assert_advice (TlsrptPublished *published,
               const char      *expected)
{
  g_autoptr (TlsrptVerdict) verdict = tlsrpt_verdict_new (published, NULL);
  g_autofree char *codes = advice_codes_join (verdict->advice);

  g_assert_cmpstr (codes, ==, expected);

  /* What is said to be unknown makes the whole incomplete, and nothing else does but the
   * record itself, name servers, and what is not said again without a network. */
  if (strstr (codes, "-unknown") != NULL || verdict->presence == TLSRPT_PRESENCE_UNKNOWN ||
      tlsrpt_answer_get_outcome (published->mx) == TLSRPT_OUTCOME_NO_NETWORK)
    g_assert_false (tlsrpt_verdict_is_complete (verdict));
  else if (strstr (codes, "name-server ") == NULL)
    g_assert_true (tlsrpt_verdict_is_complete (verdict));
}

static gboolean
is_complete (TlsrptPublished *published)
{
  g_autoptr (TlsrptVerdict) verdict = tlsrpt_verdict_new (published, NULL);

  return tlsrpt_verdict_is_complete (verdict);
}

static void
test_complete (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  TlsrptAuthority *last;

  fake_answer (&published->record, fake_texts (NAME, 0, RECORD, NULL));
  g_assert_true (is_complete (published));

  /* A server that has no address is an answer. */
  fake_authority (published, fake_texts (NAME, 0, RECORD, NULL));
  fake_authority (published, NULL);
  g_assert_true (is_complete (published));

  last = g_ptr_array_index (published->authorities, 1);
  fake_answer (&last->ipv6, tlsrpt_answer_new_failed (MX, TLSRPT_RESOURCE_AAAA,
                                                      TLSRPT_OUTCOME_SERVER_FAILURE));
  g_assert_false (is_complete (published));
  fake_answer (&last->ipv4, fake_hosts (MX, TLSRPT_RESOURCE_A, 0, "192.0.2.1", NULL));
  g_assert_true (is_complete (published));

  fake_authority (published, tlsrpt_answer_new_failed (NAME, TLSRPT_RESOURCE_TXT,
                                                       TLSRPT_OUTCOME_TIMED_OUT));
  g_assert_false (is_complete (published));
}

/* The policy host: that DNS does not tell where it is, and that it does not work. */
static void
test_policy_host (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();

  fake_answer (&published->record, fake_texts (NAME, 0, RECORD, NULL));
  published->sts_id = g_strdup ("1");
  g_clear_error (&published->sts_error);
  g_set_error_literal (&published->sts_error, TLSRPT_ERROR, TLSRPT_ERROR_STS_CONNECTION, "x");
  g_assert_true (is_complete (published));

  g_clear_error (&published->sts_error);
  g_set_error_literal (&published->sts_error, TLSRPT_ERROR, TLSRPT_ERROR_STS_LOOKUP, "x");
  g_assert_false (is_complete (published));
}

typedef struct
{
  const char     *name;
  const char     *first;
  const char     *second;
  TlsrptPresence  presence;
  gboolean        is_valid;
  gboolean        is_usable;
  const char     *advice;
} Record;

static const Record records[] = {
  { "one", RECORD, NULL, TLSRPT_PRESENCE_ONE, TRUE, TRUE, "no-protection" },
  { "split", "v=TLSRPTv1; rua=mai|lto:a@example.com", NULL, TLSRPT_PRESENCE_ONE, TRUE, TRUE,
    "no-protection" },
  { "beside", "v=spf1 -all", RECORD, TLSRPT_PRESENCE_ONE, TRUE, TRUE,
    "other-record no-protection" },
  { "several", RECORD, OTHER_RECORD, TLSRPT_PRESENCE_SEVERAL, FALSE, FALSE,
    "several-records no-protection" },
  { "same-twice", RECORD, RECORD, TLSRPT_PRESENCE_SEVERAL, FALSE, FALSE,
    "several-records no-protection" },
  { "spf", "v=spf1 -all", NULL, TLSRPT_PRESENCE_NONE, FALSE, FALSE,
    "not-a-record no-protection" },
  { "empty", "", NULL, TLSRPT_PRESENCE_NONE, FALSE, FALSE, "not-a-record no-protection" },
  { "space", "v=TLSRPTv1 ; rua=mailto:a@example.com", NULL, TLSRPT_PRESENCE_ONE, TRUE, TRUE,
    "no-protection" },
  { "space-beside", "v=TLSRPTv1 ; rua=mailto:a@example.com", "x", TLSRPT_PRESENCE_NONE, FALSE,
    FALSE, "not-a-record not-a-record no-protection" },
  { "invalid", "v=TLSRPTv1; rua=a@example.com", NULL, TLSRPT_PRESENCE_ONE, FALSE, FALSE,
    "no-protection" },
  { "unusable", "v=TLSRPTv1; rua=ftp://example.com/", NULL, TLSRPT_PRESENCE_ONE, TRUE, FALSE,
    "no-protection" },
};

static void
test_record (gconstpointer data)
{
  const Record *c = data;
  g_autoptr (TlsrptPublished) published = fake_published ();
  g_autoptr (TlsrptVerdict) verdict = NULL;

  fake_answer (&published->record, fake_texts (NAME, 0, c->first, c->second, NULL));
  verdict = tlsrpt_verdict_new (published, NULL);

  g_assert_cmpint (verdict->presence, ==, c->presence);
  g_assert_cmpint (tlsrpt_verdict_is_valid (verdict), ==, c->is_valid);
  g_assert_cmpint (tlsrpt_verdict_is_usable (verdict), ==, c->is_usable);
  g_assert_cmpint (verdict->match, ==, TLSRPT_MATCH_UNKNOWN);
  assert_advice (published, c->advice);
}

static void
test_unknown (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  g_autoptr (TlsrptVerdict) verdict = NULL;

  fake_answer (&published->record, tlsrpt_answer_new_failed (NAME, TLSRPT_RESOURCE_TXT,
                                                             TLSRPT_OUTCOME_TIMED_OUT));
  verdict = tlsrpt_verdict_new (published, RECORD);

  g_assert_cmpint (verdict->presence, ==, TLSRPT_PRESENCE_UNKNOWN);
  g_assert_cmpint (verdict->match, ==, TLSRPT_MATCH_UNKNOWN);
  g_assert_cmpstr (tlsrpt_presence_get_token (verdict->presence), ==, "unknown");
}

typedef struct
{
  const char  *name;
  const char  *published;
  const char  *expected;
  TlsrptMatch  match;
  const char  *differences;
} Match;

#define TWO "v=TLSRPTv1; rua=mailto:a@example.com,https://example.com/v1"

static const Match matches[] = {
  { "same", RECORD, RECORD, TLSRPT_MATCH_SAME, "" },
  { "same-split", "v=TLSRPTv1; rua=mailto:a|@example.com", RECORD, TLSRPT_MATCH_SAME, "" },
  { "no-space", "v=TLSRPTv1;rua=mailto:a@example.com", RECORD, TLSRPT_MATCH_EQUIVALENT,
    "spelling" },
  { "domain-case", "v=TLSRPTv1; rua=mailto:a@EXAMPLE.com", RECORD, TLSRPT_MATCH_EQUIVALENT,
    "spelling" },
  { "local-part-case", "v=TLSRPTv1; rua=mailto:A@example.com", RECORD, TLSRPT_MATCH_DIFFERENT,
    "missing-destination extra-destination" },
  { "missing", RECORD, TWO, TLSRPT_MATCH_DIFFERENT, "missing-destination" },
  { "extra", TWO, RECORD, TLSRPT_MATCH_DIFFERENT, "extra-destination" },
  { "order", "v=TLSRPTv1; rua=https://example.com/v1,mailto:a@example.com", TWO,
    TLSRPT_MATCH_DIFFERENT, "order" },
  { "not-valid", "v=TLSRPTv1; rua=a@example.com", RECORD, TLSRPT_MATCH_DIFFERENT, "not-valid" },
  { "other", "v=spf1 -all", RECORD, TLSRPT_MATCH_DIFFERENT, "not-published" },
  { "nonsense-expected", RECORD, "\033[2J", TLSRPT_MATCH_DIFFERENT, "extra-destination" },
};

static void
test_match (gconstpointer data)
{
  const Match *c = data;
  g_autoptr (TlsrptPublished) published = fake_published ();
  g_autoptr (TlsrptVerdict) verdict = NULL;
  g_autofree char *codes = NULL;

  fake_answer (&published->record, fake_texts (NAME, 0, c->published, NULL));
  verdict = tlsrpt_verdict_new (published, c->expected);
  codes = advice_codes_join (verdict->differences);

  g_assert_cmpint (verdict->match, ==, c->match);
  g_assert_cmpstr (codes, ==, c->differences);
}

static void
test_destinations (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  g_autoptr (TlsrptVerdict) without = tlsrpt_verdict_new (published, NULL);
  g_autoptr (TlsrptVerdict) verdict = NULL;
  g_auto (GStrv) none = tlsrpt_verdict_dup_destinations (without);
  g_auto (GStrv) destinations = NULL;

  fake_answer (&published->record, fake_texts (NAME, 0, TWO, NULL));
  verdict = tlsrpt_verdict_new (published, NULL);
  destinations = tlsrpt_verdict_dup_destinations (verdict);

  g_assert_null (none[0]);
  g_assert_cmpuint (g_strv_length (destinations), ==, 2);
  g_assert_cmpstr (destinations[0], ==, "mailto:a@example.com");
  g_assert_cmpstr (destinations[1], ==, "https://example.com/v1");
  g_assert_cmpuint (verdict->ttl, ==, 300);
}

static void
test_names (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  g_autoptr (TlsrptVerdict) verdict = NULL;
  TlsrptRemark *advice;

  fake_answer (&published->record, fake_texts (NAME, 0, RECORD, NULL));
  published->wildcard = fake_texts ("_wildcard-check._tls." DOMAIN, 0, RECORD, NULL);
  assert_advice (published, "wildcard no-protection");

  fake_answer (&published->wildcard, fake_texts ("_wildcard-check._tls." DOMAIN, 0, "x", NULL));
  assert_advice (published, "no-protection");

  fake_answer (&published->record, fake_texts (NAME, 0, NULL));
  g_ptr_array_add (published->strays, fake_texts ("_smtp-tlsrpt." DOMAIN, 0, RECORD, NULL));
  g_ptr_array_add (published->strays,
                   fake_texts (DOMAIN, 0, "v=spf1 -all", "v=tlsrpt1; x", RECORD, NULL));
  g_ptr_array_add (published->strays, fake_texts ("_tlsrpt." DOMAIN, 0, "v=DMARC1; p=none", NULL));
  assert_advice (published, "wrong-name wrong-name no-protection");

  verdict = tlsrpt_verdict_new (published, NULL);
  advice = find_advice (verdict->advice, "wrong-name");
  g_assert_nonnull (strstr (tlsrpt_remark_get_message (advice), "_smtp-tlsrpt." DOMAIN));
  g_assert_nonnull (strstr (tlsrpt_remark_get_message (advice), NAME));
}

static void
test_aliases (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  g_autoptr (GByteArray) message = dns_message_new (NAME, TLSRPT_RESOURCE_TXT, 0);

  dns_message_add_name (message, NAME, DNS_TYPE_CNAME, 60, "a.example");
  fake_answer (&published->record,
               tlsrpt_answer_new (NAME, TLSRPT_RESOURCE_TXT, message->data, message->len));
  assert_advice (published, "alias-without-record no-protection");

  dns_message_add_text (message, "a.example", 60, RECORD);
  fake_answer (&published->record,
               tlsrpt_answer_new (NAME, TLSRPT_RESOURCE_TXT, message->data, message->len));
  assert_advice (published, "alias no-protection");

  dns_message_add_name (message, "a.example", DNS_TYPE_CNAME, 60, NAME);
  fake_answer (&published->record,
               tlsrpt_answer_new (NAME, TLSRPT_RESOURCE_TXT, message->data, message->len));
  assert_advice (published, "alias-loop no-protection");
}

static void
test_authorities (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  g_autoptr (TlsrptVerdict) verdict = NULL;
  TlsrptRemark *advice;

  fake_answer (&published->record, fake_texts (NAME, 0, RECORD, NULL));
  fake_authority (published, fake_texts (NAME, DNS_FLAG_AA, RECORD, NULL));
  fake_authority (published, fake_texts (NAME, DNS_FLAG_AA, RECORD, NULL));
  assert_advice (published, "no-protection");

  fake_answer (&published->record, fake_texts (NAME, 0, OTHER_RECORD, NULL));
  assert_advice (published, "cached no-protection");
  verdict = tlsrpt_verdict_new (published, NULL);
  advice = find_advice (verdict->advice, "cached");
  g_assert_nonnull (strstr (tlsrpt_remark_get_message (advice), "300 seconds"));

  fake_answer (&published->record, fake_texts (NAME, 0, NULL));
  assert_advice (published, "cached no-protection");

  /* When we do not know what the cache says, it says nothing. */
  fake_answer (&published->record, tlsrpt_answer_new_failed (NAME, TLSRPT_RESOURCE_TXT,
                                                             TLSRPT_OUTCOME_REFUSED));
  assert_advice (published, "no-protection");

  fake_answer (&published->record, fake_texts (NAME, 0, RECORD, NULL));
  fake_authority (published, fake_texts (NAME, DNS_FLAG_AA, OTHER_RECORD, NULL));
  fake_authority (published, fake_texts (NAME, 0, RECORD, NULL));
  fake_authority (published, tlsrpt_answer_new_failed (NAME, TLSRPT_RESOURCE_TXT,
                                                       TLSRPT_OUTCOME_REFUSED));
  fake_authority (published, NULL);
  assert_advice (published,
                 "name-servers-differ name-server name-server name-server no-protection");
}

static void
test_mail (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  g_autoptr (GByteArray) null_mx = dns_message_new (DOMAIN, TLSRPT_RESOURCE_MX, 0);
  g_autoptr (GByteArray) address = dns_message_new (DOMAIN, TLSRPT_RESOURCE_A, 0);

  fake_mx (published, TLSRPT_OUTCOME_NO_DATA);
  assert_advice (published, "no-mail");

  dns_message_add (address, DOMAIN, TLSRPT_RESOURCE_A, 60, "\300\0\2\1", 4);
  published->ipv4 = tlsrpt_answer_new (DOMAIN, TLSRPT_RESOURCE_A, address->data, address->len);
  assert_advice (published, "implicit-mx no-protection");

  fake_mx (published, TLSRPT_OUTCOME_NO_DOMAIN);
  assert_advice (published, "no-such-domain");

  /* Who is not known to have mail servers may have some that are protected. */
  fake_mx (published, TLSRPT_OUTCOME_TIMED_OUT);
  assert_advice (published, "mx-unknown");
  fake_mx (published, TLSRPT_OUTCOME_SERVER_FAILURE);
  assert_advice (published, "mx-unknown");
  fake_mx (published, TLSRPT_OUTCOME_MALFORMED);
  assert_advice (published, "mx-unknown");
  fake_mx (published, TLSRPT_OUTCOME_TOO_LARGE);
  assert_advice (published, "mx-unknown");
  fake_mx (published, TLSRPT_OUTCOME_NO_NETWORK);
  assert_advice (published, "");

  /* Nor whose address is not known, which is its mail server. */
  fake_mx (published, TLSRPT_OUTCOME_NO_DATA);
  fake_answer (&published->ipv4, tlsrpt_answer_new_failed (DOMAIN, TLSRPT_RESOURCE_A,
                                                           TLSRPT_OUTCOME_REFUSED));
  assert_advice (published, "mx-unknown no-protection");

  dns_message_add (null_mx, DOMAIN, TLSRPT_RESOURCE_MX, 60, "\0\0\0", 3);
  fake_answer (&published->mx,
               tlsrpt_answer_new (DOMAIN, TLSRPT_RESOURCE_MX, null_mx->data, null_mx->len));
  assert_advice (published, "no-mail");
}

static void
test_dane (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, 0);

  fake_answer (&published->mx, fake_hosts (DOMAIN, TLSRPT_RESOURCE_MX, DNS_FLAG_AD, MX, NULL));
  fake_tlsa (published, TLSA_OF ("\3"), DNS_FLAG_AD);
  assert_advice (published, "");

  fake_tlsa (published, TLSA_OF ("\2"), 0);
  assert_advice (published, "tlsa-dnssec");

  fake_tlsa (published, TLSA_OF ("\1"), DNS_FLAG_AD);
  assert_advice (published, "tlsa-usage tlsa-unusable");

  /* What is wrong is said beside what is right, and once. */
  fake_tlsa_records (published, DNS_FLAG_AD,
                     TLSA_OF ("\3"), strlen (TLSA_OF ("\3")),
                     "\3\7\1" HASH, strlen ("\3\7\1" HASH),
                     "\3\1\1short", strlen ("\3\1\1short"),
                     "\2\1\1", strlen ("\2\1\1"),
                     "\3\1\0" HASH, (gsize) 3 + strlen (HASH),
                     "\3\1\11" HASH, strlen ("\3\1\11" HASH),
                     NULL);
  assert_advice (published, "tlsa-selector tlsa-length tlsa-data tlsa-matching");

  for (TlsrptOutcome outcome = TLSRPT_OUTCOME_SERVER_FAILURE; outcome <= TLSRPT_OUTCOME_TOO_LARGE;
       outcome++)
    {
      fake_answer (&server->tlsa, tlsrpt_answer_new_failed (server->host, TLSRPT_RESOURCE_TLSA,
                                                            outcome));
      assert_advice (published, "tlsa-unknown");
    }
}

typedef struct
{
  const char *name;
  const char *ipv4;
  const char *ipv6;
  const char *advice;
} Host;

/* “!” and a number is an outcome, “>” an alias without an address. */
static const Host hosts[] = {
  { "both", "192.0.2.1", "2001:db8::1", "no-protection" },
  { "only-4", "192.0.2.1", "!1", "no-protection" },
  { "only-6", "!1", "2001:db8::1", "no-protection" },
  { "none", "!1", "!1", "mx-no-address no-protection" },
  { "no-such-name", "!2", "!2", "mx-no-address no-protection" },
  { "4-failed", "!3", "!1", "mx-address-unknown no-protection" },
  { "6-failed", "!1", "!5", "mx-address-unknown no-protection" },
  { "4-failed-6-there", "!3", "2001:db8::1", "no-protection" },
  { "dangling", ">a.example", ">a.example", "mx-no-address mx-alias no-protection" },
  { "loop", ">mx.example.com", "!1", "mx-no-address mx-alias no-protection" },
};

static TlsrptAnswer *
create_addresses (TlsrptResourceType  type,
                  guint               flags,
                  const char         *text)
{
  if (*text == '!')
    return tlsrpt_answer_new_failed (MX, type, (TlsrptOutcome) (text[1] - '0'));

  return fake_hosts (MX, type, flags, text, NULL);
}

static void
test_host (gconstpointer data)
{
  const Host *c = data;
  g_autoptr (TlsrptPublished) published = fake_published ();
  TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, 0);

  server->ipv4 = create_addresses (TLSRPT_RESOURCE_A, 0, c->ipv4);
  server->ipv6 = create_addresses (TLSRPT_RESOURCE_AAAA, 0, c->ipv6);
  assert_advice (published, c->advice);
}

/* No sender looks an address up as if it were a name. */
static void
test_address_as_host (void)
{
  static const char *const addresses[] = {
    "192.0.2.1", "192.0.2.1.", "[192.0.2.1]", "2001:db8::1", "::1", "127.0.0.1",
  };
  static const char *const names[] = { "192.0.2", "1.example.com", "192.0.2.1.example.com", "[" };

  for (gsize i = 0; i < G_N_ELEMENTS (addresses) + G_N_ELEMENTS (names); i++)
    {
      gboolean is_address = i < G_N_ELEMENTS (addresses);
      g_autoptr (TlsrptPublished) published = fake_published ();
      TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, 0);

      g_free (server->host);
      server->host = g_strdup (is_address ? addresses[i] : names[i - G_N_ELEMENTS (addresses)]);
      server->ipv4 = create_addresses (TLSRPT_RESOURCE_A, 0, "!2");
      server->ipv6 = create_addresses (TLSRPT_RESOURCE_AAAA, 0, "!2");
      assert_advice (published, is_address ? "mx-is-address no-protection"
                                           : "mx-no-address no-protection");
    }
}

typedef struct
{
  const char *name;
  guint       mx;
  guint       ipv4;
  guint       ipv6;
  guint       tlsa;
  const char *advice;
} Way;

/* What DNSSEC confirms on the way to the TLSA records. */
static const Way ways[] = {
  { "all", DNS_FLAG_AD, DNS_FLAG_AD, DNS_FLAG_AD, DNS_FLAG_AD, "" },
  { "not-mx", 0, DNS_FLAG_AD, DNS_FLAG_AD, DNS_FLAG_AD, "dane-insecure" },
  { "not-4", DNS_FLAG_AD, 0, DNS_FLAG_AD, DNS_FLAG_AD, "dane-insecure" },
  { "not-6", DNS_FLAG_AD, DNS_FLAG_AD, 0, DNS_FLAG_AD, "dane-insecure" },
  { "only-tlsa", 0, 0, 0, DNS_FLAG_AD, "dane-insecure" },
  { "not-tlsa", DNS_FLAG_AD, DNS_FLAG_AD, DNS_FLAG_AD, 0, "tlsa-dnssec" },
  { "nothing", 0, 0, 0, 0, "tlsa-dnssec" },
};

static void
test_way (gconstpointer data)
{
  const Way *c = data;
  g_autoptr (TlsrptPublished) published = fake_published ();
  TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, 0);

  fake_answer (&published->mx, fake_hosts (DOMAIN, TLSRPT_RESOURCE_MX, c->mx, MX, NULL));
  server->ipv4 = fake_hosts (MX, TLSRPT_RESOURCE_A, c->ipv4, "192.0.2.1", NULL);
  server->ipv6 = fake_hosts (MX, TLSRPT_RESOURCE_AAAA, c->ipv6, "2001:db8::1", NULL);
  fake_tlsa (published, TLSA_OF ("\3"), c->tlsa);
  assert_advice (published, c->advice);
}

/* TLSA records at the name that an alias leads to, and at its own (RFC 7672 section
 * 2.2.2): “!” is an outcome, the rest the usage of a record. */
typedef struct
{
  const char *name;
  const char *own;
  const char *expanded;
  const char *advice;
} Expanded;

static const Expanded expanded[] = {
  { "expanded", "!2", "\3", "mx-alias" },
  { "own", "\3", "!2", "mx-alias" },
  { "expanded-counts", "\1", "\3", "mx-alias" },
  { "own-does-not", "\3", "\1", "mx-alias tlsa-usage tlsa-unusable" },
  { "expanded-failed", "\3", "!3", "mx-alias tlsa-unknown" },
  { "own-failed", "!3", "\3", "mx-alias" },
  { "none", "!2", "!1", "mx-alias no-protection" },
};

static TlsrptAnswer *
create_tlsa (const char *name,
             const char *text)
{
  g_autofree char *data = g_strconcat (text, "\1\1" HASH, NULL);
  g_autoptr (GByteArray) message = dns_message_new (name, TLSRPT_RESOURCE_TLSA, DNS_FLAG_AD);

  if (*text == '!')
    return tlsrpt_answer_new_failed (name, TLSRPT_RESOURCE_TLSA, (TlsrptOutcome) (text[1] - '0'));

  dns_message_add (message, name, TLSRPT_RESOURCE_TLSA, 60, data, strlen (data));

  return tlsrpt_answer_new (name, TLSRPT_RESOURCE_TLSA, message->data, message->len);
}

static void
test_expanded (gconstpointer data)
{
  const Expanded *c = data;
  g_autoptr (TlsrptPublished) published = fake_published ();
  TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, 0);

  fake_answer (&published->mx, fake_hosts (DOMAIN, TLSRPT_RESOURCE_MX, DNS_FLAG_AD, MX, NULL));
  server->ipv4 = fake_hosts (MX, TLSRPT_RESOURCE_A, DNS_FLAG_AD, ">b.example", "192.0.2.1", NULL);
  server->ipv6 = fake_hosts (MX, TLSRPT_RESOURCE_AAAA, DNS_FLAG_AD, ">b.example", NULL);
  fake_answer (&server->tlsa, create_tlsa ("_25._tcp." MX, c->own));
  fake_answer (&server->expanded_tlsa, create_tlsa ("_25._tcp.b.example", c->expanded));
  g_assert_cmpstr (tlsrpt_mail_server_get_last_alias (server), ==, "b.example");
  assert_advice (published, c->advice);
}

/* With a second mail server. */
static void
test_partial (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  TlsrptMailServer *second;

  fake_answer (&published->mx, fake_hosts (DOMAIN, TLSRPT_RESOURCE_MX, DNS_FLAG_AD, MX,
                                           "mx2.example.com", NULL));
  tlsrpt_published_add_mail_servers (published);
  second = g_ptr_array_index (published->mail_servers, 1);
  second->tlsa = create_tlsa ("_25._tcp.mx2.example.com", "!2");
  assert_advice (published, "no-protection");

  fake_tlsa (published, TLSA_OF ("\3"), DNS_FLAG_AD);
  assert_advice (published, "dane-partial");

  fake_answer (&second->tlsa, create_tlsa ("_25._tcp.mx2.example.com", "\3"));
  assert_advice (published, "");

  fake_answer (&second->tlsa, create_tlsa ("_25._tcp.mx2.example.com", "!3"));
  assert_advice (published, "tlsa-unknown");
}

/* A record for the mail server itself is worth a note where there is one for the domain. */
static void
test_host_record (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, 0);

  server->record = fake_texts ("_smtp._tls." MX, 0, NULL);
  assert_advice (published, "no-protection");

  fake_answer (&published->record, fake_texts (NAME, 0, RECORD, NULL));
  assert_advice (published, "host-record no-protection");

  fake_answer (&server->record, fake_texts ("_smtp._tls." MX, 0, "v=spf1 -all", NULL));
  assert_advice (published, "host-record no-protection");

  fake_answer (&server->record, fake_texts ("_smtp._tls." MX, 0, RECORD, NULL));
  assert_advice (published, "no-protection");

  fake_answer (&server->record, tlsrpt_answer_new_failed (MX, TLSRPT_RESOURCE_TXT,
                                                          TLSRPT_OUTCOME_TIMED_OUT));
  assert_advice (published, "no-protection");
}

static void
test_destination_hosts (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  TlsrptRua *mail;
  TlsrptRua *url;

  fake_answer (&published->record, fake_texts (NAME, 0, TWO, NULL));
  tlsrpt_rua_add_all (published->rua, published->record);
  mail = g_ptr_array_index (published->rua, 0);
  url = g_ptr_array_index (published->rua, 1);
  assert_advice (published, "no-protection");

  mail->mx = fake_hosts (DOMAIN, TLSRPT_RESOURCE_MX, 0, ".", NULL);
  url->ipv4 = tlsrpt_answer_new_failed (DOMAIN, TLSRPT_RESOURCE_A, TLSRPT_OUTCOME_NO_DATA);
  url->ipv6 = tlsrpt_answer_new_failed (DOMAIN, TLSRPT_RESOURCE_AAAA, TLSRPT_OUTCOME_NO_DATA);
  assert_advice (published, "rua-no-mail rua-no-address no-protection");

  fake_answer (&mail->mx, tlsrpt_answer_new_failed (DOMAIN, TLSRPT_RESOURCE_MX,
                                                    TLSRPT_OUTCOME_NO_DOMAIN));
  fake_answer (&url->ipv6, tlsrpt_answer_new_failed (DOMAIN, TLSRPT_RESOURCE_AAAA,
                                                     TLSRPT_OUTCOME_TIMED_OUT));
  assert_advice (published, "rua-no-mail rua-unknown no-protection");
}

/* Each zone is told once. */
static void
test_bogus (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, 0);

  fake_answer (&published->record, tlsrpt_answer_new_bogus (NAME, TLSRPT_RESOURCE_TXT));
  assert_advice (published, "dnssec-broken no-protection");

  fake_answer (&published->sts_record, tlsrpt_answer_new_bogus ("_mta-sts." DOMAIN,
                                                                TLSRPT_RESOURCE_TXT));
  assert_advice (published, "dnssec-broken sts-unknown");

  fake_answer (&server->tlsa, tlsrpt_answer_new_bogus ("_25._tcp." MX, TLSRPT_RESOURCE_TLSA));
  assert_advice (published, "dnssec-broken dnssec-broken sts-unknown tlsa-unknown");
}

static void
test_sts (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  g_autoptr (TlsrptVerdict) verdict = NULL;

  fake_answer (&published->sts_record, fake_texts ("_mta-sts." DOMAIN, 0, "v=STSv1; id=1", NULL));

  fake_policy (published, POLICY ("enforce", "*.example.com"));
  assert_advice (published, "");

  fake_policy (published, POLICY ("testing", "mx.example.com"));
  assert_advice (published, "sts-testing");

  /* A name too many and one too few are one mistake. */
  fake_policy (published, POLICY ("testing", "mx.example.net"));
  assert_advice (published, "sts-mx sts-testing");
  fake_policy (published, POLICY ("enforce", "mx.example.net\nmx: old.example.com"));
  assert_advice (published, "sts-mx sts-mx-unused");
  fake_policy (published, POLICY ("enforce", "mx.example.com\nmx: old.example.com\nmx: *.a.example"));
  assert_advice (published, "sts-mx-unused sts-mx-unused");
  fake_policy (published, POLICY ("enforce", "*.example.com\nmx: *.example.org"));
  assert_advice (published, "sts-mx-unused");

  fake_policy (published, POLICY ("none", "mx.example.net"));
  assert_advice (published, "no-protection");

  fake_policy (published, POLICY ("enforce", "mx.example.com") "\n" "mode: none\nmax_age: 9\n");
  assert_advice (published, "sts-blank-line sts-repeated");

  fake_policy (published, "version: STSv1\nmode: enforce\nmx: mx.example.com\nmax_age: 9\n");
  assert_advice (published, "sts-short");

  fake_policy (published, "<html>");
  assert_advice (published, "sts-policy");
  verdict = tlsrpt_verdict_new (published, NULL);
  g_assert_nonnull (strstr (tlsrpt_remark_get_message (find_advice (verdict->advice, "sts-policy")),
                            "<html>"));

  g_clear_pointer (&published->sts_id, g_free);
  assert_advice (published, "sts-record");

  fake_answer (&published->sts_record, tlsrpt_answer_new_failed (DOMAIN, TLSRPT_RESOURCE_TXT,
                                                                 TLSRPT_OUTCOME_TIMED_OUT));
  assert_advice (published, "sts-unknown");
}

/* However much is wrong, the list of it ends. */
static void
test_limit (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  g_autoptr (TlsrptVerdict) verdict = NULL;
  TlsrptRemark *last;

  for (guint i = 0; i < 2 * TLSRPT_LIMIT_ADVICE; i++)
    fake_authority (published, NULL);
  verdict = tlsrpt_verdict_new (published, NULL);

  g_assert_cmpuint (verdict->advice->len, ==, TLSRPT_LIMIT_ADVICE + 1);
  last = g_ptr_array_index (verdict->advice, TLSRPT_LIMIT_ADVICE);
  g_assert_cmpstr (tlsrpt_remark_get_code (last), ==, "more-advice");
}

/* What comes from DNS cannot act on a terminal, nor turn a sentence around. */
static void
test_hostile (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  g_autoptr (TlsrptVerdict) verdict = NULL;
  TlsrptRemark *advice;

  fake_answer (&published->record,
               fake_texts (NAME, 0, "v=spf1 \033]0;title\007\u202e<b>", NULL));
  verdict = tlsrpt_verdict_new (published, NULL);
  advice = find_advice (verdict->advice, "not-a-record");

  g_assert_nonnull (strstr (tlsrpt_remark_get_message (advice),
                            "\u2068v=spf1 ⟨U+001B⟩]0;title⟨U+0007⟩⟨U+202E⟩<b>\u2069"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autofree char *path = g_strdup_printf ("/verdict/record/%s", records[i].name);

      g_test_add_data_func (path, &records[i], test_record);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (matches); i++)
    {
      g_autofree char *path = g_strdup_printf ("/verdict/match/%s", matches[i].name);

      g_test_add_data_func (path, &matches[i], test_match);
    }

  g_test_add_func ("/verdict/address-as-host", test_address_as_host);
  g_test_add_func ("/verdict/complete", test_complete);
  g_test_add_func ("/verdict/policy-host", test_policy_host);
  g_test_add_func ("/verdict/unknown", test_unknown);
  g_test_add_func ("/verdict/destinations", test_destinations);
  g_test_add_func ("/verdict/names", test_names);
  g_test_add_func ("/verdict/aliases", test_aliases);
  g_test_add_func ("/verdict/authorities", test_authorities);
  g_test_add_func ("/verdict/mail", test_mail);
  g_test_add_func ("/verdict/dane", test_dane);

  for (gsize i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/verdict/host/%s", hosts[i].name);

      g_test_add_data_func (path, &hosts[i], test_host);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *path = g_strdup_printf ("/verdict/way/%s", ways[i].name);

      g_test_add_data_func (path, &ways[i], test_way);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (expanded); i++)
    {
      g_autofree char *path = g_strdup_printf ("/verdict/expanded/%s", expanded[i].name);

      g_test_add_data_func (path, &expanded[i], test_expanded);
    }

  g_test_add_func ("/verdict/partial", test_partial);
  g_test_add_func ("/verdict/host-record", test_host_record);
  g_test_add_func ("/verdict/destination-hosts", test_destination_hosts);
  g_test_add_func ("/verdict/bogus", test_bogus);
  g_test_add_func ("/verdict/sts", test_sts);
  g_test_add_func ("/verdict/limit", test_limit);
  g_test_add_func ("/verdict/hostile", test_hostile);

  return g_test_run ();
}
