/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "my-domains.h"
#include "tlsrpt-domains-page.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-table.h"

#include <glib/gstdio.h>

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
test_check_all (WindowFixture *fixture,
                gconstpointer  data)
{
  tlsrpt_record_set_domain (fixture->record, "good.example");
  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "tls@good.example");
  my_domains_open (fixture);
  my_domains_add (fixture, "two.example good.example no-such.example");
  my_domains_wait_rows (fixture, "two.example -; good.example -; no-such.example -; ");
  ui_test_wait_label (fixture->window, "3 domains");
  g_assert_true (has_cell (my_domains_find_view (fixture), "Not checked"));
  g_assert_cmpuint (fixture->server->n_questions, ==, 0);

  check_window_check (fixture);
  my_domains_wait_checked (fixture);
  ui_test_wait_label (fixture->window, "3 domains");
  my_domains_wait_rows (fixture,
                        "two.example failing; good.example published; no-such.example missing; ");
  tlsrpt_table_sort (TLSRPT_TABLE (ui_test_find_type (my_domains_find_page (fixture),
                                                      TLSRPT_TYPE_TABLE, 0)), 0);
  my_domains_wait_rows (fixture,
                        "good.example published; no-such.example missing; two.example failing; ");

  /* A row leads to the result, which compares with the form. */
  my_domains_activate (fixture, 0);
  g_assert_nonnull (ui_test_find_row (my_domains_find_details (fixture), "Matches your record", 0));
  g_assert_nonnull (ui_test_find_row (my_domains_find_details (fixture), "Expected Record", 0));

  g_assert_true (gtk_widget_activate_action (my_domains_find_details (fixture), "check.back",
                                             NULL));
  g_assert_true (gtk_widget_get_child_visible (my_domains_find_page (fixture)));
  g_assert_true (gtk_widget_activate_action (my_domains_find_page (fixture), "check.back", NULL));
  g_assert_true (gtk_widget_get_child_visible (check_window_find_form (fixture)));
}

/* What is no domain, or one too many, is said, and is not lost. */
static void
test_left (WindowFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();

  tlsrpt_window_set_state (TLSRPT_WINDOW (fixture->window), state);
  my_domains_open (fixture);
  g_assert_nonnull (ui_test_find_label (my_domains_find_page (fixture), "No Domains"));

  my_domains_add (fixture, "x_y.example\ngood.example, 192.0.2.1");
  ui_test_wait_label (fixture->window, "2 entries are not domains and were not added.");
  my_domains_assert_left (fixture, "x_y.example\n192.0.2.1\n");
  g_assert_cmpuint (tlsrpt_state_get_domains (state)->len, ==, 1);

  my_domains_add (fixture, "$ORIGIN zone.example.\n@ IN MX 10 mx\nsub IN MX 10 mx\n");
  my_domains_assert_left (fixture, "");
  g_assert_nonnull (tlsrpt_state_find_domain (state, "zone.example"));
  g_assert_nonnull (tlsrpt_state_find_domain (state, "sub.zone.example"));

  my_domains_add (fixture, "@ IN MX 10 mx");
  ui_test_wait_label (fixture->window,
                      "The zone file names no domain with an MX or a TLS-RPT record. It may lack "
                      "a line with $ORIGIN.");
  my_domains_assert_left (fixture, "@ IN MX 10 mx");

  for (guint i = 0; i < TLSRPT_LIMIT_CHECKS; i++)
    g_string_append_printf (many, "d%u.example\n", i);
  my_domains_add (fixture, many->str);
  ui_test_wait_label (fixture->window, "3 domains were not added: the list can have at most 5000.");
  my_domains_assert_left (fixture, "d4997.example\nd4998.example\nd4999.example\n");
  g_assert_cmpuint (tlsrpt_state_get_domains (state)->len, ==, TLSRPT_LIMIT_CHECKS);
}

static void
test_removed (WindowFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();

  tlsrpt_window_set_state (TLSRPT_WINDOW (fixture->window), state);
  my_domains_open (fixture);
  my_domains_add (fixture, "a.example good.example c.example");
  my_domains_wait_rows (fixture, "a.example -; good.example -; c.example -; ");
  check_window_check (fixture);
  my_domains_wait_checked (fixture);
  ui_test_wait_label (fixture->window, "3 domains");

  my_domains_activate (fixture, 1);
  g_assert_true (gtk_widget_activate_action (my_domains_find_details (fixture), "domain.remove",
                                             NULL));
  g_assert_true (gtk_widget_get_child_visible (my_domains_find_page (fixture)));
  my_domains_wait_rows (fixture, "a.example missing; c.example missing; ");
  g_assert_null (tlsrpt_state_find_domain (state, "good.example"));
  ui_test_wait_label (fixture->window, "“\u2068good.example\u2069” removed");

  /* All that was known of it comes back, where it was. */
  g_assert_true (gtk_widget_activate_action (my_domains_find_page (fixture), "domains.undo", NULL));
  my_domains_wait_rows (fixture, "a.example missing; good.example published; c.example missing; ");

  /* As the key does wherever the focus is, and not while something else is shown. */
  tlsrpt_record_set_domain (fixture->record, "form.example");
  window_fixture_activate (fixture, "win.new");
  my_domains_show_check (fixture);
  my_domains_activate (fixture, 1);
  g_assert_true (gtk_widget_activate_action (my_domains_find_details (fixture), "domain.remove",
                                             NULL));
  my_domains_wait_rows (fixture, "a.example missing; c.example missing; ");
  window_fixture_activate (fixture, "win.undo");
  my_domains_wait_rows (fixture, "a.example missing; good.example published; c.example missing; ");
  g_assert_cmpstr (tlsrpt_record_get_domain (fixture->record), ==, "");
  window_fixture_activate (fixture, "win.undo");
  g_assert_cmpstr (tlsrpt_record_get_domain (fixture->record), ==, "form.example");
  my_domains_show_check (fixture);

  /* What is forgotten is gone, and is not to be brought back. */
  my_domains_activate (fixture, 0);
  g_assert_true (gtk_widget_activate_action (my_domains_find_details (fixture), "domain.remove",
                                             NULL));
  tlsrpt_window_forget (TLSRPT_WINDOW (fixture->window));
  tlsrpt_state_clear (state);
  gtk_widget_activate_action (my_domains_find_page (fixture), "domains.undo", NULL);
  ui_test_wait_label (fixture->window, "No Domains");
  g_assert_cmpuint (tlsrpt_state_get_domains (state)->len, ==, 0);
}

/* Only the domains in a state are shown, in one that a check has brought, too. */
static void
test_filter (WindowFixture *fixture,
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

  my_domains_open (fixture);
  my_domains_add (fixture, "two.example good.example no-such.example servfail.example");
  drop_down = GTK_DROP_DOWN (ui_test_find_type (my_domains_find_page (fixture), GTK_TYPE_DROP_DOWN,
                                                0));
  words = gtk_drop_down_get_model (drop_down);
  /* All are in the state that is chosen, until they are checked. */
  gtk_drop_down_set_selected (drop_down, g_list_model_get_n_items (words) - 1);
  my_domains_wait_rows (fixture,
                        "two.example -; good.example -; no-such.example -; servfail.example -; ");
  check_window_check (fixture);
  my_domains_wait_checked (fixture);
  my_domains_wait_rows (fixture, "");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (guint j = 0; j < g_list_model_get_n_items (words); j++)
        {
          g_autoptr (GtkStringObject) word = g_list_model_get_item (words, j);

          if (g_str_equal (gtk_string_object_get_string (word), cases[i].word))
            gtk_drop_down_set_selected (drop_down, j);
        }
      my_domains_wait_rows (fixture, cases[i].rows);
      ui_test_wait_label (fixture->window, cases[i].label);
    }
}

/* Those that are shown, less the lines that were deleted. */
static void
test_remove_several (WindowFixture *fixture,
                     gconstpointer  data)
{
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();
  GtkWidget *page;

  tlsrpt_window_set_state (TLSRPT_WINDOW (fixture->window), state);
  my_domains_open (fixture);
  my_domains_add (fixture, "a.example b.example c.example d.org x_y.example");
  my_domains_assert_left (fixture, "x_y.example\n");
  page = my_domains_find_page (fixture);
  g_assert_true (gtk_widget_activate_action (page, "check.back", NULL));
  my_domains_wait_rows (fixture, "a.example -; b.example -; c.example -; d.org -; ");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_type (page, GTK_TYPE_SEARCH_ENTRY, 0)),
                         ".example");
  my_domains_wait_rows (fixture, "a.example -; b.example -; c.example -; ");

  g_assert_true (gtk_widget_activate_action (page, "domains.remove-several", NULL));
  my_domains_assert_left (fixture, "a.example\nb.example\nc.example\n");
  gtk_text_buffer_set_text (my_domains_find_buffer (fixture),
                            "c.example\na.example\nnot-there.example", -1);
  check_window_check (fixture);
  ui_test_wait_label (fixture->window, "1 entry is not in the list.");
  ui_test_wait_label (fixture->window, "2 domains removed");
  my_domains_assert_left (fixture, "not-there.example\n");
  g_assert_cmpuint (tlsrpt_state_get_domains (state)->len, ==, 2);

  /* They come back where they were. */
  g_assert_true (gtk_widget_activate_action (page, "check.back", NULL));
  my_domains_wait_rows (fixture, "b.example -; ");
  window_fixture_activate (fixture, "win.undo");
  my_domains_wait_rows (fixture, "a.example -; b.example -; c.example -; ");

  /* All of them, and what was typed to be added is still there. */
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_type (page, GTK_TYPE_SEARCH_ENTRY, 0)), "");
  my_domains_wait_rows (fixture, "a.example -; b.example -; c.example -; d.org -; ");
  g_assert_true (gtk_widget_activate_action (page, "domains.remove-several", NULL));
  check_window_check (fixture);
  ui_test_wait_label (fixture->window, "4 domains removed");
  ui_test_wait_label (fixture->window, "No Domains");
  g_assert_true (gtk_widget_activate_action (page, "domains.edit", NULL));
  my_domains_assert_left (fixture, "x_y.example\n");
  g_assert_true (gtk_widget_activate_action (page, "domains.undo", NULL));
  g_assert_cmpuint (tlsrpt_state_get_domains (state)->len, ==, 4);
}

/* A search counts what it has found, and nothing is not saved. */
static void
test_search (WindowFixture *fixture,
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

  my_domains_open (fixture);
  my_domains_add (fixture, "two.example good.example no-such.example");
  check_window_check (fixture);
  my_domains_wait_checked (fixture);
  my_domains_wait_rows (fixture,
                        "two.example failing; good.example published; no-such.example missing; ");
  entry = ui_test_find_type (my_domains_find_page (fixture), GTK_TYPE_SEARCH_ENTRY, 0);
  button = ui_test_find_button (my_domains_find_page (fixture), "Save Table");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), cases[i].search);
      ui_test_wait_label (fixture->window, cases[i].label);
      while (gtk_widget_get_sensitive (button) != cases[i].can_save)
        g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_running (WindowFixture *fixture,
              gconstpointer  data)
{
  my_domains_open (fixture);
  my_domains_add (fixture, "a.silent.example b.silent.example");
  check_window_check (fixture);
  ui_test_wait_frame (fixture->window);
  g_assert_nonnull (ui_test_find_label (fixture->window, "0 of 2 domains"));

  g_assert_true (gtk_widget_activate_action (my_domains_find_page (fixture), "domains.cancel",
                                             NULL));
  ui_test_wait_frame (fixture->window);
  my_domains_wait_rows (fixture, "a.silent.example -; b.silent.example -; ");
  g_assert_nonnull (ui_test_find_button (my_domains_find_page (fixture), "Check All"));

  check_window_check (fixture);
  /* The window is closed while the checks run: see check_window_tear_down(). */
}

/* In a narrow window, the time of the last check is below the name. */
static void
test_narrow (WindowFixture *fixture,
             gconstpointer  data)
{
  GtkAdjustment *adjustment;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  my_domains_open (fixture);
  my_domains_add (fixture, "good.example a-domain-with-a-long-name.example");
  my_domains_wait_rows (fixture, "good.example -; a-domain-with-a-long-name.example -; ");
  while (ui_test_find_label (my_domains_find_view (fixture), "Expected Record") != NULL)
    ui_test_wait_frame (fixture->window);
  ui_test_wait_frame (fixture->window);

  adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (my_domains_find_view (fixture)));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), <=,
                     gtk_adjustment_get_page_size (adjustment));
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

  my_domains_open (fixture);
  g_assert_true (gtk_widget_activate_action (my_domains_find_page (fixture), "domains.edit", NULL));
  buffer = my_domains_find_buffer (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_assert_true (g_file_set_contents (path, files[i].content, (gssize) files[i].length, NULL));
      tlsrpt_domains_page_read (TLSRPT_DOMAINS_PAGE (my_domains_find_page (fixture)), file);
      if (files[i].text != NULL)
        {
          while (gtk_text_buffer_get_char_count (buffer) == 0)
            g_main_context_iteration (NULL, TRUE);
          my_domains_assert_left (fixture, files[i].text);
          gtk_text_buffer_set_text (buffer, "", 0);
        }
      else
        {
          ui_test_wait_label (fixture->window, "The file is not UTF-8 text");
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
  g_test_add ("/domains-page/" path, WindowFixture, NULL, \
              check_window_set_up, function, check_window_tear_down)

  ADD ("check-all", test_check_all);
  ADD ("left", test_left);
  ADD ("removed", test_removed);
  ADD ("filter", test_filter);
  ADD ("remove-several", test_remove_several);
  ADD ("search", test_search);
  ADD ("running", test_running);
  ADD ("narrow", test_narrow);
  ADD ("list-file", test_list_file);

  result = g_test_run ();
  window_fixture_close ();

  return result;
}
