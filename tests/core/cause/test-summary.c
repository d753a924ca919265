/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cause-shorthand.h"
#include "tlsrpt-summary.h"

#include <string.h>

#define NOW 1796115600
#define APEX "{version: STSv1;mode: testing;mx: example.com;max_age: 86400}"

static GPtrArray *
make (const char *shorthand,
      gint64      first_day,
      gint64      last_day)
{
  g_autoptr (GPtrArray) reports = cause_shorthand_read_reports (shorthand, FALSE);
  TlsrptReportFilter filter = TLSRPT_REPORT_FILTER_ALL;

  filter.first_day = first_day;
  filter.last_day = last_day;

  return tlsrpt_summary_make_from_reports (reports, &filter, 2, NOW);
}

/* All that somebody who gets it has to know is there, in this order. */
static void
test_markdown (void)
{
  static const char *const parts[] = {
    "# TLS Reports\n\n",
    "example.com, Jan 11, 2026 to Jan 12, 2026\n",
    "4 of 22 sessions failed; 1 problem to fix\n",
    "2 reports, 2 senders\n",
    "2 files could not be read\n",
    "## Problems\n",
    "### validation-failure: mail.example.com\n",
    "Since Jan 11, 2026, still happening\n",
    "Failed sessions: 4, reported by 2 senders\n",
    "Certain: The policy lists example.com itself",
    "- receiving-mx-hostname: mail.example.com\n",
    "1. ",
    "To publish at https\\://mta-sts.example.com/.well-known/mta-sts.txt:\n",
    "```\nversion: STSv1\n",
    "mx: mail.example.com\n",
    "```\n",
    "## Compared with the Period Before\n",
    "Jan 10, 2026: 2 of 11 sessions failed; 2 problems to fix\n",
    "| Change | Problem | Before | Now |\n| --- | --- | ---: | ---: |\n",
    "| Ongoing | validation-failure: mail.example.com | 1 | 4 |\n",
    "| Not heard of since | certificate-expired: old.example.com | 1 | – |\n",
    "## Days\n",
    "| Day | Failed | Successful |\n",
    "| Jan 11, 2026 | 1 | 9 |\n",
    "| Jan 12, 2026 | 3 | 9 |\n",
    "## Senders\n",
    "| H | 3 | 9 |\n",
  };
  g_autoptr (GPtrArray) blocks =
    make ("X 01 sts example.com 9/1 certificate-expired@older.example.com=1\n"
          "O 10 sts example.com 9/2 " APEX " validation-failure@mail.example.com=1 "
          "certificate-expired@old.example.com=1\n"
          "G 11 sts example.com 9/1 " APEX " validation-failure@mail.example.com=1\n"
          "H 12 sts example.com 9/3 " APEX " validation-failure@mail.example.com=3\n"
          "X 13 sts example.com 9/1 certificate-expired@newer.example.com=1",
          CAUSE_SHORTHAND_DAY (11), CAUSE_SHORTHAND_DAY (12));
  g_autofree char *markdown = tlsrpt_summary_dup_markdown (blocks);
  const char *p = markdown;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *found = strstr (p, parts[i]);

      if (found == NULL)
        g_test_message ("after “%s”: %s", i > 0 ? parts[i - 1] : "", p);
      g_assert_nonnull (found);
      p = found + strlen (parts[i]);
    }
  g_assert_null (strstr (markdown, "older"));
  g_assert_null (strstr (markdown, "newer"));
}

/* What there is to say when there is little. */
static void
test_little (void)
{
  g_autoptr (GPtrArray) nothing = make ("G 02 sts example.com 9/0", TLSRPT_REPORT_NO_TIME,
                                        CAUSE_SHORTHAND_DAY (1));
  g_autoptr (GPtrArray) well = make ("G 02 sts example.com 9/0", CAUSE_SHORTHAND_DAY (2),
                                     TLSRPT_REPORT_NO_TIME);
  g_autoptr (GPtrArray) both = make ("G 01 sts example.com 9/0\nG 02 sts example.com 9/0",
                                     CAUSE_SHORTHAND_DAY (2), CAUSE_SHORTHAND_DAY (2));
  g_autofree char *markdown = tlsrpt_summary_dup_markdown (nothing);

  g_assert_nonnull (strstr (markdown, "No sessions reported\n"));
  g_assert_null (strstr (markdown, "Compared"));

  g_free (markdown);
  markdown = tlsrpt_summary_dup_markdown (well);
  g_assert_nonnull (strstr (markdown, "All 9 sessions succeeded\n"));
  g_assert_nonnull (strstr (markdown, "No problems reported\n"));
  g_assert_nonnull (strstr (markdown, "There are no reports from that period\n"));

  g_free (markdown);
  markdown = tlsrpt_summary_dup_markdown (both);
  g_assert_nonnull (strstr (markdown, "No problems, neither before nor now\n"));
}

static void
test_period_before (void)
{
  TlsrptReportFilter filter = TLSRPT_REPORT_FILTER_ALL;
  const gint64 today = NOW / (24 * 60 * 60);
  gint64 first_day;
  gint64 last_day;

  g_assert_false (tlsrpt_summary_find_period_before (&filter, NOW, &first_day, &last_day));

  /* Until yesterday */
  filter.first_day = today - 7;
  g_assert_true (tlsrpt_summary_find_period_before (&filter, NOW, &first_day, &last_day));
  g_assert_cmpint (first_day, ==, today - 14);
  g_assert_cmpint (last_day, ==, today - 8);

  filter.last_day = today - 7;
  g_assert_true (tlsrpt_summary_find_period_before (&filter, NOW, &first_day, &last_day));
  g_assert_cmpint (first_day, ==, today - 8);
  g_assert_cmpint (last_day, ==, today - 8);
}

/* Nothing that a report says is markup. */
static void
test_hostile (void)
{
  static const char *const names[] = {
    "a|b", "`code`", "<b>bold</b>", "[a](https://evil.example)", "https://evil.example", "@user",
    "www.evil.example", "**bold**", "&lt;", "a\\nb", "1.", "-", "![x](y)", "~~a~~", "$x$",
    "\\u202eabc", "\\u0000", "\\u001b[31m",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *shorthand = g_strdup_printf ("%s 02 sts %s 9/1 {%s} certificate-%s=1",
                                                    "G", names[i], names[i], "expired@mx.example");
      g_autoptr (GPtrArray) blocks = make (shorthand, TLSRPT_REPORT_NO_TIME, TLSRPT_REPORT_NO_TIME);
      g_autofree char *markdown = tlsrpt_summary_dup_markdown (blocks);
      g_autofree char *html = tlsrpt_summary_dup_html (blocks);

      g_assert_null (strstr (markdown, "a|b"));
      g_assert_null (strchr (markdown, '\033'));
      g_assert_null (strstr (markdown, "\u202e"));
      g_assert_null (strstr (markdown, " <b"));
      g_assert_null (strstr (markdown, "a](http"));
      g_assert_null (strstr (markdown, "s://evil"));
      g_assert_null (strstr (markdown, "www.evil"));
      g_assert_null (strstr (markdown, " @user"));
      g_assert_null (strstr (markdown, " **"));
      g_assert_null (strstr (markdown, "\n1.\n"));
      g_assert_null (strstr (html, "<b>"));
      g_assert_null (strchr (html, '\033'));
      g_assert_true (g_utf8_validate (html, -1, NULL));
    }
}

/* It is a whole document that loads nothing, with all that is opened closed. */
static void
test_html (void)
{
  g_autoptr (GPtrArray) blocks =
    make ("G 11 sts example.com 9/1 " APEX " validation-failure@mail.example.com=1",
          CAUSE_SHORTHAND_DAY (11), CAUSE_SHORTHAND_DAY (12));
  g_autofree char *html = tlsrpt_summary_dup_html (blocks);
  static const char *const names[] = { "bdi", "table", "tr", "td", "th", "ul", "ol", "li", "pre",
                                       "p", "h1", "h2", "h3", "div", "span", "body", "html" };

  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>\n<html lang=\"en\""));
  g_assert_true (g_str_has_suffix (html, "</html>\n"));
  g_assert_nonnull (strstr (html, "default-src 'none'"));
  g_assert_null (strstr (html, "src="));
  g_assert_null (strstr (html, "href="));

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *opening = g_strdup_printf ("<%s[ >]", names[i]);
      g_autofree char *closing = g_strdup_printf ("</%s>", names[i]);
      g_autoptr (GRegex) open = g_regex_new (opening, 0, 0, NULL);
      g_auto (GStrv) opened = g_regex_split (open, html, 0);
      g_auto (GStrv) closed = g_strsplit (html, closing, -1);

      g_assert_cmpuint (g_strv_length (opened), >, 1);
      g_assert_cmpuint (g_strv_length (opened), ==, g_strv_length (closed));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/summary/markdown", test_markdown);
  g_test_add_func ("/summary/little", test_little);
  g_test_add_func ("/summary/period-before", test_period_before);
  g_test_add_func ("/summary/hostile", test_hostile);
  g_test_add_func ("/summary/html", test_html);

  return g_test_run ();
}
