/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dns-message.h"
#include "fake-published.h"
#include "tlsrpt-error.h"
#include "tlsrpt-standing.h"

#define RECORD "v=TLSRPTv1; rua=mailto:a@example.com"
#define EQUIVALENT "v=TLSRPTv1;rua=mailto:a@example.com;"
#define OTHER "v=TLSRPTv1; rua=mailto:b@example.com"
#define POLICY(mode, mx) "version: STSv1\nmode: " mode "\nmx: " mx "\nmax_age: 604800\n"
#define HASH "0123456789abcdef0123456789abcdef"
#define TLSA "\3\1\1" HASH

typedef struct
{
  const char    *name;
  const char    *texts[2];
  TlsrptOutcome  outcome; /* without texts */
  const char    *expected;
  const char    *previous;
  const char    *state;
  const char    *record;
  gboolean       has_value;
} RecordCase;

static const RecordCase record_cases[] = {
  { .name = "published", .texts = { RECORD }, .state = "published", .record = "valid",
    .has_value = TRUE },
  { .name = "expected", .texts = { RECORD }, .expected = RECORD,
    .state = "published", .record = "valid", .has_value = TRUE },
  { .name = "equivalent", .texts = { EQUIVALENT }, .expected = RECORD,
    .state = "published", .record = "valid", .has_value = TRUE },
  { .name = "not-expected", .texts = { OTHER }, .expected = RECORD,
    .state = "changed", .record = "valid", .has_value = TRUE },
  { .name = "as-before", .texts = { RECORD }, .previous = RECORD,
    .state = "published", .record = "valid", .has_value = TRUE },
  { .name = "not-as-before", .texts = { OTHER }, .previous = RECORD,
    .state = "changed", .record = "valid", .has_value = TRUE },
  /* What should be there counts, not what was. */
  { .name = "put-right", .texts = { RECORD }, .expected = RECORD, .previous = OTHER,
    .state = "published", .record = "valid", .has_value = TRUE },
  { .name = "still-wrong", .texts = { OTHER }, .expected = RECORD, .previous = OTHER,
    .state = "changed", .record = "valid", .has_value = TRUE },
  { .name = "missing", .outcome = TLSRPT_OUTCOME_NO_DOMAIN, .expected = RECORD,
    .state = "missing", .record = "absent" },
  { .name = "no-data", .outcome = TLSRPT_OUTCOME_NO_DATA, .state = "missing", .record = "absent" },
  { .name = "other-text", .texts = { "v=spf1 -all" }, .state = "missing", .record = "absent" },
  { .name = "several", .texts = { RECORD, OTHER }, .state = "failing", .record = "several" },
  { .name = "invalid", .texts = { "v=TLSRPTv1; rua=a@example.com" }, .expected = RECORD,
    .state = "failing", .record = "invalid", .has_value = TRUE },
  { .name = "unusable", .texts = { "v=TLSRPTv1; rua=ftp://example.com/" },
    .state = "failing", .record = "unusable", .has_value = TRUE },
  { .name = "timeout", .outcome = TLSRPT_OUTCOME_TIMED_OUT, .expected = RECORD,
    .state = "unknown", .record = "unknown" },
  { .name = "server-failure", .outcome = TLSRPT_OUTCOME_SERVER_FAILURE, .expected = RECORD,
    .previous = OTHER, .state = "unknown", .record = "unknown" },
  { .name = "refused", .outcome = TLSRPT_OUTCOME_REFUSED, .state = "unknown",
    .record = "unknown" },
};

static void
test_record (gconstpointer data)
{
  const RecordCase *c = data;
  g_autoptr (TlsrptPublished) published = fake_published ();
  g_autoptr (TlsrptStanding) standing = NULL;

  if (c->texts[0] != NULL)
    fake_answer (&published->record, fake_texts (FAKE_NAME, 0, c->texts[0], c->texts[1], NULL));
  else
    fake_answer (&published->record, tlsrpt_answer_new_failed (FAKE_NAME, TLSRPT_RESOURCE_TXT,
                                                               c->outcome));

  standing = tlsrpt_standing_new (published, c->expected, c->previous);
  g_assert_cmpstr (standing->state, ==, c->state);
  g_assert_cmpstr (standing->record, ==, c->record);
  g_assert_cmpstr (standing->value, ==, c->has_value ? c->texts[0] : NULL);
}

static void
assert_state (TlsrptPublished *published,
              const char      *state)
{
  g_autoptr (TlsrptStanding) standing = tlsrpt_standing_new (published, NULL, NULL);

  g_assert_cmpstr (standing->state, ==, state);
}

/* Where no mail arrives nothing is missing (RFC 7505). */
static void
test_null_mx (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();

  assert_state (published, "missing");
  fake_answer (&published->mx, fake_hosts (FAKE_DOMAIN, TLSRPT_RESOURCE_MX, 0, ".", NULL));
  g_ptr_array_set_size (published->mail_servers, 0);
  assert_state (published, "unneeded");
}

static void
assert_mta_sts (TlsrptPublished *published,
                const char      *mta_sts)
{
  g_autoptr (TlsrptStanding) standing = tlsrpt_standing_new (published, NULL, NULL);

  g_assert_cmpstr (standing->mta_sts, ==, mta_sts);
}

static void
test_mta_sts (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();

  assert_mta_sts (published, "absent");
  fake_policy (published, POLICY ("enforce", "*.example.com"));
  assert_mta_sts (published, "enforce");
  fake_policy (published, POLICY ("testing", "mx.example.com"));
  assert_mta_sts (published, "testing");
  fake_policy (published, POLICY ("none", "mx.example.net"));
  assert_mta_sts (published, "withdrawn");
  fake_policy (published, POLICY ("enforce", "mx.example.net"));
  assert_mta_sts (published, "failing");
  fake_policy (published, "<html>");
  assert_mta_sts (published, "failing");

  g_clear_error (&published->sts_error);
  g_set_error_literal (&published->sts_error, TLSRPT_ERROR, TLSRPT_ERROR_STS_LOOKUP, "x");
  assert_mta_sts (published, "unknown");
  fake_answer (&published->sts_record,
               tlsrpt_answer_new_failed ("_mta-sts." FAKE_DOMAIN, TLSRPT_RESOURCE_TXT,
                                         TLSRPT_OUTCOME_SERVER_FAILURE));
  assert_mta_sts (published, "unknown");
}

static void
assert_dane (TlsrptPublished *published,
             const char      *dane)
{
  g_autoptr (TlsrptStanding) standing = tlsrpt_standing_new (published, NULL, NULL);

  g_assert_cmpstr (standing->dane, ==, dane);
}

static void
test_dane (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  TlsrptMailServer *server;

  assert_dane (published, "absent");
  fake_tlsa (published, TLSA, DNS_FLAG_AD);
  assert_dane (published, "present");
  fake_tlsa (published, TLSA, 0);
  assert_dane (published, "unconfirmed");
  fake_tlsa (published, "\1\1\1" HASH, DNS_FLAG_AD);
  assert_dane (published, "failing");

  fake_answer (&published->mx, fake_hosts (FAKE_DOMAIN, TLSRPT_RESOURCE_MX, 0,
                                           "mx.example.com", "mx.example.net", NULL));
  tlsrpt_published_add_mail_servers (published);
  fake_tlsa (published, TLSA, DNS_FLAG_AD);
  server = g_ptr_array_index (published->mail_servers, published->mail_servers->len - 1);
  fake_answer (&server->tlsa, tlsrpt_answer_new_failed (server->host, TLSRPT_RESOURCE_TLSA,
                                                        TLSRPT_OUTCOME_NO_DATA));
  while (published->mail_servers->len > 2)
    g_ptr_array_remove_index (published->mail_servers, 1);
  assert_dane (published, "partial");
  fake_answer (&server->tlsa, tlsrpt_answer_new_failed (server->host, TLSRPT_RESOURCE_TLSA,
                                                        TLSRPT_OUTCOME_TIMED_OUT));
  assert_dane (published, "unknown");

  fake_mx (published, TLSRPT_OUTCOME_TIMED_OUT);
  assert_dane (published, "unknown");
}

static void
test_words (void)
{
  g_assert_cmpstr (tlsrpt_standing_get_word ("published"), ==, "Published");
  g_assert_cmpstr (tlsrpt_standing_get_word ("enforce"), ==, "Enforced");
  g_assert_cmpstr (tlsrpt_standing_get_word (NULL), ==, "Not checked");
  /* Of a later version. */
  g_assert_cmpstr (tlsrpt_standing_get_word ("brand-new"), ==, "Unknown");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (record_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/standing/record/%s", record_cases[i].name);

      g_test_add_data_func (path, &record_cases[i], test_record);
    }

  g_test_add_func ("/standing/null-mx", test_null_mx);
  g_test_add_func ("/standing/mta-sts", test_mta_sts);
  g_test_add_func ("/standing/dane", test_dane);
  g_test_add_func ("/standing/words", test_words);

  return g_test_run ();
}
