/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-columns.h"
#include "tlsrpt-remark-row.h"
#include "tlsrpt-import-dialog.h"
#include "tlsrpt-limits.h"
#include "window-fixture.h"

#include <glib/gstdio.h>

#define A "mailto:a@example.com"
#define B "mailto:b@example.com"

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (TLSRPT_IS_IMPORT_DIALOG (window))
        return window;
    }

  return NULL;
}

static GtkWidget *
open_dialog (WindowFixture *fixture,
             const char    *text)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (fixture->window, "win.import-text", "s", text);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  ui_test_wait_frame (dialog);

  return dialog;
}

static void
click (GtkWidget  *dialog,
       const char *label)
{
  GtkWidget *button = ui_test_find_button (dialog, label);

  if (button == NULL)
    button = gtk_widget_get_ancestor (ui_test_find_label (dialog, label), GTK_TYPE_BUTTON);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ui_test_wait ();
}

static GtkTextBuffer *
get_buffer (GtkWidget *dialog)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_test_find_type (dialog, GTK_TYPE_TEXT_VIEW,
                                                                     0)));
}

/* What is underlined as @tag, each place in brackets. */
static char *
dup_underlined (GtkWidget  *dialog,
                const char *tag_name)
{
  GtkTextBuffer *buffer = get_buffer (dialog);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), tag_name);
  GString *underlined = g_string_new (NULL);
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (buffer, &start);
  while (gtk_text_iter_starts_tag (&start, tag) ||
         (gtk_text_iter_forward_to_tag_toggle (&start, tag) && !gtk_text_iter_is_end (&start)))
    {
      GtkTextIter end = start;
      g_autofree char *text = NULL;

      gtk_text_iter_forward_to_tag_toggle (&end, tag);
      text = gtk_text_iter_get_text (&start, &end);
      g_string_append_printf (underlined, "[%s]", text);
      start = end;
    }

  return g_string_free (underlined, FALSE);
}

static void
test_use (WindowFixture *fixture,
          gconstpointer  data)
{
  GtkWidget *dialog = open_dialog (fixture, "_smtp._tls.example.com. IN TXT "
                                            "\"v=TLSRPTv1;rua=" A " , b@example.com!\"");
  g_autofree char *errors = dup_underlined (dialog, "error");
  g_autofree char *warnings = dup_underlined (dialog, "warning");

  /* The cursor waits in the text. */
  g_assert_true (GTK_IS_TEXT_VIEW (ui_test_get_focus (dialog)));
  g_assert_cmpstr (errors, ==, "[b@example.com!]");
  g_assert_cmpstr (warnings, ==, "");
  g_assert_nonnull (ui_test_find_label (dialog, "“mailto:” is missing before the email address"));
  g_assert_nonnull (ui_test_find_label (dialog, "RFC 8460, section 3"));

  gtk_window_close (GTK_WINDOW (dialog));
  ui_test_wait ();
  g_assert_null (find_dialog ());
  g_assert_true (tlsrpt_record_is_blank (fixture->record));

  dialog = open_dialog (fixture, "_smtp._tls.example.com. IN TXT \"v=tlsrptv1; rua=" A " ," B "\"");
  g_assert_nonnull (ui_test_find_label (dialog, "v=TLSRPTv1; rua=" A "," B));
  g_assert_null (ui_test_find_button (dialog, "_Merge"));
  click (dialog, "_Use This Record");

  g_assert_null (find_dialog ());
  g_assert_cmpstr (tlsrpt_record_get_domain (fixture->record), ==, "example.com");
  g_assert_cmpstr (tlsrpt_record_get_value (fixture->record), ==, "v=TLSRPTv1; rua=" A "," B);
  g_assert_nonnull (ui_test_find_label (fixture->window, "Record imported"));

  /* And back. */
  click (fixture->window, "_Undo");
  g_assert_true (tlsrpt_record_is_blank (fixture->record));
}

static void
test_typing (WindowFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog = open_dialog (fixture, "");
  GtkTextBuffer *buffer = get_buffer (dialog);
  g_autofree char *errors = NULL;
  g_autofree char *warnings = NULL;
  g_autofree char *text = NULL;

  /* An empty text is no error, and there is no record to use. */
  g_assert_null (ui_test_find_type (dialog, TLSRPT_TYPE_REMARK_ROW, 0));
  g_assert_false (gtk_widget_is_sensitive (ui_test_find_button (dialog, "_Use This Record")));

  gtk_text_buffer_insert_at_cursor (buffer, "v=TLSRPTv1; rua=" A ", " B ",c@bücher.example", -1);
  errors = dup_underlined (dialog, "error");
  warnings = dup_underlined (dialog, "warning");
  g_assert_cmpstr (errors, ==, "[ü]");
  g_assert_cmpstr (warnings, ==, "[ ]");
  g_assert_true (gtk_widget_is_sensitive (ui_test_find_button (dialog, "_Use This Record")));

  /* The repair of one finding is a button, and what was typed can be brought back. */
  click (dialog, "Remove");
  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "v=TLSRPTv1; rua=" A "," B ",c@bücher.example");
  g_assert_true (GTK_IS_TEXT_VIEW (ui_test_get_focus (dialog)));
  g_clear_pointer (&text, g_free);
  gtk_text_buffer_undo (buffer);
  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "v=TLSRPTv1; rua=" A ", " B ",c@bücher.example");

  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
assert_leads_to (GtkWidget  *dialog,
                 GtkWidget  *row,
                 const char *text)
{
  g_autofree char *selected = NULL;
  GtkTextIter start;
  GtkTextIter end;

  gtk_widget_activate (row);
  g_assert_true (gtk_text_buffer_get_selection_bounds (get_buffer (dialog), &start, &end));
  selected = gtk_text_iter_get_text (&start, &end);
  g_assert_cmpstr (selected, ==, text);
}

/* The row of a finding leads to the place, also when somebody has typed before it, and
 * stays meanwhile. */
static void
test_go_to_finding (WindowFixture *fixture,
                    gconstpointer  data)
{
  GtkWidget *dialog = open_dialog (fixture, "v=TLSRPTv1; rua=a@example.com");
  GtkWidget *row = ui_test_find_type (dialog, TLSRPT_TYPE_REMARK_ROW, 1);
  GtkTextIter place;

  /* The first row is the verdict. */
  g_assert_nonnull (row);
  assert_leads_to (dialog, row, "a@example.com");

  gtk_text_buffer_get_iter_at_offset (get_buffer (dialog), &place, 11);
  gtk_text_buffer_insert (get_buffer (dialog), &place, " ", 1);
  g_assert_true (ui_test_find_type (dialog, TLSRPT_TYPE_REMARK_ROW, 1) == row);
  assert_leads_to (dialog, row, "a@example.com");

  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_replace_or_merge (WindowFixture *fixture,
                       gconstpointer  data)
{
  GtkWidget *dialog;

  tlsrpt_record_set_domain (fixture->record, "example.org");
  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "a@example.com");

  dialog = open_dialog (fixture, "v=TLSRPTv1; rua=" A "," B);
  g_assert_null (ui_test_find_button (dialog, "_Use This Record"));

  /* The choice that loses nothing is suggested. */
  g_assert_false (gtk_widget_has_css_class (ui_test_find_button (dialog, "_Replace"),
                                            "suggested-action"));
  g_assert_true (gtk_widget_has_css_class (ui_test_find_button (dialog, "_Merge"),
                                           "suggested-action"));
  click (dialog, "_Merge");
  g_assert_cmpstr (tlsrpt_record_get_domain (fixture->record), ==, "example.org");
  g_assert_cmpstr (tlsrpt_record_get_value (fixture->record), ==, "v=TLSRPTv1; rua=" A "," B);
  g_assert_nonnull (ui_test_find_label (fixture->window,
                                        "Record merged; 1 destination was already there"));

  dialog = open_dialog (fixture, "v=TLSRPTv1; rua=" B);
  click (dialog, "_Replace");
  g_assert_cmpstr (tlsrpt_record_get_domain (fixture->record), ==, "example.org");
  g_assert_cmpuint (g_list_model_get_n_items (tlsrpt_record_get_destinations (fixture->record)),
                    ==, 1);

  gtk_widget_activate_action (fixture->window, "win.undo", NULL);
  g_assert_cmpstr (tlsrpt_record_get_value (fixture->record), ==, "v=TLSRPTv1; rua=" A "," B);
}

/* The destinations of one domain are not put into the record of another by the way. */
static void
test_other_domain (WindowFixture *fixture,
                   gconstpointer  data)
{
  static const struct
  {
    const char *text;
    gboolean is_other;
  } cases[] = {
    { "_smtp._tls.example.com. IN TXT \"v=TLSRPTv1; rua=" B "\"", TRUE },
    { "_smtp._tls.sub.example.org. IN TXT \"v=TLSRPTv1; rua=" B "\"", TRUE },
    { "_smtp._tls.EXAMPLE.org. IN TXT \"v=TLSRPTv1; rua=" B "\"", FALSE },
    { "v=TLSRPTv1; rua=" B, FALSE },
  };
  GtkWidget *dialog;

  tlsrpt_record_set_domain (fixture->record, "example.org");
  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "a@example.com");
  dialog = open_dialog (fixture, "");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *replace;
      GtkWidget *merge;

      tlsrpt_import_dialog_set_text (TLSRPT_IMPORT_DIALOG (dialog), cases[i].text);
      replace = ui_test_find_button (dialog, "_Replace");
      merge = ui_test_find_button (dialog, "_Merge");
      g_assert_cmpint (gtk_widget_has_css_class (replace, "suggested-action"), ==,
                       cases[i].is_other);
      g_assert_cmpint (gtk_widget_has_css_class (merge, "suggested-action"), ==,
                       !cases[i].is_other);
      g_assert_true (gtk_window_get_default_widget (GTK_WINDOW (dialog)) ==
                     (cases[i].is_other ? replace : merge));
    }

  tlsrpt_import_dialog_set_text (TLSRPT_IMPORT_DIALOG (dialog), cases[0].text);
  click (dialog, "_Replace");
  g_assert_cmpstr (tlsrpt_record_get_domain (fixture->record), ==, "example.com");
  g_assert_cmpstr (tlsrpt_record_get_value (fixture->record), ==, "v=TLSRPTv1; rua=" B);
}

/* Whether one of two widgets stands on the other. */
static gboolean
overlap (WindowFixture *fixture,
         GtkWidget     *a,
         GtkWidget     *b)
{
  graphene_rect_t bounds_a;
  graphene_rect_t bounds_b;

  g_assert_true (gtk_widget_compute_bounds (a, fixture->window, &bounds_a));
  g_assert_true (gtk_widget_compute_bounds (b, fixture->window, &bounds_b));

  return graphene_rect_intersection (&bounds_a, &bounds_b, NULL);
}

/* If the record is shown already, copying it is the next thing to do. */
static void
test_merge_into_shown (WindowFixture *fixture,
                       gconstpointer  data)
{
  const char *said = "Record merged";
  GtkWidget *dialog;
  GtkWidget *toast;
  GtkWidget *button;

  tlsrpt_record_set_domain (fixture->record, "example.org");
  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "a@example.com");

  /* However many lines the value takes. */
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *text = g_strdup_printf ("v=TLSRPTv1; rua=mailto:to-be-reported-%u@example.com",
                                               i);

      window_fixture_activate (fixture, "win.generate");
      dialog = open_dialog (fixture, text);
      click (dialog, "_Merge");
      ui_test_wait_frame (fixture->window);
      ui_test_wait_frame (fixture->window);

      button = ui_test_find_button (fixture->window, "_Copy Record Value");
      g_assert_true (ui_test_get_focus (fixture->window) == button);
      toast = gtk_widget_get_ancestor (ui_test_find_label (fixture->window, said),
                                       g_type_from_name ("AdwToastWidget"));
      g_assert_nonnull (toast);
      g_assert_false (overlap (fixture, toast, button));
    }
}

static const char *
get_view (WindowFixture *fixture)
{
  GtkWidget *stack = ui_test_find_type (fixture->window, ADW_TYPE_VIEW_STACK, 0);

  return adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (stack));
}

/* Closing the window returns the focus to where it was opened. */
static void
test_from_elsewhere (WindowFixture *fixture,
                     gconstpointer  data)
{
  GtkWidget *dialog;
  GtkWidget *focus;

  window_fixture_activate (fixture, "win.guide");
  focus = ui_test_get_focus (fixture->window);
  dialog = open_dialog (fixture, "v=TLSRPTv1; rua=" A);
  g_assert_cmpstr (get_view (fixture), ==, "guide");

  gtk_window_close (GTK_WINDOW (dialog));
  ui_test_wait ();
  g_assert_cmpstr (get_view (fixture), ==, "guide");
  g_assert_true (ui_test_get_focus (fixture->window) == focus);

  dialog = open_dialog (fixture, "v=TLSRPTv1; rua=" A);
  click (dialog, "_Use This Record");
  g_assert_cmpstr (get_view (fixture), ==, "record");
  g_assert_true (gtk_widget_is_ancestor (ui_test_get_focus (fixture->window),
                                         window_fixture_find_row (fixture, "_Domain", 0)));
}

static void
test_several (WindowFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *dialog = open_dialog (fixture, "\"v=TLSRPTv1; rua=" A "\"\n"
                                            "\"v=TLSRPTv1; rua=" B "\"");
  GtkWidget *choice = ui_test_find_row (dialog, "Re_cord", 0);

  g_assert_nonnull (choice);
  g_assert_nonnull (ui_test_find_label (dialog, "v=TLSRPTv1; rua=" A "," B));

  adw_combo_row_set_selected (ADW_COMBO_ROW (choice), 2);
  g_assert_nonnull (ui_test_find_label (dialog, "v=TLSRPTv1; rua=" B));

  /* Of records at two names, one is meant. */
  gtk_text_buffer_set_text (get_buffer (dialog),
                            "_smtp._tls.a.example. TXT \"v=TLSRPTv1; rua=" A "\"\n"
                            "_smtp._tls.b.example. TXT \"v=TLSRPTv1; rua=" B "\"", -1);
  g_assert_nonnull (ui_test_find_label (dialog, "v=TLSRPTv1; rua=" A));
  tlsrpt_import_dialog_set_text (TLSRPT_IMPORT_DIALOG (dialog), "\"v=TLSRPTv1; rua=" A "\"\n"
                                                                "\"v=TLSRPTv1; rua=" B "\"");
  g_assert_nonnull (ui_test_find_label (dialog, "v=TLSRPTv1; rua=" A "," B));

  /* With one record, there is nothing to choose. */
  gtk_text_buffer_set_text (get_buffer (dialog), "v=TLSRPTv1; rua=" A, -1);
  g_assert_null (ui_test_find_row (dialog, "Re_cord", 0));
  g_assert_nonnull (ui_test_find_label (dialog, "v=TLSRPTv1; rua=" A));

  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
paste_over (GtkWidget  *row,
            const char *text)
{
  GtkEditable *delegate = gtk_editable_get_delegate (GTK_EDITABLE (row));

  gtk_widget_grab_focus (GTK_WIDGET (delegate));
  gtk_editable_select_region (delegate, 0, -1);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (row), text);
  g_signal_emit_by_name (delegate, "paste-clipboard");
  ui_test_wait ();
}

/* A record that is pasted into a row opens the window, and the row is as before. */
static void
test_paste_into_row (WindowFixture *fixture,
                     gconstpointer  data)
{
  static const char *const rows[] = { "_Domain", "_Email Address" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *row = ui_test_find_row (fixture->window, rows[i], 0);
      GtkWidget *dialog;
      g_autofree char *text = NULL;

      paste_over (row, "example.org");
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "example.org");
      g_assert_null (find_dialog ());

      paste_over (row, "_smtp._tls TXT \"v=TLSRPTv1; rua=" A "\"\n");
      dialog = find_dialog ();
      g_assert_nonnull (dialog);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "example.org");
      g_object_get (get_buffer (dialog), "text", &text, NULL);
      g_assert_cmpstr (text, ==, "_smtp._tls TXT \"v=TLSRPTv1; rua=" A "\"\n");
      gtk_window_destroy (GTK_WINDOW (dialog));
    }
}

static GtkDropTarget *
find_drop_target (GtkWidget *widget,
                  GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller) &&
          gdk_content_formats_contain_gtype (
            gtk_drop_target_get_formats (GTK_DROP_TARGET (controller)), type))
        return GTK_DROP_TARGET (controller);
    }

  return NULL;
}

static void
drop_files (GtkWidget *widget,
            GSList    *files)
{
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  g_signal_emit_by_name (find_drop_target (widget, GDK_TYPE_FILE_LIST), "drop", &value, 0.0, 0.0,
                         &taken);
  g_assert_true (taken);
}

static void
drop_file (GtkWidget  *widget,
           const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GSList) files = g_slist_prepend (NULL, file);

  drop_files (widget, files);
}

static void
test_drop (WindowFixture *fixture,
           gconstpointer  data)
{
  GtkWidget *page = ui_test_find_type (fixture->window, g_type_from_name ("TlsrptRecordPage"), 0);
  g_autofree char *folder = g_dir_make_tmp ("tlsrpt-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "example.zone", NULL);
  g_autofree char *text = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;
  GtkWidget *dialog;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, "v=TLSRPTv1; rua=" A);
  g_signal_emit_by_name (find_drop_target (page, G_TYPE_STRING), "drop", &value, 0.0, 0.0, &taken);
  g_assert_true (taken);
  dialog = find_dialog ();
  g_assert_nonnull (ui_test_find_label (dialog, "v=TLSRPTv1; rua=" A));
  gtk_window_destroy (GTK_WINDOW (dialog));

  g_file_set_contents (path, "_smtp._tls.example.com. TXT \"v=TLSRPTv1; rua=" B "\"\n", -1, NULL);
  drop_file (page, path);
  while ((dialog = find_dialog ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (ui_test_find_label (dialog, "v=TLSRPTv1; rua=" B));
  gtk_window_destroy (GTK_WINDOW (dialog));

  /* A file that is not text is rejected with a reason. */
  g_file_set_contents (path, "v=\0", 3, NULL);
  drop_file (page, path);
  while (ui_test_find_label (fixture->window,
                             "“\u2068example.zone\u2069” contains a NUL character, so it is not text") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (find_dialog ());

  g_remove (path);
  g_rmdir (folder);
}

/* None of them is looked at. */
static void
test_drop_many (WindowFixture *fixture,
                gconstpointer  data)
{
  GtkWidget *page = ui_test_find_type (fixture->window, g_type_from_name ("TlsrptRecordPage"), 0);
  GSList *files = NULL;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *path = g_strdup_printf ("/nonexistent/%u.zone", i);

      files = g_slist_prepend (files, g_file_new_for_path (path));
    }

  drop_files (page, files);
  ui_test_wait_frame (fixture->window);
  g_assert_nonnull (ui_test_find_label (fixture->window, "Drop one file at a time"));
  g_assert_null (find_dialog ());

  g_slist_free_full (files, g_object_unref);
}

/* A text that is too long is rejected as a whole, and the text before it stays. */
static void
test_too_long (WindowFixture *fixture,
               gconstpointer  data)
{
  GtkWidget *dialog = open_dialog (fixture, "v=TLSRPTv1; rua=" A);
  g_autofree char *longest = g_strnfill (TLSRPT_LIMIT_INPUT, 'a');
  g_autofree char *longer = g_strnfill (TLSRPT_LIMIT_INPUT + 1, 'a');
  g_autofree char *kept = NULL;

  tlsrpt_import_dialog_set_text (TLSRPT_IMPORT_DIALOG (dialog), longer);
  ui_test_wait ();
  g_assert_nonnull (ui_test_find_label (dialog, "The text would be longer than 65536 bytes"));
  gtk_text_buffer_insert_at_cursor (get_buffer (dialog), longer, -1);
  g_object_get (get_buffer (dialog), "text", &kept, NULL);
  g_assert_cmpstr (kept, ==, "v=TLSRPTv1; rua=" A);

  g_clear_pointer (&kept, g_free);
  tlsrpt_import_dialog_set_text (TLSRPT_IMPORT_DIALOG (dialog), longest);
  gtk_text_buffer_insert_at_cursor (get_buffer (dialog), "b", 1);
  g_object_get (get_buffer (dialog), "text", &kept, NULL);
  g_assert_cmpstr (kept, ==, longest);

  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_narrow (WindowFixture *fixture,
             gconstpointer  data)
{
  static const int directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };
  g_autoptr (GString) text = g_string_new ("v=tlsrptv1; rua=");
  GtkWidget *dialog;
  GtkWidget *columns;

  for (int i = 0; i < TLSRPT_LIMIT_DESTINATIONS; i++)
    g_string_append_printf (text, "a-rather-long-address-%d@example.com , ", i);
  dialog = open_dialog (fixture, text->str);
  columns = ui_test_find_type (dialog, TLSRPT_TYPE_COLUMNS, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      int width;
      int narrow;
      int wide;

      gtk_widget_set_default_direction (directions[i]);
      gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      g_assert_cmpint (width, <=, 360);

      /* Below each other where it is narrow, so together they are higher. */
      gtk_widget_measure (columns, GTK_ORIENTATION_VERTICAL, 336, &narrow, NULL, NULL, NULL);
      gtk_widget_measure (columns, GTK_ORIENTATION_VERTICAL, 800, &wide, NULL, NULL, NULL);
      g_assert_cmpint (narrow, >, wide + wide / 3);
    }

  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int   argc,
      char *argv[])
{
  int result;

  ui_test_init (&argc, &argv);
  window_fixture_open ();

  window_fixture_add ("/import-dialog/use", test_use);
  window_fixture_add ("/import-dialog/typing", test_typing);
  window_fixture_add ("/import-dialog/go-to-finding", test_go_to_finding);
  window_fixture_add ("/import-dialog/replace-or-merge", test_replace_or_merge);
  window_fixture_add ("/import-dialog/from-elsewhere", test_from_elsewhere);
  window_fixture_add ("/import-dialog/other-domain", test_other_domain);
  window_fixture_add ("/import-dialog/merge-into-shown", test_merge_into_shown);
  window_fixture_add ("/import-dialog/several", test_several);
  window_fixture_add ("/import-dialog/paste-into-row", test_paste_into_row);
  window_fixture_add ("/import-dialog/drop", test_drop);
  window_fixture_add ("/import-dialog/drop-many", test_drop_many);
  window_fixture_add ("/import-dialog/too-long", test_too_long);
  window_fixture_add ("/import-dialog/narrow", test_narrow);

  result = g_test_run ();
  window_fixture_close ();

  return result;
}
