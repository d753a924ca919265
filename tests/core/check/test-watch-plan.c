/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fake-published.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-watch-plan.h"

#define EXPECTED "v=TLSRPTv1; rua=mailto:a@example.com"

/* Any moment will do. */
#define START G_GINT64_CONSTANT (1700000000000)
#define MINUTE G_GINT64_CONSTANT (60000)
#define DAY (24 * 60 * MINUTE)

static const struct
{
  const char *name;
  gint64      asked;
  guint32     ttl;
  gint64      next;
} plans[] = {
  { "first", 0, 0, 5 * MINUTE },
  { "second", 5 * MINUTE, 0, 10 * MINUTE },
  { "short-ttl", 5 * MINUTE, 60, 10 * MINUTE },
  { "equal-ttl", 5 * MINUTE, 300, 10 * MINUTE },
  { "longer-ttl", 5 * MINUTE, 301, 10 * MINUTE + 1000 },
  { "hour", 5 * MINUTE, 3600, 65 * MINUTE },
  /* A look that took its time does not bring the next one closer. */
  { "late", 7 * MINUTE, 0, 12 * MINUTE },
  { "last-but-one", DAY - 10 * MINUTE, 0, DAY - 5 * MINUTE },
  { "last", DAY - 5 * MINUTE, 0, DAY },
  { "no-room", DAY - 5 * MINUTE + 1, 0, -1 },
  { "over", DAY, 0, -1 },
  { "long-over", 2 * DAY, 0, -1 },
  /* What would be after the end is looked at when it ends. */
  { "day", 5 * MINUTE, 86400, DAY },
  { "exactly-a-day", 0, 86400, DAY },
  { "longest-ttl", 5 * MINUTE, G_MAXUINT32, DAY },
  { "long-ttl-no-room", DAY - MINUTE, 86400, -1 },
};

static void
test_plan (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  gint64 next = tlsrpt_watch_plan_find_next (START, START + plans[i].asked, 5 * MINUTE,
                                             plans[i].ttl);

  g_assert_cmpint (next, ==, plans[i].next < 0 ? -1 : START + plans[i].next);
}

/* Whatever DNS says, a watch asks no more often than it says, and comes to an end. */
static void
test_any_plan (void)
{
  gint64 interval = TLSRPT_LIMIT_WATCH_INTERVAL * G_GINT64_CONSTANT (1000);

  for (guint i = 0; i < 200; i++)
    {
      gint64 now = START;
      guint n_looks = 0;

      while (TRUE)
        {
          guint32 ttl = g_test_rand_bit () ? 0 : (guint32) g_test_rand_int_range (0, 100000);
          gint64 next = tlsrpt_watch_plan_find_next (START, now, interval, ttl);

          if (next < 0)
            break;

          g_assert_cmpint (next, >=, now + interval);
          g_assert_cmpint (next, <=, START + DAY);
          if (next < START + DAY)
            g_assert_cmpint (next, >=, now + ttl * G_GINT64_CONSTANT (1000));
          now = next + g_test_rand_int_range (0, 30000);
          n_looks++;
        }

      g_assert_cmpuint (n_looks, >, 0);
      g_assert_cmpuint (n_looks, <=, DAY / interval);
    }
}

static const struct
{
  const char         *name;
  const char         *texts[3];
  TlsrptWatchFinding  finding;
} answers[] = {
  { "same", { EXPECTED }, TLSRPT_WATCH_FINDING_EXPECTED },
  { "equivalent", { "v=TLSRPTv1;rua=mailto:a@example.com;" }, TLSRPT_WATCH_FINDING_EXPECTED },
  { "beside", { "v=spf1 -all", EXPECTED }, TLSRPT_WATCH_FINDING_EXPECTED },
  { "other", { "v=TLSRPTv1; rua=mailto:b@example.com" }, TLSRPT_WATCH_FINDING_OTHER },
  { "more", { EXPECTED ",mailto:b@example.com" }, TLSRPT_WATCH_FINDING_OTHER },
  { "invalid", { "v=TLSRPTv1; rua=a@example.com" }, TLSRPT_WATCH_FINDING_OTHER },
  { "several", { EXPECTED, "v=TLSRPTv1; rua=mailto:b@example.com" },
    TLSRPT_WATCH_FINDING_SEVERAL },
  { "twice", { EXPECTED, EXPECTED }, TLSRPT_WATCH_FINDING_SEVERAL },
  { "none-of-ours", { "v=spf1 -all" }, TLSRPT_WATCH_FINDING_MISSING },
  { "harmful", { "v=TLSRPTv1; rua=mailto:\033]0;\xff@example.com" }, TLSRPT_WATCH_FINDING_OTHER },
};

static void
test_answer (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (TlsrptAnswer) answer = fake_texts (FAKE_NAME, 0, answers[i].texts[0],
                                                answers[i].texts[1], answers[i].texts[2], NULL);
  guint32 ttl;

  g_assert_cmpint (tlsrpt_watch_plan_judge (answer, EXPECTED, &ttl), ==, answers[i].finding);
  g_assert_cmpuint (ttl, ==, 300);
}

static void
test_outcomes (void)
{
  for (TlsrptOutcome outcome = TLSRPT_OUTCOME_NO_DATA; outcome <= TLSRPT_OUTCOME_TOO_LARGE;
       outcome++)
    {
      g_autoptr (TlsrptAnswer) answer = tlsrpt_answer_new_failed (FAKE_NAME, TLSRPT_RESOURCE_TXT,
                                                                  outcome);
      guint32 ttl;

      g_assert_cmpint (tlsrpt_watch_plan_judge (answer, EXPECTED, &ttl), ==,
                       tlsrpt_outcome_is_known (outcome) ? TLSRPT_WATCH_FINDING_MISSING
                                                         : TLSRPT_WATCH_FINDING_FAILED);
      g_assert_cmpuint (ttl, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autofree char *path = g_strdup_printf ("/watch-plan/next/%s", plans[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_plan);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/watch-plan/judge/%s", answers[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_answer);
    }

  g_test_add_func ("/watch-plan/next/any", test_any_plan);
  g_test_add_func ("/watch-plan/judge/outcomes", test_outcomes);

  return g_test_run ();
}
