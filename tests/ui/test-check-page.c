/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dns-server.h"
#include "dns-zone.h"
#include "tlsrpt-advice-topic.h"
#include "tlsrpt-check-form.h"
#include "tlsrpt-check-page.h"
#include "tlsrpt-check-result.h"
#include "tlsrpt-domain-details.h"
#include "tlsrpt-domain-rows.h"
#include "tlsrpt-domains-page.h"
#include "tlsrpt-export-panel.h"
#include "tlsrpt-fact-row.h"
#include "tlsrpt-guide.h"
#include "tlsrpt-import-dialog.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-marked-row.h"
#include "tlsrpt-remark-row.h"
#include "tlsrpt-reports-view.h"
#include "tlsrpt-verdict-row.h"
#include "window-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define TIMEOUT 60

/* The resolver of the window; like the window, each test has its own. */
static DnsServer *server;

static void
set_up (WindowFixture *fixture,
        gconstpointer  data)
{
  g_autoptr (TlsrptResolver) resolver = NULL;

  server = dns_server_new (dns_zone_reply, FALSE);
  resolver = tlsrpt_resolver_new (server->address, TIMEOUT, TLSRPT_RESOLVER_RECURSIVE,
                                  NULL);

  window_fixture_set_up (fixture, data);
  tlsrpt_window_set_resolver (TLSRPT_WINDOW (fixture->window), resolver);
}

static void
tear_down (WindowFixture *fixture,
           gconstpointer  data)
{
  /* A check that was still running does not keep the window alive. */
  window_fixture_tear_down (fixture, data);
  dns_server_free (server);
}

static void
check (WindowFixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (fixture->window, "win.check", NULL));
}

static TlsrptCheckResult *
find_result (WindowFixture *fixture)
{
  return TLSRPT_CHECK_RESULT (ui_test_find_type (fixture->window, TLSRPT_TYPE_CHECK_RESULT, 0));
}

static void
wait_result (WindowFixture *fixture)
{
  while (find_result (fixture) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The other pages are there too, below this one. */
static GtkWidget *
find_form (WindowFixture *fixture)
{
  return ui_test_find_type (fixture->window, TLSRPT_TYPE_CHECK_FORM, 0);
}

static GtkWidget *
find_row (WindowFixture *fixture,
          const char    *title)
{
  return ui_test_find_row (find_form (fixture), title, 0);
}

static GtkWidget *
find_button (WindowFixture *fixture,
             const char    *label)
{
  return ui_test_find_button (find_form (fixture), label);
}

static void
test_success (WindowFixture *fixture,
              gconstpointer  data)
{
  tlsrpt_record_set_domain (fixture->record, "good.example");
  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "tls@good.example");
  check (fixture);
  g_assert_nonnull (find_button (fixture, "Ca_ncel"));
  wait_result (fixture);

  g_assert_nonnull (find_row (fixture, "Published"));
  g_assert_nonnull (find_row (fixture, "Valid"));
  g_assert_nonnull (find_row (fixture, "Matches your record"));
  g_assert_nonnull (find_button (fixture, "_Check"));
  g_assert_null (find_button (fixture, "Ca_ncel"));
  g_assert_null (find_button (fixture, "_Use This Record"));

  /* The third verdict follows the form. */
  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "b@good.example");
  g_assert_nonnull (find_row (fixture, "Does not match your record"));
  g_assert_nonnull (find_button (fixture, "_Use This Record"));
}

/* What DNS has and what the form has, with what differs underlined in both. */
static void
test_comparison (WindowFixture *fixture,
                 gconstpointer  data)
{
  g_autofree char *copied = NULL;

  tlsrpt_record_set_domain (fixture->record, "good.example");
  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "tls@good.example");
  check (fixture);
  wait_result (fixture);
  g_assert_null (ui_test_find_type (fixture->window, TLSRPT_TYPE_MARKED_ROW, 0));
  g_assert_null (find_button (fixture, "Copy the Fix"));

  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "b@good.example");
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *row = ui_test_find_type (find_form (fixture), TLSRPT_TYPE_MARKED_ROW, i);
      GtkWidget *label = ui_test_find_label (row, i == 0 ? DNS_ZONE_RECORD
                                                         : DNS_ZONE_RECORD ",mailto:b@good.example");
      g_autofree char *attributes = NULL;

      g_assert_nonnull (label);
      attributes = pango_attr_list_to_string (gtk_label_get_attributes (GTK_LABEL (label)));
      g_assert_cmpint (strstr (attributes, "underline") != NULL, ==, i == 1);
      g_assert_cmpint (strstr (attributes, "weight bold") != NULL, ==, i == 1);
    }

  g_signal_emit_by_name (find_button (fixture, "Copy the Fix"), "clicked");
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
  AdwViewStack *stack = ADW_VIEW_STACK (ui_test_find_type (fixture->window, ADW_TYPE_VIEW_STACK, 0));
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
  check (fixture);
  wait_result (fixture);
  button = find_button (fixture, "Explain");
  g_assert_nonnull (button);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "app.explain");
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (stack), ==, "check");
  g_assert_null (find_button (fixture, "Merge Them"));
}

static void
check_domain (WindowFixture *fixture,
              const char    *domain)
{
  tlsrpt_record_set_domain (fixture->record, domain);
  check (fixture);
  wait_result (fixture);
}

/* The name servers tell where the zone is, and a row leads to the form there. */
static void
test_provider (WindowFixture *fixture,
               gconstpointer  data)
{
  GtkWidget *row;
  GtkWidget *panel;
  AdwViewStack *stack = ADW_VIEW_STACK (ui_test_find_type (fixture->window, ADW_TYPE_VIEW_STACK, 0));

  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "tls@hosted.example");
  check_domain (fixture, "hosted.example");
  row = find_row (fixture, "Your DNS is at Cloudflare");
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
  g_signal_emit_by_name (find_row (fixture, "Your DNS is at Cloudflare"), "activate");
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
  g_assert_nonnull (find_row (fixture, "Part of your DNS is at Cloudflare"));
  g_assert_nonnull (find_row (fixture, "Part of your DNS is at Amazon Route 53"));
}

/* One server that nobody knows may be where the zone is kept. */
static void
test_no_provider (WindowFixture *fixture,
                  gconstpointer  data)
{
  check_domain (fixture, "hosted-partly.example");
  g_assert_null (find_row (fixture, "Your DNS is at Cloudflare"));
  g_assert_null (find_row (fixture, "Part of your DNS is at Cloudflare"));
}

/* Nothing is looked up before the check is started. */
static void
test_silence (WindowFixture *fixture,
              gconstpointer  data)
{
  AdwViewStack *stack = ADW_VIEW_STACK (ui_test_find_type (fixture->window, ADW_TYPE_VIEW_STACK, 0));

  tlsrpt_record_set_domain (fixture->record, "good.example");
  adw_view_stack_set_visible_child_name (stack, "check");
  ui_test_wait_frame (fixture->window);

  /* The domain is filled in, and the page names the servers that would be queried. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (fixture, "_Domain"))), ==,
                   "good.example");
  g_assert_cmpuint (server->n_questions, ==, 0);
  g_assert_null (find_result (fixture));
}

static void
test_no_domain (WindowFixture *fixture,
                gconstpointer  data)
{
  check (fixture);
  ui_test_wait ();
  g_assert_null (find_button (fixture, "Ca_ncel"));
  g_assert_true (gtk_widget_is_ancestor (ui_test_get_focus (fixture->window),
                                         find_row (fixture, "_Domain")));

  tlsrpt_record_set_domain (fixture->record, "exa mple");
  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture, "_Domain")), "exa mple");
  check (fixture);
  ui_test_wait ();
  g_assert_true (gtk_widget_has_css_class (find_row (fixture, "_Domain"), "error"));
  g_assert_cmpuint (server->n_questions, ==, 0);
}

static void
test_cancel (WindowFixture *fixture,
             gconstpointer  data)
{
  tlsrpt_record_set_domain (fixture->record, "silent.example");
  check (fixture);
  ui_test_wait ();
  g_signal_emit_by_name (find_button (fixture, "Ca_ncel"), "clicked");
  ui_test_wait ();

  g_assert_null (find_result (fixture));
  g_assert_nonnull (ui_test_find_label (fixture->window, "The check was canceled"));
  g_assert_nonnull (find_button (fixture, "_Check"));
}

/* In the view itself the key repeats what the view shows, whatever the form holds. */
static void
test_repeat (WindowFixture *fixture,
             gconstpointer  data)
{
  TlsrptCheck *first;

  tlsrpt_record_set_domain (fixture->record, "good.example");
  check (fixture);
  wait_result (fixture);
  first = tlsrpt_check_result_get_check (find_result (fixture));

  tlsrpt_record_set_domain (fixture->record, "two.example");
  check (fixture);
  while (tlsrpt_check_result_get_check (find_result (fixture)) == first)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (tlsrpt_check_get_domain (tlsrpt_check_result_get_check (find_result (fixture))),
                   ==, "good.example");

  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture, "_Domain")), "two.example");
  check (fixture);
  /* The result for another domain is hidden at once. */
  g_assert_null (find_result (fixture));
  wait_result (fixture);
  g_assert_nonnull (find_row (fixture, "Several records"));
  g_assert_nonnull (ui_test_find_label (fixture->window, "Merge Them"));
}

static void
test_running (WindowFixture *fixture,
              gconstpointer  data)
{
  tlsrpt_record_set_domain (fixture->record, "silent.example");
  check (fixture);
  ui_test_wait ();
  /* The window is closed while the check runs: see tear_down(). */
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

static gboolean
has_text (GtkWidget  *widget,
          const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (has_text (child, text))
        return TRUE;
    }

  return FALSE;
}

/* Whether a row says or quotes @text. */
static gboolean
has_remark (GtkWidget  *window,
            const char *text)
{
  GtkWidget *row;

  for (guint i = 0; (row = ui_test_find_type (window, TLSRPT_TYPE_REMARK_ROW, i)) != NULL; i++)
    {
      if (has_text (row, text))
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
  check (fixture);
  wait_result (fixture);
  assert_harmless (fixture->window);

  /* Markup is shown as it stands, where the record is shown. */
  fact = ui_test_find_type (fixture->window, TLSRPT_TYPE_FACT_ROW, 0);
  g_assert_true (has_remark (fixture->window, "<b>&"));
  g_assert_true (has_text (fact, "<b>&"));
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
      check (fixture);
      gtk_editable_set_text (GTK_EDITABLE (find_row (fixture, "_Domain")), domains[i]);
      check (fixture);
      wait_result (fixture);
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
  check (fixture);
  wait_result (fixture);
  g_assert_nonnull (find_row (fixture, "Not contacted"));

  g_signal_emit_by_name (find_button (fixture, "Conn_ect…"), "clicked");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "\u2068mx.example\u2069"));
  g_assert_false (adw_message_dialog_get_body_use_markup (dialog));
  respond ("Ca_ncel");
  g_assert_nonnull (find_row (fixture, "Not contacted"));

  g_signal_emit_by_name (find_button (fixture, "Conn_ect…"), "clicked");
  respond ("Connect");
  /* The zone has no address for it. */
  while (ui_test_find_row (find_form (fixture),
                           "No mail server has an address to connect to", 0) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (find_row (fixture, "\u2068mx.example\u2069"));
  g_assert_nonnull (find_button (fixture, "Conn_ect…"));
  g_assert_null (find_button (fixture, "Ca_ncel"));

  /* It was a look at what was published then. */
  check (fixture);
  while (ui_test_find_row (find_form (fixture), "Not contacted", 0) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* From a report: the domain is checked, and then consent is asked for. */
static void
test_look_action (WindowFixture *fixture,
                  gconstpointer  data)
{
  g_assert_true (gtk_widget_activate_action (fixture->window, "win.look", "s", "good.example"));
  wait_result (fixture);
  g_assert_cmpstr (tlsrpt_check_get_domain (tlsrpt_check_result_get_check (find_result (fixture))),
                   ==, "good.example");
  g_assert_nonnull (find_dialog ());
  respond ("Ca_ncel");

  /* A check that somebody starts does not. */
  check (fixture);
  ui_test_wait ();
  wait_result (fixture);
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
      check (fixture);
      gtk_editable_set_text (GTK_EDITABLE (find_row (fixture, "_Domain")), domains[i]);
      check (fixture);
      wait_result (fixture);
      g_assert_null (find_row (fixture, "Not compared"));
      g_assert_nonnull (ui_test_find_type (GTK_WIDGET (find_result (fixture)),
                                           TLSRPT_TYPE_VERDICT_ROW, 0));
    }
}

static GtkWidget *
find_domains (WindowFixture *fixture)
{
  return ui_test_find_type (fixture->window, TLSRPT_TYPE_DOMAINS_PAGE, 0);
}

static GtkTextBuffer *
find_buffer (WindowFixture *fixture)
{
  return gtk_text_view_get_buffer (
    GTK_TEXT_VIEW (ui_test_find_type (find_domains (fixture), GTK_TYPE_TEXT_VIEW, 0)));
}

static void
show_check (WindowFixture *fixture)
{
  AdwViewStack *stack = ADW_VIEW_STACK (ui_test_find_type (fixture->window, ADW_TYPE_VIEW_STACK, 0));

  adw_view_stack_set_visible_child_name (stack, "check");
  ui_test_wait_frame (fixture->window);
}

static void
open_domains (WindowFixture *fixture)
{
  show_check (fixture);
  g_signal_emit_by_name (find_row (fixture, "_My Domains"), "activate");
  ui_test_wait_frame (fixture->window);
}

/* Types @text into the list and adds it. */
static void
add_domains (WindowFixture *fixture,
             const char    *text)
{
  g_assert_true (gtk_widget_activate_action (find_domains (fixture), "domains.edit", NULL));
  gtk_text_buffer_set_text (find_buffer (fixture), text, -1);
  check (fixture);
}

static void
assert_left (WindowFixture *fixture,
             const char    *expected)
{
  g_autofree char *text = NULL;

  g_object_get (find_buffer (fixture), "text", &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

static GtkWidget *
find_view (WindowFixture *fixture)
{
  return ui_test_find_type (find_domains (fixture), GTK_TYPE_COLUMN_VIEW, 0);
}

/* What the table shows, in its order. */
static char *
join_rows (WindowFixture *fixture)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (find_view (fixture))));
  GString *rows = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (TlsrptRow) row = g_list_model_get_item (model, i);
      const TlsrptStateDomain *domain = tlsrpt_domain_rows_get_domain (tlsrpt_row_get_data (row));

      g_string_append_printf (rows, "%s %s; ", domain->name,
                              domain->checked > 0 ? domain->state : "-");
    }

  return g_string_free (rows, FALSE);
}

/* Rows are found and sorted in a thread. */
static void
wait_rows (WindowFixture *fixture,
           const char    *expected)
{
  for (;;)
    {
      g_autofree char *rows = join_rows (fixture);

      if (g_str_equal (rows, expected))
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
wait_label (WindowFixture *fixture,
            const char    *text)
{
  while (ui_test_find_label (fixture->window, text) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Which shows that no check runs any more. */
static void
wait_checked (WindowFixture *fixture)
{
  while (ui_test_find_button (find_domains (fixture), "Check All") == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Whether a cell of the table has @text, as a part at least. */
static gboolean
has_cell (GtkWidget  *widget,
          const char *text)
{
  if (GTK_IS_INSCRIPTION (widget))
    return strstr (gtk_inscription_get_text (GTK_INSCRIPTION (widget)), text) != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (has_cell (child, text))
        return TRUE;
    }

  return FALSE;
}

static void
activate_row (WindowFixture *fixture,
              guint          position)
{
  g_signal_emit_by_name (find_view (fixture), "activate", position);
  ui_test_wait_frame (fixture->window);
}

static GtkWidget *
find_import (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (TLSRPT_IS_IMPORT_DIALOG (window))
        return window;
    }

  g_assert_not_reached ();
}

static char *
dup_import_text (GtkWidget *import)
{
  GtkWidget *view = ui_test_find_type (import, GTK_TYPE_TEXT_VIEW, 0);
  char *text;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", &text, NULL);

  return text;
}

static GtkWidget *
find_details (WindowFixture *fixture)
{
  return ui_test_find_type (fixture->window, TLSRPT_TYPE_DOMAIN_DETAILS, 0);
}

static void
test_domains (WindowFixture *fixture,
              gconstpointer  data)
{
  tlsrpt_record_set_domain (fixture->record, "good.example");
  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "tls@good.example");
  open_domains (fixture);
  add_domains (fixture, "two.example good.example no-such.example");
  wait_rows (fixture, "two.example -; good.example -; no-such.example -; ");
  wait_label (fixture, "3 domains");
  g_assert_true (has_cell (find_view (fixture), "Not checked"));
  g_assert_cmpuint (server->n_questions, ==, 0);

  check (fixture);
  wait_checked (fixture);
  wait_label (fixture, "3 domains");
  wait_rows (fixture, "two.example failing; good.example published; no-such.example missing; ");
  tlsrpt_table_sort (TLSRPT_TABLE (ui_test_find_type (find_domains (fixture), TLSRPT_TYPE_TABLE, 0)),
                     0);
  wait_rows (fixture, "good.example published; no-such.example missing; two.example failing; ");

  /* A row leads to the result, which compares with the form. */
  activate_row (fixture, 0);
  g_assert_nonnull (ui_test_find_row (find_details (fixture), "Matches your record", 0));
  g_assert_nonnull (ui_test_find_row (find_details (fixture), "Expected Record", 0));

  g_assert_true (gtk_widget_activate_action (find_details (fixture), "check.back", NULL));
  g_assert_true (gtk_widget_get_child_visible (find_domains (fixture)));
  g_assert_true (gtk_widget_activate_action (find_domains (fixture), "check.back", NULL));
  g_assert_true (gtk_widget_get_child_visible (find_form (fixture)));
}

/* What is no domain, or one too many, is said, and is not lost. */
static void
test_domains_left (WindowFixture *fixture,
                   gconstpointer  data)
{
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();

  tlsrpt_window_set_state (TLSRPT_WINDOW (fixture->window), state);
  open_domains (fixture);
  g_assert_nonnull (ui_test_find_label (find_domains (fixture), "No Domains"));

  add_domains (fixture, "x_y.example\ngood.example, 192.0.2.1");
  wait_label (fixture, "2 entries are not domains and were not added.");
  assert_left (fixture, "x_y.example\n192.0.2.1\n");
  g_assert_cmpuint (tlsrpt_state_get_domains (state)->len, ==, 1);

  add_domains (fixture, "$ORIGIN zone.example.\n@ IN MX 10 mx\nsub IN MX 10 mx\n");
  assert_left (fixture, "");
  g_assert_nonnull (tlsrpt_state_find_domain (state, "zone.example"));
  g_assert_nonnull (tlsrpt_state_find_domain (state, "sub.zone.example"));

  add_domains (fixture, "@ IN MX 10 mx");
  wait_label (fixture, "The zone file names no domain with an MX or a TLS-RPT record. It may lack "
                       "a line with $ORIGIN.");
  assert_left (fixture, "@ IN MX 10 mx");

  for (guint i = 0; i < TLSRPT_LIMIT_CHECKS; i++)
    g_string_append_printf (many, "d%u.example\n", i);
  add_domains (fixture, many->str);
  wait_label (fixture, "3 domains were not added: the list can have at most 5000.");
  assert_left (fixture, "d4997.example\nd4998.example\nd4999.example\n");
  g_assert_cmpuint (tlsrpt_state_get_domains (state)->len, ==, TLSRPT_LIMIT_CHECKS);
}

/* What was kept is there, and nobody is asked about it. */
static void
test_domains_restored (WindowFixture *fixture,
                       gconstpointer  data)
{
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();
  g_autoptr (TlsrptStateDomain) domain = NULL;

  domain = tlsrpt_state_domain_new ("good.example", NULL);
  domain->value = g_strdup ("v=TLSRPTv1; rua=mailto:old@good.example");
  domain->checked = 1796113800;
  domain->state = g_strdup ("published");
  domain->record = g_strdup ("valid");
  g_assert_true (tlsrpt_state_insert_domain (state, domain, 0));

  open_domains (fixture);
  /* Somebody was quicker than the file. */
  add_domains (fixture, "early.example");
  tlsrpt_window_set_state (TLSRPT_WINDOW (fixture->window), state);
  wait_rows (fixture, "good.example published; early.example -; ");

  activate_row (fixture, 0);
  g_assert_nonnull (ui_test_find_row (find_details (fixture), "Published Record", 0));
  g_assert_null (ui_test_find_type (find_details (fixture), TLSRPT_TYPE_CHECK_RESULT, 0));
  g_assert_cmpuint (server->n_questions, ==, 0);

  /* The record is not the one of the last time. */
  check (fixture);
  while (ui_test_find_type (find_details (fixture), TLSRPT_TYPE_CHECK_RESULT, 0) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (tlsrpt_state_find_domain (state, "good.example")->state, ==, "changed");
  g_assert_null (ui_test_find_row (find_details (fixture), "Published Record", 0));
  g_assert_true (gtk_widget_activate_action (find_details (fixture), "check.back", NULL));
  wait_rows (fixture, "good.example changed; early.example -; ");
}

static void
test_domains_removed (WindowFixture *fixture,
                      gconstpointer  data)
{
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();

  tlsrpt_window_set_state (TLSRPT_WINDOW (fixture->window), state);
  open_domains (fixture);
  add_domains (fixture, "a.example good.example c.example");
  wait_rows (fixture, "a.example -; good.example -; c.example -; ");
  check (fixture);
  wait_checked (fixture);
  wait_label (fixture, "3 domains");

  activate_row (fixture, 1);
  g_assert_true (gtk_widget_activate_action (find_details (fixture), "domain.remove", NULL));
  g_assert_true (gtk_widget_get_child_visible (find_domains (fixture)));
  wait_rows (fixture, "a.example missing; c.example missing; ");
  g_assert_null (tlsrpt_state_find_domain (state, "good.example"));
  wait_label (fixture, "“\u2068good.example\u2069” removed");

  /* All that was known of it comes back, where it was. */
  g_assert_true (gtk_widget_activate_action (find_domains (fixture), "domains.undo", NULL));
  wait_rows (fixture, "a.example missing; good.example published; c.example missing; ");

  /* As the key does wherever the focus is, and not while something else is shown. */
  tlsrpt_record_set_domain (fixture->record, "form.example");
  window_fixture_activate (fixture, "win.new");
  show_check (fixture);
  activate_row (fixture, 1);
  g_assert_true (gtk_widget_activate_action (find_details (fixture), "domain.remove", NULL));
  wait_rows (fixture, "a.example missing; c.example missing; ");
  window_fixture_activate (fixture, "win.undo");
  wait_rows (fixture, "a.example missing; good.example published; c.example missing; ");
  g_assert_cmpstr (tlsrpt_record_get_domain (fixture->record), ==, "");
  window_fixture_activate (fixture, "win.undo");
  g_assert_cmpstr (tlsrpt_record_get_domain (fixture->record), ==, "form.example");
  show_check (fixture);

  /* What is forgotten is gone, and is not to be brought back. */
  activate_row (fixture, 0);
  g_assert_true (gtk_widget_activate_action (find_details (fixture), "domain.remove", NULL));
  tlsrpt_window_forget (TLSRPT_WINDOW (fixture->window));
  tlsrpt_state_clear (state);
  gtk_widget_activate_action (find_domains (fixture), "domains.undo", NULL);
  wait_label (fixture, "No Domains");
  g_assert_cmpuint (tlsrpt_state_get_domains (state)->len, ==, 0);
}

/* A row leads on to the form and to the reports. */
static void
test_domains_lead_on (WindowFixture *fixture,
                      gconstpointer  data)
{
  GtkWidget *import;
  g_autofree char *text = NULL;

  tlsrpt_record_set_domain (fixture->record, "good.example");
  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "new@good.example");
  open_domains (fixture);
  add_domains (fixture, "good.example");
  wait_rows (fixture, "good.example -; ");
  activate_row (fixture, 0);

  g_assert_true (gtk_widget_activate_action (find_details (fixture), "domain.use", NULL));
  import = find_import ();
  text = dup_import_text (import);
  g_assert_cmpstr (text, ==, "_smtp._tls.good.example. 3600 IN TXT "
                             "\"v=TLSRPTv1; rua=mailto:new@good.example\"");
  gtk_window_close (GTK_WINDOW (import));
  ui_test_wait_frame (fixture->window);

  g_assert_true (gtk_widget_activate_action (find_details (fixture), "domain.show-reports", NULL));
  ui_test_wait_frame (fixture->window);
  g_assert_cmpstr (tlsrpt_window_get_view (TLSRPT_WINDOW (fixture->window)), ==, "reports");
  g_assert_cmpstr (tlsrpt_reports_view_get_filter (TLSRPT_REPORTS_VIEW (
                     ui_test_find_type (fixture->window, TLSRPT_TYPE_REPORTS_VIEW, 0)))->domain, ==,
                   "good.example");
}

/* What DNS has for a domain of the list stays that of this domain, whatever the form is for. */
static void
test_domains_use_published (WindowFixture *fixture,
                            gconstpointer  data)
{
  GtkWidget *import;
  GtkWidget *replace;
  g_autofree char *text = NULL;

  tlsrpt_record_set_domain (fixture->record, "other.example");
  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "new@other.example");
  open_domains (fixture);
  add_domains (fixture, "good.example");
  wait_rows (fixture, "good.example -; ");
  activate_row (fixture, 0);
  check (fixture);
  while (ui_test_find_type (find_details (fixture), TLSRPT_TYPE_CHECK_RESULT, 0) == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_signal_emit_by_name (ui_test_find_button (find_details (fixture), "_Use This Record"),
                         "clicked");
  import = find_import ();
  text = dup_import_text (import);
  g_assert_cmpstr (text, ==, "_smtp._tls.good.example. 3600 IN TXT "
                             "\"v=TLSRPTv1; rua=mailto:tls@good.example\"");
  replace = ui_test_find_button (import, "_Replace");
  g_assert_true (gtk_window_get_default_widget (GTK_WINDOW (import)) == replace);

  g_signal_emit_by_name (replace, "clicked");
  ui_test_wait_frame (fixture->window);
  g_assert_cmpstr (tlsrpt_record_get_domain (fixture->record), ==, "good.example");
  g_assert_cmpstr (tlsrpt_record_get_value (fixture->record), ==,
                   "v=TLSRPTv1; rua=mailto:tls@good.example");
}

static gboolean
has_focus_in (WindowFixture *fixture,
              GtkWidget     *widget)
{
  GtkWidget *focus = ui_test_get_focus (fixture->window);

  return focus != NULL && gtk_widget_get_mapped (focus) &&
         gtk_widget_is_ancestor (focus, widget);
}

/* Rows come and go under whoever reads them, and keys still get somewhere. */
static void
test_domains_focus (WindowFixture *fixture,
                    gconstpointer  data)
{
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();

  tlsrpt_window_set_state (TLSRPT_WINDOW (fixture->window), state);
  open_domains (fixture);
  add_domains (fixture, "a.example good.example c.example");
  wait_rows (fixture, "a.example -; good.example -; c.example -; ");
  ui_test_wait_frame (fixture->window);
  g_assert_true (has_focus_in (fixture, find_domains (fixture)));

  check (fixture);
  gtk_widget_grab_focus (find_view (fixture));
  g_assert_true (has_focus_in (fixture, find_view (fixture)));
  wait_rows (fixture, "a.example missing; good.example published; c.example missing; ");
  ui_test_wait_frame (fixture->window);
  g_assert_true (has_focus_in (fixture, find_view (fixture)));

  activate_row (fixture, 1);
  g_assert_true (has_focus_in (fixture, find_details (fixture)));
  g_assert_true (gtk_widget_activate_action (find_details (fixture), "domain.remove", NULL));
  wait_rows (fixture, "a.example missing; c.example missing; ");
  ui_test_wait_frame (fixture->window);
  g_assert_true (has_focus_in (fixture, find_domains (fixture)));

  g_assert_true (gtk_widget_activate_action (find_domains (fixture), "domains.undo", NULL));
  wait_rows (fixture, "a.example missing; good.example published; c.example missing; ");
  ui_test_wait_frame (fixture->window);
  g_assert_true (has_focus_in (fixture, find_domains (fixture)));
}

/* From the check of one domain, by a press and not without. */
static void
test_domains_added (WindowFixture *fixture,
                    gconstpointer  data)
{
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();
  const TlsrptStateDomain *domain;

  tlsrpt_window_set_state (TLSRPT_WINDOW (fixture->window), state);
  tlsrpt_record_set_domain (fixture->record, "good.example");
  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "tls@good.example");
  check (fixture);
  g_assert_null (find_button (fixture, "Add to My Domains"));
  wait_result (fixture);
  g_assert_cmpuint (tlsrpt_state_get_domains (state)->len, ==, 0);

  g_signal_emit_by_name (find_button (fixture, "Add to My Domains"), "clicked");
  domain = tlsrpt_state_find_domain (state, "good.example");
  g_assert_cmpstr (domain->state, ==, "published");
  g_assert_cmpstr (domain->expected, ==, "v=TLSRPTv1; rua=mailto:tls@good.example");

  g_signal_emit_by_name (find_button (fixture, "Show in My Domains"), "clicked");
  g_assert_nonnull (ui_test_find_row (find_details (fixture), "Matches your record", 0));
}

/* In a narrow window, the time of the last check is below the name. */
static void
test_narrow (WindowFixture *fixture,
             gconstpointer  data)
{
  GtkAdjustment *adjustment;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  open_domains (fixture);
  add_domains (fixture, "good.example a-domain-with-a-long-name.example");
  wait_rows (fixture, "good.example -; a-domain-with-a-long-name.example -; ");
  while (ui_test_find_label (find_view (fixture), "Expected Record") != NULL)
    ui_test_wait_frame (fixture->window);
  ui_test_wait_frame (fixture->window);

  adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (find_view (fixture)));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), <=,
                     gtk_adjustment_get_page_size (adjustment));
}

/* Only the domains in a state are shown, in one that a check has brought, too. */
static void
test_domains_filter (WindowFixture *fixture,
                     gconstpointer  data)
{
  static const struct
  {
    const char *word;
    const char *rows;
    const char *label;
  } cases[] = {
    { "Failing", "two.example failing; ", "1 of 4 domains" },
    { "Missing", "no-such.example missing; ", "1 of 4 domains" },
    { "Changed", "", "0 of 4 domains" },
    { "Published", "good.example published; ", "1 of 4 domains" },
    { "Unknown", "servfail.example unknown; ", "1 of 4 domains" },
    { "Not checked", "", "0 of 4 domains" },
    { "All States", "two.example failing; good.example published; no-such.example missing; "
                    "servfail.example unknown; ", "4 domains" },
  };
  GtkDropDown *drop_down;
  GListModel *words;

  open_domains (fixture);
  add_domains (fixture, "two.example good.example no-such.example servfail.example");
  drop_down = GTK_DROP_DOWN (ui_test_find_type (find_domains (fixture), GTK_TYPE_DROP_DOWN, 0));
  words = gtk_drop_down_get_model (drop_down);
  /* All are in the state that is chosen, until they are checked. */
  gtk_drop_down_set_selected (drop_down, g_list_model_get_n_items (words) - 1);
  wait_rows (fixture, "two.example -; good.example -; no-such.example -; servfail.example -; ");
  check (fixture);
  wait_checked (fixture);
  wait_rows (fixture, "");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (guint j = 0; j < g_list_model_get_n_items (words); j++)
        {
          g_autoptr (GtkStringObject) word = g_list_model_get_item (words, j);

          if (g_str_equal (gtk_string_object_get_string (word), cases[i].word))
            gtk_drop_down_set_selected (drop_down, j);
        }
      wait_rows (fixture, cases[i].rows);
      wait_label (fixture, cases[i].label);
    }
}

/* Those that are shown, less the lines that were deleted. */
static void
test_domains_remove_several (WindowFixture *fixture,
                             gconstpointer  data)
{
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();
  GtkWidget *page;

  tlsrpt_window_set_state (TLSRPT_WINDOW (fixture->window), state);
  open_domains (fixture);
  add_domains (fixture, "a.example b.example c.example d.org x_y.example");
  assert_left (fixture, "x_y.example\n");
  page = find_domains (fixture);
  g_assert_true (gtk_widget_activate_action (page, "check.back", NULL));
  wait_rows (fixture, "a.example -; b.example -; c.example -; d.org -; ");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_type (page, GTK_TYPE_SEARCH_ENTRY, 0)),
                         ".example");
  wait_rows (fixture, "a.example -; b.example -; c.example -; ");

  g_assert_true (gtk_widget_activate_action (page, "domains.remove-several", NULL));
  assert_left (fixture, "a.example\nb.example\nc.example\n");
  gtk_text_buffer_set_text (find_buffer (fixture), "c.example\na.example\nnot-there.example", -1);
  check (fixture);
  wait_label (fixture, "1 entry is not in the list.");
  wait_label (fixture, "2 domains removed");
  assert_left (fixture, "not-there.example\n");
  g_assert_cmpuint (tlsrpt_state_get_domains (state)->len, ==, 2);

  /* They come back where they were. */
  g_assert_true (gtk_widget_activate_action (page, "check.back", NULL));
  wait_rows (fixture, "b.example -; ");
  window_fixture_activate (fixture, "win.undo");
  wait_rows (fixture, "a.example -; b.example -; c.example -; ");

  /* All of them, and what was typed to be added is still there. */
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_type (page, GTK_TYPE_SEARCH_ENTRY, 0)), "");
  wait_rows (fixture, "a.example -; b.example -; c.example -; d.org -; ");
  g_assert_true (gtk_widget_activate_action (page, "domains.remove-several", NULL));
  check (fixture);
  wait_label (fixture, "4 domains removed");
  wait_label (fixture, "No Domains");
  g_assert_true (gtk_widget_activate_action (page, "domains.edit", NULL));
  assert_left (fixture, "x_y.example\n");
  g_assert_true (gtk_widget_activate_action (page, "domains.undo", NULL));
  g_assert_cmpuint (tlsrpt_state_get_domains (state)->len, ==, 4);
}

/* Why a domain stands as it does is there at the next start, without the check. */
static void
test_domains_reason (WindowFixture *fixture,
                     gconstpointer  data)
{
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();
  g_autoptr (TlsrptState) next = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *text = NULL;
  g_autofree char *reason = NULL;

  tlsrpt_window_set_state (TLSRPT_WINDOW (fixture->window), state);
  open_domains (fixture);
  add_domains (fixture, "two.example");
  check (fixture);
  wait_checked (fixture);
  wait_rows (fixture, "two.example failing; ");
  activate_row (fixture, 0);
  g_assert_null (ui_test_find_row (find_details (fixture), "Notes", 0));

  text = tlsrpt_state_to_json (state, now);
  next = tlsrpt_state_new_from_json (text, strlen (text), NULL);
  g_assert_nonnull (next);
  reason = g_strdup (tlsrpt_state_find_domain (next, "two.example")->reason);
  g_assert_true (g_str_has_prefix (reason, "There are 2 TLS-RPT records"));

  window_fixture_tear_down (fixture, data);
  set_up (fixture, data);
  tlsrpt_window_set_state (TLSRPT_WINDOW (fixture->window), next);
  open_domains (fixture);
  wait_rows (fixture, "two.example failing; ");
  activate_row (fixture, 0);
  g_assert_nonnull (ui_test_find_row (find_details (fixture), "Notes", 0));
  g_assert_true (g_strrstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (
                   ui_test_find_row (find_details (fixture), "Notes", 0))), reason) != NULL);
}

/* A search counts what it has found, and nothing is not saved. */
static void
test_domains_search (WindowFixture *fixture,
                     gconstpointer  data)
{
  static const struct
  {
    const char *search;
    const char *label;
    gboolean    can_save;
  } cases[] = {
    { "good", "1 of 3 domains", TRUE },
    { "nothing like this", "0 of 3 domains", FALSE },
    { "example", "3 of 3 domains", TRUE },
    { "", "3 domains", TRUE },
  };
  GtkWidget *entry;
  GtkWidget *button;

  open_domains (fixture);
  add_domains (fixture, "two.example good.example no-such.example");
  check (fixture);
  wait_checked (fixture);
  wait_rows (fixture, "two.example failing; good.example published; no-such.example missing; ");
  entry = ui_test_find_type (find_domains (fixture), GTK_TYPE_SEARCH_ENTRY, 0);
  button = ui_test_find_button (find_domains (fixture), "Save Table");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), cases[i].search);
      wait_label (fixture, cases[i].label);
      while (gtk_widget_get_sensitive (button) != cases[i].can_save)
        g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_domains_running (WindowFixture *fixture,
                      gconstpointer  data)
{
  open_domains (fixture);
  add_domains (fixture, "a.silent.example b.silent.example");
  check (fixture);
  ui_test_wait_frame (fixture->window);
  g_assert_nonnull (ui_test_find_label (fixture->window, "0 of 2 domains"));

  g_assert_true (gtk_widget_activate_action (find_domains (fixture), "domains.cancel", NULL));
  ui_test_wait_frame (fixture->window);
  wait_rows (fixture, "a.silent.example -; b.silent.example -; ");
  g_assert_nonnull (ui_test_find_button (find_domains (fixture), "Check All"));

  check (fixture);
  /* The window is closed while the checks run: see tear_down(). */
}

static void
test_list_file (WindowFixture *fixture,
                gconstpointer  data)
{
  static const struct
  {
    const char *content;
    gsize       length;
    const char *text;
  } files[] = {
    { "a.example\n", 10, "a.example\n" },
    { "\xff", 1, NULL },
    { "a\0b", 3, NULL },
  };
  g_autofree char *folder = g_dir_make_tmp ("tlsrpt-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "list", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkTextBuffer *buffer;

  open_domains (fixture);
  g_assert_true (gtk_widget_activate_action (find_domains (fixture), "domains.edit", NULL));
  buffer = find_buffer (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_assert_true (g_file_set_contents (path, files[i].content, (gssize) files[i].length, NULL));
      tlsrpt_domains_page_read (TLSRPT_DOMAINS_PAGE (find_domains (fixture)), file);
      if (files[i].text != NULL)
        {
          while (gtk_text_buffer_get_char_count (buffer) == 0)
            g_main_context_iteration (NULL, TRUE);
          assert_left (fixture, files[i].text);
          gtk_text_buffer_set_text (buffer, "", 0);
        }
      else
        {
          wait_label (fixture, "The file is not UTF-8 text");
          g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
        }
    }

  g_remove (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  ui_test_init (&argc, &argv);
  window_fixture_open ();

#define ADD(path, function) \
  g_test_add ("/check-page/" path, WindowFixture, NULL, set_up, function, tear_down)

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
  ADD ("domains", test_domains);
  ADD ("domains-left", test_domains_left);
  ADD ("domains-restored", test_domains_restored);
  ADD ("domains-removed", test_domains_removed);
  ADD ("domains-added", test_domains_added);
  ADD ("domains-use-published", test_domains_use_published);
  ADD ("domains-focus", test_domains_focus);
  ADD ("domains-lead-on", test_domains_lead_on);
  ADD ("domains-filter", test_domains_filter);
  ADD ("domains-remove-several", test_domains_remove_several);
  ADD ("domains-reason", test_domains_reason);
  ADD ("domains-search", test_domains_search);
  ADD ("domains-running", test_domains_running);
  ADD ("narrow", test_narrow);
  ADD ("list-file", test_list_file);

  result = g_test_run ();
  window_fixture_close ();

  return result;
}
