/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fake-published.h"
#include "tlsrpt-verdict-part.h"

#define RECORD "v=TLSRPTv1; rua=mailto:a@example.com"
#define NAME "“\u2068" FAKE_NAME "\u2069”"

typedef struct
{
  const char    *name;
  TlsrptOutcome  outcome;
  const char    *first;
  const char    *second;
  TlsrptMark     mark;
  const char    *title;
  const char    *text;
} Presence;

/* A text stands for an answer, nothing for an outcome without one. */
static const Presence presences[] = {
  { "one", TLSRPT_OUTCOME_ANSWER, RECORD, NULL, TLSRPT_MARK_GOOD, "Published",
    "One record at " NAME ", cached for another 300 seconds" },
  { "several", TLSRPT_OUTCOME_ANSWER, RECORD, RECORD, TLSRPT_MARK_BAD, "Several records",
    "Senders ignore all of them while there is more than one" },
  { "other", TLSRPT_OUTCOME_ANSWER, "v=spf1 -all", NULL, TLSRPT_MARK_BAD, "Not published",
    "None of the TXT records at " NAME " is a TLS-RPT record" },
  { "no-data", TLSRPT_OUTCOME_NO_DATA, NULL, NULL, TLSRPT_MARK_BAD, "Not published",
    "The name " NAME " exists in DNS but has no TXT record" },
  { "no-name", TLSRPT_OUTCOME_NO_DOMAIN, NULL, NULL, TLSRPT_MARK_BAD, "Not published",
    "The name " NAME " does not exist in DNS" },
  { "failure", TLSRPT_OUTCOME_SERVER_FAILURE, NULL, NULL, TLSRPT_MARK_NONE,
    "Could not be checked",
    "The lookup failed. The domain’s name servers may be down, or its DNSSEC signatures invalid." },
  { "refused", TLSRPT_OUTCOME_REFUSED, NULL, NULL, TLSRPT_MARK_NONE,
    "Could not be checked", "The name server refused the query." },
};

static TlsrptPublished *
publish (TlsrptOutcome  outcome,
         const char    *first,
         const char    *second)
{
  TlsrptPublished *published = fake_published ();

  fake_answer (&published->record,
               first != NULL
                 ? fake_texts (FAKE_NAME, 0, first, second, NULL)
                 : tlsrpt_answer_new_failed (FAKE_NAME, TLSRPT_RESOURCE_TXT, outcome));

  return published;
}

static void
assert_part (const TlsrptVerdictPart *part,
             TlsrptMark               mark,
             const char              *title,
             const char              *text)
{
  g_assert_cmpint (part->mark, ==, mark);
  g_assert_cmpstr (part->title, ==, title);
  g_assert_cmpstr (part->text, ==, text);
}

static void
test_presence (gconstpointer data)
{
  const Presence *c = data;
  g_autoptr (TlsrptPublished) published = publish (c->outcome, c->first, c->second);
  g_autoptr (TlsrptVerdict) verdict = tlsrpt_verdict_new (published, NULL);
  g_autoptr (TlsrptVerdictPart) part = tlsrpt_verdict_part_new_presence (verdict);

  assert_part (part, c->mark, c->title, c->text);
}

/* Why nothing is there can lie with the domain. */
static void
test_domain (void)
{
  g_autoptr (TlsrptPublished) published = publish (TLSRPT_OUTCOME_NO_DOMAIN, NULL, NULL);
  g_autoptr (TlsrptVerdict) verdict = tlsrpt_verdict_new (published, NULL);
  g_autoptr (TlsrptVerdictPart) no_domain = NULL;
  g_autoptr (TlsrptVerdictPart) no_mail = NULL;

  fake_mx (published, TLSRPT_OUTCOME_NO_DOMAIN);
  no_domain = tlsrpt_verdict_part_new_presence (verdict);
  assert_part (no_domain, TLSRPT_MARK_BAD, "Not published", "The domain does not exist in DNS");

  /* Where no mail arrives, nothing is missing. */
  fake_mx (published, TLSRPT_OUTCOME_NO_DATA);
  no_mail = tlsrpt_verdict_part_new_presence (verdict);
  assert_part (no_mail, TLSRPT_MARK_NONE, "Not published",
               "The domain does not accept mail, so no record is needed");
}

typedef struct
{
  const char *name;
  const char *record;
  TlsrptMark  mark;
  const char *title;
  const char *text;
} Validity;

static const Validity validities[] = {
  { "valid", "v=TLSRPTv1; rua=mailto:a@example.com,https://example.com/", TLSRPT_MARK_GOOD, "Valid",
    "Reports go to:\n\u2068mailto:a@example.com\u2069\n\u2068https://example.com/\u2069" },
  { "doubtful", "v=TLSRPTv1 ; rua=mailto:a@example.com", TLSRPT_MARK_DOUBTFUL,
    "Valid, but not understood by all senders",
    "Some senders ignore the record because it does not begin with “v=TLSRPTv1;”. If there is "
    "another TXT record with the same name, all senders must ignore it." },
  { "unusable", "v=TLSRPTv1; rua=ftp://example.com/", TLSRPT_MARK_BAD, "Valid, but unusable",
    "No sender can report to any of its destinations" },
  { "not-valid", "v=TLSRPTv1; rua=a@example.com", TLSRPT_MARK_BAD, "Not valid",
    "“mailto:” is missing before the email address" },
};

static void
test_validity (gconstpointer data)
{
  const Validity *c = data;
  g_autoptr (TlsrptPublished) published = publish (TLSRPT_OUTCOME_NO_DATA, c->record, NULL);
  g_autoptr (TlsrptVerdict) verdict = tlsrpt_verdict_new (published, NULL);
  g_autoptr (TlsrptVerdictPart) part = tlsrpt_verdict_part_new_validity (verdict);

  assert_part (part, c->mark, c->title, c->text);
}

typedef struct
{
  const char *name;
  const char *expected;
  TlsrptMark  mark;
  const char *title;
  const char *text;
} Match;

static const Match matches[] = {
  { "same", RECORD, TLSRPT_MARK_GOOD, "Matches your record", "Identical" },
  { "equivalent", "v=TLSRPTv1;rua=mailto:a@example.com", TLSRPT_MARK_GOOD,
    "Equivalent to your record",
    "The published record is written differently but is equivalent" },
  { "different", "v=TLSRPTv1; rua=mailto:b@example.com", TLSRPT_MARK_BAD,
    "Does not match your record",
    "“\u2068mailto:b@example.com\u2069” is missing from the published record\n"
    "The published record also contains “\u2068mailto:a@example.com\u2069”" },
  { "none", NULL, TLSRPT_MARK_NONE, "Not compared",
    "To compare, create a record for this domain in the Record view" },
};

static void
test_match (gconstpointer data)
{
  const Match *c = data;
  g_autoptr (TlsrptPublished) published = publish (TLSRPT_OUTCOME_ANSWER, RECORD, NULL);
  g_autoptr (TlsrptVerdict) verdict = tlsrpt_verdict_new (published, c->expected);
  g_autoptr (TlsrptVerdictPart) part = tlsrpt_verdict_part_new_match (verdict);

  assert_part (part, c->mark, c->title, c->text);
}

/* That there is no record, or that nobody knows, is said once. */
static void
test_absent (void)
{
  static const TlsrptOutcome outcomes[] = { TLSRPT_OUTCOME_TIMED_OUT, TLSRPT_OUTCOME_NO_DATA };

  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autoptr (TlsrptPublished) published = publish (outcomes[i], NULL, NULL);
      g_autoptr (TlsrptVerdict) verdict = tlsrpt_verdict_new (published, RECORD);

      g_assert_null (tlsrpt_verdict_part_new_validity (verdict));
      g_assert_null (tlsrpt_verdict_part_new_match (verdict));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (presences); i++)
    {
      g_autofree char *path = g_strconcat ("/verdict-part/presence/", presences[i].name, NULL);

      g_test_add_data_func (path, &presences[i], test_presence);
    }

  g_test_add_func ("/verdict-part/domain", test_domain);

  for (gsize i = 0; i < G_N_ELEMENTS (validities); i++)
    {
      g_autofree char *path = g_strconcat ("/verdict-part/validity/", validities[i].name, NULL);

      g_test_add_data_func (path, &validities[i], test_validity);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (matches); i++)
    {
      g_autofree char *path = g_strconcat ("/verdict-part/match/", matches[i].name, NULL);

      g_test_add_data_func (path, &matches[i], test_match);
    }

  g_test_add_func ("/verdict-part/absent", test_absent);

  return g_test_run ();
}
