/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reading 2,000 small files, as a mailbox of reports has them, in a program of its own,
 * its start included, beside reading them in this one; and ten times as many, in one program and in
 * one for each processor. */

#include "config.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-report-children.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define N_FILES 2000
#define N_ROUNDS 25
#define MANY 10
#define MOST_RATIO 1.3
#define MOST_RATIO_OF_ALL 1.1

#define REPORT \
  "{\"organization-name\":\"Sender Inc.\",\"date-range\":{\"start-datetime\":" \
  "\"2026-01-02T00:00:00Z\",\"end-datetime\":\"2026-01-02T23:59:59Z\"},\"contact-info\":" \
  "\"tls@sender.example\",\"report-id\":\"2026-01-02-%u\",\"policies\":[{\"policy\":" \
  "{\"policy-type\":\"sts\",\"policy-string\":[\"version: STSv1\",\"mode: enforce\"," \
  "\"mx: *.example.com\",\"max_age: 604800\"],\"policy-domain\":\"example.com\"," \
  "\"mx-host\":[\"*.example.com\"]},\"summary\":{\"total-successful-session-count\":%u," \
  "\"total-failure-session-count\":3},\"failure-details\":[{\"result-type\":" \
  "\"certificate-expired\",\"sending-mta-ip\":\"192.0.2.1\",\"receiving-mx-hostname\":" \
  "\"mx.example.com\",\"receiving-ip\":\"203.0.113.1\",\"failed-session-count\":3}]}]}"

/* Senders compress. */
static void
write_file (const char *path,
            const char *text)
{
  g_autoptr (GConverter) compressor =
    G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
  char compressed[4096];
  gsize n_read;
  gsize n_written;

  if (g_converter_convert (compressor, text, strlen (text), compressed, sizeof compressed,
                           G_CONVERTER_INPUT_AT_END, &n_read, &n_written,
                           NULL) != G_CONVERTER_FINISHED ||
      !g_file_set_contents_full (path, compressed, (gssize) n_written, G_FILE_SET_CONTENTS_NONE,
                                 0600, NULL))
    g_error ("%s cannot be written", path);
}

static GPtrArray *
write_files (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_FILES; i++)
    {
      g_autofree char *text = g_strdup_printf (REPORT, i, i);
      g_autofree char *name = g_strdup_printf ("%u.json.gz", i);
      char *path = g_build_filename (folder, name, NULL);

      write_file (path, text);
      g_ptr_array_add (paths, path);
    }

  return paths;
}

static void
read_here (GPtrArray *paths,
           GPtrArray *reports,
           GPtrArray *faults)
{
  g_autoptr (TlsrptReportReader) reader = tlsrpt_report_reader_new ();

  for (guint i = 0; i < paths->len; i++)
    tlsrpt_report_reader_read_file (reader, g_ptr_array_index (paths, i), reports, faults);
}

static void
read_by (guint      n_programs,
         guint      n_times,
         GPtrArray *paths,
         GPtrArray *reports,
         GPtrArray *faults)
{
  g_autofree char *program = tlsrpt_report_child_find_program ();
  g_autoptr (TlsrptReportChildren) children =
    tlsrpt_report_children_new (program, TLSRPT_LIMIT_READER_SECONDS, n_programs);

  for (guint i = 0; i < n_times * paths->len; i++)
    {
      tlsrpt_report_children_add_file (children, g_ptr_array_index (paths, i % paths->len));
      while (tlsrpt_report_children_is_busy (children))
        tlsrpt_report_children_next (children, NULL, reports, faults);
    }
  while (tlsrpt_report_children_next (children, NULL, reports, faults))
    continue;
}

static void
read_there (GPtrArray *paths,
            GPtrArray *reports,
            GPtrArray *faults)
{
  read_by (1, 1, paths, reports, faults);
}

static void
read_many (GPtrArray *paths,
           GPtrArray *reports,
           GPtrArray *faults)
{
  read_by (1, MANY, paths, reports, faults);
}

static void
read_many_by_all (GPtrArray *paths,
                  GPtrArray *reports,
                  GPtrArray *faults)
{
  read_by (0, MANY, paths, reports, faults);
}

static double
measure (void      (*func) (GPtrArray *paths,
                            GPtrArray *reports,
                            GPtrArray *faults),
         GPtrArray  *paths)
{
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  gint64 start;
  double seconds;

  reports = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  faults = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);

  start = g_get_monotonic_time ();
  func (paths, reports, faults);
  seconds = (double) (g_get_monotonic_time () - start) / G_TIME_SPAN_SECOND;

  if (reports->len % N_FILES != 0 || reports->len == 0 || faults->len > 0)
    g_error ("%u reports and %u faults", reports->len, faults->len);

  return seconds;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tlsrpt-XXXXXX", NULL);
  g_autoptr (GPtrArray) paths = write_files (folder);
  double here = G_MAXDOUBLE;
  double there = G_MAXDOUBLE;
  double many = G_MAXDOUBLE;
  double all = G_MAXDOUBLE;
  double ratio;
  double ratio_of_all;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      here = MIN (here, measure (read_here, paths));
      there = MIN (there, measure (read_there, paths));
    }
  for (guint i = 0; i < N_ROUNDS / 5; i++)
    {
      many = MIN (many, measure (read_many, paths));
      all = MIN (all, measure (read_many_by_all, paths));
    }

  for (guint i = 0; i < paths->len; i++)
    g_unlink (g_ptr_array_index (paths, i));
  g_rmdir (folder);

  ratio = there / here;
  ratio_of_all = all / many;
  g_print ("%u files here %.1f ms, in a program of its own %.1f ms: %.2f times as long "
           "(at most %.1f); %u files in one program %.1f ms, in one for each of %u processors "
           "%.1f ms: %.2f times as long (at most %.1f)\n", N_FILES, here * 1000, there * 1000, ratio, MOST_RATIO,
           MANY * N_FILES, many * 1000, g_get_num_processors (), all * 1000, ratio_of_all, MOST_RATIO_OF_ALL);

  return ratio <= MOST_RATIO && (ratio_of_all <= MOST_RATIO_OF_ALL || g_get_num_processors () == 1)
           ? EXIT_SUCCESS
           : EXIT_FAILURE;
}
