/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "my-domains.h"

#include "tlsrpt-domain-details.h"
#include "tlsrpt-domain-rows.h"
#include "tlsrpt-domains-page.h"
#include "tlsrpt-row-model.h"

GtkWidget *
my_domains_find_page (WindowFixture *fixture)
{
  return ui_test_find_type (fixture->window, TLSRPT_TYPE_DOMAINS_PAGE, 0);
}

GtkTextBuffer *
my_domains_find_buffer (WindowFixture *fixture)
{
  GtkWidget *page = my_domains_find_page (fixture);

  return gtk_text_view_get_buffer (
    GTK_TEXT_VIEW (ui_test_find_type (page, GTK_TYPE_TEXT_VIEW, 0)));
}

GtkWidget *
my_domains_find_details (WindowFixture *fixture)
{
  return ui_test_find_type (fixture->window, TLSRPT_TYPE_DOMAIN_DETAILS, 0);
}

GtkWidget *
my_domains_find_view (WindowFixture *fixture)
{
  return ui_test_find_type (my_domains_find_page (fixture), GTK_TYPE_COLUMN_VIEW, 0);
}

void
my_domains_show_check (WindowFixture *fixture)
{
  AdwViewStack *stack = ADW_VIEW_STACK (ui_test_find_type (fixture->window, ADW_TYPE_VIEW_STACK,
                                                           0));

  adw_view_stack_set_visible_child_name (stack, "check");
  ui_test_wait_frame (fixture->window);
}

void
my_domains_open (WindowFixture *fixture)
{
  my_domains_show_check (fixture);
  g_signal_emit_by_name (check_window_find_row (fixture, "_My Domains"), "activate");
  ui_test_wait_frame (fixture->window);
}

/* Types @text into the list and adds it. */
void
my_domains_add (WindowFixture *fixture,
                const char    *text)
{
  g_assert_true (gtk_widget_activate_action (my_domains_find_page (fixture),
                                             "domains.edit", NULL));
  gtk_text_buffer_set_text (my_domains_find_buffer (fixture), text, -1);
  check_window_check (fixture);
}

void
my_domains_activate (WindowFixture *fixture,
                     guint          position)
{
  g_signal_emit_by_name (my_domains_find_view (fixture), "activate", position);
  ui_test_wait_frame (fixture->window);
}

void
my_domains_assert_left (WindowFixture *fixture,
                        const char    *expected)
{
  g_autofree char *text = NULL;

  g_object_get (my_domains_find_buffer (fixture), "text", &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

/* What the table shows, in its order. */
static char *
join_rows (WindowFixture *fixture)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (my_domains_find_view (fixture));
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (view));
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
void
my_domains_wait_rows (WindowFixture *fixture,
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

/* Which shows that no check runs any more. */
void
my_domains_wait_checked (WindowFixture *fixture)
{
  while (ui_test_find_button (my_domains_find_page (fixture), "Check All") == NULL)
    g_main_context_iteration (NULL, TRUE);
}
