/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What it costs to gather evidence and to find the causes of the worst problems, beside
 * reading 10,000 reports with 100,000 failures as the programs do, and counting them: in
 * seconds of all processors.
 *
 * usage: bench-cause [causes]
 *
 * With an argument, it reads them here, and finds causes once, for a profiler. */

#include "config.h"

#include "tlsrpt-cause.h"
#include "tlsrpt-gzip.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-readiness.h"
#include "tlsrpt-report-child.h"
#include "tlsrpt-report-tally.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>

#define N_ROUNDS 7
#define N_REPORTS 10000
#define N_FAILURES 10
#define N_DOMAINS 100
#define N_SENDERS 50
#define N_DAYS 28
#define NOW 1796115600

/* As many as “tlsrpt-cli report --explain” prints. */
#define N_EXPLAINED 20

#define MOST_SHARE 0.20

static double
get_seconds_of (int who)
{
  struct rusage usage;

  getrusage (who, &usage);

  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* Those of this process, and of the program that reads reports once it has ended. */
static double
get_seconds (void)
{
  return get_seconds_of (RUSAGE_SELF) + get_seconds_of (RUSAGE_CHILDREN);
}

static void
append_failure (GString *json,
                guint    domain,
                guint    i)
{
  static const char *const types[] = {
    "certificate-expired", "starttls-not-supported", "validation-failure", "sts-policy-fetch-error",
  };
  static const char *const codes[] = {
    "X509_V_ERR_CERT_HAS_EXPIRED", "smtp-starttls-reply-code-454", "tls-remote-alert-112",
    "bad https response code: 404",
  };
  guint type = i % G_N_ELEMENTS (types);

  g_string_append_printf (json,
                          "{\"result-type\":\"%s\",\"sending-mta-ip\":\"192.0.%u.%u\","
                          "\"receiving-mx-hostname\":\"mx%u.mail%u.example\","
                          "\"receiving-mx-helo\":\"mx%u.mail%u.example\","
                          "\"receiving-ip\":\"2001:db8:%x::%u\",\"failed-session-count\":1,"
                          "\"failure-reason-code\":\"%s\"},",
                          types[type], i / 7 % 4, i % 40, i % 3, domain, i % 3, domain, domain + 1,
                          i % 3 + 1, codes[type]);
}

/* Senders compress. */
static char *
write_file (const char    *folder,
            guint          i,
            const GString *json)
{
  g_autofree char *name = g_strdup_printf ("%u.json.gz", i);
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GByteArray) gzip = tlsrpt_gzip_compress ((const guint8 *) json->str, json->len);

  if (!g_file_set_contents_full (path, (const char *) gzip->data, gzip->len,
                                 G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    g_error ("%s cannot be written", path);

  return path;
}

static GPtrArray *
write_files (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_REPORTS; i++)
    {
      g_autoptr (GString) json = g_string_new (NULL);
      guint domain = i % N_DOMAINS;
      guint day = i / N_DOMAINS % N_DAYS + 1;

      g_string_append_printf (json,
                              "{\"organization-name\":\"Sender %u Inc.\",\"date-range\":{"
                              "\"start-datetime\":\"2026-01-%02uT00:00:00Z\","
                              "\"end-datetime\":\"2026-01-%02uT23:59:59Z\"},"
                              "\"contact-info\":\"smtp-tls-reporting@sender%u.example\","
                              "\"report-id\":\"2026-01-%02uT00:00:00Z_%u.example\",\"policies\":[",
                              i / 7 % N_SENDERS, day, day, i / 7 % N_SENDERS, day, i);
      g_string_append_printf (json,
                              "{\"policy\":{\"policy-type\":\"sts\",\"policy-string\":["
                              "\"version: STSv1\",\"mode: testing\",\"mx: mx0.mail%u.example\","
                              "\"mx: mx1.mail%u.example\",\"max_age: 604800\"],"
                              "\"policy-domain\":\"mail%u.example\",\"mx-host\":["
                              "\"mx0.mail%u.example\",\"mx1.mail%u.example\"]},\"summary\":{"
                              "\"total-successful-session-count\":%u,"
                              "\"total-failure-session-count\":%u},\"failure-details\":[",
                              domain, domain, domain, domain, domain, 1000 + i, N_FAILURES);
      for (guint j = 0; j < N_FAILURES; j++)
        append_failure (json, domain, i / 3 + j);
      g_string_truncate (json, json->len - 1);
      g_string_append (json, "]}]}");
      g_ptr_array_add (paths, write_file (folder, i, json));
    }

  return paths;
}

static GPtrArray *
read_here (const GPtrArray *paths)
{
  g_autoptr (TlsrptReportReader) reader = tlsrpt_report_reader_new ();
  g_autoptr (GPtrArray) faults = g_ptr_array_new ();
  GPtrArray *reports = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);

  for (guint i = 0; i < paths->len; i++)
    tlsrpt_report_reader_read_file (reader, g_ptr_array_index (paths, i), reports, faults);
  g_assert (faults->len == 0 && reports->len == N_REPORTS);

  return reports;
}

static GPtrArray *
read_there (const GPtrArray *paths)
{
  g_autofree char *program = tlsrpt_report_child_find_program ();
  g_autoptr (TlsrptReportChild) child = tlsrpt_report_child_new (program,
                                                                 TLSRPT_LIMIT_READER_SECONDS);
  g_autoptr (GPtrArray) faults = g_ptr_array_new ();
  GPtrArray *reports = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);

  for (guint i = 0; i < paths->len; i++)
    {
      tlsrpt_report_child_add_file (child, g_ptr_array_index (paths, i));
      while (tlsrpt_report_child_is_busy (child))
        tlsrpt_report_child_next (child, NULL, reports, faults);
    }
  while (tlsrpt_report_child_next (child, NULL, reports, faults))
    continue;
  g_assert (faults->len == 0 && reports->len == N_REPORTS);

  return reports;
}

static TlsrptReportSummary *
count_reports (const GPtrArray *reports)
{
  TlsrptReportTally *tally = tlsrpt_report_tally_new (&TLSRPT_REPORT_FILTER_ALL,
                                                      TLSRPT_REPORT_TALLY_NUMBERS);

  for (guint i = 0; i < reports->len; i++)
    tlsrpt_report_tally_add (tally, g_ptr_array_index (reports, i));

  return tlsrpt_report_tally_end (tally);
}

static guint
find_causes (const GPtrArray           *reports,
             const TlsrptReportSummary *summary)
{
  g_autoptr (TlsrptEvidenceSet) set = tlsrpt_evidence_set_new ();
  g_autoptr (GPtrArray) readiness = NULL;
  const GPtrArray *problems;
  guint n = 0;

  for (guint i = 0; i < reports->len; i++)
    tlsrpt_evidence_set_add (set, g_ptr_array_index (reports, i), &TLSRPT_REPORT_FILTER_ALL);
  tlsrpt_evidence_set_end (set, summary);

  problems = tlsrpt_evidence_set_get_problems (set);
  for (guint i = 0; i < MIN (problems->len, N_EXPLAINED); i++)
    {
      g_autoptr (GPtrArray) causes = tlsrpt_cause_find (set, g_ptr_array_index (problems, i), NOW);

      n += causes->len;
    }
  readiness = tlsrpt_readiness_find (set, TLSRPT_READINESS_DAYS, NOW);
  g_assert (readiness->len > 0);

  return n;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("tlsrpt-XXXXXX", NULL);
  g_autoptr (GPtrArray) paths = write_files (folder);
  g_autoptr (GPtrArray) reports = read_here (paths);
  g_autoptr (TlsrptReportSummary) summary = count_reports (reports);
  double reading = G_MAXDOUBLE;
  double causes = G_MAXDOUBLE;
  guint n = 0;

  for (guint i = 0; i < (argc > 1 ? 1 : N_ROUNDS); i++)
    {
      double start = get_seconds ();

      if (argc < 2)
        {
          g_autoptr (GPtrArray) again = read_there (paths);
          g_autoptr (TlsrptReportSummary) counted = count_reports (again);

          g_assert (counted->n_problems == summary->n_problems);
        }
      reading = MIN (reading, get_seconds () - start);

      start = get_seconds ();
      n = find_causes (reports, summary);
      causes = MIN (causes, get_seconds () - start);
    }

  for (guint i = 0; i < paths->len; i++)
    g_unlink (g_ptr_array_index (paths, i));
  g_rmdir (folder);

  g_print ("reading %u reports with %u failures: %.1f ms; causes of %u of %" G_GSIZE_FORMAT
           " problems (%u): %.1f ms, %.1f %% of it (at most %.0f %%)\n",
           N_REPORTS, N_REPORTS * N_FAILURES, reading * 1e3, N_EXPLAINED, summary->n_problems, n,
           causes * 1e3, causes / reading * 100, MOST_SHARE * 100);

  return argc > 1 || causes <= reading * MOST_SHARE ? 0 : 1;
}
