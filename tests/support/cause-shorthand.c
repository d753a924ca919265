/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cause-shorthand.h"

#include "tlsrpt-report-reader.h"
#include "tlsrpt-report-tally.h"

#include <string.h>

/*
 * Reports on a line each, for tables:
 *
 *   SENDER DAY TYPE DOMAIN SUCCESSFUL/FAILED {POLICY LINE;…} RESULT@MX=COUNT~CODE~IP~HELO~SENDER’S IP…
 *
 * DAY is the day of January 2026.  The policy, and all behind the count, may be left out.
 * A hyphen stands for what is not given, and “+” for a space in a code.
 */

static void
append_member (GString    *json,
               const char *name,
               const char *value)
{
  if (value != NULL && !g_str_equal (value, "-"))
    g_string_append_printf (json, ",\"%s\":\"%s\"", name, value);
}

static void
append_failure (GString    *json,
                const char *failure)
{
  g_auto (GStrv) parts = g_strsplit (failure, "~", 5);
  g_auto (GStrv) words = g_strsplit_set (parts[0], "@=", 3);
  guint n = g_strv_length (parts);

  g_assert_cmpuint (g_strv_length (words), ==, 3);
  g_string_append_printf (json, "{\"failed-session-count\":%s", words[2]);
  append_member (json, "result-type", words[0]);
  append_member (json, "receiving-mx-hostname", words[1]);
  append_member (json, "failure-reason-code", n > 1 ? g_strdelimit (parts[1], "+", ' ') : NULL);
  append_member (json, "receiving-ip", n > 2 ? parts[2] : NULL);
  append_member (json, "receiving-mx-helo", n > 3 ? parts[3] : NULL);
  append_member (json, "sending-mta-ip", n > 4 ? parts[4] : NULL);
  g_string_append_c (json, '}');
}

static char *
to_json (const char *line,
         gsize       number)
{
  GString *json = g_string_new (NULL);
  const char *brace = strchr (line, '{');
  const char *end = brace != NULL ? strchr (brace, '}') : NULL;
  g_autofree char *rest = brace != NULL ? g_strdup_printf ("%.*s%s", (int) (brace - line - 1), line,
                                                           end + 1)
                                        : g_strdup (line);
  g_autofree char *given = brace != NULL ? g_strndup (brace + 1, end - brace - 1) : g_strdup ("");
  g_auto (GStrv) lines = g_strsplit (given, ";", -1);
  g_autofree char *policy = g_strjoinv ("\",\"", lines);
  g_auto (GStrv) words = g_strsplit (rest, " ", -1);
  g_auto (GStrv) counts = g_strsplit (words[4], "/", 2);

  g_string_append_printf (json, "{\"organization-name\":\"%s\",\"report-id\":\"%" G_GSIZE_FORMAT
                          "\",\"date-range\":{\"start-datetime\":\"2026-01-%sT00:00:00Z\","
                          "\"end-datetime\":\"2026-01-%sT23:59:59Z\"},\"policies\":[{\"policy\":{"
                          "\"policy-type\":\"%s\",\"policy-domain\":\"%s\"",
                          words[0], number, words[1], words[1], words[2], words[3]);
  if (*policy != '\0')
    g_string_append_printf (json, ",\"policy-string\":[\"%s\"]", policy);
  g_string_append_printf (json, "},\"summary\":{\"total-successful-session-count\":%s,"
                          "\"total-failure-session-count\":%s},\"failure-details\":[",
                          counts[0], counts[1]);
  for (gsize i = 5; words[i] != NULL; i++)
    {
      if (i > 5)
        g_string_append_c (json, ',');
      append_failure (json, words[i]);
    }
  g_string_append (json, "]}]}");

  return g_string_free (json, FALSE);
}

/* Reads reports. */
GPtrArray *
cause_shorthand_read_reports (const char *shorthand,
                              gboolean    is_reversed)
{
  g_autoptr (TlsrptReportReader) reader = tlsrpt_report_reader_new ();
  g_autoptr (GPtrArray) faults = g_ptr_array_new ();
  GPtrArray *reports = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  g_auto (GStrv) lines = g_strsplit (shorthand, "\n", -1);
  gsize n = g_strv_length (lines);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *json = to_json (lines[is_reversed ? n - 1 - i : i], i);

      tlsrpt_report_reader_read_data (reader, "file", json, strlen (json), strlen (json), reports,
                                      faults);
      g_assert_cmpuint (faults->len, ==, 0);
    }

  return reports;
}

/* Gathers what reports say. */
TlsrptEvidenceSet *
cause_shorthand_gather (const GPtrArray *reports)
{
  TlsrptReportTally *tally = tlsrpt_report_tally_new (&TLSRPT_REPORT_FILTER_ALL,
                                                      TLSRPT_REPORT_TALLY_NUMBERS);
  g_autoptr (TlsrptReportSummary) summary = NULL;
  TlsrptEvidenceSet *set = tlsrpt_evidence_set_new ();

  for (guint i = 0; i < reports->len; i++)
    {
      tlsrpt_report_tally_add (tally, g_ptr_array_index (reports, i));
      tlsrpt_evidence_set_add (set, g_ptr_array_index (reports, i), &TLSRPT_REPORT_FILTER_ALL);
    }
  summary = tlsrpt_report_tally_end (tally);
  tlsrpt_evidence_set_end (set, summary);

  return set;
}

/* Reads reports, and gathers what they say. */
TlsrptEvidenceSet *
cause_shorthand_read (const char *shorthand,
                      gboolean    is_reversed)
{
  g_autoptr (GPtrArray) reports = cause_shorthand_read_reports (shorthand, is_reversed);

  return cause_shorthand_gather (reports);
}
