/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report-shorthand.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"

#include <string.h>

/*
 * What is in a file: no report, several of them, or one that came before.  In the tables
 * $1, $2 and so on stand for reports, each with one session more than the one before.
 */

static char *
make_report (guint n)
{
  g_autofree char *shorthand = g_strdup_printf ("G id-%u 02 sts a.example %u/0", n, n);

  return report_shorthand_to_json (shorthand);
}

/* Puts the reports into a text. */
static GByteArray *
expand (const char *text,
        gsize       length)
{
  GByteArray *data = g_byte_array_new ();

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '$' && g_ascii_isdigit (text[i + 1]))
        {
          g_autofree char *report = make_report ((guint) g_ascii_digit_value (text[++i]));

          g_byte_array_append (data, (const guint8 *) report, (guint) strlen (report));
        }
      else
        {
          g_byte_array_append (data, (const guint8 *) text + i, 1);
        }
    }

  return data;
}

/* Says what became of a file: the sessions of each report, then the codes of faults. */
static char *
describe (const GByteArray *data)
{
  g_autoptr (TlsrptReportReader) reader = tlsrpt_report_reader_new ();
  g_autoptr (GPtrArray) reports =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  g_autoptr (GPtrArray) faults =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);
  GString *text = g_string_new (NULL);

  tlsrpt_report_reader_read_data (reader, "file", data->data, data->len, data->len, reports, faults);

  for (guint i = 0; i < reports->len; i++)
    {
      const TlsrptReport *report = g_ptr_array_index (reports, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " ", report->policies[0].successful);
    }
  for (guint i = 0; i < faults->len; i++)
    {
      const TlsrptReportFault *fault = g_ptr_array_index (faults, i);

      g_assert_true (fault->error->domain == TLSRPT_ERROR);
      g_string_append_printf (text, "fault %d ", fault->error->code);
    }

  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  const char *text;
  gsize       length;
  /* The sessions of the reports that are read */
  const char *sessions;
  /* The codes of the faults; 0 is none */
  int         faults[2];
} Case;

#define TEXT(text) (text), sizeof (text) - 1

static const Case several[] = {
  { "one", TEXT ("$1"), "1 ", { 0 } },
  { "a-line", TEXT ("$1\n$2\n$3\n"), "1 2 3 ", { 0 } },
  { "a-line-crlf", TEXT ("$1\r\n$2\r\n"), "1 2 ", { 0 } },
  { "nothing-between", TEXT ("$1$2$3"), "1 2 3 ", { 0 } },
  { "blank-lines", TEXT ("\n\n$1\n\n\n$2\n\n"), "1 2 ", { 0 } },
  { "array", TEXT ("[$1,$2]"), "1 2 ", { 0 } },
  { "array-of-one", TEXT ("[\n$1\n]"), "1 ", { 0 } },
  { "arrays", TEXT ("[$1,$2]\n[$3]"), "1 2 3 ", { 0 } },
  { "array-and-object", TEXT ("[$1]$2"), "1 2 ", { 0 } },
  { "sequence", TEXT ("\x1e$1\n\x1e$2\n"), "1 2 ", { 0 } },
  { "byte-order-marks", TEXT ("\xef\xbb\xbf$1\n\xef\xbb\xbf$2"), "1 2 ", { 0 } },
  { "commas", TEXT ("$1,\n$2,\n"), "1 2 ", { 0 } },
  { "brackets-in-strings",
    TEXT ("{\"report-id\":\"}]{[\\\"}\",\"policies\":[{\"summary\":"
          "{\"total-successful-session-count\":7}}]}$1"), "7 1 ", { 0 } },
  { "spread-over-lines",
    TEXT ("{\n\"policies\":\n[\n{\n\"summary\":{\"total-successful-session-count\":7}}]}\n$1"),
    "7 1 ", { 0 } },

  { "first-is-broken", TEXT ("{\"policies\":[}\n$1\n$2"), "1 2 ", { TLSRPT_ERROR_JSON } },
  { "last-is-cut-off", TEXT ("$1\n$2\n{\"policies\":[{\"pol"), "1 2 ", { TLSRPT_ERROR_JSON } },
  { "middle-is-cut-off", TEXT ("$1\n{\"policies\":[{\"policy\":{\"a\":\"\n$2\n"), "1 2 ",
    { TLSRPT_ERROR_JSON } },
  { "not-utf-8", TEXT ("$1\n{\"report-id\":\"\xff\"}\n$2\n"), "1 2 ", { TLSRPT_ERROR_ENCODING } },
  { "two-are-broken", TEXT ("{\"a\":}\n{]\n$1\n"), "1 ",
    { TLSRPT_ERROR_JSON, TLSRPT_ERROR_REPORT } },
  { "one-is-no-report", TEXT ("$1\n{\"level\":\"info\"}\n$2"), "1 2 ", { TLSRPT_ERROR_REPORT } },
  { "number-in-array", TEXT ("[1,$2]"), "2 ", { TLSRPT_ERROR_REPORT } },
  { "text-behind", TEXT ("$1\nthe end\n"), "1 ", { TLSRPT_ERROR_JSON } },
  { "all-are-broken", TEXT ("{\"a\":}\n{\"b\":}\n"), "", { TLSRPT_ERROR_JSON } },
};

static const Case refused[] = {
  { "empty-object", TEXT ("{}"), "", { TLSRPT_ERROR_REPORT } },
  { "empty-array", TEXT ("[]"), "", { TLSRPT_ERROR_REPORT } },
  { "array-in-array", TEXT ("[[$1]]"), "", { TLSRPT_ERROR_REPORT } },
  { "no-policies", TEXT ("{\"organization-name\":\"G\",\"report-id\":\"1\"}"), "",
    { TLSRPT_ERROR_REPORT } },
  { "policies-null",
    TEXT ("{\"organization-name\":\"G\",\"report-id\":\"1\",\"policies\":null}"), "",
    { TLSRPT_ERROR_REPORT } },
  { "policies-empty", TEXT ("{\"organization-name\":\"G\",\"report-id\":\"1\",\"policies\":[]}"),
    "", { TLSRPT_ERROR_REPORT } },
  { "policies-of-strings", TEXT ("{\"policies\":[\"sts\",\"tlsa\"]}"), "", { TLSRPT_ERROR_REPORT } },
  { "policies-empty-objects", TEXT ("{\"policies\":[{},{}]}"), "", { TLSRPT_ERROR_REPORT } },
  { "policies-of-something-else",
    TEXT ("{\"policies\":[{\"policy\":{\"effect\":\"allow\"},\"summary\":{\"actions\":2}}]}"), "",
    { TLSRPT_ERROR_REPORT } },
  { "policy-as-a-string", TEXT ("{\"policies\":[{\"policy\":\"sts\",\"summary\":7}]}"), "",
    { TLSRPT_ERROR_REPORT } },
  { "flat", TEXT ("{\"organization-name\":\"G\",\"report-id\":\"1\",\"policy-type\":\"sts\","
                  "\"total-failure-session-count\":7}"), "", { TLSRPT_ERROR_REPORT } },
  { "draft", TEXT ("{\"report-id\":\"1\",\"policy\":{\"policy-type\":\"sts\"},"
                   "\"summary\":{\"failure-aggregate\":3}}"), "", { TLSRPT_ERROR_REPORT } },
  { "our-own-output", TEXT ("{\"reports\":[],\"errors\":[],\"totals\":{\"failed\":0}}"), "",
    { TLSRPT_ERROR_REPORT } },
  { "other-json", TEXT ("{\"name\":\"package\",\"version\":\"1\"}"), "", { TLSRPT_ERROR_REPORT } },

  /* One field that says something is enough. */
  { "only-a-count",
    TEXT ("{\"policies\":[{\"summary\":{\"total-successful-session-count\":7}}]}"), "7 ", { 0 } },
  { "only-a-type", TEXT ("{\"policies\":[{\"policy\":{\"policy-type\":\"sts\"}}]}"), "-1 ", { 0 } },
  { "only-a-failure",
    TEXT ("{\"policies\":[{\"failure-details\":[{\"failed-session-count\":1}]}]}"), "-1 ", { 0 } },
  { "policies-one-object",
    TEXT ("{\"policies\":{\"summary\":{\"total-successful-session-count\":7}}}"), "7 ", { 0 } },
};

static void
test_case (gconstpointer user_data)
{
  const Case *c = user_data;
  g_autoptr (GByteArray) data = expand (c->text, c->length);
  g_autofree char *found = describe (data);
  g_autoptr (GString) expected = g_string_new (c->sessions);

  for (gsize i = 0; i < G_N_ELEMENTS (c->faults) && c->faults[i] != 0; i++)
    g_string_append_printf (expected, "fault %d ", c->faults[i]);

  g_assert_cmpstr (found, ==, expected->str);
}

/* A report that came again says the same, however it is written. */
static const struct
{
  const char *name;
  const char *given;
  const char *by;
  gboolean    is_same;
} again[] = {
  { "to-the-letter", "", "", TRUE },
  { "white-space", ",\"report-id\"", " , \n\"report-id\"", TRUE },
  { "number-as-a-string", ":5}", ":\"5\"}", TRUE },
  { "host-in-capitals", "a.example", "A.EXAMPLE.", TRUE },
  { "time-zone", "2026-01-02T23:59:59Z", "2026-01-03T00:59:59+01:00", TRUE },
  { "other-members", "{\"organization-name\"", "{\"x\":1,\"organization-name\"", TRUE },

  { "other-id", "id-5", "id-6", FALSE },
  { "other-sender", "\"G\"", "\"H\"", FALSE },
  { "other-day", "2026-01-02T00", "2026-01-01T00", FALSE },
  { "other-end", "23:59:59Z", "11:59:59Z", FALSE },
  { "other-domain", "a.example", "b.example", FALSE },
  { "other-type", "sts", "tlsa", FALSE },
  { "other-count", ":5}", ":6}", FALSE },
  { "no-count", "\"total-successful-session-count\":5", "\"x\":5", FALSE },
  { "more-failures", "\"failure-details\":[]",
    "\"failure-details\":[{\"failed-session-count\":0}]", FALSE },
  { "other-policy", "\"policy-type\"", "\"policy-string\":[\"mode: none\"],\"policy-type\"", FALSE },
  { "other-hosts", "\"policy-type\"", "\"mx-host\":[\"mx\"],\"policy-type\"", FALSE },
  { "other-contact", "{\"organization-name\"", "{\"contact-info\":\"c\",\"organization-name\"",
    FALSE },
};

static TlsrptReport *
read_one (const char *json)
{
  g_autoptr (TlsrptReportReader) reader = tlsrpt_report_reader_new ();
  g_autoptr (GPtrArray) reports = g_ptr_array_new ();
  g_autoptr (GPtrArray) faults = g_ptr_array_new ();
  TlsrptReport *report;

  tlsrpt_report_reader_read_data (reader, "file", json, strlen (json), strlen (json),
                                  reports, faults);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpuint (reports->len, ==, 1);

  report = g_ptr_array_index (reports, 0);
  report->identity = tlsrpt_report_identify (report);

  return report;
}

static void
test_again (gconstpointer user_data)
{
  gsize i = GPOINTER_TO_SIZE (user_data);
  g_autofree char *first = report_shorthand_to_json ("G id-5 02 sts a.example 5/-");
  g_autoptr (GString) second = g_string_new (first);
  g_autoptr (TlsrptReport) report = read_one (first);
  g_autoptr (TlsrptReport) other = NULL;

  if (*again[i].given != '\0')
    g_assert_cmpuint (g_string_replace (second, again[i].given, again[i].by, 0), >, 0);
  other = read_one (second->str);

  g_assert_cmpint (tlsrpt_report_equal (report, other), ==, again[i].is_same);
  g_assert_cmpint (report->identity == other->identity, ==, again[i].is_same);
}

/* So many that nobody means it. */
static void
test_too_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autofree char *found = NULL;
  g_autofree char *fault = g_strdup_printf (" fault %d ", TLSRPT_ERROR_TOO_MANY);

  for (guint i = 0; i <= TLSRPT_LIMIT_REPORT_TEXTS; i++)
    g_string_append (text, "{\"policies\":[{\"policy\":{\"policy-type\":\"sts\"}}]}");
  g_byte_array_append (data, (const guint8 *) text->str, (guint) text->len);

  found = describe (data);
  g_assert_cmpuint (strlen (found), ==, strlen ("-1 ") * TLSRPT_LIMIT_REPORT_TEXTS + strlen (fault) - 1);
  g_assert_true (g_str_has_suffix (found, fault));
}

static void
add_cases (const char *kind,
           const Case *cases,
           gsize       n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strdup_printf ("/report-several/%s/%s", kind, cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_cases ("several", several, G_N_ELEMENTS (several));
  add_cases ("refused", refused, G_N_ELEMENTS (refused));
  for (gsize i = 0; i < G_N_ELEMENTS (again); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report-several/again/%s", again[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_again);
    }
  g_test_add_func ("/report-several/too-many", test_too_many);

  return g_test_run ();
}
