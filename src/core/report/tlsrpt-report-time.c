/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-time.h"

#include "tlsrpt-octets.h"

#include <string.h>

/* Reports of a day all have the same two times. */
#define RECENT_LENGTH 36

typedef struct
{
  gint64               time;
  gsize                length;
  TlsrptReportTimeForm form;
  char                 text[RECENT_LENGTH];
} Recent;

#define RECENT_BITS 10

struct _TlsrptReportTimes
{
  Recent recent[1 << RECENT_BITS];
};

/* Whether a time that GLib could read says where it is: “Z” or “+01:00” at its
 * end. */
static gboolean
has_time_zone (const char *text)
{
  const char *time = strpbrk (text, "T ");

  return time != NULL && strpbrk (time, "Z+-") != NULL;
}

/**
 * tlsrpt_report_time_has_time:
 * @text: a date, or a date and time
 *
 * Tells whether there is more than a date.
 *
 * Returns: `TRUE` if there is
 */
gboolean
tlsrpt_report_time_has_time (const char *text)
{
  return strchr (text, ':') != NULL || strpbrk (text, "Tt") != NULL;
}

static gboolean
parse_iso8601 (const char *text,
               gint64     *time)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) parsed = g_date_time_new_from_iso8601 (text, utc);
  g_autoptr (GDateTime) again = NULL;
  gint64 seconds;

  if (parsed == NULL)
    return FALSE;

  /* The last hours of the year 9999 are in the year 10000 of UTC if they are given for
   * west of it, and no date of GLib goes that far. */
  seconds = g_date_time_to_unix (parsed);
  again = g_date_time_new_from_unix_utc (seconds);
  if (again == NULL)
    return FALSE;

  *time = seconds;

  return TRUE;
}

/* What is not in the form of RFC 3339, but leaves no doubt: slashes in a date, “UTC” at
 * the end, a blank before the offset. */
static gboolean
parse_other (const char           *text,
             gint64               *time,
             TlsrptReportTimeForm *form)
{
  g_autoptr (GString) other = g_string_new (text);

  g_string_replace (other, "/", "-", 2);
  g_string_replace (other, " UTC", "Z", 1);
  g_string_replace (other, " GMT", "Z", 1);
  g_string_replace (other, " Z", "Z", 1);
  g_string_replace (other, " +", "+", 1);
  g_string_replace (other, " -", "-", 1);

  *form = TLSRPT_REPORT_TIME_OTHER;
  if (!tlsrpt_report_time_has_time (other->str))
    {
      if (other->len > 0 && other->str[other->len - 1] == 'Z')
        g_string_truncate (other, other->len - 1);
      g_string_append (other, "T00:00:00Z");
      *form = TLSRPT_REPORT_TIME_DATE;
    }

  return parse_iso8601 (other->str, time);
}

static int
read_digits (const char *text,
             gsize       n)
{
  int number = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + (text[i] - '0');
    }

  return number;
}

/* “2026-01-02T00:00:00Z”, as nearly all reports have it, without the calendar of GLib.  (The
 * row “reports” of the benchmark “speed”: 1,300 instructions for a time before, 100 with it.) */
static gboolean
parse_usual (const char *text,
             gint64     *time)
{
  const int year = read_digits (text, 4);
  const int month = year >= 1970 && text[4] == '-' ? read_digits (text + 5, 2) : -1;
  const int day = month >= 1 && month <= 12 && text[7] == '-' ? read_digits (text + 8, 2) : -1;
  const int hour = day >= 1 && text[10] == 'T' ? read_digits (text + 11, 2) : -1;
  const int minute = hour >= 0 && hour < 24 && text[13] == ':' ? read_digits (text + 14, 2) : -1;
  const int second = minute >= 0 && minute < 60 && text[16] == ':' ? read_digits (text + 17, 2) : -1;
  int years;
  int days;

  if (second < 0 || second >= 60 || text[19] != 'Z' || text[20] != '\0' ||
      day > g_date_get_days_in_month (month, (GDateYear) year))
    return FALSE;

  /* Of years that begin in March, so that a leap day is the last of one; 719468 of their days
   * were before 1970. */
  years = month > 2 ? year : year - 1;
  days = years * 365 + years / 4 - years / 100 + years / 400 +
         (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1 - 719468;
  *time = ((days * G_GINT64_CONSTANT (24) + hour) * 60 + minute) * 60 + second;

  return TRUE;
}

static gboolean
parse (const char           *text,
       gint64               *time,
       TlsrptReportTimeForm *form)
{
  g_autofree char *upper = NULL;

  if (parse_usual (text, time))
    {
      *form = TLSRPT_REPORT_TIME_USUAL;
      return TRUE;
    }

  /* “T” and “Z” may be small (RFC 3339 section 5.6), for which GLib does not look. */
  upper = g_ascii_strup (text, -1);
  g_strstrip (upper);
  if (!parse_iso8601 (upper, time))
    return parse_other (upper, time, form);

  *form = has_time_zone (upper) ? TLSRPT_REPORT_TIME_USUAL : TLSRPT_REPORT_TIME_NO_ZONE;

  return TRUE;
}

/**
 * tlsrpt_report_times_new:
 *
 * Creates what reads times, and remembers some.
 *
 * Returns: (transfer full): the reader of times
 */
TlsrptReportTimes *
tlsrpt_report_times_new (void)
{
  return g_new0 (TlsrptReportTimes, 1);
}

void
tlsrpt_report_times_free (TlsrptReportTimes *self)
{
  g_free (self);
}

/**
 * tlsrpt_report_times_read:
 * @self: the reader of times
 * @text: a time (RFC 3339); a NUL ends it
 * @length: its octets
 * @time: (out): seconds since 1970
 * @form: (out): what is unusual about it
 *
 * Reads a time.
 *
 * Returns: `FALSE` if it is none
 */
gboolean
tlsrpt_report_times_read (TlsrptReportTimes    *self,
                          const char           *text,
                          gsize                 length,
                          gint64               *time,
                          TlsrptReportTimeForm *form)
{
  Recent *recent;

  if (length == 0 || length > RECENT_LENGTH)
    return strlen (text) == length && parse (text, time, form);

  recent = &self->recent[tlsrpt_octets_scatter (text, length) >> (64 - RECENT_BITS)];
  if (recent->length != length || !tlsrpt_octets_equal (recent->text, text, length))
    {
      if (strlen (text) != length || !parse (text, &recent->time, &recent->form))
        return FALSE;

      memcpy (recent->text, text, length);
      recent->length = length;
    }

  *time = recent->time;
  *form = recent->form;

  return TRUE;
}
