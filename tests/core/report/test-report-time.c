/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-time.h"

#include <locale.h>
#include <string.h>

/* More than are remembered. */
#define N_TIMES 5000

typedef struct
{
  const char *text;
  gint64      time;
  int         form;
} Case;

static const Case cases[] = {
  { "1970-01-01T00:00:00Z", 0, TLSRPT_REPORT_TIME_USUAL },
  { "9999-12-31T23:59:59Z", 253402300799, TLSRPT_REPORT_TIME_USUAL },
  { "2026-01-02T00:00:00Z", 1767312000, TLSRPT_REPORT_TIME_USUAL },
  { "2026-01-02t00:00:00z", 1767312000, TLSRPT_REPORT_TIME_USUAL },
  { "2026-01-02T23:59:59Z", 1767398399, TLSRPT_REPORT_TIME_USUAL },
  { "2026-01-02T01:00:00+01:00", 1767312000, TLSRPT_REPORT_TIME_USUAL },
  { "2026-01-01T19:00:00-05:00", 1767312000, TLSRPT_REPORT_TIME_USUAL },
  { "2026-01-02T00:00:00.123456789Z", 1767312000, TLSRPT_REPORT_TIME_USUAL },
  { "2026-01-02T00:00:00.12345678901234+00:00", 1767312000, TLSRPT_REPORT_TIME_USUAL },
  { "2026-01-02T00:00:00", 1767312000, TLSRPT_REPORT_TIME_NO_ZONE },
  { "2026-01-02 00:00:00", 1767312000, TLSRPT_REPORT_TIME_NO_ZONE },
  { " 2026-01-02T00:00:00Z\n", 1767312000, TLSRPT_REPORT_TIME_USUAL },
  { "2026-01-02", 1767312000, TLSRPT_REPORT_TIME_DATE },
  { "20260102", 1767312000, TLSRPT_REPORT_TIME_DATE },
  { "2026/01/02", 1767312000, TLSRPT_REPORT_TIME_DATE },
  { "2026-01-02Z", 1767312000, TLSRPT_REPORT_TIME_DATE },
  { "2026-01-02 UTC", 1767312000, TLSRPT_REPORT_TIME_DATE },
  { "2026-01-02 00:00:00 UTC", 1767312000, TLSRPT_REPORT_TIME_OTHER },
  { "2026-01-02 00:00:00 GMT", 1767312000, TLSRPT_REPORT_TIME_OTHER },
  { "2026-01-02T01:00:00 +0100", 1767312000, TLSRPT_REPORT_TIME_OTHER },
  { "2026/01/02 00:00:00", 1767312000, TLSRPT_REPORT_TIME_OTHER },
};

static const char *const refused[] = {
  "", "2026", "2026-01", "02/01/2026", "2026-13-02", "2026-02-30", "yesterday", "1767398399", "2026-13-01T00:00:00Z",
  "2026-02-30T00:00:00Z", "2026-01-02T25:00:00Z", "2026-01-02T00:00:00Z and more",
  /* Not in the years 1 to 9999 of UTC. */
  "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+12:00",
};

/* Twice, since the second time it is remembered. */
static void
test_read (void)
{
  TlsrptReportTimes *times = tlsrpt_report_times_new ();

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i % G_N_ELEMENTS (cases)];
      gint64 time;
      TlsrptReportTimeForm form;

      g_test_message ("%s", c->text);
      g_assert_true (tlsrpt_report_times_read (times, c->text, strlen (c->text),
                                               &time, &form));
      g_assert_cmpint (time, ==, c->time);
      g_assert_cmpint ((int) form, ==, c->form);
    }

  tlsrpt_report_times_free (times);
}

static void
test_refused (void)
{
  TlsrptReportTimes *times = tlsrpt_report_times_new ();
  gint64 time;
  TlsrptReportTimeForm form;

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (refused); i++)
    {
      const char *text = refused[i % G_N_ELEMENTS (refused)];

      g_test_message ("%s", text);
      g_assert_false (tlsrpt_report_times_read (times, text, strlen (text), &time, &form));
    }

  /* A NUL ends the text before its end. */
  g_assert_false (tlsrpt_report_times_read (times, "2026-01-02T00:00:00Z\0x", 22,
                                            &time, &form));

  tlsrpt_report_times_free (times);
}

static void
test_many (void)
{
  TlsrptReportTimes *times = tlsrpt_report_times_new ();

  for (gint64 i = 0; i < 2 * N_TIMES; i++)
    {
      const gint64 expected = i % N_TIMES * 86400;
      g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (expected);
      g_autofree char *text = g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");
      gint64 time;
      TlsrptReportTimeForm form;

      g_assert_true (tlsrpt_report_times_read (times, text, strlen (text), &time, &form));
      g_assert_cmpint (time, ==, expected);
    }

  tlsrpt_report_times_free (times);
}

/* The usual form has a path of its own. */
static void
test_calendar (void)
{
  TlsrptReportTimes *times = tlsrpt_report_times_new ();

  for (int year = 1969; year <= 2500; year++)
    {
      for (int month = 0; month <= 13; month++)
        {
          for (int day = 0; day <= 32; day += day == 1 ? 27 : 1)
            {
              g_autofree char *text =
                g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, day, day % 24,
                                 month * 4, day);
              g_autoptr (GDateTime) expected =
                month * 4 < 60 ? g_date_time_new_utc (year, month, day, day % 24, month * 4, day)
                               : NULL;
              TlsrptReportTimeForm form;
              gint64 time;

              if (tlsrpt_report_times_read (times, text, strlen (text), &time, &form))
                {
                  g_assert_nonnull (expected);
                  g_assert_cmpint (time, ==, g_date_time_to_unix (expected));
                  g_assert_cmpint (form, ==, TLSRPT_REPORT_TIME_USUAL);
                }
              else
                {
                  g_assert_null (expected);
                }
            }
        }
    }

  tlsrpt_report_times_free (times);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-time/read", test_read);
  g_test_add_func ("/report-time/refused", test_refused);
  g_test_add_func ("/report-time/many", test_many);
  g_test_add_func ("/report-time/calendar", test_calendar);

  return g_test_run ();
}
