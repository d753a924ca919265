/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-application.h"
#include "tlsrpt-check-page.h"
#include "tlsrpt-domains-page.h"
#include "tlsrpt-guide.h"
#include "tlsrpt-locale.h"
#include "tlsrpt-reason-code.h"
#include "tlsrpt-report-folder-bar.h"
#include "tlsrpt-report-problem-page.h"
#include "tlsrpt-reports-page.h"
#include "tlsrpt-reports-view.h"
#include "tlsrpt-share-row.h"
#include "tlsrpt-table.h"
#include "tlsrpt-window.h"
#include "ui-test.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>

/* A phone. */
#define WIDTH 360
#define HEIGHT 640

typedef struct
{
  GtkWidget    *window;
  AdwViewStack *stack;
} Fixture;

/* GTK knows one a process. */
static TlsrptApplication *application;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->window = GTK_WIDGET (tlsrpt_window_new (GTK_APPLICATION (application)));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_wait_frame (fixture->window);

  fixture->stack = ADW_VIEW_STACK (ui_test_find_type (fixture->window, ADW_TYPE_VIEW_STACK, 0));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_wait ();
}

static int
measure (GtkWidget *widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);

  return width;
}

/* The innermost widget that is too wide, and what it has to say or to hold. */
static void
blame (GtkWidget *widget)
{
  g_autoptr (GString) holds = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (measure (child) > WIDTH)
        {
          blame (child);
          return;
        }

      g_string_append_printf (holds, " %s %d", G_OBJECT_TYPE_NAME (child), measure (child));
    }

  g_test_message ("%s (%s) is %d wide: %s%s", G_OBJECT_TYPE_NAME (widget),
                  gtk_widget_get_css_name (widget), measure (widget),
                  GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "",
                  holds->str);
}

static void
assert_fits (GtkWidget  *window,
             const char *what)
{
  if (measure (window) <= WIDTH)
    return;

  g_test_message ("%s does not fit", what);
  blame (window);
  g_test_fail ();
}

/* What is cut without harm: what was typed, the title of the window, what an empty
 * field says, and below its icon the name of a view, whose room libadwaita divides. */
static gboolean
may_be_cut (GtkWidget *label)
{
  return gtk_label_get_ellipsize (GTK_LABEL (label)) == PANGO_ELLIPSIZE_MIDDLE ||
         gtk_widget_get_ancestor (label, ADW_TYPE_WINDOW_TITLE) != NULL ||
         gtk_widget_get_ancestor (label, ADW_TYPE_VIEW_SWITCHER_BAR) != NULL ||
         g_str_equal (gtk_widget_get_css_name (label), "placeholder");
}

/* No text that is meant to be read is cut off, either. */
static void
assert_whole (GtkWidget  *widget,
              const char *what)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (GTK_IS_LABEL (widget) && !may_be_cut (widget) &&
      pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    {
      g_test_message ("%s is cut: %s", what, gtk_label_get_text (GTK_LABEL (widget)));
      g_test_fail ();
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_whole (child, what);
}

static void
look_at_pages (Fixture *fixture,
               void (*look) (GtkWidget *, const char *))
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (fixture->stack);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      const char *name = adw_view_stack_page_get_name (page);

      adw_view_stack_set_visible_child_name (fixture->stack, name);
      /* The rows of the guide are added over several frames. */
      for (guint j = 0; j < 12; j++)
        ui_test_wait_frame (fixture->window);
      look (fixture->window, name);
    }
}

/* In percent of what it was. */
static void
set_text_size (int percent)
{
  static int normal_dpi;
  GtkSettings *settings = gtk_settings_get_default ();

  if (normal_dpi == 0)
    g_object_get (settings, "gtk-xft-dpi", &normal_dpi, NULL);
  g_assert_cmpint (normal_dpi, >, 0);

  g_object_set (settings, "gtk-xft-dpi", normal_dpi * percent / 100, NULL);
}

/* Also with text as large as WCAG 1.4.4 wants it. */
static void
assert_fits_at_all_sizes (GtkWidget  *window,
                          const char *what)
{
  static const int sizes[] = { 150, 200, 100 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *which = g_strdup_printf ("%s, text at %d %%", what, sizes[i]);

      set_text_size (sizes[i]);
      /* Adaptive widgets change between two frames. */
      ui_test_wait_frame (window);
      ui_test_wait_frame (window);
      assert_fits (window, which);
    }
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  look_at_pages (fixture, assert_fits_at_all_sizes);
  look_at_pages (fixture, assert_whole);

  set_text_size (150);
  look_at_pages (fixture, assert_whole);
  set_text_size (100);
}

/* Fills the list of domains, and shows it and a domain of it. */
static void
test_domains (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();
  g_autoptr (TlsrptStateDomain) domain = NULL;
  GtkWidget *page;

  domain = tlsrpt_state_domain_new ("a-domain-with-a-long-name.example",
                                    "v=TLSRPTv1; rua=mailto:tls@example.com");
  domain->value = g_strdup (domain->expected);
  domain->checked = 1796113800;
  domain->state = g_strdup ("published");
  domain->record = g_strdup ("valid");
  domain->mta_sts = g_strdup ("enforce");
  domain->dane = g_strdup ("unconfirmed");
  domain->reason = g_strdup ("Some senders cannot send reports to a-long-name.example");
  g_assert_true (tlsrpt_state_insert_domain (state, domain, 0));

  adw_view_stack_set_visible_child_name (fixture->stack, "check");
  page = ui_test_find_type (fixture->window, TLSRPT_TYPE_CHECK_PAGE, 0);
  gtk_widget_activate_action (page, "check.domains", NULL);
  ui_test_wait_whole (fixture->window);
  assert_fits_at_all_sizes (fixture->window, "no domains");

  tlsrpt_window_set_state (TLSRPT_WINDOW (fixture->window), state);
  ui_test_wait_whole (fixture->window);
  assert_fits_at_all_sizes (fixture->window, "domains");

  page = ui_test_find_type (fixture->window, TLSRPT_TYPE_DOMAINS_PAGE, 0);
  gtk_widget_activate_action (page, "domains.edit", NULL);
  ui_test_wait_whole (fixture->window);
  assert_fits_at_all_sizes (fixture->window, "more domains");
  gtk_widget_activate_action (page, "check.back", NULL);
  ui_test_wait_whole (fixture->window);
  g_assert_true (gtk_widget_activate_action (page, "domains.remove-several", NULL));
  ui_test_wait_whole (fixture->window);
  assert_fits_at_all_sizes (fixture->window, "fewer domains");
  gtk_widget_activate_action (page, "check.back", NULL);

  g_signal_emit_by_name (page, "domain-activated", domain->name);
  ui_test_wait_whole (fixture->window);
  assert_fits_at_all_sizes (fixture->window, "a domain");
}

static void
test_record (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *domain;
    const char *destinations[4];
  } forms[] = {
    { "", { NULL } },
    { "example.com", { "tls@example.com", "https://example.com/tls" } },
    { "пример.example", { "tls@example.org", "tls@example.org", "https://example.com:8443/a=b" } },
    { "https://example.com/", { "tls@example.com?subject=report", "http://example.com" } },
    { "co.uk", { "a,b@example.com", "https://user@example.com" } },
    { "exam ple.com", { "\"a\"@example.com", "https:///x" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      tlsrpt_window_fill (TLSRPT_WINDOW (fixture->window), forms[i].domain, forms[i].destinations);
      ui_test_wait_frame (fixture->window);
      assert_fits_at_all_sizes (fixture->window, forms[i].domain);
      assert_whole (fixture->window, forms[i].domain);
    }
}

static GtkWidget *
find_opened (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (window != fixture->window && gtk_widget_get_mapped (window))
        return window;
    }

  return NULL;
}

static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const texts[] = {
    "",
    "v=TLSRPTv1; rua=mailto:tls@example.com",
    "v=tlsrpt1 rua=tls@example.com, https://example.com/!;;",
  };
  static const char *const destinations[] = { "tls@example.org", NULL };

  /* There is a choice only where something would be lost. */
  tlsrpt_window_fill (TLSRPT_WINDOW (fixture->window), "example.org", destinations);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *window;

      gtk_widget_activate_action (fixture->window, "win.import-text", "s", texts[i]);
      ui_test_wait_frame (fixture->window);
      window = find_opened (fixture);
      g_assert_nonnull (window);
      ui_test_wait_frame (window);
      assert_fits_at_all_sizes (window, texts[i]);
      gtk_window_close (GTK_WINDOW (window));
      ui_test_wait ();
    }
}

static void
test_guide (Fixture       *fixture,
            gconstpointer  data)
{
  const GPtrArray *entries = tlsrpt_guide_get_entries ();

  /* They are many; with smaller text they are narrower. */
  set_text_size (200);

  for (guint i = 0; i < entries->len; i++)
    {
      TlsrptGuideEntry *entry = g_ptr_array_index (entries, i);
      const char *id = tlsrpt_guide_entry_get_id (entry);

      /* They are many, and short. */
      if (TLSRPT_IS_REASON_CODE (entry))
        continue;

      tlsrpt_window_explain (TLSRPT_WINDOW (fixture->window), id);
      ui_test_wait_whole (fixture->window);
      assert_fits (fixture->window, id);
    }

  set_text_size (100);
  tlsrpt_window_explain (TLSRPT_WINDOW (fixture->window), "certificate-expried");
  ui_test_wait_frame (fixture->window);
  assert_fits_at_all_sizes (fixture->window, "a search");
}

static void
test_reports (Fixture       *fixture,
              gconstpointer  data)
{
  static const char report[] =
    "{\"organization-name\":\"Sender\",\"report-id\":\"1\",\"contact-info\":\"a@sender.example\","
    "\"date-range\":{\"start-datetime\":\"2026-01-02T00:00:00Z\","
    "\"end-datetime\":\"2026-01-02T23:59:59Z\"},\"policies\":[{"
    "\"policy\":{\"policy-type\":\"sts\",\"policy-domain\":\"example.com\","
    "\"policy-string\":[\"version: STSv1\",\"mode: testing\",\"mx: mx.example.com\","
    "\"max_age: 86400\"]},"
    "\"summary\":{\"total-successful-session-count\":9,\"total-failure-session-count\":3},"
    "\"failure-details\":[{\"result-type\":\"certificate-expired\",\"failed-session-count\":3}]}]}";
  static const char *const views[] = { "overview", "organizations", "domains", "failures" };
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "tlsrpt-report-XXXXXX", NULL);
  g_autoptr (GFile) file = NULL;
  const TlsrptReportSummary *summary;
  GtkWidget *view, *page;

  g_assert_cmpint (g_close (g_mkstemp (path), NULL), ==, TRUE);
  g_assert_true (g_file_set_contents (path, report, -1, NULL));
  file = g_file_new_for_path (path);
  tlsrpt_window_open_reports (TLSRPT_WINDOW (fixture->window), &file, 1);
  /* The view is there before the file is read, which takes another program. */
  while (ui_test_find_type (fixture->window, TLSRPT_TYPE_SHARE_ROW, 0) == NULL)
    ui_test_wait_frame (fixture->window);
  g_assert_cmpint (g_unlink (path), ==, 0);

  view = ui_test_find_type (fixture->window, TLSRPT_TYPE_REPORTS_VIEW, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_assert_true (gtk_widget_activate_action (view, "reports.view", "s", views[i]));
      ui_test_wait_frame (fixture->window);
      assert_fits_at_all_sizes (fixture->window, views[i]);
    }

  g_assert_true (gtk_widget_activate_action (view, "reports.view", "s", "overview"));
  ui_test_wait_frame (fixture->window);
  assert_whole (fixture->window, "overview");

  /* Pages that replace the view and have a way back. */
  g_assert_true (gtk_widget_activate_action (view, "reports.show-remarks", NULL));
  ui_test_wait_frame (fixture->window);
  assert_fits_at_all_sizes (fixture->window, "notes");
  g_assert_true (gtk_widget_activate_action (view, "reports.back", NULL));
  g_assert_true (gtk_widget_activate_action (view, "reports.show-problem", "u", 0));
  /* What is counted for it comes later. */
  page = ui_test_find_type (fixture->window, TLSRPT_TYPE_REPORT_PROBLEM_PAGE, 0);
  while (ui_test_find_type (page, TLSRPT_TYPE_TABLE, 0) == NULL)
    ui_test_wait_frame (fixture->window);
  ui_test_wait_whole (fixture->window);
  assert_fits_at_all_sizes (fixture->window, "a problem");
  g_assert_true (gtk_widget_activate_action (view, "reports.back", NULL));

  g_assert_true (gtk_widget_activate_action (view, "reports.show-readiness", "u", 0));
  ui_test_wait_frame (fixture->window);
  assert_fits_at_all_sizes (fixture->window, "ready to enforce");
  g_assert_true (gtk_widget_activate_action (view, "reports.back", NULL));

  summary = tlsrpt_reports_view_get_diagnosis (TLSRPT_REPORTS_VIEW (view))->summary;
  g_signal_emit_by_name (view, "failure-activated", &summary->details[0]);
  ui_test_wait_whole (fixture->window);
  assert_fits_at_all_sizes (fixture->window, "a failure");
}

/* The folder that is watched: what is new in it, and that it cannot be read. */
static void
test_folder (Fixture       *fixture,
             gconstpointer  data)
{
  static const char report[] =
    "{\"organization-name\":\"Sender\",\"report-id\":\"1\",\"contact-info\":\"a@sender.example\","
    "\"date-range\":{\"start-datetime\":\"2026-01-02T00:00:00Z\","
    "\"end-datetime\":\"2026-01-02T23:59:59Z\"},\"policies\":[{"
    "\"policy\":{\"policy-type\":\"sts\",\"policy-domain\":\"example.com\"},"
    "\"summary\":{\"total-successful-session-count\":9,\"total-failure-session-count\":3},"
    "\"failure-details\":[{\"result-type\":\"certificate-expired\",\"failed-session-count\":3}]}]}";
  g_autofree char *folder = g_dir_make_tmp ("reports-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report.json", NULL);
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();
  GtkWidget *bar;
  GtkWidget *page;

  g_assert_true (g_file_set_contents (path, report, -1, NULL));
  tlsrpt_state_set_folder (state, folder);
  tlsrpt_state_add_marks (state, NULL, 0, 0);
  tlsrpt_window_set_state (TLSRPT_WINDOW (fixture->window), state);
  tlsrpt_window_show_reports (TLSRPT_WINDOW (fixture->window));
  while (ui_test_find_type (fixture->window, TLSRPT_TYPE_SHARE_ROW, 0) == NULL)
    ui_test_wait_frame (fixture->window);
  assert_fits_at_all_sizes (fixture->window, "what is new");
  assert_whole (fixture->window, "what is new");

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  page = ui_test_find_type (fixture->window, TLSRPT_TYPE_REPORTS_PAGE, 0);
  bar = ui_test_find_type (page, TLSRPT_TYPE_REPORT_FOLDER_BAR, 0);
  g_assert_true (gtk_widget_activate_action (page, "reports.look-again", NULL));
  while (ui_test_find_type (bar, GTK_TYPE_BUTTON, 2) == NULL)
    ui_test_wait_frame (fixture->window);
  ui_test_wait_whole (fixture->window);
  assert_fits_at_all_sizes (fixture->window, "a folder that is gone");
  assert_whole (fixture->window, "a folder that is gone");
}

static void
test_loaded (void)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);
  gboolean is_arabic = g_str_has_prefix (locale, "ar");

  if (!g_str_has_prefix (locale, "en"))
    g_assert_cmpstr (_("Ca_ncel"), !=, "Ca_ncel");

  g_assert_cmpint (gtk_widget_get_default_direction (), ==,
                   is_arabic ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

/* As main() of the program does it. */
static void
init (int    *argc,
      char ***argv)
{
  tlsrpt_locale_init ();
  g_test_init (argc, argv, NULL);
  adw_init ();

  /* As GNOME decorates windows, and writes in them. */
  g_object_set (gtk_settings_get_default (),
                "gtk-decoration-layout", "appmenu:close",
                "gtk-font-name", "Cantarell 11",
                NULL);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  init (&argc, &argv);

  application = tlsrpt_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add_func ("/languages/loaded", test_loaded);
  g_test_add ("/languages/domains", Fixture, NULL, set_up, test_domains, tear_down);
  g_test_add ("/languages/guide", Fixture, NULL, set_up, test_guide, tear_down);
  g_test_add ("/languages/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/languages/record", Fixture, NULL, set_up, test_record, tear_down);
  g_test_add ("/languages/folder", Fixture, NULL, set_up, test_folder, tear_down);
  g_test_add ("/languages/reports", Fixture, NULL, set_up, test_reports, tear_down);
  g_test_add ("/languages/import", Fixture, NULL, set_up, test_import, tear_down);

  result = g_test_run ();
  g_object_unref (application);

  return result;
}
