/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-wire.h"

#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-wire-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

static void
add_number (GByteArray *octets,
            gsize       number)
{
  guint32 stored = (guint32) number;

  g_byte_array_append (octets, (const guint8 *) &stored, sizeof stored);
}

static void
add_count (GByteArray *octets,
           gint64      count)
{
  g_byte_array_append (octets, (const guint8 *) &count, sizeof count);
}

/* A NUL follows, so that nothing has to be copied to read it. */
static void
add_string (GByteArray *octets,
            const char *text)
{
  gsize length;

  if (text == NULL)
    {
      add_number (octets, TLSRPT_REPORT_WIRE_NULL);
      return;
    }

  length = strlen (text);
  add_number (octets, length);
  g_byte_array_append (octets, (const guint8 *) text, (guint) length + 1);
}

static void
add_strings (GByteArray        *octets,
             const char *const *strings)
{
  guint n = g_strv_length ((char **) strings);

  add_number (octets, n);
  for (guint i = 0; i < n; i++)
    add_string (octets, strings[i]);
}

static void
add_failure (GByteArray                *octets,
             const TlsrptReportFailure *failure)
{
  add_string (octets, failure->result_type);
  add_string (octets, failure->sending_ip);
  add_string (octets, failure->receiving_mx);
  if (failure->receiving_helo != NULL && failure->receiving_helo == failure->receiving_mx)
    add_number (octets, TLSRPT_REPORT_WIRE_SAME);
  else
    add_string (octets, failure->receiving_helo);
  add_string (octets, failure->receiving_ip);
  add_string (octets, failure->reason_code);
  add_string (octets, failure->additional_information);
  add_count (octets, failure->count);
}

static void
add_policy (GByteArray               *octets,
            const TlsrptReportPolicy *policy)
{
  add_string (octets, policy->type);
  add_string (octets, policy->domain);
  add_strings (octets, policy->policy);
  add_strings (octets, policy->mx_hosts);
  add_count (octets, policy->successful);
  add_count (octets, policy->failed);
  add_count (octets, policy->own.successful);
  add_count (octets, policy->own.failed);
  add_count (octets, policy->sessions.successful);
  add_count (octets, policy->sessions.failed);
  add_count (octets, policy->n_unexplained);
  add_number (octets, policy->is_repeated);
  add_number (octets, policy->next);

  add_number (octets, policy->n_failures);
  for (gsize i = 0; i < policy->n_failures; i++)
    add_failure (octets, &policy->failures[i]);
}

/* The name of the file is missing, for whoever asked knows it, and the identity, which
 * differs from process to process. */
static void
add_report (GByteArray         *octets,
            const TlsrptReport *report)
{
  add_string (octets, report->organization);
  add_string (octets, report->report_id);
  add_string (octets, report->contact);
  add_count (octets, report->start);
  add_count (octets, report->end);

  add_number (octets, report->n_policies);
  for (gsize i = 0; i < report->n_policies; i++)
    add_policy (octets, &report->policies[i]);

  add_number (octets, report->n_notes);
  for (gsize i = 0; i < report->n_notes; i++)
    {
      add_number (octets, report->notes[i].code);
      add_string (octets, report->notes[i].subject);
    }
}

static void
add_fault (GByteArray   *octets,
           const GError *error)
{
  add_number (octets, error->domain == TLSRPT_ERROR ? TLSRPT_REPORT_WIRE_ERROR
                                                    : TLSRPT_REPORT_WIRE_IO_ERROR);
  add_number (octets, (gsize) error->code);
  add_string (octets, error->message);
}

static void
set_size (GByteArray *octets,
          gsize       begin)
{
  guint32 size = (guint32) (octets->len - begin - TLSRPT_REPORT_WIRE_HEAD);

  memcpy (octets->data + begin, &size, sizeof size);
}

/**
 * tlsrpt_report_wire_add_request:
 * @octets: where it is appended
 * @file: the name of a file
 * @data: what is in it
 * @size: the octets of @data, at most `TLSRPT_LIMIT_REPORT_FILE`
 *
 * Writes a request to read a file.
 */
void
tlsrpt_report_wire_add_request (GByteArray   *octets,
                                const char   *file,
                                const guint8 *data,
                                gsize         size)
{
  gsize begin = octets->len;

  add_number (octets, 0);
  add_string (octets, file);
  if (size > 0)
    g_byte_array_append (octets, data, (guint) size);
  set_size (octets, begin);
}

/**
 * tlsrpt_report_wire_add_reply:
 * @octets: where it is appended
 * @reports: (element-type TlsrptReport): the reports of a file
 * @faults: (element-type TlsrptReportFault): its faults
 *
 * Writes what came of a file.  If it is too much for the other side, the reply says so.
 */
void
tlsrpt_report_wire_add_reply (GByteArray *octets,
                              GPtrArray  *reports,
                              GPtrArray  *faults)
{
  gsize begin = octets->len;
  gboolean fits = TRUE;

  add_number (octets, 0);
  add_number (octets, reports->len);
  for (guint i = 0; i < reports->len && fits; i++)
    {
      add_report (octets, g_ptr_array_index (reports, i));
      fits = octets->len - begin <= TLSRPT_LIMIT_READER_REPLY;
    }

  add_number (octets, faults->len);
  for (guint i = 0; i < faults->len && fits; i++)
    {
      const TlsrptReportFault *fault = g_ptr_array_index (faults, i);

      add_fault (octets, fault->error);
      fits = octets->len - begin <= TLSRPT_LIMIT_READER_REPLY;
    }

  if (!fits)
    {
      g_autoptr (GError) error = NULL;

      tlsrpt_error_set (&error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                        _("There is more in this file than can be read at once"));
      g_byte_array_set_size (octets, (guint) (begin + TLSRPT_REPORT_WIRE_HEAD));
      add_number (octets, 0);
      add_number (octets, 1);
      add_fault (octets, error);
    }

  set_size (octets, begin);
}
