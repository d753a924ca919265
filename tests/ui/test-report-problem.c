/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cause-shorthand.h"
#include "tlsrpt-copy-row.h"
#include "tlsrpt-guide-entry-box.h"
#include "tlsrpt-report-days.h"
#include "tlsrpt-report-problem-page.h"
#include "tlsrpt-report-readiness-page.h"
#include "tlsrpt-share-row.h"
#include "tlsrpt-table.h"
#include "ui-test.h"

#define NOW 1796115600

/* The policy lists the domain itself, not its mail server. */
#define TESTING " {version: STSv1;mode: testing;mx: example.com;max_age: 86400}"
#define UNLISTED \
  "A 01 sts example.com 5/2" TESTING \
  " validation-failure@mail.example.com=2~MX_HOSTS_MISMATCH~192.0.2.1\n" \
  "B 02 sts example.com 5/1" TESTING \
  " validation-failure@mail.example.com=1~MX_HOSTS_MISMATCH~192.0.2.2"

#define GOOD(sender, day) \
  sender " " day " sts example.com 10/0 {version: STSv1;mode: testing;mx: mx.example.com;max_age: 86400}\n"

static TlsrptDiagnosis *
create_diagnosis (const char *shorthand)
{
  g_autoptr (GPtrArray) reports = cause_shorthand_read_reports (shorthand, FALSE);

  return tlsrpt_diagnosis_new (reports, &TLSRPT_REPORT_FILTER_ALL, NOW, NULL);
}

/* As narrow as a telephone; toasts need their place. */
static GtkWidget *
present (GtkWidget *page)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), page);
  adw_window_set_content (ADW_WINDOW (window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait_frame (window);

  return window;
}

static void
destroy (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_wait ();
}

static void
wait_for_label (GtkWidget  *window,
                const char *text)
{
  guint timeout = ui_test_lose_patience ();

  while (ui_test_find_label (window, text) == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (timeout);
  ui_test_wait_whole (window);
}

static GtkWidget *
present_problem (TlsrptDiagnosis *diagnosis)
{
  const GPtrArray *problems = tlsrpt_evidence_set_get_problems (diagnosis->evidence);

  return present (tlsrpt_report_problem_page_new (diagnosis, g_ptr_array_index (problems, 0)));
}

/* What it is, why, and what to do comes at once. */
static void
test_cause (void)
{
  g_autoptr (TlsrptDiagnosis) diagnosis = create_diagnosis (UNLISTED);
  GtkWidget *window = present_problem (diagnosis);
  /* Two steps with a command come before. */
  GtkWidget *row = ui_test_find_type (window, TLSRPT_TYPE_COPY_ROW, 2);
  g_autofree char *policy = NULL;
  g_autofree char *copied = NULL;

  g_assert_nonnull (ui_test_find_label (window, "3 failed sessions · 2 senders · "
                                                "Jan 1, 2026 – Jan 2, 2026 · still happening"));
  g_assert_nonnull (ui_test_find_label (window, "Cause"));
  g_assert_nonnull (ui_test_find_label (window, "Certain"));
  g_assert_nonnull (ui_test_find_label (window, "The policy lists \u2068example.com\u2069 itself, not "
                                                "its mail server \u2068mail.example.com\u2069. Add "
                                                "“mx: \u2068mail.example.com\u2069”, then change the "
                                                "id."));
  g_assert_nonnull (ui_test_find_label (window,
                                        "\u2068receiving-mx-hostname: mail.example.com\u2069\n"
                                        "\u2068mx: example.com\u2069"));
  g_assert_nonnull (ui_test_find_label (window, "The domain owner"));
  g_assert_nonnull (ui_test_find_label (window, "Check \u2068example.com\u2069 Now"));

  g_assert_nonnull (row);
  g_object_get (row, "text", &policy, NULL);
  g_assert_nonnull (strstr (policy, "mx: mail.example.com\n"));
  g_signal_emit_by_name (ui_test_find_type (row, GTK_TYPE_BUTTON, 0), "clicked");
  copied = ui_test_read_clipboard (window);
  g_assert_cmpstr (copied, ==, policy);

  destroy (window);
}

/* A command is copied without the words around it. */
static void
test_commands (void)
{
  static const struct
  {
    const char *title;
    const char *command;
    const char *copy_label;
  } commands[] = {
    { "Step 1: Make sure that it is your mail server, as MTA-STS exists to detect others",
      "dig +short MX example.com",
      "Copy Command: Make sure that it is your mail server, as MTA-STS exists to detect others" },
    { "Step 3: Check that it is served", "tlsrpt-cli check example.com",
      "Copy Command: Check that it is served" },
  };
  g_autoptr (TlsrptDiagnosis) diagnosis = create_diagnosis (UNLISTED);
  GtkWidget *window = present_problem (diagnosis);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      GtkWidget *row = ui_test_find_type (window, TLSRPT_TYPE_COPY_ROW, i);
      GtkWidget *button = ui_test_find_type (row, GTK_TYPE_BUTTON, 0);
      g_autofree char *copied = NULL;

      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                       commands[i].title);
      g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, commands[i].copy_label);
      g_assert_true (gtk_widget_get_focusable (button));
      g_signal_emit_by_name (button, "clicked");
      copied = ui_test_read_clipboard (window);
      g_assert_cmpstr (copied, ==, commands[i].command);
    }

  destroy (window);
}

/* Every number that the page shows of the problem is the same. */
static void
test_numbers (void)
{
  g_autoptr (TlsrptDiagnosis) diagnosis = create_diagnosis (UNLISTED);
  GtkWidget *window = present_problem (diagnosis);
  GtkWidget *table = NULL;

  wait_for_label (window, "2 Entries in the Reports");
  g_assert_nonnull (ui_test_find_type (window, TLSRPT_TYPE_REPORT_DAYS, 0));
  g_assert_nonnull (ui_test_find_label (window, "Failed Sessions per Day"));
  /* Nobody says how many of them succeeded. */
  g_assert_null (ui_test_find_label (window, "Succeeded"));

  g_assert_nonnull (ui_test_find_label (ui_test_find_type (window, TLSRPT_TYPE_SHARE_ROW, 0),
                                        "2 sessions"));
  g_assert_nonnull (ui_test_find_label (ui_test_find_type (window, TLSRPT_TYPE_SHARE_ROW, 1),
                                        "1 session"));
  g_assert_nonnull (ui_test_find_label (window, "\u2068192.0.2.1\u2069\n\u2068192.0.2.2\u2069"));

  for (guint i = 0; (table = ui_test_find_type (window, TLSRPT_TYPE_TABLE, i)) != NULL &&
                    !gtk_widget_get_mapped (table); i++)
    continue;
  g_assert_cmpuint (g_list_model_get_n_items (tlsrpt_table_get_shown (TLSRPT_TABLE (table))), ==, 2);

  destroy (window);
}

/* The guide is folded in, and made when it is unfolded. */
static void
test_guide (void)
{
  g_autoptr (TlsrptDiagnosis) diagnosis = create_diagnosis (UNLISTED);
  GtkWidget *window = present_problem (diagnosis);
  GtkWidget *expander;

  wait_for_label (window, "About This Type of Failure");
  g_assert_null (ui_test_find_type (window, TLSRPT_TYPE_GUIDE_ENTRY_BOX, 0));
  expander = ui_test_find_type (window, GTK_TYPE_EXPANDER, 0);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  wait_for_label (window, "How to Check");

  destroy (window);
}

/* Of a type that nobody knows nothing is said but what the report says. */
static void
test_unknown (void)
{
  g_autoptr (TlsrptDiagnosis) diagnosis = create_diagnosis ("A 01 sts example.com 5/2 <b>new@-=2");
  GtkWidget *window = present_problem (diagnosis);

  g_assert_nonnull (ui_test_find_label (window, "“\u2068<b>new\u2069”"));
  wait_for_label (window, "1 Entry in the Reports");
  g_assert_null (ui_test_find_type (window, GTK_TYPE_EXPANDER, 0));

  destroy (window);
}

/* Gone while it is counted. */
static void
test_close_early (void)
{
  g_autoptr (TlsrptDiagnosis) diagnosis = create_diagnosis (UNLISTED);

  destroy (present_problem (diagnosis));
}

static void
activated_cb (GtkWidget                   *page,
              const TlsrptEvidenceProblem *problem,
              TlsrptDiagnosis             *diagnosis,
              const char                 **type)
{
  *type = problem->result_type;
}

static void
test_not_ready (void)
{
  g_autoptr (TlsrptDiagnosis) diagnosis = create_diagnosis (UNLISTED);
  GtkWidget *page = tlsrpt_report_readiness_page_new (diagnosis,
                                                      diagnosis->readiness->pdata[0]);
  GtkWidget *window = present (page);
  const char *type = NULL;

  g_assert_nonnull (ui_test_find_label (window, "Not yet: 3 of 13 sessions would not have been "
                                                "delivered. Fix 1 problem first. Only senders that "
                                                "use MTA-STS and report are counted. Silence is no "
                                                "success."));
  g_assert_nonnull (ui_test_find_label (window, "Fix First"));
  g_assert_null (ui_test_find_type (window, TLSRPT_TYPE_COPY_ROW, 0));

  g_signal_connect (page, "problem-activated", G_CALLBACK (activated_cb), &type);
  gtk_widget_activate (ui_test_find_type (window, TLSRPT_TYPE_SHARE_ROW, 0));
  g_assert_cmpstr (type, ==, "validation-failure");

  destroy (window);
}

static void
test_ready (void)
{
  g_autoptr (GString) shorthand = g_string_new (NULL);
  g_autoptr (TlsrptDiagnosis) diagnosis = NULL;
  GtkWidget *window;
  g_autofree char *policy = NULL;
  g_autofree char *record = NULL;

  for (guint day = 1; day <= 14; day++)
    {
      g_autofree char *text = g_strdup_printf ("%02u", day);

      g_string_append_printf (shorthand, GOOD ("%s", "%s"), day % 2 == 0 ? "A" : "B", text);
    }
  g_string_truncate (shorthand, shorthand->len - 1);

  diagnosis = create_diagnosis (shorthand->str);
  g_assert_cmpuint (diagnosis->readiness->len, ==, 1);
  window = present (tlsrpt_report_readiness_page_new (diagnosis, diagnosis->readiness->pdata[0]));

  g_object_get (ui_test_find_type (window, TLSRPT_TYPE_COPY_ROW, 0), "text", &policy, NULL);
  g_assert_nonnull (strstr (policy, "mode: enforce\n"));
  g_object_get (ui_test_find_type (window, TLSRPT_TYPE_COPY_ROW, 1), "text", &record, NULL);
  g_assert_true (g_str_has_prefix (record, "v=STSv1; id="));
  g_assert_nonnull (ui_test_find_label (window, "In This Order"));
  g_assert_nonnull (ui_test_find_label (window, "Step 6"));
  g_assert_null (ui_test_find_label (window, "Fix First"));

  destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/report-problem/cause", test_cause);
  g_test_add_func ("/report-problem/commands", test_commands);
  g_test_add_func ("/report-problem/numbers", test_numbers);
  g_test_add_func ("/report-problem/guide", test_guide);
  g_test_add_func ("/report-problem/unknown", test_unknown);
  g_test_add_func ("/report-problem/close-early", test_close_early);
  g_test_add_func ("/report-problem/not-ready", test_not_ready);
  g_test_add_func ("/report-problem/ready", test_ready);

  return g_test_run ();
}
