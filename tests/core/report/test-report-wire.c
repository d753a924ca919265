/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report-shorthand.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-wire.h"

#include <gio/gio.h>
#include <string.h>

static GPtrArray *
new_reports (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
}

static GPtrArray *
new_faults (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);
}

/* A reply with most of what there can be. */
static GByteArray *
new_reply (void)
{
  g_autoptr (GPtrArray) reports =
    report_shorthand_read ("Sender id-1 2 sts example.com 5/3 certificate-expired@mx.example.com=3"
                           " | tlsa example.com 5/0 | new-type - -/-\n"
                           "- - 3 sts example.org 1/0");
  g_autoptr (GPtrArray) faults = new_faults ();
  GByteArray *octets = g_byte_array_new ();
  GError *error = NULL;

  tlsrpt_error_set (&error, TLSRPT_ERROR_JSON, TLSRPT_ERROR_FINAL, NULL,
                    "In “\u2068x\u2069”: larger than 16\u00a0MiB");
  g_ptr_array_add (faults, tlsrpt_report_fault_new ("there", error));
  error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "nothing");
  g_ptr_array_add (faults, tlsrpt_report_fault_new ("there", error));
  tlsrpt_report_wire_add_reply (octets, reports, faults);

  return octets;
}

static TlsrptReportWireStatus
read_reply (TlsrptReportWire *wire,
            const guint8     *octets,
            gsize             size,
            GPtrArray        *reports,
            GPtrArray        *faults)
{
  /* Memory of its own shows every octet that is read beyond. */
  g_autofree guint8 *copy = g_memdup2 (octets, size);
  gsize reply_size = 0;
  TlsrptReportWireStatus status =
    tlsrpt_report_wire_read_reply (wire, copy, size, "here", &reply_size, reports, faults);

  if (status == TLSRPT_REPORT_WIRE_WHOLE)
    g_assert_cmpuint (reply_size, <=, size);

  return status;
}

static void
test_reply (void)
{
  g_autoptr (TlsrptReportWire) wire = tlsrpt_report_wire_new ();
  g_autoptr (GByteArray) octets = new_reply ();
  g_autoptr (GPtrArray) reports = new_reports ();
  g_autoptr (GPtrArray) faults = new_faults ();
  const TlsrptReport *report;
  const TlsrptReportFault *fault;

  g_assert_cmpint (read_reply (wire, octets->data, octets->len, reports, faults), ==,
                   TLSRPT_REPORT_WIRE_WHOLE);
  g_assert_cmpuint (reports->len, ==, 2);
  report = g_ptr_array_index (reports, 0);
  g_assert_cmpstr (report->organization, ==, "Sender");
  g_assert_cmpstr (report->file, ==, "here");
  g_assert_cmpuint (report->n_policies, ==, 3);
  g_assert_cmpstr (report->policies[0].failures[0].receiving_mx, ==, "mx.example.com");
  g_assert_cmpint (report->policies[0].failures[0].count, ==, 3);
  g_assert_cmpint (report->policies[2].failed, ==, TLSRPT_REPORT_NO_COUNT);
  g_assert_true (report->policies[0].domain == report->policies[1].domain);
  g_assert_cmpuint (report->n_notes, >, 0);

  g_assert_cmpuint (faults->len, ==, 2);
  fault = g_ptr_array_index (faults, 0);
  g_assert_error (fault->error, TLSRPT_ERROR, TLSRPT_ERROR_JSON);
  g_assert_cmpstr (fault->file, ==, "here");
  fault = g_ptr_array_index (faults, 1);
  g_assert_error (fault->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_cut_off (void)
{
  g_autoptr (TlsrptReportWire) wire = tlsrpt_report_wire_new ();
  g_autoptr (GByteArray) octets = new_reply ();
  g_autoptr (GPtrArray) reports = new_reports ();
  g_autoptr (GPtrArray) faults = new_faults ();

  for (gsize size = 0; size < octets->len; size++)
    {
      guint32 inner = (guint32) (size - sizeof inner);

      g_assert_cmpint (read_reply (wire, octets->data, size, reports, faults), ==,
                       TLSRPT_REPORT_WIRE_INCOMPLETE);

      /* The same, as if that was all of it. */
      if (size >= sizeof inner)
        {
          g_autofree guint8 *shorter = g_memdup2 (octets->data, size);

          memcpy (shorter, &inner, sizeof inner);
          g_assert_cmpint (read_reply (wire, shorter, size, reports, faults), ==,
                           TLSRPT_REPORT_WIRE_BAD);
        }

      g_assert_cmpuint (reports->len + faults->len, ==, 0);
    }
}

/* Whatever is read can be shown and counted. */
static void
assert_sane (GPtrArray *reports,
             GPtrArray *faults)
{
  for (guint i = 0; i < reports->len; i++)
    {
      const TlsrptReport *report = g_ptr_array_index (reports, i);

      g_assert_true (report->organization == NULL ||
                     g_utf8_validate (report->organization, -1, NULL));
      tlsrpt_report_get_day (report);
      for (gsize j = 0; j < report->n_policies; j++)
        {
          g_assert_true (report->policies[j].next == 0 ||
                         (report->policies[j].next > j &&
                          report->policies[j].next < report->n_policies));
          g_assert_cmpint (report->policies[j].sessions.failed, >=, 0);
          g_assert_cmpint (report->policies[j].sessions.successful, >=, 0);
        }
      for (gsize j = 0; j < report->n_notes; j++)
        {
          g_autofree char *text = NULL;

          if (report->notes[j].subject != NULL)
            text = tlsrpt_report_note_dup_text (&report->notes[j]);
        }
    }

  for (guint i = 0; i < faults->len; i++)
    {
      const TlsrptReportFault *fault = g_ptr_array_index (faults, i);

      g_assert_true (g_utf8_validate (fault->error->message, -1, NULL));
      g_assert_null (strpbrk (fault->error->message, "\033\007\n\r"));
    }
}

/* Every octet as something else.  Most of it is refused, and some means something else. */
static void
test_garbage (void)
{
  static const guint8 masks[] = { 0x01, 0x80, 0xff, 0x1b };
  g_autoptr (TlsrptReportWire) wire = tlsrpt_report_wire_new ();
  g_autoptr (GByteArray) octets = new_reply ();
  g_autoptr (GPtrArray) reports = new_reports ();
  g_autoptr (GPtrArray) faults = new_faults ();
  guint n_bad = 0;

  for (gsize i = 0; i < octets->len; i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (masks); j++)
        {
          octets->data[i] ^= masks[j];
          n_bad += read_reply (wire, octets->data, octets->len, reports, faults) ==
                   TLSRPT_REPORT_WIRE_BAD;
          octets->data[i] ^= masks[j];
          assert_sane (reports, faults);
          g_ptr_array_set_size (reports, 0);
          g_ptr_array_set_size (faults, 0);
        }
    }

  g_assert_cmpuint (n_bad, >, octets->len);
}

/* Octets of no reply at all. */
static void
test_noise (void)
{
  g_autoptr (TlsrptReportWire) wire = tlsrpt_report_wire_new ();
  g_autoptr (GPtrArray) reports = new_reports ();
  g_autoptr (GPtrArray) faults = new_faults ();

  for (guint i = 0; i < 20000; i++)
    {
      guint8 octets[200];
      guint32 size = sizeof octets - sizeof size;

      /* Small numbers, for large ones are refused at once. */
      for (gsize j = 0; j < sizeof octets; j++)
        octets[j] = g_test_rand_bit () ? 0 : (guint8) g_test_rand_int_range (0, 4);
      memcpy (octets, &size, sizeof size);

      read_reply (wire, octets, sizeof octets, reports, faults);
      assert_sane (reports, faults);
      g_ptr_array_set_size (reports, 0);
      g_ptr_array_set_size (faults, 0);
    }
}

static void
test_too_large (void)
{
  g_autoptr (TlsrptReportWire) wire = tlsrpt_report_wire_new ();
  g_autoptr (GPtrArray) reports = new_reports ();
  g_autoptr (GPtrArray) faults = new_faults ();
  guint32 size = TLSRPT_LIMIT_READER_REPLY + 1;

  g_assert_cmpint (read_reply (wire, (const guint8 *) &size, sizeof size, reports, faults), ==,
                   TLSRPT_REPORT_WIRE_BAD);
}

static void
test_request (void)
{
  g_autoptr (GByteArray) octets = g_byte_array_new ();
  TlsrptReportWireRequest request;

  tlsrpt_report_wire_add_request (octets, "a.json", (const guint8 *) "{}", 2);
  tlsrpt_report_wire_add_request (octets, "b", NULL, 0);

  g_assert_cmpint (tlsrpt_report_wire_read_request (octets->data, octets->len, &request), ==,
                   TLSRPT_REPORT_WIRE_WHOLE);
  g_assert_cmpstr (request.file, ==, "a.json");
  g_assert_cmpmem (request.data, request.data_size, "{}", 2);

  g_byte_array_remove_range (octets, 0, (guint) request.size);
  g_assert_cmpint (tlsrpt_report_wire_read_request (octets->data, octets->len, &request), ==,
                   TLSRPT_REPORT_WIRE_WHOLE);
  g_assert_cmpstr (request.file, ==, "b");
  g_assert_cmpuint (request.data_size, ==, 0);
  g_assert_cmpint (tlsrpt_report_wire_read_request (octets->data, octets->len - 1, &request), ==,
                   TLSRPT_REPORT_WIRE_INCOMPLETE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-wire/reply", test_reply);
  g_test_add_func ("/report-wire/cut-off", test_cut_off);
  g_test_add_func ("/report-wire/garbage", test_garbage);
  g_test_add_func ("/report-wire/noise", test_noise);
  g_test_add_func ("/report-wire/too-large", test_too_large);
  g_test_add_func ("/report-wire/request", test_request);

  return g_test_run ();
}
