/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check-fixture.h"
#include "dns-zone.h"
#include "tlsrpt-check.h"
#include "tlsrpt-error.h"
#include "tlsrpt-fact.h"
#include "tlsrpt-verdict-part.h"

#include <string.h>

static gboolean
is_running (TlsrptCheck *check)
{
  return tlsrpt_check_get_state (check) == TLSRPT_CHECK_RUNNING;
}

static void
test_states (CheckFixture  *fixture,
             gconstpointer  data)
{
  TlsrptCheck *check = tlsrpt_check_new (fixture->resolver, "Good.Example.", TLSRPT_LOOKUP_NORMAL);
  const TlsrptVerdict *verdict;

  g_assert_cmpstr (tlsrpt_check_get_domain (check), ==, "good.example");
  g_assert_cmpint (tlsrpt_check_get_state (check), ==, TLSRPT_CHECK_WAITING);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->server->n_questions, ==, 0);

  tlsrpt_check_start (check);
  g_assert_cmpint (tlsrpt_check_get_state (check), ==, TLSRPT_CHECK_RUNNING);
  g_assert_null (tlsrpt_check_get_verdict (check));
  check_fixture_wait_while ((GSourceFunc) is_running, check);

  verdict = tlsrpt_check_get_verdict (check);
  g_assert_cmpint (verdict->presence, ==, TLSRPT_PRESENCE_ONE);
  g_assert_null (tlsrpt_check_get_error (check));

  /* Too late. */
  tlsrpt_check_cancel (check);
  g_assert_cmpint (tlsrpt_check_get_state (check), ==, TLSRPT_CHECK_DONE);
  g_assert_finalize_object (check);
}

static void
test_no_domain (CheckFixture  *fixture,
                gconstpointer  data)
{
  TlsrptCheck *check = check_fixture_run (fixture, "exa mple");

  g_assert_error (tlsrpt_check_get_error (check), TLSRPT_ERROR, TLSRPT_ERROR_CHARACTER);
  g_assert_null (tlsrpt_check_get_verdict (check));
  g_assert_cmpstr (tlsrpt_check_get_domain (check), ==, "exa mple");
  g_assert_cmpuint (fixture->server->n_questions, ==, 0);
  g_assert_finalize_object (check);
}

static void
test_cancel (CheckFixture  *fixture,
             gconstpointer  data)
{
  TlsrptCheck *check = tlsrpt_check_new (fixture->resolver, "silent.example",
                                         TLSRPT_LOOKUP_NORMAL);

  tlsrpt_check_start (check);
  tlsrpt_check_cancel (check);
  g_assert_cmpint (tlsrpt_check_get_state (check), ==, TLSRPT_CHECK_CANCELLED);

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (tlsrpt_check_get_state (check), ==, TLSRPT_CHECK_CANCELLED);
  g_assert_null (tlsrpt_check_get_verdict (check));
  g_assert_finalize_object (check);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* The verdict follows the form, without a question to DNS. */
static void
test_record (CheckFixture  *fixture,
             gconstpointer  data)
{
  TlsrptRecord *record = tlsrpt_record_new ();
  TlsrptCheck *check = check_fixture_run (fixture, "good.example");
  guint n_questions = fixture->server->n_questions;
  guint n_notified = 0;
  TlsrptField *field;

  g_signal_connect_swapped (check, "notify::verdict", G_CALLBACK (count_cb), &n_notified);
  tlsrpt_check_set_record (check, record);
  g_assert_cmpint (tlsrpt_check_get_verdict (check)->match, ==, TLSRPT_MATCH_UNKNOWN);

  tlsrpt_record_set_domain (record, "good.example");
  field = tlsrpt_record_add_destination (record, TLSRPT_FIELD_MAIL, "tls@good.example");
  g_assert_cmpstr (tlsrpt_record_get_value (record), ==, DNS_ZONE_RECORD);
  g_assert_cmpint (tlsrpt_check_get_verdict (check)->match, ==, TLSRPT_MATCH_SAME);

  tlsrpt_field_set_text (field, "other@good.example");
  g_assert_cmpint (tlsrpt_check_get_verdict (check)->match, ==, TLSRPT_MATCH_DIFFERENT);
  g_assert_cmpuint (n_notified, >, 0);

  /* A record for another domain is none for this one. */
  tlsrpt_record_set_domain (record, "two.example");
  g_assert_cmpint (tlsrpt_check_get_verdict (check)->match, ==, TLSRPT_MATCH_UNKNOWN);

  tlsrpt_check_set_record (check, NULL);
  g_assert_cmpuint (fixture->server->n_questions, ==, n_questions);
  g_assert_finalize_object (record);
  g_assert_finalize_object (check);
}

typedef struct
{
  const char *domain;
  TlsrptMark  presence;
  const char *presence_title;
  const char *presence_text;
  TlsrptMark  validity;
  const char *validity_title;
} Case;

/* Whatever DNS says has words of its own. */
static const Case cases[] = {
  { "good", TLSRPT_MARK_GOOD, "Published", "one record", TLSRPT_MARK_GOOD, "Valid" },
  { "two", TLSRPT_MARK_BAD, "Several records", "more than one", TLSRPT_MARK_NONE,
    "No record to judge" },
  { "invalid", TLSRPT_MARK_GOOD, "Published", "one record", TLSRPT_MARK_BAD, "Not valid" },
  { "doubtful", TLSRPT_MARK_GOOD, "Published", "one record", TLSRPT_MARK_DOUBTFUL,
    "Valid, but not for every sender" },
  { "unusable", TLSRPT_MARK_GOOD, "Published", "one record", TLSRPT_MARK_BAD,
    "Valid, but of no use" },
  { "nodata", TLSRPT_MARK_BAD, "Not published", "without a TXT record", TLSRPT_MARK_NONE,
    "No record to judge" },
  { "nxdomain", TLSRPT_MARK_BAD, "Not published", "_smtp._tls.nxdomain.example", TLSRPT_MARK_NONE,
    "No record to judge" },
  { "no-such", TLSRPT_MARK_BAD, "Not published", "The domain does not exist", TLSRPT_MARK_NONE,
    "No record to judge" },
  { "servfail", TLSRPT_MARK_NONE, "Not known whether it is published", "could not find",
    TLSRPT_MARK_NONE, "No record to judge" },
  { "refused", TLSRPT_MARK_NONE, "Not known whether it is published", "refused",
    TLSRPT_MARK_NONE, "No record to judge" },
  { "silent", TLSRPT_MARK_NONE, "Not known whether it is published", "in time",
    TLSRPT_MARK_NONE, "No record to judge" },
};

static void
test_words (CheckFixture  *fixture,
            gconstpointer  data)
{
  const Case *c = data;
  g_autofree char *domain = g_strconcat (c->domain, ".example", NULL);
  g_autoptr (TlsrptVerdictPart) presence = NULL;
  g_autoptr (TlsrptVerdictPart) validity = NULL;
  TlsrptCheck *check;

  if (g_str_equal (c->domain, "silent"))
    {
      check_fixture_lose_patience (fixture);
    }

  check = check_fixture_run (fixture, domain);
  presence = tlsrpt_verdict_part_new_presence (tlsrpt_check_get_verdict (check));
  validity = tlsrpt_verdict_part_new_validity (tlsrpt_check_get_verdict (check));

  g_assert_cmpint (presence->mark, ==, c->presence);
  g_assert_cmpstr (presence->title, ==, c->presence_title);
  g_assert_nonnull (strstr (presence->text, c->presence_text));
  g_assert_cmpint (validity->mark, ==, c->validity);
  g_assert_cmpstr (validity->title, ==, c->validity_title);

  g_assert_finalize_object (check);
}

static void
assert_harmless (const char *text)
{
  static const char *const bad[] = { "\033", "\007", "\xe2\x80\xae" };

  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (bad); i++)
    g_assert_null (strstr (text, bad[i]));
}

static void
test_hostile (CheckFixture  *fixture,
              gconstpointer  data)
{
  TlsrptCheck *check = check_fixture_run (fixture, "hostile.example");
  const TlsrptVerdict *verdict = tlsrpt_check_get_verdict (check);
  g_autoptr (TlsrptVerdictPart) validity = tlsrpt_verdict_part_new_validity (verdict);
  g_autoptr (GPtrArray) facts = tlsrpt_fact_list (verdict->published);
  TlsrptFact *texts = g_ptr_array_index (facts, 0);

  assert_harmless (validity->text);
  for (guint i = 0; i < facts->len; i++)
    {
      TlsrptFact *fact = g_ptr_array_index (facts, i);

      assert_harmless (fact->summary);
      assert_harmless (fact->details);
    }

  /* Markup is text like any other, made harmless by whoever shows it. */
  g_assert_nonnull (strstr (texts->details, "<b>&"));
  g_assert_finalize_object (check);
}

static void
test_facts (CheckFixture  *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *title;
    const char *details;
  } expected[] = {
    { "TXT Records", "\"" DNS_ZONE_RECORD "\"" },
    { "Mail Servers", "10 mx.example" },
    { "DANE", NULL },
    { "MTA-STS", NULL },
    { "Name Servers", "ns.example" },
  };
  TlsrptCheck *check = check_fixture_run (fixture, "good.example");
  g_autoptr (GPtrArray) facts = tlsrpt_fact_list (tlsrpt_check_get_verdict (check)->published);

  g_assert_cmpuint (facts->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < facts->len; i++)
    {
      TlsrptFact *fact = g_ptr_array_index (facts, i);

      g_assert_cmpstr (fact->title, ==, expected[i].title);
      g_assert_cmpstr (fact->details, ==, expected[i].details);
      g_assert_cmpstr (fact->summary, !=, "");
    }

  g_assert_finalize_object (check);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  check_fixture_add ("/check/states", test_states, NULL);
  check_fixture_add ("/check/no-domain", test_no_domain, NULL);
  check_fixture_add ("/check/cancel", test_cancel, NULL);
  check_fixture_add ("/check/record", test_record, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/check/words/", cases[i].domain, NULL);

      check_fixture_add (path, test_words, &cases[i]);
    }

  check_fixture_add ("/check/hostile", test_hostile, NULL);
  check_fixture_add ("/check/facts", test_facts, NULL);

  return g_test_run ();
}
