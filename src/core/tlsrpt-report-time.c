/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-time.h"

#include <string.h>

/* Whether a time that GLib could read says where it is: “Z” or “+01:00” at its
 * end. */
static gboolean
has_time_zone (const char *text)
{
  const char *time = strpbrk (text, "Tt ");

  return time != NULL && strpbrk (time, "Zz+-") != NULL;
}

/**
 * tlsrpt_report_time_parse:
 * @text: a time (RFC 3339)
 * @time: (out): seconds since 1970
 * @has_zone: (out): whether it says where; without that it is read as UTC
 *
 * Reads a time.
 *
 * Returns: `FALSE` if it is none
 */
gboolean
tlsrpt_report_time_parse (const char *text,
                          gint64     *time,
                          gboolean   *has_zone)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) parsed = g_date_time_new_from_iso8601 (text, utc);

  if (parsed == NULL)
    return FALSE;

  *time = g_date_time_to_unix (parsed);
  *has_zone = has_time_zone (text);

  return TRUE;
}
