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
  gint64   time;
  gsize    length;
  gboolean has_zone;
  char     text[RECENT_LENGTH];
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

static gboolean
parse (const char *text,
       gint64     *time,
       gboolean   *has_zone)
{
  /* “T” and “Z” may be small (RFC 3339 section 5.6), for which GLib does not look. */
  g_autofree char *upper = g_ascii_strup (text, -1);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) parsed = g_date_time_new_from_iso8601 (upper, utc);

  if (parsed == NULL)
    return FALSE;

  *time = g_date_time_to_unix (parsed);
  *has_zone = has_time_zone (upper);

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
 * @has_zone: (out): whether it says where; without that it is read as UTC
 *
 * Reads a time.
 *
 * Returns: `FALSE` if it is none
 */
gboolean
tlsrpt_report_times_read (TlsrptReportTimes *self,
                          const char        *text,
                          gsize              length,
                          gint64            *time,
                          gboolean          *has_zone)
{
  Recent *recent;

  if (length == 0 || length > RECENT_LENGTH)
    return strlen (text) == length && parse (text, time, has_zone);

  recent = &self->recent[tlsrpt_octets_scatter (text, length) >> (64 - RECENT_BITS)];
  if (recent->length != length || !tlsrpt_octets_equal (recent->text, text, length))
    {
      if (strlen (text) != length || !parse (text, &recent->time, &recent->has_zone))
        return FALSE;

      memcpy (recent->text, text, length);
      recent->length = length;
    }

  *time = recent->time;
  *has_zone = recent->has_zone;

  return TRUE;
}
