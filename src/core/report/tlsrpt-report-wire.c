/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-wire.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-builder.h"
#include "tlsrpt-report-wire-private.h"

#include <gio/gio.h>

/*
 * Octets of the program that reads reports to reports.  It reads what strangers send, so
 * that what it says is as foreign as that: every length and number is checked before it is
 * used, every string is UTF-8, and nothing that was said wrongly is kept.  Reports that
 * are read here are the same as those that were written there, and share their strings.
 */

struct _TlsrptReportWire
{
  TlsrptReportBuilder *builder;
};

/* Who adds a member there has to write it and to read it here. */
#if GLIB_SIZEOF_VOID_P == 8
G_STATIC_ASSERT (sizeof (TlsrptReport) == 88);
G_STATIC_ASSERT (sizeof (TlsrptReportPolicy) == 120);
G_STATIC_ASSERT (sizeof (TlsrptReportFailure) == 64);
#endif

/* What is still to be read.  After something bad nothing is: the rest is as if it was
 * NULL and 0. */
typedef struct
{
  const guint8        *at;
  const guint8        *end;
  gboolean             is_bad;
  TlsrptReportBuilder *builder;
} Cursor;

/* The least octets of what there may be several of. */
#define LEAST_STRING (sizeof (guint32) + 1)
#define LEAST_FAILURE (7 * sizeof (guint32) + sizeof (gint64))
#define LEAST_POLICY (7 * sizeof (guint32) + 7 * sizeof (gint64))
#define LEAST_REPORT (5 * sizeof (guint32) + 2 * sizeof (gint64))
#define LEAST_NOTE (2 * sizeof (guint32))
#define LEAST_FAULT (2 * sizeof (guint32) + LEAST_STRING)

/* A NUL in a string of a report became U+FFFD. */
#define MOST_STRING (3 * TLSRPT_LIMIT_REPORT_STRING)

/* The years 1 and 9999 are the first and the last that a report can be about. */
#define FIRST_TIME G_GINT64_CONSTANT (-62135596800)
#define LAST_TIME G_GINT64_CONSTANT (253402300799)

TlsrptReportWire *
tlsrpt_report_wire_new (void)
{
  TlsrptReportWire *self = g_new0 (TlsrptReportWire, 1);

  self->builder = tlsrpt_report_builder_new ();

  return self;
}

void
tlsrpt_report_wire_free (TlsrptReportWire *self)
{
  tlsrpt_report_builder_free (self->builder);
  g_free (self);
}

static void
spoil (Cursor *cursor)
{
  cursor->is_bad = TRUE;
  cursor->at = cursor->end;
}

static gsize
get_rest (const Cursor *cursor)
{
  return (gsize) (cursor->end - cursor->at);
}

static guint32
read_number (Cursor *cursor)
{
  guint32 number;

  if (get_rest (cursor) < sizeof number)
    {
      spoil (cursor);
      return 0;
    }

  number = tlsrpt_report_wire_load (cursor->at);
  cursor->at += sizeof number;

  return number;
}

/* How many things follow, each of at least so many octets. */
static guint32
read_length (Cursor *cursor,
             gsize   least)
{
  guint32 n = read_number (cursor);

  if (n > get_rest (cursor) / least)
    {
      spoil (cursor);
      return 0;
    }

  return n;
}

static gint64
read_int64 (Cursor *cursor)
{
  gint64 number;

  if (get_rest (cursor) < sizeof number)
    {
      spoil (cursor);
      return 0;
    }

  memcpy (&number, cursor->at, sizeof number);
  cursor->at += sizeof number;

  return number;
}

static gint64
read_count (Cursor *cursor,
            gint64  least)
{
  gint64 count = read_int64 (cursor);

  if (count < least)
    {
      spoil (cursor);
      return least;
    }

  return count;
}

static gint64
read_time (Cursor *cursor)
{
  gint64 time = read_int64 (cursor);

  if (time != TLSRPT_REPORT_NO_TIME && (time < FIRST_TIME || time > LAST_TIME))
    {
      spoil (cursor);
      return TLSRPT_REPORT_NO_TIME;
    }

  return time;
}

/* The octets of a string, which a NUL ends, after its length was read. */
static const char *
read_text (Cursor *cursor,
           gsize   length)
{
  const char *text = (const char *) cursor->at;

  if (length > MOST_STRING || get_rest (cursor) < length + 1 || text[length] != '\0' ||
      !g_utf8_validate_len (text, length, NULL))
    {
      spoil (cursor);
      return NULL;
    }

  cursor->at += length + 1;

  return text;
}

/* A string that comes again in other reports, or NULL. */
static const char *
read_shared (Cursor *cursor)
{
  guint32 length = read_number (cursor);
  const char *text;

  if (length == TLSRPT_REPORT_WIRE_NULL || cursor->is_bad)
    return NULL;

  text = read_text (cursor, length);

  return text != NULL ? tlsrpt_report_builder_share (cursor->builder, text, length, NULL).text
                      : NULL;
}

static const char *
read_own_or (Cursor     *cursor,
             const char *same)
{
  guint32 length = read_number (cursor);
  const char *text;

  if (length == TLSRPT_REPORT_WIRE_NULL || cursor->is_bad)
    return NULL;

  if (length == TLSRPT_REPORT_WIRE_SAME && same != NULL)
    return same;

  text = read_text (cursor, length);

  return text != NULL ? tlsrpt_report_builder_copy (cursor->builder, text, length).text : NULL;
}

/* A string of this report alone, or NULL. */
static const char *
read_own (Cursor *cursor)
{
  return read_own_or (cursor, NULL);
}

static const char *const *
read_strings (Cursor *cursor)
{
  guint32 n = read_length (cursor, LEAST_STRING);
  const char **strings = tlsrpt_report_builder_alloc (cursor->builder, (gsize) n + 1,
                                                      sizeof *strings);

  for (guint32 i = 0; i < n; i++)
    {
      strings[i] = read_shared (cursor);
      if (strings[i] == NULL)
        {
          spoil (cursor);
          n = i;
        }
    }
  strings[n] = NULL;

  return strings;
}

static void
read_failure (Cursor              *cursor,
              TlsrptReportFailure *failure)
{
  failure->result_type = read_shared (cursor);
  failure->sending_ip = read_own (cursor);
  failure->receiving_mx = read_shared (cursor);
  failure->receiving_helo = read_own_or (cursor, failure->receiving_mx);
  failure->receiving_ip = read_own (cursor);
  failure->reason_code = read_shared (cursor);
  failure->additional_information = read_own (cursor);
  failure->count = read_count (cursor, TLSRPT_REPORT_NO_COUNT);
}

/* A chain of entries that have the same sessions: it leads forward, and ends. */
static gsize
read_next (Cursor *cursor,
           gsize   place,
           gsize   n_policies)
{
  guint32 next = read_number (cursor);

  if (next != 0 && (next <= place || next >= n_policies))
    {
      spoil (cursor);
      return 0;
    }

  return next;
}

static void
read_policy (Cursor             *cursor,
             TlsrptReportPolicy *policies,
             gsize               place,
             gsize               n_policies)
{
  TlsrptReportPolicy *policy = &policies[place];
  TlsrptReportFailure *failures;

  policy->type = read_shared (cursor);
  policy->domain = read_shared (cursor);
  policy->policy = read_strings (cursor);
  policy->mx_hosts = read_strings (cursor);
  policy->successful = read_count (cursor, TLSRPT_REPORT_NO_COUNT);
  policy->failed = read_count (cursor, TLSRPT_REPORT_NO_COUNT);
  policy->own.successful = read_count (cursor, 0);
  policy->own.failed = read_count (cursor, 0);
  policy->sessions.successful = read_count (cursor, 0);
  policy->sessions.failed = read_count (cursor, 0);
  policy->n_unexplained = read_count (cursor, 0);
  policy->is_repeated = read_number (cursor) != 0;
  policy->next = read_next (cursor, place, n_policies);

  policy->n_failures = read_length (cursor, LEAST_FAILURE);
  failures = tlsrpt_report_builder_alloc (cursor->builder, policy->n_failures, sizeof *failures);
  policy->failures = failures;
  for (gsize i = 0; i < policy->n_failures; i++)
    read_failure (cursor, &failures[i]);
}

static void
read_notes (Cursor *cursor)
{
  guint32 n = read_length (cursor, LEAST_NOTE);

  if (n > TLSRPT_LIMIT_REPORT_NOTES)
    spoil (cursor);

  for (guint32 i = 0; i < n && !cursor->is_bad; i++)
    {
      guint32 code = read_number (cursor);
      const char *subject = read_shared (cursor);

      if (!tlsrpt_report_note_is_code (code))
        spoil (cursor);
      else
        tlsrpt_report_builder_note (cursor->builder, (TlsrptReportNoteCode) code, subject);
    }
}

/* Returns NULL if it is bad. */
static TlsrptReport *
read_report (Cursor     *cursor,
             const char *file,
             gsize       size)
{
  TlsrptReport *report = tlsrpt_report_builder_begin (cursor->builder, size);
  TlsrptReportPolicy *policies;

  report->file = tlsrpt_report_builder_copy (cursor->builder, file, strlen (file)).text;
  report->organization = read_shared (cursor);
  report->report_id = read_own (cursor);
  report->contact = read_shared (cursor);
  report->start = read_time (cursor);
  report->end = read_time (cursor);

  report->n_policies = read_length (cursor, LEAST_POLICY);
  policies = tlsrpt_report_builder_alloc (cursor->builder, report->n_policies, sizeof *policies);
  report->policies = policies;
  for (gsize i = 0; i < report->n_policies; i++)
    read_policy (cursor, policies, i, report->n_policies);

  read_notes (cursor);
  report->identity = tlsrpt_report_identify (report);
  report = tlsrpt_report_builder_end_counted (cursor->builder);

  if (cursor->is_bad)
    g_clear_pointer (&report, tlsrpt_report_unref);

  return report;
}

/* Whether a message has nothing in it but what our own messages have, whose foreign
 * text is harmless: it is shown as it is. */
static gboolean
is_message (const char *message)
{
  for (; *message != '\0'; message = g_utf8_next_char (message))
    {
      gunichar c = g_utf8_get_char (message);

      /* U+2068 and U+2069 isolate what is foreign, and spaces part a number from its unit. */
      if (tlsrpt_display_is_invisible (c) && c != 0x2068 && c != 0x2069 &&
          g_unichar_type (c) != G_UNICODE_SPACE_SEPARATOR)
        return FALSE;
    }

  return TRUE;
}

static TlsrptReportFault *
read_fault (Cursor     *cursor,
            const char *file)
{
  guint32 domain = read_number (cursor);
  guint32 code = read_number (cursor);
  guint32 length = read_number (cursor);
  const char *message = cursor->is_bad ? NULL : read_text (cursor, length);
  GError *error = NULL;

  if (message == NULL || !is_message (message) || code > G_MAXINT16)
    {
      spoil (cursor);
      return NULL;
    }

  if (domain == TLSRPT_REPORT_WIRE_ERROR)
    tlsrpt_error_set (&error, (TlsrptError) code, TLSRPT_ERROR_FINAL, NULL, "%s", message);
  else
    g_set_error_literal (&error, G_IO_ERROR, (int) code, message);

  return tlsrpt_report_fault_new (file, error);
}

/* The octets of what begins here, without its head. */
static TlsrptReportWireStatus
read_head (const guint8 *octets,
           gsize         size,
           gsize         most,
           Cursor       *cursor)
{
  gsize length;

  if (size < TLSRPT_REPORT_WIRE_HEAD)
    return TLSRPT_REPORT_WIRE_INCOMPLETE;

  length = tlsrpt_report_wire_load (octets);
  if (length > most)
    return TLSRPT_REPORT_WIRE_BAD;
  if (size - TLSRPT_REPORT_WIRE_HEAD < length)
    return TLSRPT_REPORT_WIRE_INCOMPLETE;

  cursor->at = octets + TLSRPT_REPORT_WIRE_HEAD;
  cursor->end = cursor->at + length;

  return TLSRPT_REPORT_WIRE_WHOLE;
}

/**
 * tlsrpt_report_wire_read_request:
 * @octets: what came
 * @size: how many octets that are
 * @request: (out): the request; it refers to @octets
 *
 * Reads a request.
 *
 * Returns: what was found
 */
TlsrptReportWireStatus
tlsrpt_report_wire_read_request (const guint8            *octets,
                                 gsize                    size,
                                 TlsrptReportWireRequest *request)
{
  const gsize most = TLSRPT_LIMIT_REPORT_FILE + LEAST_STRING + MOST_STRING;
  Cursor cursor = { NULL };
  TlsrptReportWireStatus status = read_head (octets, size, most, &cursor);
  guint32 length;

  if (status != TLSRPT_REPORT_WIRE_WHOLE)
    return status;

  request->size = (gsize) (cursor.end - octets);
  length = read_number (&cursor);
  request->file = cursor.is_bad ? NULL : read_text (&cursor, length);
  request->data = cursor.at;
  request->data_size = get_rest (&cursor);

  return cursor.is_bad || request->data_size > TLSRPT_LIMIT_REPORT_FILE
           ? TLSRPT_REPORT_WIRE_BAD
           : TLSRPT_REPORT_WIRE_WHOLE;
}

/**
 * tlsrpt_report_wire_read_reply:
 * @self: what reads replies; the reports share their strings
 * @octets: what came
 * @size: how many octets that are
 * @file: the name of the file that was asked about
 * @reply_size: (out): the octets of the reply
 * @reports: (element-type TlsrptReport): where the reports are added
 * @faults: (element-type TlsrptReportFault): where the faults are added
 *
 * Reads a reply.  Nothing is added unless it is right from its beginning to its end,
 * with one report or fault at least.
 *
 * Returns: what was found
 */
TlsrptReportWireStatus
tlsrpt_report_wire_read_reply (TlsrptReportWire *self,
                               const guint8     *octets,
                               gsize             size,
                               const char       *file,
                               gsize            *reply_size,
                               GPtrArray        *reports,
                               GPtrArray        *faults)
{
  Cursor cursor = { NULL, NULL, FALSE, self->builder };
  TlsrptReportWireStatus status = read_head (octets, size, TLSRPT_LIMIT_READER_REPLY, &cursor);
  guint n_reports = reports->len;
  guint n_faults = faults->len;
  guint32 n;

  if (status != TLSRPT_REPORT_WIRE_WHOLE)
    return status;

  *reply_size = (gsize) (cursor.end - octets);

  n = read_length (&cursor, LEAST_REPORT);
  for (guint32 i = 0; i < n && !cursor.is_bad; i++)
    {
      /* About as much as each of those that are left. */
      TlsrptReport *report = read_report (&cursor, file, get_rest (&cursor) / (n - i));

      if (report != NULL)
        g_ptr_array_add (reports, report);
    }

  n = read_length (&cursor, LEAST_FAULT);
  for (guint32 i = 0; i < n && !cursor.is_bad; i++)
    {
      TlsrptReportFault *fault = read_fault (&cursor, file);

      if (fault != NULL)
        g_ptr_array_add (faults, fault);
    }

  if (!cursor.is_bad && get_rest (&cursor) == 0 &&
      reports->len + faults->len > n_reports + n_faults)
    return TLSRPT_REPORT_WIRE_WHOLE;

  g_ptr_array_set_size (reports, (int) n_reports);
  g_ptr_array_set_size (faults, (int) n_faults);

  return TLSRPT_REPORT_WIRE_BAD;
}
