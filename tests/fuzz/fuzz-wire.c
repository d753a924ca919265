/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-report-wire.h"

/* Reads a reply, if it is one, and writes what it says. */
static GByteArray *
rewrite (TlsrptReportWire *wire,
         const uint8_t    *data,
         size_t            size)
{
  g_autoptr (GPtrArray) reports =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  g_autoptr (GPtrArray) faults =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);
  GByteArray *octets;
  gsize reply_size = 0;

  if (tlsrpt_report_wire_read_reply (wire, data, size, "file", &reply_size, reports,
                                     faults) != TLSRPT_REPORT_WIRE_WHOLE)
    {
      g_assert_cmpuint (reports->len + faults->len, ==, 0);
      return NULL;
    }

  g_assert_cmpuint (reply_size, <=, size);
  g_assert_cmpuint (reports->len + faults->len, >, 0);
  octets = g_byte_array_new ();
  tlsrpt_report_wire_add_reply (octets, reports, faults);

  return octets;
}

/* The program that reads reports may say anything once a stranger has made it his own.  What
 * it says right can be written, and reads back as the same. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (TlsrptReportWire) wire = tlsrpt_report_wire_new ();
  g_autoptr (GByteArray) once = rewrite (wire, data, size);
  TlsrptReportWireRequest request;

  if (once != NULL)
    {
      g_autoptr (GByteArray) twice = rewrite (wire, once->data, once->len);

      g_assert_nonnull (twice);
      g_assert_cmpmem (twice->data, twice->len, once->data, once->len);
    }

  if (tlsrpt_report_wire_read_request (data, size, &request) == TLSRPT_REPORT_WIRE_WHOLE)
    {
      g_autoptr (GByteArray) octets = g_byte_array_new ();

      tlsrpt_report_wire_add_request (octets, request.file, request.data, request.data_size);
      g_assert_cmpmem (octets->data, octets->len, data, request.size);
    }

  return 0;
}
