/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check-window.h"
#include "dns-zone.h"
#include "tlsrpt-advice-topic.h"
#include "tlsrpt-check-page.h"
#include "tlsrpt-export-panel.h"
#include "tlsrpt-fact-row.h"
#include "tlsrpt-guide.h"
#include "tlsrpt-marked-row.h"
#include "tlsrpt-remark-row.h"
#include "tlsrpt-verdict-row.h"

#include <string.h>

static AdwViewStack *
find_stack (WindowFixture *fixture)
{
  return ADW_VIEW_STACK (ui_test_find_type (fixture->window, ADW_TYPE_VIEW_STACK, 0));
}

static const char *
get_checked_domain (WindowFixture *fixture)
{
  TlsrptCheckResult *result = check_window_find_result (fixture);

  return tlsrpt_check_get_domain (tlsrpt_check_result_get_check (result));
}

static void
test_success (WindowFixture *fixture,
              gconstpointer  data)
{
  tlsrpt_record_set_domain (fixture->record, "good.example");
  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "tls@good.example");
  check_window_check (fixture);
  g_assert_nonnull (check_window_find_button (fixture, "Ca_ncel"));
  check_window_wait_result (fixture);

  g_assert_nonnull (check_window_find_row (fixture, "Published"));
  g_assert_nonnull (check_window_find_row (fixture, "Valid"));
  g_assert_nonnull (check_window_find_row (fixture, "Matches your record"));
  g_assert_nonnull (check_window_find_button (fixture, "_Check"));
  g_assert_null (check_window_find_button (fixture, "Ca_ncel"));
  g_assert_null (check_window_find_button (fixture, "_Use This Record"));

  /* The third verdict follows the form. */
  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "b@good.example");
  g_assert_nonnull (check_window_find_row (fixture, "Does not match your record"));
  g_assert_nonnull (check_window_find_button (fixture, "_Use This Record"));
}

/* What DNS has and what the form has, with what differs underlined in both. */
static void
test_comparison (WindowFixture *fixture,
                 gconstpointer  data)
{
  g_autofree char *copied = NULL;

  tlsrpt_record_set_domain (fixture->record, "good.example");
  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "tls@good.example");
  check_window_check (fixture);
  check_window_wait_result (fixture);
  g_assert_null (ui_test_find_type (fixture->window, TLSRPT_TYPE_MARKED_ROW, 0));
  g_assert_null (check_window_find_button (fixture, "Copy the Fix"));

  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "b@good.example");
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *row = ui_test_find_type (check_window_find_form (fixture), TLSRPT_TYPE_MARKED_ROW,
                                          i);
      const char *value = i == 0 ? DNS_ZONE_RECORD : DNS_ZONE_RECORD ",mailto:b@good.example";
      GtkWidget *label = ui_test_find_label (row, value);
      g_autofree char *attributes = NULL;

      g_assert_nonnull (label);
      attributes = pango_attr_list_to_string (gtk_label_get_attributes (GTK_LABEL (label)));
      g_assert_cmpint (strstr (attributes, "underline") != NULL, ==, i == 1);
      g_assert_cmpint (strstr (attributes, "weight bold") != NULL, ==, i == 1);
    }

  g_signal_emit_by_name (check_window_find_button (fixture, "Copy the Fix"), "clicked");
  copied = ui_test_read_clipboard (fixture->window);
  g_assert_cmpstr (copied, ==, DNS_ZONE_RECORD ",mailto:b@good.example");

  /* What means the same is no difference, and without a record there is none. */
  tlsrpt_record_set_domain (fixture->record, "other.example");
  g_assert_null (ui_test_find_type (fixture->window, TLSRPT_TYPE_MARKED_ROW, 0));
}

/* Advice about policies leads to the guide, where there is an entry for it. */
static void
test_topics (WindowFixture *fixture,
             gconstpointer  data)
{
  static const char *const codes[] = {
    "alias-without-record", "dane-insecure", "dane-partial", "dnssec-broken", "no-protection",
    "several-records", "sts-blank-line", "sts-mx", "sts-mx-unused", "sts-policy", "sts-record",
    "sts-repeated", "sts-short", "sts-testing", "sts-unknown", "tlsa-dnssec", "tlsa-unknown",
    "tlsa-unusable", "wrong-name",
  };
  AdwViewStack *stack = find_stack (fixture);
  GtkWidget *button;

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const char *topic = tlsrpt_advice_topic_find (codes[i]);

      g_assert_nonnull (topic);
      g_assert_nonnull (tlsrpt_guide_find (topic, NULL));
    }
  g_assert_null (tlsrpt_advice_topic_find ("cached"));

  /* It has neither MTA-STS nor DANE. */
  tlsrpt_record_set_domain (fixture->record, "good.example");
  check_window_check (fixture);
  check_window_wait_result (fixture);
  button = check_window_find_button (fixture, "Explain");
  g_assert_nonnull (button);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "app.explain");
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (stack), ==, "check");
  g_assert_null (check_window_find_button (fixture, "Merge Them"));
}

static void
check_domain (WindowFixture *fixture,
              const char    *domain)
{
  tlsrpt_record_set_domain (fixture->record, domain);
  check_window_check (fixture);
  check_window_wait_result (fixture);
}

/* The name servers tell where the zone is, and a row leads to the form there. */
static void
test_provider (WindowFixture *fixture,
               gconstpointer  data)
{
  GtkWidget *row;
  GtkWidget *panel;
  AdwViewStack *stack = find_stack (fixture);

  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "tls@hosted.example");
  check_domain (fixture, "hosted.example");
  row = check_window_find_row (fixture, "Your DNS is at Cloudflare");
  g_assert_nonnull (row);

  g_signal_emit_by_name (row, "activate");
  ui_test_wait_frame (fixture->window);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (stack), ==, "record");

  panel = ui_test_find_type (fixture->window, TLSRPT_TYPE_EXPORT_PANEL, 0);
  g_assert_nonnull (panel);
  g_assert_cmpstr (tlsrpt_export_get_format (
                     tlsrpt_export_panel_get_export (TLSRPT_EXPORT_PANEL (panel))),
                   ==, "panel-cloudflare");
  g_assert_nonnull (ui_test_find_row (panel, "Content", 0));
  g_assert_true (gtk_widget_get_mapped (ui_test_find_row (panel, "Content", 0)));
}

/* Without a record there is one to begin, for the domain that was checked; another one is
 * not lost. */
static void
test_provider_of_another (WindowFixture *fixture,
                          gconstpointer  data)
{
  check_domain (fixture, "hosted.example");
  tlsrpt_record_set_domain (fixture->record, "example.net");
  g_signal_emit_by_name (check_window_find_row (fixture, "Your DNS is at Cloudflare"), "activate");
  ui_test_wait_frame (fixture->window);
  g_assert_cmpstr (tlsrpt_record_get_domain (fixture->record), ==, "hosted.example");

  window_fixture_activate (fixture, "win.undo");
  g_assert_cmpstr (tlsrpt_record_get_domain (fixture->record), ==, "example.net");
}

static void
test_providers (WindowFixture *fixture,
                gconstpointer  data)
{
  check_domain (fixture, "hosted-twice.example");
  g_assert_nonnull (check_window_find_row (fixture, "Part of your DNS is at Cloudflare"));
  g_assert_nonnull (check_window_find_row (fixture, "Part of your DNS is at Amazon Route 53"));
}

/* One server that nobody knows may be where the zone is kept. */
static void
test_no_provider (WindowFixture *fixture,
                  gconstpointer  data)
{
  check_domain (fixture, "hosted-partly.example");
  g_assert_null (check_window_find_row (fixture, "Your DNS is at Cloudflare"));
  g_assert_null (check_window_find_row (fixture, "Part of your DNS is at Cloudflare"));
}

/* Nothing is looked up before the check is started. */
static void
test_silence (WindowFixture *fixture,
              gconstpointer  data)
{
  AdwViewStack *stack = find_stack (fixture);
  GtkWidget *row;

  tlsrpt_record_set_domain (fixture->record, "good.example");
  adw_view_stack_set_visible_child_name (stack, "check");
  ui_test_wait_frame (fixture->window);

  /* The domain is filled in, and the page names the servers that would be queried. */
  row = check_window_find_row (fixture, "_Domain");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "good.example");
  g_assert_cmpuint (fixture->server->n_questions, ==, 0);
  g_assert_null (check_window_find_result (fixture));
}

static void
test_no_domain (WindowFixture *fixture,
                gconstpointer  data)
{
  check_window_check (fixture);
  ui_test_wait ();
  g_assert_null (check_window_find_button (fixture, "Ca_ncel"));
  g_assert_true (gtk_widget_is_ancestor (ui_test_get_focus (fixture->window),
                                         check_window_find_row (fixture, "_Domain")));

  tlsrpt_record_set_domain (fixture->record, "exa mple");
  gtk_editable_set_text (GTK_EDITABLE (check_window_find_row (fixture, "_Domain")), "exa mple");
  check_window_check (fixture);
  ui_test_wait ();
  g_assert_true (gtk_widget_has_css_class (check_window_find_row (fixture, "_Domain"), "error"));
  g_assert_cmpuint (fixture->server->n_questions, ==, 0);
}

static void
test_cancel (WindowFixture *fixture,
             gconstpointer  data)
{
  tlsrpt_record_set_domain (fixture->record, "silent.example");
  check_window_check (fixture);
  ui_test_wait ();
  g_signal_emit_by_name (check_window_find_button (fixture, "Ca_ncel"), "clicked");
  ui_test_wait ();

  g_assert_null (check_window_find_result (fixture));
  g_assert_nonnull (ui_test_find_label (fixture->window, "The check was canceled"));
  g_assert_nonnull (check_window_find_button (fixture, "_Check"));
}

/* In the view itself the key repeats what the view shows, whatever the form holds. */
static void
test_repeat (WindowFixture *fixture,
             gconstpointer  data)
{
  TlsrptCheck *first;

  tlsrpt_record_set_domain (fixture->record, "good.example");
  check_window_check (fixture);
  check_window_wait_result (fixture);
  first = tlsrpt_check_result_get_check (check_window_find_result (fixture));

  tlsrpt_record_set_domain (fixture->record, "two.example");
  check_window_check (fixture);
  while (tlsrpt_check_result_get_check (check_window_find_result (fixture)) == first)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_checked_domain (fixture), ==, "good.example");

  gtk_editable_set_text (GTK_EDITABLE (check_window_find_row (fixture, "_Domain")), "two.example");
  check_window_check (fixture);
  /* The result for another domain is hidden at once. */
  g_assert_null (check_window_find_result (fixture));
  check_window_wait_result (fixture);
  g_assert_nonnull (check_window_find_row (fixture, "Several records"));
  g_assert_nonnull (ui_test_find_label (fixture->window, "Merge Them"));
}

static void
test_running (WindowFixture *fixture,
              gconstpointer  data)
{
  tlsrpt_record_set_domain (fixture->record, "silent.example");
  check_window_check (fixture);
  ui_test_wait ();
  /* The window is closed while the check runs: see check_window_tear_down(). */
}

static gboolean
is_harmful (const char *text)
{
  return text != NULL && (strchr (text, '\033') != NULL || strchr (text, '\007') != NULL ||
                          strstr (text, "\xe2\x80\xae") != NULL);
}

static void
assert_harmless (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    g_assert_false (is_harmful (gtk_label_get_text (GTK_LABEL (widget))));

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_harmless (child);
}

/* Whether a row says or quotes @text. */
static gboolean
has_remark (GtkWidget  *window,
            const char *text)
{
  GtkWidget *row;

  for (guint i = 0; (row = ui_test_find_type (window, TLSRPT_TYPE_REMARK_ROW, i)) != NULL; i++)
    {
      if (ui_test_has_text (row, text))
        return TRUE;
    }

  return FALSE;
}

static void
test_hostile (WindowFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *fact;

  tlsrpt_record_set_domain (fixture->record, "hostile.example");
  check_window_check (fixture);
  check_window_wait_result (fixture);
  assert_harmless (fixture->window);

  /* Markup is shown as it stands, where the record is shown. */
  fact = ui_test_find_type (fixture->window, TLSRPT_TYPE_FACT_ROW, 0);
  g_assert_true (has_remark (fixture->window, "<b>&"));
  g_assert_true (ui_test_has_text (fact, "<b>&"));
}

/* Whatever DNS answers, the view fits a phone. */
static void
test_width (WindowFixture *fixture,
            gconstpointer  data)
{
  static const char *const domains[] = {
    "good.example", "two.example", "hostile.example", "no-such.example", "servfail.example",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      GtkWidget *page;
      int minimum;

      tlsrpt_record_set_domain (fixture->record, domains[i]);
      check_window_check (fixture);
      gtk_editable_set_text (GTK_EDITABLE (check_window_find_row (fixture, "_Domain")), domains[i]);
      check_window_check (fixture);
      check_window_wait_result (fixture);
      ui_test_wait_frame (fixture->window);

      page = ui_test_find_type (fixture->window, TLSRPT_TYPE_CHECK_PAGE, 0);
      gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 360);
    }
}

/* The dialog that asks for consent, if it is open. */
static AdwMessageDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (window))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

static void
respond (const char *label)
{
  GtkWidget *button = ui_test_find_button (GTK_WIDGET (find_dialog ()), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  while (find_dialog () != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Whoever is to be contacted is named before, and nobody is without consent. */
static void
test_look (WindowFixture *fixture,
           gconstpointer  data)
{
  AdwMessageDialog *dialog;

  tlsrpt_record_set_domain (fixture->record, "good.example");
  check_window_check (fixture);
  check_window_wait_result (fixture);
  g_assert_nonnull (check_window_find_row (fixture, "Not contacted"));

  g_signal_emit_by_name (check_window_find_button (fixture, "Conn_ect…"), "clicked");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "\u2068mx.example\u2069"));
  g_assert_false (adw_message_dialog_get_body_use_markup (dialog));
  respond ("Ca_ncel");
  g_assert_nonnull (check_window_find_row (fixture, "Not contacted"));

  g_signal_emit_by_name (check_window_find_button (fixture, "Conn_ect…"), "clicked");
  respond ("Connect");
  /* The zone has no address for it. */
  while (ui_test_find_row (check_window_find_form (fixture),
                           "No mail server has an address to connect to", 0) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (check_window_find_row (fixture, "\u2068mx.example\u2069"));
  g_assert_nonnull (check_window_find_button (fixture, "Conn_ect…"));
  g_assert_null (check_window_find_button (fixture, "Ca_ncel"));

  /* It was a look at what was published then. */
  check_window_check (fixture);
  while (ui_test_find_row (check_window_find_form (fixture), "Not contacted", 0) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* From a report: the domain is checked, and then consent is asked for. */
static void
test_look_action (WindowFixture *fixture,
                  gconstpointer  data)
{
  g_assert_true (gtk_widget_activate_action (fixture->window, "win.look", "s", "good.example"));
  check_window_wait_result (fixture);
  g_assert_cmpstr (get_checked_domain (fixture), ==, "good.example");
  g_assert_nonnull (find_dialog ());
  respond ("Ca_ncel");

  /* A check that somebody starts does not. */
  check_window_check (fixture);
  ui_test_wait ();
  check_window_wait_result (fixture);
  g_assert_null (find_dialog ());
}

/* What is not there is said once. */
static void
test_absent (WindowFixture *fixture,
             gconstpointer  data)
{
  static const char *const domains[] = { "nodata.example", "two.example", "servfail.example" };

  for (gsize i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      tlsrpt_record_set_domain (fixture->record, domains[i]);
      check_window_check (fixture);
      gtk_editable_set_text (GTK_EDITABLE (check_window_find_row (fixture, "_Domain")), domains[i]);
      check_window_check (fixture);
      check_window_wait_result (fixture);
      g_assert_null (check_window_find_row (fixture, "Not compared"));
      g_assert_nonnull (ui_test_find_type (GTK_WIDGET (check_window_find_result (fixture)),
                                           TLSRPT_TYPE_VERDICT_ROW, 0));
    }
}

int
main (int   argc,
      char *argv[])
{
  int result;

  ui_test_init (&argc, &argv);
  window_fixture_open ();

#define ADD(path, function) \
  g_test_add ("/check-page/" path, WindowFixture, NULL, \
              check_window_set_up, function, check_window_tear_down)

  ADD ("success", test_success);
  ADD ("comparison", test_comparison);
  ADD ("topics", test_topics);
  ADD ("provider", test_provider);
  ADD ("provider-of-another", test_provider_of_another);
  ADD ("providers", test_providers);
  ADD ("no-provider", test_no_provider);
  ADD ("silence", test_silence);
  ADD ("no-domain", test_no_domain);
  ADD ("cancel", test_cancel);
  ADD ("repeat", test_repeat);
  ADD ("running", test_running);
  ADD ("absent", test_absent);
  ADD ("look", test_look);
  ADD ("look-action", test_look_action);
  ADD ("hostile", test_hostile);
  ADD ("width", test_width);

  result = g_test_run ();
  window_fixture_close ();

  return result;
}
