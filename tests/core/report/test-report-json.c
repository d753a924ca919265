/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-json.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-json.h"

#include <string.h>

/* A report in which nothing is unusual. */
static const char usual[] =
  "{\"organization-name\":\"Sender\","
  "\"date-range\":{\"start-datetime\":\"2026-01-02T00:00:00Z\","
  "\"end-datetime\":\"2026-01-02T23:59:59Z\"},"
  "\"contact-info\":\"tls@sender.example\",\"report-id\":\"id-1\","
  "\"policies\":[{\"policy\":{\"policy-type\":\"sts\","
  "\"policy-string\":[\"version: STSv1\",\"mode: enforce\"],"
  "\"policy-domain\":\"example.com\",\"mx-host\":[\"*.example.com\"]},"
  "\"summary\":{\"total-successful-session-count\":10,\"total-failure-session-count\":3},"
  "\"failure-details\":[{\"result-type\":\"certificate-expired\","
  "\"sending-mta-ip\":\"192.0.2.1\",\"receiving-mx-hostname\":\"mx.example.com\","
  "\"receiving-mx-helo\":\"helo\",\"receiving-ip\":\"2001:db8::1\","
  "\"failed-session-count\":3,\"additional-information\":\"https://sender.example/\","
  "\"failure-reason-code\":\"why\"}]}]}";

static const char usual_text[] =
  "Sender id-1 tls@sender.example 1767312000-1767398399\n"
  "sts example.com [version: STSv1;mode: enforce] [*.example.com] 10/3 counted 10/3\n"
  "certificate-expired 192.0.2.1 mx.example.com helo 2001:db8::1 3 https://sender.example/ why\n";

typedef struct
{
  const char           *name;
  /* What is replaced in the usual report, and by what. */
  const char           *given;
  const char           *by;
  /* What that replaces in its text. */
  const char           *text;
  const char           *by_text;
  /* What is noted first; -1 if nothing is. */
  int                   note;
  const char           *subject;
} Case;

static const Case cases[] = {
  { "usual", "", "", "", "", -1, NULL },
  { "unknown-members", "\"report-id\"", "\"x\":[{\"report-id\":1}],\"report-id\"", "", "", -1, NULL },
  { "fractional-seconds", "59Z", "59.5Z", "", "", -1, NULL },
  { "offset", "23:59:59Z", "22:59:59-01:00", "", "", -1, NULL },
  { "midnight", "2026-01-02T23:59:59Z", "2026-01-03T00:00:00Z", "1767398399", "1767398400", -1, NULL },
  { "whole-number", "count\":10", "count\":10.0", "", "", -1, NULL },
  { "upper-case-host", "mx.example.com", "MX.Example.COM.", "", "", -1, NULL },

  { "no-organization", "\"organization-name\":\"Sender\",", "", "Sender ", "- ",
    TLSRPT_REPORT_NOTE_MISSING, "organization-name" },
  { "null-contact", "\"tls@sender.example\"", "null", "tls@sender.example", "-",
    TLSRPT_REPORT_NOTE_MISSING, "contact-info" },
  { "empty-id", "\"id-1\"", "\"\"", "id-1", "-", TLSRPT_REPORT_NOTE_MISSING, "report-id" },
  { "no-domain", "\"policy-domain\":\"example.com\",", "", "sts example.com", "sts -",
    TLSRPT_REPORT_NOTE_MISSING, "policy-domain" },
  { "no-address", "\"sending-mta-ip\":\"192.0.2.1\",", "", " 192.0.2.1 ", " - ",
    TLSRPT_REPORT_NOTE_MISSING, "sending-mta-ip" },
  { "no-failure-count", "\"total-failure-session-count\":3", "\"x\":3", "10/3 ", "10/-1 ",
    TLSRPT_REPORT_NOTE_MISSING, "total-failure-session-count" },
  { "summary-null", "{\"total-successful-session-count\":10,\"total-failure-session-count\":3}",
    "null", "10/3 counted 10/3", "-1/-1 counted 0/3", TLSRPT_REPORT_NOTE_MISSING, "summary" },
  { "empty-policy-string", "[\"version: STSv1\",\"mode: enforce\"]", "\"\"",
    "version: STSv1;mode: enforce", "", TLSRPT_REPORT_NOTE_NOT_A_LIST, "policy-string" },

  { "object-for-string", "\"Sender\"", "{}", "Sender ", "- ",
    TLSRPT_REPORT_NOTE_TYPE, "organization-name" },
  { "number-for-string", "\"id-1\"", "17", "id-1", "17",
    TLSRPT_REPORT_NOTE_NOT_A_STRING, "report-id" },
  { "true-for-string", "\"id-1\"", "true", "id-1", "true",
    TLSRPT_REPORT_NOTE_NOT_A_STRING, "report-id" },
  { "list-for-string", "\"Sender\"", "[\"Sender\",\"Other\"]", "", "",
    TLSRPT_REPORT_NOTE_LIST, "organization-name" },
  { "string-for-list", "[\"*.example.com\"]", "\"*.example.com\"", "", "",
    TLSRPT_REPORT_NOTE_NOT_A_LIST, "mx-host" },
  { "string-for-object", "\"summary\":{\"total-successful-session-count\":10,"
    "\"total-failure-session-count\":3}", "\"summary\":\"none\"",
    "10/3 counted 10/3", "-1/-1 counted 0/3", TLSRPT_REPORT_NOTE_TYPE, "summary" },
  { "json-in-string", "[\"version: STSv1\",\"mode: enforce\"]",
    "[\"[\\\"version: STSv1\\\",\\\"mode: enforce\\\"]\"]", "", "",
    TLSRPT_REPORT_NOTE_JSON_IN_STRING, "policy-string" },
  { "bracket-in-string", "\"mode: enforce\"", "\"[mode\"", "mode: enforce", "[mode", -1, NULL },

  { "mx-host-pattern", "mx-host\"", "mx-host-pattern\"", "", "",
    TLSRPT_REPORT_NOTE_OTHER_NAME, "mx-host-pattern" },
  { "additional-info-uri", "additional-information", "additional-info-uri", "", "",
    TLSRPT_REPORT_NOTE_OTHER_NAME, "additional-info-uri" },
  { "failure-error-code", "failure-reason-code", "failure-error-code", "", "",
    TLSRPT_REPORT_NOTE_OTHER_NAME, "failure-error-code" },
  { "mx-prefix", "\"*.example.com\"", "\"mx: *.example.com\"", "", "",
    TLSRPT_REPORT_NOTE_MX_PREFIX, "mx-host" },

  { "repeated", "\"report-id\"", "\"report-id\":\"id-0\",\"report-id\"", "", "",
    TLSRPT_REPORT_NOTE_REPEATED, "report-id" },
  { "repeated-policies", "\"policies\"", "\"policies\":[{\"policy\":{\"policy-type\":\"tlsa\"}}],"
    "\"policies\"", "", "", TLSRPT_REPORT_NOTE_REPEATED, "policies" },
  { "nul", "\"id-1\"", "\"id\\u0000-1\"", "id-1", "id\ufffd-1", TLSRPT_REPORT_NOTE_NUL, "report-id" },

  { "number-in-string", "count\":10", "count\":\"10\"", "", "",
    TLSRPT_REPORT_NOTE_NUMBER_IN_STRING, "total-successful-session-count" },
  { "negative", "count\":10", "count\":-10", "10/3 counted 10/3", "-1/3 counted 0/3",
    TLSRPT_REPORT_NOTE_NOT_A_COUNT, "total-successful-session-count" },
  { "fraction", "count\":10", "count\":1.5", "10/3 counted 10/3", "-1/3 counted 0/3",
    TLSRPT_REPORT_NOTE_NOT_A_COUNT, "total-successful-session-count" },
  { "over-63-bits", "count\":10", "count\":9223372036854775808",
    "10/3 counted 10/3", "-1/3 counted 0/3",
    TLSRPT_REPORT_NOTE_NOT_A_COUNT, "total-successful-session-count" },
  { "over-63-bits-in-string", "count\":10", "count\":\"9223372036854775808\"",
    "10/3 counted 10/3", "-1/3 counted 0/3",
    TLSRPT_REPORT_NOTE_NOT_A_COUNT, "total-successful-session-count" },

  { "no-time-zone", "59Z", "59", "", "", TLSRPT_REPORT_NOTE_NO_TIME_ZONE, "end-datetime" },
  { "not-a-time", "2026-01-02T23:59:59Z", "yesterday", "1767398399", "-",
    TLSRPT_REPORT_NOTE_NOT_A_TIME, "end-datetime" },
  { "number-for-time", "\"2026-01-02T23:59:59Z\"", "1767398399", "", "",
    TLSRPT_REPORT_NOTE_TIME_FORM, "end-datetime" },
  { "number-too-large", "\"2026-01-02T23:59:59Z\"", "1767398399000", "1767398399", "-",
    TLSRPT_REPORT_NOTE_NOT_A_TIME, "end-datetime" },
  { "date-that-begins", "2026-01-02T00:00:00Z", "2026-01-02", "", "",
    TLSRPT_REPORT_NOTE_NO_TIME, "start-datetime" },
  { "date-that-ends", "2026-01-02T23:59:59Z", "2026-01-02", "", "",
    TLSRPT_REPORT_NOTE_NO_TIME, "end-datetime" },
  { "next-date-ends", "2026-01-02T23:59:59Z", "2026-01-03", "1767398399", "1767398400",
    TLSRPT_REPORT_NOTE_NO_TIME, "end-datetime" },
  { "type-in-capitals", "certificate-expired", "CERTIFICATE-EXPIRED", "", "",
    TLSRPT_REPORT_NOTE_SPELLING, "CERTIFICATE-EXPIRED" },
  { "type-with-underscores", "certificate-expired", "certificate_expired", "", "",
    TLSRPT_REPORT_NOTE_SPELLING, "certificate_expired" },
  { "type-in-words", "certificate-expired", "Certificate expired", "", "",
    TLSRPT_REPORT_NOTE_SPELLING, "Certificate expired" },
  { "type-in-one-word", "certificate-expired", "certificateExpired", "", "",
    TLSRPT_REPORT_NOTE_SPELLING, "certificateExpired" },
  { "type-with-blanks", "certificate-expired", " certificate-expired ", "", "",
    TLSRPT_REPORT_NOTE_SPELLING, " certificate-expired " },
  { "type-cut-off", "certificate-expired", "certificate-expire", "certificate-expired",
    "certificate-expire", TLSRPT_REPORT_NOTE_RESULT_TYPE, "certificate-expire" },
  { "type-and-more", "certificate-expired", "certificate-expired-1", "certificate-expired",
    "certificate-expired-1", TLSRPT_REPORT_NOTE_RESULT_TYPE, "certificate-expired-1" },
  { "policy-type-in-capitals", "\"sts\"", "\"STS\"", "", "", TLSRPT_REPORT_NOTE_SPELLING, "STS" },
  { "reversed", "2026-01-02T23", "2026-01-01T23", "1767398399", "1767311999",
    TLSRPT_REPORT_NOTE_PERIOD_REVERSED, NULL },
  { "week", "2026-01-02T23", "2026-01-08T23", "1767398399", "1767916799",
    TLSRPT_REPORT_NOTE_PERIOD_NOT_A_DAY, NULL },
  { "hour", "2026-01-02T23:59:59Z", "2026-01-02T01:00:00Z", "1767398399", "1767315600",
    TLSRPT_REPORT_NOTE_PERIOD_NOT_A_DAY, NULL },
  { "year-9999", "2026-01-02T23", "9999-12-31T23", "1767398399", "253402300799",
    TLSRPT_REPORT_NOTE_PERIOD_NOT_A_DAY, NULL },

  { "policy-type", "\"sts\"", "\"dnssec\"", "sts example", "dnssec example",
    TLSRPT_REPORT_NOTE_POLICY_TYPE, "dnssec" },
  { "result-type", "certificate-expired", "Testing", "certificate-expired", "Testing",
    TLSRPT_REPORT_NOTE_RESULT_TYPE, "Testing" },
  { "not-an-address", "192.0.2.1", "x.x.x.x", "192.0.2.1", "x.x.x.x",
    TLSRPT_REPORT_NOTE_NOT_AN_ADDRESS, "sending-mta-ip" },
  { "address-form", "2001:db8::1", "2001:0DB8:0::1", "", "",
    TLSRPT_REPORT_NOTE_ADDRESS_FORM, "receiving-ip" },

  { "total-too-small", "session-count\":3}", "session-count\":2}", "10/3 counted 10/3",
    "10/2 counted 10/3", TLSRPT_REPORT_NOTE_TOTAL_TOO_SMALL, "example.com" },
  { "total-of-none", "session-count\":3}", "session-count\":0}", "10/3 counted 10/3",
    "10/0 counted 10/3", TLSRPT_REPORT_NOTE_TOTAL_TOO_SMALL, "example.com" },
  { "details-missing", "session-count\":3}", "session-count\":4}", "10/3 counted 10/3",
    "10/4 counted 10/4", TLSRPT_REPORT_NOTE_DETAILS_MISSING, "example.com" },
  { "details-object", "[{\"result-type\"", "{\"result-type\"", "", "", -1, NULL },
};

static char *
describe (const TlsrptReport *report)
{
  GString *text = g_string_new (NULL);

#define OR_DASH(string) ((string) != NULL ? (string) : "-")
  g_string_append_printf (text, "%s %s %s ", OR_DASH (report->organization),
                          OR_DASH (report->report_id), OR_DASH (report->contact));
  if (report->start != TLSRPT_REPORT_NO_TIME)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, report->start);
  g_string_append_c (text, '-');
  if (report->end != TLSRPT_REPORT_NO_TIME)
    g_string_append_printf (text, "%" G_GINT64_FORMAT "\n", report->end);
  else
    g_string_append (text, "-\n");

  for (gsize i = 0; i < report->n_policies; i++)
    {
      const TlsrptReportPolicy *policy = &report->policies[i];
      g_autofree char *lines = g_strjoinv (";", (char **) policy->policy);
      g_autofree char *hosts = g_strjoinv (";", (char **) policy->mx_hosts);

      g_string_append_printf (text,
                              "%s %s [%s] [%s] %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT
                              " counted %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "\n",
                              OR_DASH (policy->type), OR_DASH (policy->domain), lines, hosts,
                              policy->successful, policy->failed,
                              policy->sessions.successful, policy->sessions.failed);

      for (gsize j = 0; j < policy->n_failures; j++)
        {
          const TlsrptReportFailure *failure = &policy->failures[j];

          g_string_append_printf (text, "%s %s %s %s %s %" G_GINT64_FORMAT " %s %s\n",
                                  OR_DASH (failure->result_type), OR_DASH (failure->sending_ip),
                                  OR_DASH (failure->receiving_mx),
                                  OR_DASH (failure->receiving_helo),
                                  OR_DASH (failure->receiving_ip), failure->count,
                                  OR_DASH (failure->additional_information),
                                  OR_DASH (failure->reason_code));
        }
    }
#undef OR_DASH

  return g_string_free (text, FALSE);
}

static TlsrptReport *
read_with (TlsrptReportJson  *json,
           const char        *text,
           guint              notes,
           GError           **error)
{
  TlsrptReport *report;
  TlsrptReport *other;

  if (!tlsrpt_report_json_parse (json, text, strlen (text), strlen (text), error))
    return NULL;

  g_assert_true (tlsrpt_report_json_next (json, "file", notes, &report, error));
  g_assert_false (tlsrpt_report_json_next (json, "file", notes, &other, NULL));

  return report;
}

static TlsrptReport *
read_text (const char  *text,
           GError     **error)
{
  g_autoptr (TlsrptReportJson) json = tlsrpt_report_json_new ();
  TlsrptReport *report = read_with (json, text, 0, error);

  if (report != NULL)
    report->identity = tlsrpt_report_identify (report);

  return report;
}

static char *
replace (const char *text,
         const char *given,
         const char *by)
{
  GString *replaced = g_string_new (text);

  if (*given != '\0')
    g_assert_cmpuint (g_string_replace (replaced, given, by, 1), ==, 1);

  return g_string_free (replaced, FALSE);
}

static void
test_deviation (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *text = replace (usual, c->given, c->by);
  g_autofree char *expected = replace (usual_text, c->text, c->by_text);
  g_autofree char *found = NULL;
  g_autoptr (TlsrptReport) report = NULL;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (c->name, "details-object"))
    {
      g_autofree char *array = g_steal_pointer (&text);

      text = replace (array, "\"why\"}]", "\"why\"}");
    }

  report = read_text (text, &error);
  g_assert_no_error (error);
  g_assert_nonnull (report);
  g_assert_cmpstr (report->file, ==, "file");

  found = describe (report);
  g_assert_cmpstr (found, ==, expected);

  if (g_str_equal (c->name, "details-object"))
    {
      g_assert_cmpuint (report->n_notes, ==, 1);
      g_assert_cmpint (report->notes[0].code, ==, TLSRPT_REPORT_NOTE_NOT_A_LIST);
    }
  else if (c->note < 0)
    {
      g_assert_cmpuint (report->n_notes, ==, 0);
    }
  else
    {
      g_assert_cmpuint (report->n_notes, >, 0);
      g_assert_cmpint (report->notes[0].code, ==, c->note);
      g_assert_cmpstr (report->notes[0].subject, ==, c->subject);
    }

  /* One fault has one note. */
  if (c->note == TLSRPT_REPORT_NOTE_SPELLING || c->note == TLSRPT_REPORT_NOTE_NO_TIME ||
      c->note == TLSRPT_REPORT_NOTE_NOT_A_COUNT || c->note == TLSRPT_REPORT_NOTE_NOT_A_TIME)
    g_assert_cmpuint (report->n_notes, ==, 1);

  for (gsize i = 0; i < report->n_notes; i++)
    {
      g_autofree char *note = tlsrpt_report_note_dup_text (&report->notes[i]);

      g_assert_cmpstr (note, !=, "");
      g_assert_true (g_utf8_validate (note, -1, NULL));
    }
}

typedef struct
{
  const char  *name;
  const char  *text;
  TlsrptError  code;
} Refusal;

static const Refusal refusals[] = {
  { "empty", "", TLSRPT_ERROR_EMPTY },
  { "malformed", "{\"policies\":[}", TLSRPT_ERROR_JSON },
  { "number", "{\"policies\":[1e999]}", TLSRPT_ERROR_JSON },
  { "surrogate", "{\"report-id\":\"\\ud800\"}", TLSRPT_ERROR_JSON },
  { "control", "{\"report-id\":\"\x1b\"}", TLSRPT_ERROR_JSON },
  { "unclosed", "{\"report-id\":\"", TLSRPT_ERROR_JSON },
  { "encoding", "{\"report-id\":\"\xff\"}", TLSRPT_ERROR_ENCODING },
  { "string", "\"policies\"", TLSRPT_ERROR_REPORT },
  { "nothing", "{}", TLSRPT_ERROR_REPORT },
  { "other", "{\"report-id\":\"1\",\"name\":\"package\"}", TLSRPT_ERROR_REPORT },
  { "other-policies", "{\"policies\":{\"a\":1}}", TLSRPT_ERROR_REPORT },
};

static void
test_refusal (gconstpointer data)
{
  const Refusal *c = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (c->text, &error));
  g_assert_error (error, TLSRPT_ERROR, (int) c->code);
}

static void
test_place (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text ("{\n  \"policies\": [\n    nope\n  ]\n}\n", &error));
  g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_JSON);
  g_assert_cmpstr (error->message, ==, "The JSON is malformed (line 3, column 5)");
}

static char *
make_report (const char *policies)
{
  return g_strdup_printf ("{\"organization-name\":\"Sender\",\"report-id\":\"1\",\"policies\":[%s]}",
                          policies);
}

#define POLICY(type, domain, successful, failed) \
  "{\"policy\":{\"policy-type\":\"" type "\",\"policy-domain\":\"" domain "\"},\"summary\":{" \
  "\"total-successful-session-count\":" #successful "," \
  "\"total-failure-session-count\":" #failed "}}"

typedef struct
{
  const char           *name;
  const char           *policies;
  TlsrptReportSessions  sum;
  gboolean              is_noted;
} SumCase;

static const SumCase sum_cases[] = {
  { "one", POLICY ("sts", "a.example", 2, 1), { 2, 1 }, FALSE },
  { "two-domains", POLICY ("sts", "a.example", 2, 1) "," POLICY ("tlsa", "b.example", 2, 1),
    { 4, 2 }, FALSE },
  { "same-type", POLICY ("sts", "a.example", 2, 1) "," POLICY ("sts", "a.example", 2, 1),
    { 4, 2 }, FALSE },
  { "both-types", POLICY ("sts", "a.example", 2, 0) "," POLICY ("tlsa", "a.example", 2, 0),
    { 2, 0 }, TRUE },
  { "other-case", POLICY ("sts", "a.example", 2, 0) "," POLICY ("tlsa", "A.Example.", 2, 0),
    { 2, 0 }, TRUE },
  { "one-of-them-failed", POLICY ("tlsa", "a.example", 7, 3) "," POLICY ("sts", "a.example", 10, 0),
    { 7, 3 }, TRUE },
  { "several-hosts", POLICY ("sts", "a.example", 9, 1) "," POLICY ("tlsa", "a.example", 4, 0) ","
    POLICY ("tlsa", "a.example", 4, 2), { 8, 2 }, TRUE },
  { "no-sessions-under-one", POLICY ("sts", "a.example", 9, 1) ","
    POLICY ("tlsa", "a.example", 0, 0), { 9, 1 }, FALSE },
  { "without-policy", POLICY ("sts", "a.example", 9, 1) ","
    POLICY ("no-policy-found", "a.example", 5, 0), { 14, 1 }, FALSE },
  { "overflow", POLICY ("sts", "a.example", 9223372036854775807, 1) ","
    POLICY ("sts", "b.example", 9223372036854775807, 9223372036854775807),
    { G_MAXINT64, G_MAXINT64 }, FALSE },
};

static void
test_sum (gconstpointer data)
{
  const SumCase *c = data;
  g_autofree char *text = make_report (c->policies);
  g_autoptr (TlsrptReport) report = read_text (text, NULL);
  TlsrptReportSessions sum = { 0, 0 };
  gboolean is_noted = FALSE;

  g_assert_nonnull (report);
  for (gsize i = 0; i < report->n_policies; i++)
    tlsrpt_report_add_sessions (&sum, report->policies[i].sessions);
  for (gsize i = 0; i < report->n_notes; i++)
    is_noted |= report->notes[i].code == TLSRPT_REPORT_NOTE_COUNTED_ONCE;

  g_assert_cmpint (sum.successful, ==, c->sum.successful);
  g_assert_cmpint (sum.failed, ==, c->sum.failed);
  g_assert_true (is_noted == c->is_noted);
}

static void
test_long_string (void)
{
  g_autofree char *exact = g_strnfill (TLSRPT_LIMIT_REPORT_STRING, 'x');
  g_autofree char *longer = g_strnfill (TLSRPT_LIMIT_REPORT_STRING + 1, 'x');
  g_autofree char *with_exact = replace (usual, "id-1", exact);
  g_autofree char *with_longer = replace (usual, "id-1", longer);
  g_autoptr (TlsrptReport) kept = read_text (with_exact, NULL);
  g_autoptr (TlsrptReport) left_out = read_text (with_longer, NULL);

  g_assert_cmpstr (kept->report_id, ==, exact);
  g_assert_cmpuint (kept->n_notes, ==, 0);
  g_assert_null (left_out->report_id);
  g_assert_cmpint (left_out->notes[0].code, ==, TLSRPT_REPORT_NOTE_TOO_LONG);
}

/* Notes are for people to read: a report with thousands of odd types has enough of
 * them at some point. */
static void
test_many_notes (void)
{
  g_autoptr (GString) details = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autoptr (TlsrptReport) report = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (details, "%s{\"result-type\":\"type-%u\"}", i == 0 ? "" : ",", i);

  text = g_strdup_printf ("{\"policies\":[{\"failure-details\":[%s]}]}", details->str);
  report = read_text (text, NULL);

  g_assert_nonnull (report);
  g_assert_cmpuint (report->policies[0].n_failures, ==, 10000);
  g_assert_cmpstr (report->policies[0].failures[9999].result_type, ==, "type-9999");
  g_assert_cmpuint (report->n_notes, ==, TLSRPT_LIMIT_REPORT_NOTES);
}

static void
test_equal (void)
{
  g_autofree char *other_id = replace (usual, "id-1", "id-2");
  g_autofree char *other_sender = replace (usual, "Sender", "Other");
  g_autofree char *other_count = replace (usual, "10", "11");
  g_autofree char *no_id = replace (usual, "\"id-1\"", "null");
  g_autofree char *no_id_other_count = replace (no_id, "10", "11");
  g_autoptr (TlsrptReport) report = read_text (usual, NULL);
  g_autoptr (TlsrptReport) a = read_text (other_id, NULL);
  g_autoptr (TlsrptReport) b = read_text (other_sender, NULL);
  g_autoptr (TlsrptReport) c = read_text (other_count, NULL);
  g_autoptr (TlsrptReport) d = read_text (no_id, NULL);
  g_autoptr (TlsrptReport) e = read_text (no_id_other_count, NULL);
  g_autoptr (TlsrptReport) f = read_text (no_id, NULL);

  g_assert_true (tlsrpt_report_equal (report, report));
  g_assert_false (tlsrpt_report_equal (report, a));
  g_assert_false (tlsrpt_report_equal (report, b));
  g_assert_false (tlsrpt_report_equal (report, c));
  g_assert_false (tlsrpt_report_equal (report, d));
  g_assert_false (tlsrpt_report_equal (d, e));
  g_assert_true (tlsrpt_report_equal (d, f));
}

static void
test_day (void)
{
  TlsrptReport report = { .start = TLSRPT_REPORT_NO_TIME, .end = TLSRPT_REPORT_NO_TIME };

  g_assert_cmpint (tlsrpt_report_get_day (&report), ==, TLSRPT_REPORT_NO_TIME);

  report.start = 86400;
  g_assert_cmpint (tlsrpt_report_get_day (&report), ==, 1);
  report.end = 2 * 86400;
  g_assert_cmpint (tlsrpt_report_get_day (&report), ==, 1);

  /* From midnight to midnight two hours east of UTC. */
  report.start -= 7200;
  report.end -= 7200;
  g_assert_cmpint (tlsrpt_report_get_day (&report), ==, 1);

  report.start = -86400;
  report.end = -1;
  g_assert_cmpint (tlsrpt_report_get_day (&report), ==, -1);
}

/* RFC 5952: what is in its form is kept, and the rest gets it. */
static void
test_ipv6 (void)
{
  static const struct
  {
    const char *given;
    const char *kept;
    int         note;
  } addresses[] = {
    { "2001:db8::1", "2001:db8::1", -1 },
    { "::", "::", -1 },
    { "::1", "::1", -1 },
    { "fe80::", "fe80::", -1 },
    { "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8", -1 },
    { "2001:db8:0:1::1", "2001:db8:0:1::1", -1 },
    { "::ffff:192.0.2.1", "::ffff:192.0.2.1", -1 },
    { "2001:DB8::1", "2001:db8::1", TLSRPT_REPORT_NOTE_ADDRESS_FORM },
    { "2001:db8::01", "2001:db8::1", TLSRPT_REPORT_NOTE_ADDRESS_FORM },
    { "2001:db8:0:1:0:0:0:1", "2001:db8:0:1::1", TLSRPT_REPORT_NOTE_ADDRESS_FORM },
    { "1:2:3:4:5:6::8", "1:2:3:4:5:6:0:8", TLSRPT_REPORT_NOTE_ADDRESS_FORM },
    { "1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0", TLSRPT_REPORT_NOTE_ADDRESS_FORM },
    { "1::2::3", "1::2::3", TLSRPT_REPORT_NOTE_NOT_AN_ADDRESS },
    { ":::", ":::", TLSRPT_REPORT_NOTE_NOT_AN_ADDRESS },
    { "1:", "1:", TLSRPT_REPORT_NOTE_NOT_AN_ADDRESS },
    { ":1:2:3:4:5:6:7:8", ":1:2:3:4:5:6:7:8", TLSRPT_REPORT_NOTE_NOT_AN_ADDRESS },
    { "1:2:3:4:5:6:7", "1:2:3:4:5:6:7", TLSRPT_REPORT_NOTE_NOT_AN_ADDRESS },
    { "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8:9", TLSRPT_REPORT_NOTE_NOT_AN_ADDRESS },
    { "12345::", "12345::", TLSRPT_REPORT_NOTE_NOT_AN_ADDRESS },
    { "fe80::1%eth0", "fe80::1%eth0", TLSRPT_REPORT_NOTE_NOT_AN_ADDRESS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *text = replace (usual, "2001:db8::1", addresses[i].given);
      g_autoptr (TlsrptReport) report = read_text (text, NULL);

      g_test_message ("%s", addresses[i].given);
      g_assert_cmpstr (report->policies[0].failures[0].receiving_ip, ==, addresses[i].kept);
      g_assert_cmpint (report->n_notes > 0 ? (int) report->notes[0].code : -1, ==,
                       addresses[i].note);
    }
}

/* A report outlives what made it, and strings that come again are the same. */
static void
test_lifetime (void)
{
  TlsrptReportJson *json = tlsrpt_report_json_new ();
  g_autofree char *other = replace (usual, "id-1", "id-2");
  g_autofree char *found = NULL;
  g_autoptr (TlsrptReport) a = NULL;
  g_autoptr (TlsrptReport) b = NULL;

  a = read_with (json, usual, 0, NULL);
  b = read_with (json, other, 1u << TLSRPT_REPORT_NOTE_TRAILING, NULL);
  tlsrpt_report_json_free (json);

  g_assert_true (a->organization == b->organization);
  g_assert_true (a->policies[0].domain == b->policies[0].domain);
  g_assert_cmpuint (b->n_notes, ==, 1);
  g_assert_cmpint (b->notes[0].code, ==, TLSRPT_REPORT_NOTE_TRAILING);

  g_clear_pointer (&b, tlsrpt_report_unref);
  found = describe (a);
  g_assert_cmpstr (found, ==, usual_text);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report-json/deviation/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_deviation);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report-json/refusal/%s", refusals[i].name);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (sum_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report-json/sum/%s", sum_cases[i].name);

      g_test_add_data_func (path, &sum_cases[i], test_sum);
    }

  g_test_add_func ("/report-json/place", test_place);
  g_test_add_func ("/report-json/long-string", test_long_string);
  g_test_add_func ("/report-json/many-notes", test_many_notes);
  g_test_add_func ("/report-json/equal", test_equal);
  g_test_add_func ("/report-json/day", test_day);
  g_test_add_func ("/report-json/lifetime", test_lifetime);
  g_test_add_func ("/report-json/ipv6", test_ipv6);

  return g_test_run ();
}
