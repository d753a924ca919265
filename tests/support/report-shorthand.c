/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report-shorthand.h"

#include <string.h>

/*
 * Reports on a line each, for tables:
 *
 *   ORGANIZATION ID DAY POLICY…
 *
 * DAY is the day of January 2026.  There may be no policy; one is “TYPE DOMAIN SUCCESSFUL/FAILED”,
 * followed by its failures, “TYPE@MX=COUNT”; policies are separated by “|”.  A
 * hyphen stands for what is not given.
 */

static void
append_member (GString    *json,
               const char *name,
               const char *value)
{
  if (!g_str_equal (value, "-"))
    g_string_append_printf (json, "\"%s\":\"%s\",", name, value);
}

static void
append_count (GString    *json,
              const char *name,
              const char *value)
{
  if (!g_str_equal (value, "-"))
    g_string_append_printf (json, "\"%s\":%s,", name, value);
}

/* A comma before a closing bracket is no JSON. */
static void
end (GString    *json,
     const char *bracket)
{
  if (json->str[json->len - 1] == ',')
    g_string_truncate (json, json->len - 1);
  g_string_append (json, bracket);
}

static void
append_failure (GString    *json,
                const char *failure)
{
  g_auto (GStrv) parts = g_strsplit_set (failure, "@=", 3);

  g_assert_cmpuint (g_strv_length (parts), ==, 3);

  g_string_append_c (json, '{');
  append_member (json, "result-type", parts[0]);
  append_member (json, "receiving-mx-hostname", parts[1]);
  append_count (json, "failed-session-count", parts[2]);
  end (json, "},");
}

static void
append_policy (GString           *json,
               const char *const *words)
{
  g_auto (GStrv) counts = g_strsplit (words[2], "/", 2);

  g_string_append (json, "{\"policy\":{");
  append_member (json, "policy-type", words[0]);
  append_member (json, "policy-domain", words[1]);
  end (json, "},\"summary\":{");
  append_count (json, "total-successful-session-count", counts[0]);
  append_count (json, "total-failure-session-count", counts[1]);
  end (json, "},\"failure-details\":[");
  for (gsize i = 3; words[i] != NULL; i++)
    append_failure (json, words[i]);
  end (json, "]},");
}

/* Writes one line as JSON. */
char *
report_shorthand_to_json (const char *shorthand)
{
  g_auto (GStrv) policies = g_strsplit (shorthand, " | ", -1);
  GString *json = g_string_new ("{");
  gsize skip = 3;

  for (gsize i = 0; policies[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (policies[i], " ", -1);

      if (i == 0)
        {
          append_member (json, "organization-name", words[0]);
          append_member (json, "report-id", words[1]);
          if (!g_str_equal (words[2], "-"))
            g_string_append_printf (json,
                                    "\"date-range\":{\"start-datetime\":\"2026-01-%sT00:00:00Z\","
                                    "\"end-datetime\":\"2026-01-%sT23:59:59Z\"},",
                                    words[2], words[2]);
          g_string_append (json, "\"policies\":[");
        }

      /* None, if the line ends there. */
      if (words[skip] != NULL)
        append_policy (json, (const char *const *) words + skip);
      skip = 0;
    }

  end (json, "]}");

  return g_string_free (json, FALSE);
}

/* Reads reports on a line each. */
GPtrArray *
report_shorthand_read (const char *shorthand)
{
  g_autoptr (TlsrptReportReader) reader = tlsrpt_report_reader_new ();
  g_autoptr (GPtrArray) faults = g_ptr_array_new ();
  g_auto (GStrv) lines = g_strsplit (shorthand, "\n", -1);
  GPtrArray *reports = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);

  for (gsize i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autofree char *json = report_shorthand_to_json (lines[i]);

      tlsrpt_report_reader_read_data (reader, "file", json, strlen (json), strlen (json),
                                      reports, faults);
      g_assert_cmpuint (faults->len, ==, 0);
    }

  return reports;
}
