/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "my-domains.h"
#include "tlsrpt-check-result.h"
#include "tlsrpt-import-dialog.h"
#include "tlsrpt-reports-view.h"

#include <string.h>

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

static gboolean
has_focus_in (WindowFixture *fixture,
              GtkWidget     *widget)
{
  GtkWidget *focus = ui_test_get_focus (fixture->window);

  return focus != NULL && gtk_widget_get_mapped (focus) &&
         gtk_widget_is_ancestor (focus, widget);
}

/* What was kept is there, and nobody is asked about it. */
static void
test_restored (WindowFixture *fixture,
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

  my_domains_open (fixture);
  /* Somebody was quicker than the file. */
  my_domains_add (fixture, "early.example");
  tlsrpt_window_set_state (TLSRPT_WINDOW (fixture->window), state);
  my_domains_wait_rows (fixture, "good.example published; early.example -; ");

  my_domains_activate (fixture, 0);
  g_assert_nonnull (ui_test_find_row (my_domains_find_details (fixture), "Published Record", 0));
  g_assert_null (ui_test_find_type (my_domains_find_details (fixture), TLSRPT_TYPE_CHECK_RESULT,
                                    0));
  g_assert_cmpuint (fixture->server->n_questions, ==, 0);

  /* The record is not the one of the last time. */
  check_window_check (fixture);
  while (ui_test_find_type (my_domains_find_details (fixture), TLSRPT_TYPE_CHECK_RESULT, 0) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (tlsrpt_state_find_domain (state, "good.example")->state, ==, "changed");
  g_assert_null (ui_test_find_row (my_domains_find_details (fixture), "Published Record", 0));
  g_assert_true (gtk_widget_activate_action (my_domains_find_details (fixture), "check.back",
                                             NULL));
  my_domains_wait_rows (fixture, "good.example changed; early.example -; ");
}

/* From the check of one domain, by a press and not without. */
static void
test_added (WindowFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();
  const TlsrptStateDomain *domain;

  tlsrpt_window_set_state (TLSRPT_WINDOW (fixture->window), state);
  tlsrpt_record_set_domain (fixture->record, "good.example");
  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "tls@good.example");
  check_window_check (fixture);
  g_assert_null (check_window_find_button (fixture, "Add to My Domains"));
  check_window_wait_result (fixture);
  g_assert_cmpuint (tlsrpt_state_get_domains (state)->len, ==, 0);

  g_signal_emit_by_name (check_window_find_button (fixture, "Add to My Domains"), "clicked");
  domain = tlsrpt_state_find_domain (state, "good.example");
  g_assert_cmpstr (domain->state, ==, "published");
  g_assert_cmpstr (domain->expected, ==, "v=TLSRPTv1; rua=mailto:tls@good.example");

  g_signal_emit_by_name (check_window_find_button (fixture, "Show in My Domains"), "clicked");
  g_assert_nonnull (ui_test_find_row (my_domains_find_details (fixture), "Matches your record", 0));
}

/* Why a domain stands as it does is there at the next start, without the check. */
static void
test_reason (WindowFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();
  g_autoptr (TlsrptState) next = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *text = NULL;
  g_autofree char *reason = NULL;

  tlsrpt_window_set_state (TLSRPT_WINDOW (fixture->window), state);
  my_domains_open (fixture);
  my_domains_add (fixture, "two.example");
  check_window_check (fixture);
  my_domains_wait_checked (fixture);
  my_domains_wait_rows (fixture, "two.example failing; ");
  my_domains_activate (fixture, 0);
  g_assert_null (ui_test_find_row (my_domains_find_details (fixture), "Notes", 0));

  text = tlsrpt_state_to_json (state, now);
  next = tlsrpt_state_new_from_json (text, strlen (text), NULL);
  g_assert_nonnull (next);
  reason = g_strdup (tlsrpt_state_find_domain (next, "two.example")->reason);
  g_assert_true (g_str_has_prefix (reason, "There are 2 TLS-RPT records"));

  check_window_tear_down (fixture, data);
  check_window_set_up (fixture, data);
  tlsrpt_window_set_state (TLSRPT_WINDOW (fixture->window), next);
  my_domains_open (fixture);
  my_domains_wait_rows (fixture, "two.example failing; ");
  my_domains_activate (fixture, 0);
  g_assert_nonnull (ui_test_find_row (my_domains_find_details (fixture), "Notes", 0));
  g_assert_true (g_strrstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (
                   ui_test_find_row (my_domains_find_details (fixture), "Notes",
                                     0))), reason) != NULL);
}

/* What DNS has for a domain of the list stays that of this domain, whatever the form is for. */
static void
test_use_published (WindowFixture *fixture,
                    gconstpointer  data)
{
  GtkWidget *import;
  GtkWidget *replace;
  g_autofree char *text = NULL;

  tlsrpt_record_set_domain (fixture->record, "other.example");
  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "new@other.example");
  my_domains_open (fixture);
  my_domains_add (fixture, "good.example");
  my_domains_wait_rows (fixture, "good.example -; ");
  my_domains_activate (fixture, 0);
  check_window_check (fixture);
  while (ui_test_find_type (my_domains_find_details (fixture), TLSRPT_TYPE_CHECK_RESULT, 0) == NULL)
    g_main_context_iteration (NULL, TRUE);

  window_fixture_click (fixture, "_Use This Record");
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

/* Another result takes the place of one that offers to watch for the record. */
static void
test_again (WindowFixture *fixture,
            gconstpointer  data)
{
  TlsrptCheck *first;

  tlsrpt_record_set_domain (fixture->record, "good.example");
  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "new@good.example");
  my_domains_open (fixture);
  my_domains_add (fixture, "good.example");
  my_domains_wait_rows (fixture, "good.example -; ");
  my_domains_activate (fixture, 0);
  check_window_check (fixture);
  check_window_wait_result (fixture);
  ui_test_wait_frame (fixture->window);
  g_assert_nonnull (ui_test_find_button (my_domains_find_details (fixture), "Notify Me"));

  first = tlsrpt_check_result_get_check (check_window_find_result (fixture));
  g_assert_true (gtk_widget_activate_action (my_domains_find_details (fixture), "check.back",
                                             NULL));
  check_window_check (fixture);
  while (tlsrpt_check_result_get_check (check_window_find_result (fixture)) == first)
    g_main_context_iteration (NULL, TRUE);
}

/* A row leads on to the form and to the reports. */
static void
test_lead_on (WindowFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *import;
  g_autofree char *text = NULL;

  tlsrpt_record_set_domain (fixture->record, "good.example");
  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "new@good.example");
  my_domains_open (fixture);
  my_domains_add (fixture, "good.example");
  my_domains_wait_rows (fixture, "good.example -; ");
  my_domains_activate (fixture, 0);

  g_assert_true (gtk_widget_activate_action (my_domains_find_details (fixture), "domain.use",
                                             NULL));
  import = find_import ();
  text = dup_import_text (import);
  g_assert_cmpstr (text, ==, "_smtp._tls.good.example. 3600 IN TXT "
                             "\"v=TLSRPTv1; rua=mailto:new@good.example\"");
  gtk_window_close (GTK_WINDOW (import));
  ui_test_wait_frame (fixture->window);

  g_assert_true (gtk_widget_activate_action (my_domains_find_details (fixture),
                                             "domain.show-reports", NULL));
  ui_test_wait_frame (fixture->window);
  g_assert_cmpstr (tlsrpt_window_get_view (TLSRPT_WINDOW (fixture->window)), ==, "reports");
  g_assert_cmpstr (tlsrpt_reports_view_get_filter (TLSRPT_REPORTS_VIEW (
                     ui_test_find_type (fixture->window, TLSRPT_TYPE_REPORTS_VIEW, 0)))->domain, ==,
                   "good.example");
}

/* Rows come and go under whoever reads them, and keys still get somewhere. */
static void
test_focus (WindowFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();

  tlsrpt_window_set_state (TLSRPT_WINDOW (fixture->window), state);
  my_domains_open (fixture);
  my_domains_add (fixture, "a.example good.example c.example");
  my_domains_wait_rows (fixture, "a.example -; good.example -; c.example -; ");
  ui_test_wait_frame (fixture->window);
  g_assert_true (has_focus_in (fixture, my_domains_find_page (fixture)));

  check_window_check (fixture);
  gtk_widget_grab_focus (my_domains_find_view (fixture));
  g_assert_true (has_focus_in (fixture, my_domains_find_view (fixture)));
  my_domains_wait_rows (fixture, "a.example missing; good.example published; c.example missing; ");
  ui_test_wait_frame (fixture->window);
  g_assert_true (has_focus_in (fixture, my_domains_find_view (fixture)));

  my_domains_activate (fixture, 1);
  g_assert_true (has_focus_in (fixture, my_domains_find_details (fixture)));
  g_assert_true (gtk_widget_activate_action (my_domains_find_details (fixture), "domain.remove",
                                             NULL));
  my_domains_wait_rows (fixture, "a.example missing; c.example missing; ");
  ui_test_wait_frame (fixture->window);
  g_assert_true (has_focus_in (fixture, my_domains_find_page (fixture)));

  g_assert_true (gtk_widget_activate_action (my_domains_find_page (fixture), "domains.undo", NULL));
  my_domains_wait_rows (fixture, "a.example missing; good.example published; c.example missing; ");
  ui_test_wait_frame (fixture->window);
  g_assert_true (has_focus_in (fixture, my_domains_find_page (fixture)));
}

int
main (int   argc,
      char *argv[])
{
  int result;

  ui_test_init (&argc, &argv);
  window_fixture_open ();

#define ADD(path, function) \
  g_test_add ("/domain-details/" path, WindowFixture, NULL, \
              check_window_set_up, function, check_window_tear_down)

  ADD ("restored", test_restored);
  ADD ("added", test_added);
  ADD ("reason", test_reason);
  ADD ("use-published", test_use_published);
  ADD ("again", test_again);
  ADD ("lead-on", test_lead_on);
  ADD ("focus", test_focus);

  result = g_test_run ();
  window_fixture_close ();

  return result;
}
