/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-connect.h"

#include <string.h>

/* The longest time ahead that makes sense, in days. */
#define MAX_DAYS 100000

/* “+14d”: from now on. */
static gboolean
parse_offset (const char *text,
              gint64      now,
              gint64     *time)
{
  static const struct
  {
    char   unit;
    gint64 seconds;
  } units[] = {
    { 'h', 60 * 60 },
    { 'd', 24 * 60 * 60 },
    { 'w', 7 * 24 * 60 * 60 },
  };
  char *end;
  guint64 number;

  if (!g_ascii_isdigit (text[1]))
    return FALSE;

  number = g_ascii_strtoull (text + 1, &end, 10);
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (*end == units[i].unit && end[1] == '\0' && number <= MAX_DAYS)
        {
          *time = now + (gint64) number * units[i].seconds;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * tlsrpt_cli_connect_parse_time:
 * @text: what was given
 * @now: seconds since 1970
 * @time: (out): the time, in seconds since 1970
 *
 * Reads a time: a date, or one with a time of day, as ISO 8601 writes them, or a number of
 * hours, days, or weeks from now on, such as “+14d”.
 *
 * Returns: `FALSE` if it is none
 */
gboolean
tlsrpt_cli_connect_parse_time (const char *text,
                               gint64      now,
                               gint64     *time)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *whole = NULL;
  g_autoptr (GDateTime) parsed = NULL;

  if (*text == '+')
    return parse_offset (text, now, time);

  whole = g_strconcat (text, strchr (text, 'T') == NULL ? "T00:00:00" : "", NULL);
  parsed = g_date_time_new_from_iso8601 (whole, utc);
  if (parsed == NULL)
    return FALSE;

  *time = g_date_time_to_unix (parsed);

  return TRUE;
}
