/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long it takes to read reports and to count what they say, beside two passes of the
 * parser alone: one that makes nothing of the same JSON, and one that copies its values;
 * and how much memory a large report takes. */

#include "config.h"

#include "plain-parse.h"
#include "tlsrpt-json.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-reader.h"
#include "tlsrpt-report-tally.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define N_ROUNDS 7
#define N_SMALL 10000
#define SMALL_SIZE 2048

/* A plain parse makes nothing of the JSON: it writes down, at the speed of memory, where
 * everything is.  Merely to copy the values from there to one place takes 1.6 times as
 * long for small reports. */
#define MOST_TIMES_SMALL 6.0
#define MOST_TIMES_LARGE 2.5
#define LEAST_SPEED 285.0 /* million octets a second */
#define LEAST_RATE 107000.0 /* small reports a second */
#define MOST_MEMORY 3.0

/* Texts one behind the other, and how long each is. */
typedef struct
{
  GString *text;
  gsize    length;
  gsize    n_texts;
} Texts;

typedef void (*Pass) (const Texts *texts);

static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec + now.tv_nsec / 1e9;
}

static void
append_head (GString *json,
             guint    i)
{
  g_string_append_printf (json,
                          "{\"organization-name\":\"Sender %u Inc.\",\"date-range\":{"
                          "\"start-datetime\":\"2026-01-%02uT00:00:00Z\","
                          "\"end-datetime\":\"2026-01-%02uT23:59:59Z\"},"
                          "\"contact-info\":\"smtp-tls-reporting@sender%u.example\","
                          "\"report-id\":\"2026-01-%02uT00:00:00Z_%u.example\",\"policies\":[",
                          i % 50, i % 28 + 1, i % 28 + 1, i % 50, i % 28 + 1, i);
}

static void
append_policy (GString *json,
               guint    i)
{
  g_string_append_printf (json,
                          "{\"policy\":{\"policy-type\":\"sts\",\"policy-string\":["
                          "\"version: STSv1\",\"mode: enforce\",\"mx: *.mail%u.example\","
                          "\"max_age: 604800\"],\"policy-domain\":\"mail%u.example\","
                          "\"mx-host\":[\"*.mail%u.example\"]},\"summary\":{"
                          "\"total-successful-session-count\":%u,"
                          "\"total-failure-session-count\":2},\"failure-details\":[",
                          i % 100, i % 100, i % 100, 1000 + i);
}

static void
append_failure (GString *json,
                guint    i)
{
  static const char *const types[] = {
    "certificate-expired", "starttls-not-supported", "validation-failure", "tlsa-invalid",
  };

  g_string_append_printf (json,
                          "{\"result-type\":\"%s\",\"sending-mta-ip\":\"192.0.%u.%u\","
                          "\"receiving-mx-hostname\":\"mx%u.mail%u.example\","
                          "\"receiving-mx-helo\":\"mx%u.mail%u.example\","
                          "\"receiving-ip\":\"2001:db8:%x::1\",\"failed-session-count\":%u,"
                          "\"additional-information\":\"https://sender.example/reports/%u\","
                          "\"failure-reason-code\":\"X509_V_ERR_CERT_HAS_EXPIRED\"},",
                          types[i % G_N_ELEMENTS (types)], i / 250 % 250, i % 250,
                          i % 3, i % 100, i % 3, i % 100, i % 60000 + 1, i % 9, i);
}

static void
end_lists (GString *json)
{
  g_string_truncate (json, json->len - 1);
  g_string_append (json, "]}]}");
}

static void
pad (GString *json,
     gsize    length)
{
  g_assert (json->len <= length);
  while (json->len < length)
    g_string_append_c (json, ' ');
}

static Texts
make_small (void)
{
  Texts texts = { g_string_new (NULL), SMALL_SIZE, N_SMALL };

  for (guint i = 0; i < N_SMALL; i++)
    {
      gsize begin = texts.text->len;

      append_head (texts.text, i);
      append_policy (texts.text, i);
      while (texts.text->len - begin < SMALL_SIZE - 400)
        append_failure (texts.text, i + (guint) texts.text->len);
      end_lists (texts.text);
      pad (texts.text, begin + SMALL_SIZE);
    }

  return texts;
}

static Texts
make_large (void)
{
  Texts texts = { g_string_new (NULL), TLSRPT_LIMIT_REPORT_JSON, 1 };

  append_head (texts.text, 0);
  append_policy (texts.text, 0);
  for (guint i = 0; texts.text->len < TLSRPT_LIMIT_REPORT_JSON - 1000; i++)
    append_failure (texts.text, i);
  end_lists (texts.text);
  pad (texts.text, TLSRPT_LIMIT_REPORT_JSON);

  return texts;
}

static void
parse_plainly (const Texts *texts)
{
  PlainParser *parser = plain_parser_new ();

  for (gsize i = 0; i < texts->n_texts; i++)
    plain_parser_parse (parser, texts->text->str + i * texts->length, texts->length);

  plain_parser_free (parser);
}

static void
read_plainly (const Texts *texts)
{
  PlainParser *parser = plain_parser_new ();

  for (gsize i = 0; i < texts->n_texts; i++)
    plain_parser_read (parser, texts->text->str + i * texts->length, texts->length);

  plain_parser_free (parser);
}

static void
read_and_count (const Texts *texts)
{
  g_autoptr (TlsrptReportReader) reader = tlsrpt_report_reader_new ();
  g_autoptr (GPtrArray) reports =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  g_autoptr (GPtrArray) faults = g_ptr_array_new ();
  g_autoptr (TlsrptReportSummary) summary = NULL;
  TlsrptReportTally *tally = tlsrpt_report_tally_new (&TLSRPT_REPORT_FILTER_ALL,
                                                      TLSRPT_REPORT_TALLY_DETAILS);

  for (gsize i = 0; i < texts->n_texts; i++)
    tlsrpt_report_reader_read_data (reader, "report.json", texts->text->str + i * texts->length,
                                    texts->length, texts->length + TLSRPT_JSON_PADDING,
                                    reports, faults);

  g_assert (faults->len == 0 && reports->len == texts->n_texts);
  for (guint i = 0; i < reports->len; i++)
    tlsrpt_report_tally_add (tally, g_ptr_array_index (reports, i));
  summary = tlsrpt_report_tally_end (tally);
  g_assert (summary->n_reports == texts->n_texts);
}

/* The fastest of several rounds: what is slower was disturbed. */
static double
measure (Pass         pass,
         const Texts *texts)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double start = get_seconds ();

      pass (texts);
      best = MIN (best, get_seconds () - start);
    }

  return best;
}

static gboolean
compare (const char *name,
         Texts       texts,
         double      most_times)
{
  /* The parser looks a little further than the end. */
  gsize size = texts.text->len;
  double plain;
  double read;
  double ours;
  double speed;
  double rate;

  pad (texts.text, size + TLSRPT_JSON_PADDING);
  plain = measure (parse_plainly, &texts);
  read = measure (read_plainly, &texts);
  ours = measure (read_and_count, &texts);
  speed = (double) size / 1e6 / ours;
  rate = (double) texts.n_texts / ours;

  g_print ("%s: %.1f ms, %.2f times a plain parse (at most %.1f; one that copies the values: "
           "%.2f); %.0f MB/s (at least %.0f)",
           name, ours * 1e3, ours / plain, most_times, read / plain, speed, LEAST_SPEED);
  if (texts.n_texts > 1)
    g_print ("; %.0f reports/s (at least %.0f)", rate, LEAST_RATE);
  g_print ("\n");

  g_string_free (texts.text, TRUE);

  return ours / plain <= most_times && speed >= LEAST_SPEED &&
         (texts.n_texts == 1 || rate >= LEAST_RATE);
}

/* The most memory that this process ever had, in octets.  getrusage() would count that
 * of its parent. */
static gsize
get_peak (void)
{
  g_autofree char *status = NULL;
  const char *peak;

  g_assert (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  peak = strstr (status, "VmHWM:");
  g_assert (peak != NULL);

  return g_ascii_strtoull (peak + strlen ("VmHWM:"), NULL, 10) * 1024;
}

/* What a large file takes, besides what the process has anyway. */
static gboolean
weigh (const char *path)
{
  g_autoptr (TlsrptReportReader) reader = tlsrpt_report_reader_new ();
  g_autoptr (GPtrArray) reports =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  g_autoptr (GPtrArray) faults = g_ptr_array_new ();
  g_autoptr (TlsrptReportSummary) summary = NULL;
  TlsrptReportTally *tally = tlsrpt_report_tally_new (&TLSRPT_REPORT_FILTER_ALL,
                                                      TLSRPT_REPORT_TALLY_DETAILS);
  gsize before = get_peak ();
  double times;

  tlsrpt_report_reader_read_file (reader, path, reports, faults);
  g_assert (faults->len == 0 && reports->len == 1);
  tlsrpt_report_tally_add (tally, g_ptr_array_index (reports, 0));
  summary = tlsrpt_report_tally_end (tally);

  times = (double) (get_peak () - before) / TLSRPT_LIMIT_REPORT_JSON;
  g_print ("a file of 16 MiB: %.2f times as much memory (at most %.1f)\n", times, MOST_MEMORY);

  return times <= MOST_MEMORY;
}

/* A process of its own, whose memory has held nothing else. */
static gboolean
weigh_in_child (const char *program)
{
  g_autofree char *path = NULL;
  Texts texts = make_large ();
  int status;
  int fd = g_file_open_tmp ("report-XXXXXX", &path, NULL);

  g_assert (fd >= 0 && g_file_set_contents (path, texts.text->str, (gssize) texts.text->len, NULL));
  g_close (fd, NULL);
  g_string_free (texts.text, TRUE);

  g_assert (g_spawn_sync (NULL, (char *[]) { (char *) program, path, NULL }, NULL, 0,
                          NULL, NULL, NULL, NULL, &status, NULL));
  g_unlink (path);

  return g_spawn_check_wait_status (status, NULL);
}

int
main (int   argc,
      char *argv[])
{
  gboolean is_fast = TRUE;

  setlocale (LC_ALL, "");

  if (argc == 2)
    return weigh (argv[1]) ? EXIT_SUCCESS : EXIT_FAILURE;

  is_fast &= compare ("10,000 reports of 2 KiB", make_small (), MOST_TIMES_SMALL);
  is_fast &= compare ("a report of 16 MiB", make_large (), MOST_TIMES_LARGE);
  is_fast &= weigh_in_child (argv[0]);

  return is_fast ? EXIT_SUCCESS : EXIT_FAILURE;
}
