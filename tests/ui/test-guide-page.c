/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-entry-row.h"
#include "tlsrpt-guide-entry-page.h"
#include "tlsrpt-guide-page.h"
#include "tlsrpt-guide-row.h"
#include "tlsrpt-guide.h"
#include "window-fixture.h"

static GtkWidget *
find_page (WindowFixture *fixture)
{
  return ui_test_find_type (fixture->window, TLSRPT_TYPE_GUIDE_PAGE, 0);
}

/* The mapped page of the guide; others may still exist below it. */
static GtkWidget *
find_shown (WindowFixture *fixture,
            GType          type)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *widget = ui_test_find_type (fixture->window, type, i);

      if (widget == NULL || gtk_widget_get_mapped (widget))
        return widget;
    }
}

static const char *
get_shown_id (WindowFixture *fixture)
{
  GtkWidget *page = find_shown (fixture, TLSRPT_TYPE_GUIDE_ENTRY_PAGE);

  if (page == NULL)
    return NULL;

  return tlsrpt_guide_entry_get_id (
    tlsrpt_guide_entry_page_get_entry (TLSRPT_GUIDE_ENTRY_PAGE (page)));
}

static void
search (WindowFixture *fixture,
        const char    *text)
{
  GtkWidget *entry;

  window_fixture_activate (fixture, "win.search");
  entry = find_shown (fixture, GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (entry);
  g_assert_true (gtk_widget_is_ancestor (ui_test_get_focus (fixture->window), entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  ui_test_wait_frame (fixture->window);
}

static const char *
get_first_title (WindowFixture *fixture)
{
  GtkWidget *row = find_shown (fixture, TLSRPT_TYPE_GUIDE_ROW);

  return row != NULL ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)) : NULL;
}

static void
go_back (WindowFixture *fixture)
{
  GtkWidget *page = find_shown (fixture, TLSRPT_TYPE_GUIDE_ENTRY_PAGE);
  GtkWidget *button = ui_test_find_button (page, "Back");

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_test_wait_frame (fixture->window);
}

static void
open_entry (WindowFixture *fixture,
            const char    *id)
{
  tlsrpt_window_explain (TLSRPT_WINDOW (fixture->window), id);
  ui_test_wait_whole (fixture->window);
}

static void
test_lazy (WindowFixture *fixture,
           gconstpointer  data)
{
  g_assert_null (find_page (fixture));
  /* Nor is there anything of what it explains, which has a class by then. */
  g_assert_null (g_type_class_peek (TLSRPT_TYPE_GUIDE_ENTRY));

  window_fixture_activate (fixture, "win.guide");
  g_assert_nonnull (g_type_class_peek (TLSRPT_TYPE_GUIDE_ENTRY));
  g_assert_nonnull (find_page (fixture));
  g_assert_cmpstr (get_first_title (fixture), ==, "The server does not offer STARTTLS");

  ui_test_wait_whole (fixture->window);
  g_assert_nonnull (ui_test_find_label (fixture->window, "DANE and DNS"));
  g_assert_nonnull (ui_test_find_row (fixture->window, "Where should reports go?", 0));
}

/* The reason codes are added when their row is expanded. */
static void
test_reason_codes (WindowFixture *fixture,
                   gconstpointer  data)
{
  GtkWidget *row;

  window_fixture_activate (fixture, "win.guide");
  ui_test_wait_whole (fixture->window);
  row = ui_test_find_row (fixture->window, "All Reason Codes", 0);
  g_assert_null (ui_test_find_label (row, "MX_HOSTS_MISMATCH"));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  ui_test_wait_whole (fixture->window);
  g_assert_nonnull (ui_test_find_label (row, "connection-closed-during-handshake"));

  gtk_widget_activate (gtk_widget_get_ancestor (ui_test_find_label (row, "MX_HOSTS_MISMATCH"),
                                                TLSRPT_TYPE_GUIDE_ROW));
  ui_test_wait_frame (fixture->window);
  g_assert_cmpstr (get_shown_id (fixture), ==, "MX_HOSTS_MISMATCH");
}

static void
test_search (WindowFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *entry;

  search (fixture, "expired");
  g_assert_cmpstr (get_first_title (fixture), ==, "The certificate has expired");

  /* Enter opens the first hit, and the way back leads to the same search. */
  entry = find_shown (fixture, GTK_TYPE_SEARCH_ENTRY);
  g_signal_emit_by_name (entry, "activate");
  ui_test_wait_frame (fixture->window);
  g_assert_cmpstr (get_shown_id (fixture), ==, "certificate-expired");

  go_back (fixture);
  g_assert_null (get_shown_id (fixture));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "expired");
  g_assert_cmpstr (get_first_title (fixture), ==, "The certificate has expired");
  g_assert_true (gtk_widget_is_ancestor (ui_test_get_focus (fixture->window), entry));

  /* Esc clears. */
  g_signal_emit_by_name (entry, "stop-search");
  ui_test_wait_frame (fixture->window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_cmpstr (get_first_title (fixture), ==, "The server does not offer STARTTLS");
}

static void
test_nothing_found (WindowFixture *fixture,
                    gconstpointer  data)
{
  search (fixture, "xyzzy");
  g_assert_null (get_first_title (fixture));
  g_assert_true (gtk_widget_get_mapped (ui_test_find_type (fixture->window, ADW_TYPE_STATUS_PAGE,
                                                           0)));

  g_signal_emit_by_name (find_shown (fixture, GTK_TYPE_SEARCH_ENTRY), "activate");
  ui_test_wait_frame (fixture->window);
  g_assert_null (get_shown_id (fixture));

  search (fixture, "dane");
  g_assert_cmpstr (get_first_title (fixture), ==, "The sender requires DANE");
}

/* Text of any kind finds something or nothing, without a warning. */
static void
test_hostile (WindowFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *longest = g_strnfill (10000, 'e');
  const char *const texts[] = {
    "<b>", "&", "&amp;", ".*", "[", "(?:", "\\", "%s", "منتهي الصلاحية", "\u202eexpired",
    "e\u0301", "\U0001f600", longest, "  ", "",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    search (fixture, texts[i]);
}

static void
test_back (WindowFixture *fixture,
           gconstpointer  data)
{
  GtkAdjustment *adjustment;
  GtkWidget *page;
  GtkWidget *row;
  double value;

  open_entry (fixture, "tlsa-invalid");
  g_assert_cmpstr (get_shown_id (fixture), ==, "tlsa-invalid");

  /* The reader is at a link far below. */
  page = find_shown (fixture, TLSRPT_TYPE_GUIDE_ENTRY_PAGE);
  adjustment = gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (ui_test_find_type (page, GTK_TYPE_SCROLLED_WINDOW, 0)));
  row = ui_test_find_row (page, "DNSSEC validation failed", 0);
  gtk_widget_grab_focus (row);
  ui_test_wait_frame (fixture->window);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  value = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (value, >, 0.0);

  gtk_widget_activate (row);
  ui_test_wait_frame (fixture->window);
  g_assert_cmpstr (get_shown_id (fixture), ==, "dnssec-invalid");

  go_back (fixture);
  g_assert_true (find_shown (fixture, TLSRPT_TYPE_GUIDE_ENTRY_PAGE) == page);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, value);
  g_assert_true (ui_test_get_focus (fixture->window) == row);

  go_back (fixture);
  g_assert_null (get_shown_id (fixture));
}

static void
count_finalized_cb (gpointer  user_data,
                    GObject  *page)
{
  (*(guint *) user_data)++;
}

/* The way back is limited, and pages beyond it are freed. */
static void
test_bounded (WindowFixture *fixture,
              gconstpointer  data)
{
  const GPtrArray *entries = tlsrpt_guide_get_entries ();
  guint n_opened = 60;
  /* Pages that still exist are counted when the window is closed. */
  static guint n_finalized;

  for (guint i = 0; i < n_opened; i++)
    {
      open_entry (fixture, tlsrpt_guide_entry_get_id (g_ptr_array_index (entries, i)));
      g_object_weak_ref (G_OBJECT (find_shown (fixture, TLSRPT_TYPE_GUIDE_ENTRY_PAGE)),
                         count_finalized_cb, &n_finalized);
    }

  /* One for each place, and one that is being removed. */
  g_assert_cmpuint (n_finalized, >=, n_opened - 21);
}

/* Reading starts at the way back, and nothing is selected. */
static void
test_start (WindowFixture *fixture,
            gconstpointer  data)
{
  GtkWidget *page;

  open_entry (fixture, "tlsa-invalid");
  page = find_shown (fixture, TLSRPT_TYPE_GUIDE_ENTRY_PAGE);
  g_assert_true (ui_test_get_focus (fixture->window) == ui_test_find_button (page, "Back"));
}

/* Whoever types while reading searches, and comes back to what was read. */
static void
test_type_ahead (WindowFixture *fixture,
                 gconstpointer  data)
{
  GtkWidget *entry;

  search (fixture, "expired");
  entry = find_shown (fixture, GTK_TYPE_SEARCH_ENTRY);
  g_signal_emit_by_name (entry, "activate");
  ui_test_wait_frame (fixture->window);
  g_assert_cmpstr (get_shown_id (fixture), ==, "certificate-expired");

  gtk_editable_set_text (GTK_EDITABLE (entry), "bogus");
  ui_test_wait_frame (fixture->window);
  g_assert_null (get_shown_id (fixture));
  g_assert_cmpstr (get_first_title (fixture), ==, "DNSSEC validation failed");
  g_assert_true (gtk_widget_is_ancestor (ui_test_get_focus (fixture->window), entry));
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (entry), NULL, NULL));

  g_signal_emit_by_name (entry, "activate");
  ui_test_wait_frame (fixture->window);
  g_assert_cmpstr (get_shown_id (fixture), ==, "dnssec-invalid");

  go_back (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "bogus");
  g_signal_emit_by_name (entry, "stop-search");
  ui_test_wait_frame (fixture->window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");

  /* With nothing to clear, Esc goes back. */
  g_signal_emit_by_name (entry, "stop-search");
  ui_test_wait_frame (fixture->window);
  g_assert_cmpstr (get_shown_id (fixture), ==, "certificate-expired");

  go_back (fixture);
  g_assert_null (get_shown_id (fixture));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "expired");
  g_assert_cmpstr (get_first_title (fixture), ==, "The certificate has expired");

  /* The way back ends here. */
  g_assert_null (ui_test_find_button (find_page (fixture), "Back"));
}

/* However many links are followed, the number of pages is limited. */
static void
test_many_pages (WindowFixture *fixture,
                 gconstpointer  data)
{
  guint n_pages = 0;

  for (guint i = 0; i < 120; i++)
    tlsrpt_window_explain (TLSRPT_WINDOW (fixture->window),
                           i % 2 == 0 ? "incompatible-key-usage" : "tls-remote-alert-80");

  ui_test_wait_frame (fixture->window);

  while (ui_test_find_type (fixture->window, TLSRPT_TYPE_GUIDE_ENTRY_PAGE, n_pages) != NULL)
    n_pages++;

  g_assert_cmpuint (n_pages, <=, 5);

  /* Removed pages are rebuilt on the way back. */
  for (guint i = 0; i < 10; i++)
    {
      g_assert_cmpstr (get_shown_id (fixture), ==,
                       i % 2 == 0 ? "tls-remote-alert-80" : "incompatible-key-usage");
      go_back (fixture);
      ui_test_wait_frame (fixture->window);
    }

  /* Opening what is open adds nothing to the way back. */
  tlsrpt_window_explain (TLSRPT_WINDOW (fixture->window), "direction");
  tlsrpt_window_explain (TLSRPT_WINDOW (fixture->window), "direction");
  go_back (fixture);
  g_assert_cmpstr (get_shown_id (fixture), ==, "tls-remote-alert-80");
}

static void
test_unknown (WindowFixture *fixture,
              gconstpointer  data)
{
  open_entry (fixture, "certificate-expire");

  g_assert_null (get_shown_id (fixture));
  g_assert_cmpstr (get_first_title (fixture), ==, "The certificate has expired");

  tlsrpt_window_explain (TLSRPT_WINDOW (fixture->window), "<b>&");
  ui_test_wait_frame (fixture->window);
  g_assert_null (get_shown_id (fixture));
}

static void
assert_copies (WindowFixture *fixture,
               const char    *button_tooltip,
               const char    *command)
{
  GtkWidget *page = find_shown (fixture, TLSRPT_TYPE_GUIDE_ENTRY_PAGE);
  GtkWidget *button = ui_test_find_button (page, button_tooltip);
  g_autofree char *copied = NULL;

  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, button_tooltip);
  g_signal_emit_by_name (button, "clicked");
  ui_test_wait_frame (fixture->window);
  copied = ui_test_read_clipboard (fixture->window);
  g_assert_cmpstr (copied, ==, command);
}

static void
test_copy (WindowFixture *fixture,
           gconstpointer  data)
{
  GtkWidget *row;

  open_entry (fixture, "dane-required");

  assert_copies (fixture, "Copy Command: Validates the MX records, with a public resolver.",
                 "dig @9.9.9.9 +dnssec mx DOMAIN");

  /* The form is filled in, or the row on the page. */
  tlsrpt_record_set_domain (fixture->record, "bücher.example");
  assert_copies (fixture, "Copy Command: Validates the MX records, with a public resolver.",
                 "dig @9.9.9.9 +dnssec mx xn--bcher-kva.example");

  row = ui_test_find_row (find_page (fixture), "Mail Server (M_X)", 0);
  gtk_editable_set_text (GTK_EDITABLE (row), "mx1.example.com");
  assert_copies (fixture,
                 "Copy Command: Validates the TLSA records. Repeat it for every MX host.",
                 "dig @9.9.9.9 +dnssec tlsa _25._tcp.mx1.example.com");

  /* It is a host, not a policy domain or a field of the form: there is no note on
   * subdomains, and Return does nothing. */
  g_assert_null (tlsrpt_entry_row_get_remark (TLSRPT_ENTRY_ROW (row)));
  g_signal_emit_by_name (row, "entry-activated");
  ui_test_wait_frame (fixture->window);
  g_assert_cmpstr (get_shown_id (fixture), ==, "dane-required");

  /* As dig prints it. */
  gtk_editable_set_text (GTK_EDITABLE (row), "10 mx1.example.com.");
  assert_copies (fixture,
                 "Copy Command: Validates the TLSA records. Repeat it for every MX host.",
                 "dig @9.9.9.9 +dnssec tlsa _25._tcp.mx1.example.com");

  /* Only a valid name is put into a command. */
  gtk_editable_set_text (GTK_EDITABLE (row), "$(reboot)");
  assert_copies (fixture,
                 "Copy Command: Validates the TLSA records. Repeat it for every MX host.",
                 "dig @9.9.9.9 +dnssec tlsa _25._tcp.MX");

  /* The name is known on other pages, too. */
  gtk_editable_set_text (GTK_EDITABLE (row), "mx2.example.com");
  open_entry (fixture, "dnssec-invalid");
  assert_copies (fixture, "Copy Command: Queries without validation.",
                 "dig @9.9.9.9 +dnssec +cd tlsa _25._tcp.mx2.example.com");
}

/* The headings are headings. */
static void
test_headings (WindowFixture *fixture,
               gconstpointer  data)
{
  const char *const headings[] = {
    "No TLSA record matches", "What the Sender Saw", "What Happens to the Mail",
    "How Urgent It Is", "Who Must Act", "If Mail Must Flow Now", "Usual Causes",
    "What Senders Report as This", "What to Do", "In Your Mail Server", "How to Check",
    "One Address or All", "Prove It Is Fixed Today", "References",
  };
  GtkWidget *page;

  open_entry (fixture, "tlsa-invalid");
  page = find_shown (fixture, TLSRPT_TYPE_GUIDE_ENTRY_PAGE);

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      GtkWidget *heading = ui_test_find_label (page, headings[i]);

      g_assert_nonnull (heading);
      gtk_test_accessible_assert_role (heading, GTK_ACCESSIBLE_ROLE_HEADING);
      gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                           i == 0 ? 1 : 2);
    }
}

/* Every page fits a phone, in both directions. */
static void
test_width (WindowFixture *fixture,
            gconstpointer  data)
{
  const GPtrArray *entries = tlsrpt_guide_get_entries ();

  int minimum;

  gtk_widget_set_default_direction (GPOINTER_TO_INT (data));
  window_fixture_activate (fixture, "win.guide");
  ui_test_wait_whole (fixture->window);
  gtk_widget_measure (find_page (fixture), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, 360);
  tlsrpt_record_set_domain (fixture->record,
                            "a-rather-long-name-of-a-subdomain.of-an-organization.example.com");

  for (guint i = 0; i < entries->len; i++)
    {
      TlsrptGuideEntry *entry = g_ptr_array_index (entries, i);

      open_entry (fixture, tlsrpt_guide_entry_get_id (entry));
      gtk_widget_measure (find_page (fixture), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                          NULL, NULL);
      g_test_message ("%s: %d", tlsrpt_guide_entry_get_id (entry), minimum);
      g_assert_cmpint (minimum, <=, 360);
    }

  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  ui_test_init (&argc, &argv);
  window_fixture_open ();

  window_fixture_add ("/guide-page/lazy", test_lazy);
  window_fixture_add ("/guide-page/reason-codes", test_reason_codes);
  window_fixture_add ("/guide-page/search", test_search);
  window_fixture_add ("/guide-page/nothing-found", test_nothing_found);
  window_fixture_add ("/guide-page/hostile", test_hostile);
  window_fixture_add ("/guide-page/bounded", test_bounded);
  window_fixture_add ("/guide-page/back", test_back);
  window_fixture_add ("/guide-page/start", test_start);
  window_fixture_add ("/guide-page/type-ahead", test_type_ahead);
  window_fixture_add ("/guide-page/many-pages", test_many_pages);
  window_fixture_add ("/guide-page/unknown", test_unknown);
  window_fixture_add ("/guide-page/copy", test_copy);
  window_fixture_add ("/guide-page/headings", test_headings);
  g_test_add ("/guide-page/width/ltr", WindowFixture, GINT_TO_POINTER (GTK_TEXT_DIR_LTR),
              window_fixture_set_up, test_width, window_fixture_tear_down);
  g_test_add ("/guide-page/width/rtl", WindowFixture, GINT_TO_POINTER (GTK_TEXT_DIR_RTL),
              window_fixture_set_up, test_width, window_fixture_tear_down);

  result = g_test_run ();
  window_fixture_close ();

  return result;
}
