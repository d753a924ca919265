/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check-fixture.h"
#include "dns-zone.h"
#include "tlsrpt-check.h"
#include "tlsrpt-error.h"

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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  check_fixture_add ("/check/states", test_states, NULL);
  check_fixture_add ("/check/no-domain", test_no_domain, NULL);
  check_fixture_add ("/check/cancel", test_cancel, NULL);
  check_fixture_add ("/check/record", test_record, NULL);

  return g_test_run ();
}
