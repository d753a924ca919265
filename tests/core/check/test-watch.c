/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check-fixture.h"
#include "dns-message.h"
#include "dns-zone.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-watch.h"

#define DOMAIN "later.example"
#define EXPECTED "v=TLSRPTv1; rua=mailto:tls@later.example"

/* In place of minutes. */
#define INTERVAL 20

#define SERVFAIL 2
#define NXDOMAIN 3

typedef struct
{
  DnsServer      *server;
  TlsrptResolver *resolver;
  TlsrptWatch    *watch;
} Fixture;

/* What the name server says: a record, or how it fails. */
static const char *published;
static guint failure;

static GByteArray *
reply (const guint8 *query,
       gsize         length,
       gboolean      is_tcp)
{
  GByteArray *message;

  if (published == NULL)
    return dns_message_new_reply (query, length, failure);

  message = dns_message_new_reply (query, length, 0);
  dns_message_add_text (message, "_smtp._tls." DOMAIN, 0, published);

  return message;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  published = NULL;
  failure = NXDOMAIN;
  fixture->server = dns_server_new (reply, FALSE);
  fixture->resolver = tlsrpt_resolver_new (fixture->server->address, 60,
                                           TLSRPT_RESOLVER_RECURSIVE, NULL);
  fixture->watch = tlsrpt_watch_new (fixture->resolver, DOMAIN, EXPECTED);
  tlsrpt_watch_set_interval (fixture->watch, INTERVAL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tlsrpt_watch_stop (fixture->watch);
  /* A canceled operation ends in the next iteration of the main loop. */
  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_assert_finalize_object (fixture->watch);
  g_assert_finalize_object (fixture->resolver);
  dns_server_free (fixture->server);
}

static gboolean
has_not_looked (TlsrptWatch *watch)
{
  return tlsrpt_watch_get_finding (watch) == TLSRPT_WATCH_FINDING_NONE;
}

static gboolean
is_running (TlsrptWatch *watch)
{
  return tlsrpt_watch_is_running (watch);
}

static void
wait_finding (Fixture            *fixture,
              TlsrptWatchFinding  finding)
{
  check_fixture_wait_while ((GSourceFunc) has_not_looked, fixture->watch);
  g_assert_cmpint (tlsrpt_watch_get_finding (fixture->watch), ==, finding);
}

static void
assert_words (char       *text,
              const char *start,
              const char *end)
{
  g_autofree char *own = text;

  if (!g_str_has_prefix (own, start) || !g_str_has_suffix (own, end))
    g_error ("“%s” is not “%s…%s”", own, start, end);
}

static void
test_found (Fixture       *fixture,
            gconstpointer  data)
{
  guint n_questions;

  /* Nobody is asked before the time. */
  g_assert_cmpint (tlsrpt_watch_get_state (fixture->watch), ==, TLSRPT_WATCH_STOPPED);
  tlsrpt_watch_start (fixture->watch);
  g_assert_cmpint (tlsrpt_watch_get_state (fixture->watch), ==, TLSRPT_WATCH_WAITING);
  g_assert_cmpuint (fixture->server->n_questions, ==, 0);
  assert_words (tlsrpt_watch_dup_detail (fixture->watch), "Waiting for the record for “",
                "”, until this window is closed");

  wait_finding (fixture, TLSRPT_WATCH_FINDING_MISSING);
  g_assert_true (tlsrpt_watch_is_running (fixture->watch));
  assert_words (tlsrpt_watch_dup_detail (fixture->watch), "No record for “", "");

  published = EXPECTED;
  check_fixture_wait_while ((GSourceFunc) is_running, fixture->watch);
  g_assert_cmpint (tlsrpt_watch_get_state (fixture->watch), ==, TLSRPT_WATCH_FOUND);
  assert_words (tlsrpt_watch_dup_title (fixture->watch), "DNS has the record for “", "”");
  assert_words (tlsrpt_watch_dup_detail (fixture->watch), "Found at ", "");

  /* That is the end of it. */
  n_questions = fixture->server->n_questions;
  tlsrpt_watch_stop (fixture->watch);
  g_assert_cmpint (tlsrpt_watch_get_state (fixture->watch), ==, TLSRPT_WATCH_FOUND);
  g_assert_cmpuint (n_questions, >=, 2);
  g_assert_cmpuint (fixture->server->n_questions, ==, n_questions);
}

/* What a check of one record asks, and no more. */
static void
test_one_question (Fixture       *fixture,
                   gconstpointer  data)
{
  published = EXPECTED;
  tlsrpt_watch_start (fixture->watch);
  check_fixture_wait_while ((GSourceFunc) is_running, fixture->watch);
  g_assert_cmpuint (fixture->server->n_questions, ==, 1);
}

static void
test_other (Fixture       *fixture,
            gconstpointer  data)
{
  published = "v=TLSRPTv1; rua=mailto:other@later.example";
  tlsrpt_watch_start (fixture->watch);
  wait_finding (fixture, TLSRPT_WATCH_FINDING_OTHER);
  assert_words (tlsrpt_watch_dup_detail (fixture->watch), "Another record for “", "");
  g_assert_true (tlsrpt_watch_is_running (fixture->watch));

  published = EXPECTED;
  check_fixture_wait_while ((GSourceFunc) is_running, fixture->watch);
  g_assert_cmpint (tlsrpt_watch_get_state (fixture->watch), ==, TLSRPT_WATCH_FOUND);
}

/* A look that failed is said, and the watch goes on. */
static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  failure = SERVFAIL;
  tlsrpt_watch_start (fixture->watch);
  wait_finding (fixture, TLSRPT_WATCH_FINDING_FAILED);
  g_assert_cmpint (tlsrpt_watch_get_outcome (fixture->watch), ==, TLSRPT_OUTCOME_SERVER_FAILURE);
  assert_words (tlsrpt_watch_dup_detail (fixture->watch), "Could not look for “",
                tlsrpt_outcome_get_message (TLSRPT_OUTCOME_SERVER_FAILURE));
  g_assert_true (tlsrpt_watch_is_running (fixture->watch));

  published = EXPECTED;
  check_fixture_wait_while ((GSourceFunc) is_running, fixture->watch);
  g_assert_cmpint (tlsrpt_watch_get_state (fixture->watch), ==, TLSRPT_WATCH_FOUND);
}

static void
time_passed_cb (gpointer user_data)
{
  *(gboolean *) user_data = FALSE;
}

static void
test_stop (Fixture       *fixture,
           gconstpointer  data)
{
  gboolean is_waiting = TRUE;
  guint n_questions;

  tlsrpt_watch_start (fixture->watch);
  wait_finding (fixture, TLSRPT_WATCH_FINDING_MISSING);
  tlsrpt_watch_stop (fixture->watch);
  g_assert_cmpint (tlsrpt_watch_get_state (fixture->watch), ==, TLSRPT_WATCH_STOPPED);

  /* Longer than the interval. */
  n_questions = fixture->server->n_questions;
  g_timeout_add_once (5 * INTERVAL, time_passed_cb, &is_waiting);
  while (is_waiting)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->server->n_questions, ==, n_questions);
}

/* While the question is on its way. */
static void
test_stop_looking (Fixture       *fixture,
                   gconstpointer  data)
{
  published = EXPECTED;
  tlsrpt_watch_start (fixture->watch);
  while (tlsrpt_watch_get_state (fixture->watch) != TLSRPT_WATCH_LOOKING)
    g_main_context_iteration (NULL, TRUE);
  assert_words (tlsrpt_watch_dup_title (fixture->watch), "Looking now…", "");

  tlsrpt_watch_stop (fixture->watch);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (tlsrpt_watch_get_state (fixture->watch), ==, TLSRPT_WATCH_STOPPED);
}

/* The rhythm that nobody has changed. */
static void
test_rhythm (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TlsrptWatch) watch = tlsrpt_watch_new (fixture->resolver, DOMAIN, EXPECTED);
  g_autoptr (GDateTime) asked = NULL;
  g_autoptr (GDateTime) end = NULL;
  g_autoptr (GDateTime) next = NULL;

  g_assert_cmpuint (tlsrpt_watch_get_interval (watch), ==, 5 * 60 * 1000);
  tlsrpt_watch_start (watch);
  asked = tlsrpt_watch_dup_asked (watch);
  next = tlsrpt_watch_dup_next (watch);
  end = tlsrpt_watch_dup_end (watch);

  /* Reading the clock takes its time. */
  g_assert_cmpint (g_date_time_difference (next, asked) / G_TIME_SPAN_MINUTE, >=, 4);
  g_assert_cmpint (g_date_time_difference (next, asked) / G_TIME_SPAN_MINUTE, <=, 5);
  g_assert_cmpint (g_date_time_difference (end, asked) / G_TIME_SPAN_HOUR, >=, 23);
  g_assert_cmpint (g_date_time_difference (end, asked) / G_TIME_SPAN_HOUR, <=, 24);
  assert_words (tlsrpt_watch_dup_title (watch), "Looking every 5 minutes until ", "");
}

static const struct
{
  const char *time;
  const char *now;
  const char *text;
} times[] = {
  { "2026-12-02T14:30:00Z", "2026-12-02T09:00:00Z", "14:30" },
  { "2026-12-02T00:05:00Z", "2026-12-02T23:59:59Z", "00:05" },
  { "2026-12-03T14:30:00Z", "2026-12-02T14:30:00Z", "Thu, 14:30" },
  { "2027-01-01T09:05:59Z", "2026-12-31T14:30:00Z", "Fri, 09:05" },
};

static void
test_times (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (times[i].time, NULL);
      g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (times[i].now, NULL);
      g_autofree char *text = tlsrpt_watch_dup_time (time, now);

      g_assert_cmpstr (text, ==, times[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(path, test) \
  g_test_add ("/watch/" path, Fixture, NULL, set_up, test, tear_down)

  add ("failure", test_failure);
  add ("found", test_found);
  add ("one-question", test_one_question);
  add ("other", test_other);
  add ("rhythm", test_rhythm);
  add ("stop", test_stop);
  add ("stop-looking", test_stop_looking);
  g_test_add_func ("/watch/times", test_times);

  return g_test_run ();
}
