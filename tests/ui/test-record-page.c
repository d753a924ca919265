/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-entry-row.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-remark-row.h"
#include "window-fixture.h"

#define DOMAIN "_Domain"
#define MAIL "_Email Address"
#define ENDPOINT "HTTPS E_ndpoint"

static void
assert_copied (WindowFixture *fixture,
               const char    *expected)
{
  g_autofree char *copied = ui_test_read_clipboard (fixture->window);

  g_assert_cmpstr (copied, ==, expected);
}

static void
assert_value (WindowFixture *fixture,
              const char    *expected)
{
  g_assert_cmpstr (tlsrpt_record_get_value (fixture->record), ==, expected);
}

static void
assert_text (WindowFixture *fixture,
             const char    *title,
             guint          nth,
             const char    *expected)
{
  GtkWidget *row = window_fixture_find_row (fixture, title, nth);

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, expected);
}

static void
assert_focus_in (WindowFixture *fixture,
                 GtkWidget     *widget)
{
  GtkWidget *focus = ui_test_get_focus (fixture->window);

  g_assert_nonnull (focus);
  g_assert_true (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static TlsrptSeverity
get_severity (WindowFixture *fixture,
              const char    *title)
{
  GtkWidget *row = window_fixture_find_row (fixture, title, 0);

  return tlsrpt_remark_get_severity (tlsrpt_entry_row_get_remark (TLSRPT_ENTRY_ROW (row)));
}

static gboolean
has_mark (WindowFixture *fixture,
          const char    *title)
{
  GtkWidget *row = window_fixture_find_row (fixture, title, 0);

  for (guint i = 0;; i++)
    {
      GtkWidget *image = ui_test_find_type (row, GTK_TYPE_IMAGE, i);

      if (image == NULL)
        return FALSE;
      if (g_strcmp0 (gtk_widget_get_tooltip_text (image), "Valid") == 0)
        return TRUE;
    }
}

static void
fill (WindowFixture *fixture)
{
  static const char *const destinations[] = { "a@example.com", "b@example.com", NULL };

  tlsrpt_window_fill (TLSRPT_WINDOW (fixture->window), "example.com", destinations);
  ui_test_wait_frame (fixture->window);
}

static void
test_generate (WindowFixture *fixture,
               gconstpointer  data)
{
  /* The cursor waits in the first row. */
  assert_focus_in (fixture, window_fixture_find_row (fixture, DOMAIN, 0));

  window_fixture_type (fixture, DOMAIN, "example.com");
  window_fixture_type (fixture, MAIL, "tls@example.com");
  assert_value (fixture, "v=TLSRPTv1; rua=mailto:tls@example.com");

  /* It is there by itself, and leaves the focus where it was. */
  ui_test_wait_frame (fixture->window);
  g_assert_nonnull (ui_test_find_button (fixture->window, "_Copy Record Value"));
  assert_focus_in (fixture, window_fixture_find_row (fixture, MAIL, 0));
  window_fixture_click (fixture, "Cre_ate Record");

  assert_focus_in (fixture, ui_test_find_button (fixture->window, "_Copy Record Value"));
  g_assert_nonnull (ui_test_find_label (fixture->window, "v=TLSRPTv1; rua=mailto:tls@example.com"));
  g_assert_nonnull (ui_test_find_label (fixture->window, "_smtp._tls.example.com"));

  window_fixture_activate (fixture, "win.copy");
  assert_copied (fixture, "v=TLSRPTv1; rua=mailto:tls@example.com");
  g_assert_nonnull (ui_test_find_label (fixture->window, "Value copied"));
}

/* The record scrolls up, and the button that copies it stays in sight. */
static void
test_in_sight (WindowFixture *fixture,
               gconstpointer  data)
{
  GtkWidget *window = fixture->window;
  GtkAdjustment *position;
  GtkWidget *button;
  graphene_rect_t bounds;

  fill (fixture);
  window_fixture_click (fixture, "Cre_ate Record");
  button = ui_test_find_button (window, "_Copy Record Value");
  position = gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (button, GTK_TYPE_SCROLLED_WINDOW)));

  while (gtk_adjustment_get_value (position) == 0)
    ui_test_wait_frame (window);

  ui_test_wait_frame (window);
  g_assert_true (gtk_widget_compute_bounds (button, window, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <, gtk_widget_get_height (window));
}

static void
test_typing (WindowFixture *fixture,
             gconstpointer  data)
{
  /* Nothing is wrong with what is only incomplete. */
  window_fixture_type (fixture, DOMAIN, "example");
  g_assert_cmpint (get_severity (fixture, DOMAIN), ==, TLSRPT_SEVERITY_NONE);
  g_assert_false (has_mark (fixture, DOMAIN));

  window_fixture_type (fixture, DOMAIN, ".com");
  g_assert_cmpint (get_severity (fixture, DOMAIN), ==, TLSRPT_SEVERITY_NONE);
  g_assert_true (has_mark (fixture, DOMAIN));

  /* No further typing can mend that. */
  window_fixture_type (fixture, DOMAIN, "!");
  g_assert_cmpint (get_severity (fixture, DOMAIN), ==, TLSRPT_SEVERITY_ERROR);
  g_assert_true (gtk_widget_has_css_class (window_fixture_find_row (fixture, DOMAIN, 0), "error"));
  g_assert_false (has_mark (fixture, DOMAIN));
}

static void
test_focus_left (WindowFixture *fixture,
                 gconstpointer  data)
{
  window_fixture_type (fixture, DOMAIN, "example");
  window_fixture_type (fixture, MAIL, "");

  g_assert_cmpint (get_severity (fixture, DOMAIN), ==, TLSRPT_SEVERITY_ERROR);

  /* A row that only had the focus shows no error yet. */
  window_fixture_type (fixture, DOMAIN, "");
  g_assert_cmpint (get_severity (fixture, MAIL), ==, TLSRPT_SEVERITY_NONE);
}

static void
assert_says (GtkAccessible *accessible,
             const char    *message)
{
  g_autofree char *wrong_state = NULL;
  g_autofree char *wrong_description = NULL;

  wrong_state = gtk_test_accessible_check_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                                                 GTK_ACCESSIBLE_INVALID_TRUE);
  wrong_description = gtk_test_accessible_check_property (accessible,
                                                          GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                                          message);
  g_assert_cmpstr (wrong_state, ==, NULL);
  g_assert_cmpstr (wrong_description, ==, NULL);
}

static void
test_fault (WindowFixture *fixture,
            gconstpointer  data)
{
  GtkWidget *row = window_fixture_find_row (fixture, MAIL, 0);
  g_autofree char *message = NULL;
  g_autoptr (TlsrptRemark) remark = NULL;

  window_fixture_type (fixture, DOMAIN, "example.com");
  window_fixture_type (fixture, MAIL, "tls@");
  window_fixture_click (fixture, "Cre_ate Record");

  /* The focus is on the first row that is wrong, which says why: to the eye and
   * to a screen reader, whichever of the two has its focus. */
  assert_focus_in (fixture, row);
  g_assert_null (ui_test_find_button (fixture->window, "_Copy Record Value"));
  g_object_get (row, "remark", &remark, NULL);
  g_assert_nonnull (remark);
  message = g_strdup (tlsrpt_remark_get_message (remark));
  g_assert_nonnull (ui_test_find_label (fixture->window, message));
  assert_says (GTK_ACCESSIBLE (row), message);
  assert_says (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (row))), message);

  window_fixture_type (fixture, MAIL, "example.com");
  g_assert_false (gtk_test_accessible_has_state (GTK_ACCESSIBLE (row),
                                                 GTK_ACCESSIBLE_STATE_INVALID));
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (row),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

/* Each row is reached, and each says something, also the one with the fault. */
static void
test_tab (WindowFixture *fixture,
          gconstpointer  data)
{
  GtkWidget *add = ui_test_find_label (fixture->window, "Add Email Address");
  GtkWidget *message;

  window_fixture_type (fixture, MAIL, "tls rpt@example.com");
  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD));
  assert_focus_in (fixture, window_fixture_find_row (fixture, MAIL, 0));

  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD));
  message = ui_test_get_focus (fixture->window);
  g_assert_true (TLSRPT_IS_REMARK_ROW (message));

  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_is_ancestor (add, ui_test_get_focus (fixture->window)));
}

static void
test_arrows (WindowFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *add_mail = gtk_widget_get_ancestor (ui_test_find_label (fixture->window,
                                                                     "Add Email Address"),
                                                 GTK_TYPE_LIST_BOX_ROW);
  GtkWidget *add_endpoint = gtk_widget_get_ancestor (ui_test_find_label (fixture->window,
                                                                         "Add HTTPS Endpoint"),
                                                     GTK_TYPE_LIST_BOX_ROW);

  gtk_widget_grab_focus (add_mail);
  g_signal_emit_by_name (gtk_widget_get_parent (add_mail), "move-cursor",
                         GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE);
  g_assert_true (ui_test_get_focus (fixture->window) == add_endpoint);

  g_signal_emit_by_name (gtk_widget_get_parent (add_endpoint), "move-cursor",
                         GTK_MOVEMENT_DISPLAY_LINES, -1, FALSE, FALSE);
  g_assert_true (ui_test_get_focus (fixture->window) == add_mail);
}

static void
test_repair (WindowFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *row = window_fixture_find_row (fixture, DOMAIN, 0);
  GtkWidget *label;

  window_fixture_type (fixture, DOMAIN, "https://example.com/mail");
  label = ui_test_find_label (fixture->window, "Use “\u2068example.com\u2069”");
  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  ui_test_wait ();

  assert_text (fixture, DOMAIN, 0, "example.com");
  assert_focus_in (fixture, row);
  g_assert_true (has_mark (fixture, DOMAIN));

  /* What was typed is not lost: to the entry, to replace it was two steps. */
  for (int i = 0; i < 2; i++)
    gtk_widget_activate_action (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row))),
                                "text.undo", NULL);
  assert_text (fixture, DOMAIN, 0, "https://example.com/mail");
}

static void
test_stale (WindowFixture *fixture,
            gconstpointer  data)
{
  fill (fixture);
  g_assert_nonnull (ui_test_find_label (fixture->window, "_smtp._tls.example.com"));

  /* Once generated, the record follows the form. */
  window_fixture_type (fixture, DOMAIN, ".au");
  g_assert_nonnull (ui_test_find_label (fixture->window, "_smtp._tls.example.com.au"));

  window_fixture_type (fixture, DOMAIN, "..");
  g_assert_null (ui_test_find_label (fixture->window, "_smtp._tls.example.com.au"));
  g_assert_nonnull (ui_test_find_label (fixture->window, "Some entries need attention"));
  g_assert_false (gtk_widget_is_sensitive (ui_test_find_button (fixture->window, "_Copy Record "
                                                                                 "Value")));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture->window), "before");
  window_fixture_activate (fixture, "win.copy");
  assert_copied (fixture, "before");
}

static void
test_paste (WindowFixture *fixture,
            gconstpointer  data)
{
  GtkWidget *row = window_fixture_find_row (fixture, MAIL, 0);
  GtkEditable *delegate = gtk_editable_get_delegate (GTK_EDITABLE (row));

  /* An input method may insert several characters at once, and the typing goes on. */
  window_fixture_type (fixture, MAIL, "");
  g_signal_emit_by_name (delegate, "insert-at-cursor", "a@example.com, b@example.com");
  ui_test_wait ();
  assert_text (fixture, MAIL, 0, "a@example.com, b@example.com");

  gtk_editable_select_region (delegate, 0, -1);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (row),
                          "a@example.com, https://example.com/r; b@example.com");
  g_signal_emit_by_name (delegate, "paste-clipboard");
  ui_test_wait ();

  assert_text (fixture, MAIL, 0, "a@example.com");
  assert_text (fixture, MAIL, 1, "b@example.com");
  assert_text (fixture, ENDPOINT, 0, "https://example.com/r");
  g_assert_null (ui_test_find_row (fixture->window, MAIL, 2));
}

static void
test_remove (WindowFixture *fixture,
             gconstpointer  data)
{
  fill (fixture);
  window_fixture_click (fixture, "Remove");
  assert_text (fixture, MAIL, 0, "b@example.com");
  assert_value (fixture, "v=TLSRPTv1; rua=mailto:b@example.com");
  /* The next row takes the place, and the focus. */
  assert_focus_in (fixture, window_fixture_find_row (fixture, MAIL, 0));

  window_fixture_activate (fixture, "win.undo");
  assert_text (fixture, MAIL, 0, "a@example.com");
  assert_text (fixture, MAIL, 1, "b@example.com");
  assert_focus_in (fixture, window_fixture_find_row (fixture, MAIL, 0));

  /* There is nothing more to undo. */
  window_fixture_activate (fixture, "win.undo");
  assert_value (fixture, "v=TLSRPTv1; rua=mailto:a@example.com,mailto:b@example.com");
}

static void
test_new (WindowFixture *fixture,
          gconstpointer  data)
{
  fill (fixture);
  window_fixture_activate (fixture, "win.new");
  assert_text (fixture, DOMAIN, 0, "");
  assert_text (fixture, MAIL, 0, "");
  g_assert_null (ui_test_find_row (fixture->window, MAIL, 1));
  g_assert_null (ui_test_find_button (fixture->window, "_Copy Record Value"));
  assert_focus_in (fixture, window_fixture_find_row (fixture, DOMAIN, 0));

  window_fixture_activate (fixture, "win.undo");
  assert_value (fixture, "v=TLSRPTv1; rua=mailto:a@example.com,mailto:b@example.com");

  /* Clearing an empty form needs no undo. */
  window_fixture_activate (fixture, "win.new");
  window_fixture_activate (fixture, "win.undo");
  window_fixture_activate (fixture, "win.new");
  window_fixture_activate (fixture, "win.new");
  window_fixture_activate (fixture, "win.undo");
  assert_value (fixture, "v=TLSRPTv1; rua=mailto:a@example.com,mailto:b@example.com");
}

/* However fast the steps come, in both directions. */
static void
test_toast (WindowFixture *fixture,
            gconstpointer  data)
{
  static const char *const domains[] = { "example.com", "example.net", "example.org", "a.example" };

  for (gsize i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      tlsrpt_window_fill (TLSRPT_WINDOW (fixture->window), domains[i], NULL);
      ui_test_wait_frame (fixture->window);
    }
  g_assert_nonnull (ui_test_find_label (fixture->window, "Form replaced"));

  for (gsize i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      window_fixture_activate (fixture, "win.undo");
      ui_test_wait_frame (fixture->window);
    }

  while (ui_test_find_label (fixture->window, "Form replaced") != NULL)
    ui_test_wait_frame (fixture->window);
}

static void
test_limit (WindowFixture *fixture,
            gconstpointer  data)
{
  GListModel *destinations = tlsrpt_record_get_destinations (fixture->record);

  for (guint i = 1; i < TLSRPT_LIMIT_DESTINATIONS; i++)
    {
      window_fixture_activate (fixture, i % 2 == 0 ? "win.add-mail" : "win.add-endpoint");
      g_assert_cmpuint (g_list_model_get_n_items (destinations), ==, i + 1);
      g_assert_true (GTK_IS_TEXT (ui_test_get_focus (fixture->window)));
    }

  /* At the limit, the row that adds another says why it cannot. */
  window_fixture_activate (fixture, "win.add-mail");
  window_fixture_activate (fixture, "win.add-endpoint");
  g_assert_cmpuint (g_list_model_get_n_items (destinations), ==, TLSRPT_LIMIT_DESTINATIONS);
  g_assert_nonnull (ui_test_find_label (fixture->window, "A record can have at most 16 destinations"));
}

static void
test_order (WindowFixture *fixture,
            gconstpointer  data)
{
  GtkWidget *second;

  fill (fixture);
  second = window_fixture_find_row (fixture, MAIL, 1);
  g_assert_true (gtk_widget_activate_action (second, "row.move-up", NULL));
  ui_test_wait ();

  assert_value (fixture, "v=TLSRPTv1; rua=mailto:b@example.com,mailto:a@example.com");
  g_assert_true (window_fixture_find_row (fixture, MAIL, 0) == second);

  /* The first has no way up. */
  gtk_widget_activate_action (second, "row.move-up", NULL);
  assert_value (fixture, "v=TLSRPTv1; rua=mailto:b@example.com,mailto:a@example.com");
}

/* Also of a row that has been elsewhere. */
static void
assert_removable (WindowFixture *fixture)
{
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *row = window_fixture_find_row (fixture, MAIL, i);

      g_assert_true (gtk_widget_is_sensitive (ui_test_find_button (row, "Remove")));
    }
}

static void
test_moved (WindowFixture *fixture,
            gconstpointer  data)
{
  static const char *const moves[] = { "row.move-up", "row.move-down", "row.move-up" };
  GtkWidget *row;

  fill (fixture);
  row = window_fixture_find_row (fixture, MAIL, 1);
  gtk_widget_grab_focus (ui_test_find_button (row, "Remove"));

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_assert_true (gtk_widget_activate_action (row, moves[i], NULL));
      ui_test_wait_frame (fixture->window);
      assert_removable (fixture);
      assert_focus_in (fixture, row);
    }

  g_signal_emit_by_name (ui_test_find_button (row, "Remove"), "clicked");
  assert_value (fixture, "v=TLSRPTv1; rua=mailto:a@example.com");
}

static void
test_parts (WindowFixture *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *button;
    const char *text;
    const char *toast;
  } parts[] = {
    { "Copy Name", "_smtp._tls.mail.example.com", "Name copied" },
    { "Copy Short Name", "_smtp._tls.mail", "Short name copied" },
    { "Copy Value", "v=TLSRPTv1; rua=mailto:a@example.com", "Value copied" },
    { "Copy Command", "dig +short TXT _smtp._tls.mail.example.com", "Command copied" },
  };
  static const char *const destinations[] = { "a@example.com", NULL };

  tlsrpt_window_fill (TLSRPT_WINDOW (fixture->window), "mail.example.com", destinations);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      window_fixture_click (fixture, parts[i].button);
      assert_copied (fixture, parts[i].text);
      g_assert_nonnull (ui_test_find_label (fixture->window, parts[i].toast));
    }
}

/* A title that takes two lines has them. */
static void
test_narrow_title (WindowFixture *fixture,
                   gconstpointer  data)
{
  GtkWidget *expander;
  int wide, narrow;

  fill (fixture);
  expander = ui_test_find_type (fixture->window, GTK_TYPE_EXPANDER, 0);
  gtk_widget_measure (expander, GTK_ORIENTATION_VERTICAL, 2000, &wide, NULL, NULL, NULL);
  gtk_widget_measure (expander, GTK_ORIENTATION_VERTICAL, 200, &narrow, NULL, NULL, NULL);

  g_assert_cmpint (gtk_widget_get_request_mode (expander), ==, GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
  g_assert_cmpint (narrow, >, wide);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  ui_test_init (&argc, &argv);
  window_fixture_open ();

  window_fixture_add ("/record-page/generate", test_generate);
  window_fixture_add ("/record-page/in-sight", test_in_sight);
  window_fixture_add ("/record-page/typing", test_typing);
  window_fixture_add ("/record-page/focus-left", test_focus_left);
  window_fixture_add ("/record-page/fault", test_fault);
  window_fixture_add ("/record-page/tab", test_tab);
  window_fixture_add ("/record-page/arrows", test_arrows);
  window_fixture_add ("/record-page/repair", test_repair);
  window_fixture_add ("/record-page/stale", test_stale);
  window_fixture_add ("/record-page/paste", test_paste);
  window_fixture_add ("/record-page/remove", test_remove);
  window_fixture_add ("/record-page/new", test_new);
  window_fixture_add ("/record-page/toast", test_toast);
  window_fixture_add ("/record-page/limit", test_limit);
  window_fixture_add ("/record-page/moved", test_moved);
  window_fixture_add ("/record-page/order", test_order);
  window_fixture_add ("/record-page/parts", test_parts);
  window_fixture_add ("/record-page/narrow-title", test_narrow_title);

  result = g_test_run ();
  window_fixture_close ();

  return result;
}
