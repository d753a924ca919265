/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-confine.h"
#include "tlsrpt-json.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-locale.h"
#include "tlsrpt-report-wire.h"
#ifdef TLSRPT_TEST_READER
#include "reader-hooks.h"
#endif

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/*
 * Reads reports for another program, which hands it octets on standard input and gets what
 * is in them from the same socket.  It is no program for people.
 */

/* What is read at once, what gathers before it is written, and what is kept. */
#define STEP (64 * 1024)
#define KEPT (1024 * 1024)

/* How long a reply may wait for others. */
#define MOST_DELAY (50 * G_TIME_SPAN_MILLISECOND)

/* A message that has in it what makes a library load something: header fields in another
 * charset, for which GMime has to read it, an attachment, compressed data. */
#define SAMPLE \
  "Subject: =?iso-8859-1?q?=e4?=\n" \
  "MIME-Version: 1.0\n" \
  "Content-Type: multipart/report; boundary=b\n\n" \
  "--b\n" \
  "Content-Type: application/tlsrpt+json; name=\"=?windows-1252?q?=e4.json?=\"\n" \
  "Content-Transfer-Encoding: base64\n\n" \
  "eyJyZXBvcnQtaWQiOiJ4IiwiZGF0ZS1yYW5nZSI6eyJzdGFydC1kYXRldGltZSI6IjIwMjYtMDEt\n" \
  "MDJUMDA6MDA6MDArMDE6MDAifSwicG9saWNpZXMiOlt7InBvbGljeSI6e319XX0=\n\n" \
  "--b\n" \
  "Content-Type: application/gzip; name=x.gz\n" \
  "Content-Transfer-Encoding: base64\n\n" \
  "H4sIAAAAAAAAA6uuBQBDv6ajAgAAAA==\n\n" \
  "--b\n" \
  "Content-Type: application/zip; name=x.zip\n\n" \
  "PK\3\4\n" \
  "--b--\n"

typedef struct
{
  TlsrptReportReader *reader;
  GPtrArray          *reports;
  GPtrArray          *faults;
  GByteArray         *in;
  GByteArray         *out;
  gint64              last_written;
} Program;

static void
read_data (Program      *program,
           const char   *file,
           const guint8 *data,
           gsize         size)
{
  /* Behind a request there is always room. */
  tlsrpt_report_reader_read_data (program->reader, file, data, size, size + TLSRPT_JSON_PADDING,
                                  program->reports, program->faults);
  tlsrpt_report_wire_add_reply (program->out, program->reports, program->faults);
  g_ptr_array_set_size (program->reports, 0);
  g_ptr_array_set_size (program->faults, 0);
}

/* The other program decides how long this one lives. */
static void
write_out (Program *program)
{
  gsize n_done = 0;

  while (n_done < program->out->len)
    {
      gssize n = write (STDIN_FILENO, program->out->data + n_done, program->out->len - n_done);

      if (n < 0 && errno != EINTR)
        exit (EXIT_SUCCESS);
      n_done += (gsize) MAX (n, 0);
    }

  program->last_written = g_get_monotonic_time ();
  if (program->out->len > KEPT)
    g_free (g_byte_array_steal (program->out, NULL));
  else
    g_byte_array_set_size (program->out, 0);
}

/* Reads the files that came as a whole.  Returns how much of the input they were. */
static gsize
answer (Program *program)
{
  gsize at = 0;

  tlsrpt_confine_time ();

  for (;;)
    {
      TlsrptReportWireRequest request;

      switch (tlsrpt_report_wire_read_request (program->in->data + at, program->in->len - at,
                                               &request))
        {
        case TLSRPT_REPORT_WIRE_WHOLE:
          break;

        case TLSRPT_REPORT_WIRE_BAD:
          exit (EXIT_FAILURE);

        case TLSRPT_REPORT_WIRE_INCOMPLETE:
        default:
          return at;
        }

#ifdef TLSRPT_TEST_READER
      reader_hooks_run (request.file, program->out);
#endif
      read_data (program, request.file, request.data, request.data_size);
      at += request.size;

      if (program->out->len >= STEP ||
          g_get_monotonic_time () - program->last_written >= MOST_DELAY)
        write_out (program);
    }
}

static gboolean
read_in (Program *program)
{
  gsize used = program->in->len;
  gssize n;

  g_byte_array_set_size (program->in, (guint) (used + STEP + TLSRPT_JSON_PADDING));
  do
    n = read (STDIN_FILENO, program->in->data + used, STEP);
  while (n < 0 && errno == EINTR);

  /* The parser of JSON looks a little further than the end. */
  used += (gsize) MAX (n, 0);
  memset (program->in->data + used, 0, TLSRPT_JSON_PADDING);
  g_byte_array_set_size (program->in, (guint) used);

  return n > 0;
}

static void
program_clear (Program *program)
{
  tlsrpt_report_reader_free (program->reader);
  g_ptr_array_unref (program->reports);
  g_ptr_array_unref (program->faults);
  g_byte_array_unref (program->in);
  g_byte_array_unref (program->out);
}

int
main (void)
{
  Program program = { 0 };

  tlsrpt_locale_init ();
  program.reader = tlsrpt_report_reader_new ();
  program.reports = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  program.faults = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);
  program.in = g_byte_array_new ();
  program.out = g_byte_array_new ();

  g_byte_array_append (program.in, (const guint8 *) SAMPLE, sizeof SAMPLE);
  g_byte_array_set_size (program.in, program.in->len + TLSRPT_JSON_PADDING);
  read_data (&program, "", program.in->data, strlen (SAMPLE));
  read_data (&program, "", program.in->data, 0);
  g_byte_array_set_size (program.in, 0);
  g_byte_array_set_size (program.out, 0);

  tlsrpt_confine ();
  g_byte_array_append (program.out, (const guint8 *) TLSRPT_REPORT_WIRE_GREETING,
                       strlen (TLSRPT_REPORT_WIRE_GREETING));
  write_out (&program);

  while (read_in (&program))
    {
      gsize n_read = answer (&program);

      if (n_read > 0)
        g_byte_array_remove_range (program.in, 0, (guint) n_read);
      if (program.in->len == 0 && n_read > KEPT)
        g_free (g_byte_array_steal (program.in, NULL));
      if (program.out->len > 0)
        write_out (&program);
    }

  program_clear (&program);

  return EXIT_SUCCESS;
}
