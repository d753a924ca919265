/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "window-fixture.h"

static void
fill (WindowFixture *fixture)
{
  static const char *const destinations[] = { "tls@example.com", "https://example.com/r", NULL };

  tlsrpt_window_fill (TLSRPT_WINDOW (fixture->window), "example.com", destinations);
  ui_test_wait_frame (fixture->window);
}

/* Shows every view, one after the other. */
static void
visit (WindowFixture *fixture,
       void (*look) (WindowFixture *))
{
  AdwViewStack *stack = ADW_VIEW_STACK (ui_test_find_type (fixture->window,
                                                           ADW_TYPE_VIEW_STACK, 0));
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (stack);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      adw_view_stack_set_visible_child (stack, adw_view_stack_page_get_child (page));
      ui_test_wait_frame (fixture->window);
      look (fixture);
    }
}

static void
set_scheme (WindowFixture  *fixture,
            AdwColorScheme  scheme,
            gboolean        is_dark)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (manager, scheme);
  ui_test_wait_frame (fixture->window);
  g_assert_cmpint (adw_style_manager_get_dark (manager), ==, is_dark);
}

static void
look_dark (WindowFixture *fixture)
{
  set_scheme (fixture, ADW_COLOR_SCHEME_FORCE_DARK, TRUE);
  set_scheme (fixture, ADW_COLOR_SCHEME_FORCE_LIGHT, FALSE);
}

static void
test_dark (WindowFixture *fixture,
           gconstpointer  data)
{
  fill (fixture);
  visit (fixture, look_dark);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_DEFAULT);
}

static void
set_width (WindowFixture *fixture,
           int            width)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 500);
  /* Without a window manager GTK takes a border from it. */
  while (ABS (gtk_widget_get_width (fixture->window) - width) > 20)
    ui_test_wait_frame (fixture->window);
  ui_test_wait_frame (fixture->window);
}

/* The bar follows the width some frames later; if it does not, time runs out. */
static void
wait_reveal (WindowFixture      *fixture,
             AdwViewSwitcherBar *bar,
             gboolean            is_revealed)
{
  while (adw_view_switcher_bar_get_reveal (bar) != is_revealed)
    ui_test_wait_frame (fixture->window);
}

static void
test_narrow (WindowFixture *fixture,
             gconstpointer  data)
{
  AdwViewSwitcherBar *bar = ADW_VIEW_SWITCHER_BAR (ui_test_find_type (fixture->window,
                                                                      ADW_TYPE_VIEW_SWITCHER_BAR,
                                                                      0));
  GtkSettings *settings = gtk_settings_get_default ();

  for (int is_animated = 0; is_animated < 2; is_animated++)
    {
      g_object_set (settings, "gtk-enable-animations", is_animated, NULL);

      set_width (fixture, 900);
      wait_reveal (fixture, bar, FALSE);

      set_width (fixture, 360);
      wait_reveal (fixture, bar, TRUE);
    }

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
}

/* The focus comes some frames later; if it does not, time runs out. */
static void
wait_focus (GtkWidget  *dialog,
            const char *label)
{
  GtkWidget *focus;

  do
    {
      for (guint i = 0; i < 4; i++)
        ui_test_wait_frame (dialog);
      focus = ui_test_get_focus (dialog);
    }
  while (!GTK_IS_BUTTON (focus) || !gtk_widget_get_mapped (focus) ||
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (focus)), label) != 0);
}

/* Return deletes nothing, whether the buttons are beside each other or stacked; who means
 * to delete gets to the other button. */
static void
test_forget (WindowFixture *fixture,
             gconstpointer  data)
{
  static const int widths[] = { 900, 360 };
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GListModel *windows = gtk_window_get_toplevels ();
      GtkWidget *dialog = NULL;

      /* Large text has no room for both beside each other. */
      g_object_set (settings, "gtk-xft-dpi", i == 0 ? dpi : 2 * 96 * 1024, NULL);
      set_width (fixture, widths[i]);
      window_fixture_activate (fixture, "app.forget");
      for (guint j = 0; j < g_list_model_get_n_items (windows) && dialog == NULL; j++)
        {
          g_autoptr (GtkWidget) window = g_list_model_get_item (windows, j);

          if (ADW_IS_MESSAGE_DIALOG (window))
            dialog = window;
        }
      g_assert_nonnull (dialog);
      wait_focus (dialog, "_Cancel");

      gtk_widget_child_focus (dialog, i == 0 ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
      wait_focus (dialog, "_Forget Everything");

      gtk_window_close (GTK_WINDOW (dialog));
      ui_test_wait_frame (fixture->window);
    }
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* What was kept is not offered any more. */
static void
test_forget_addresses (WindowFixture *fixture,
                       gconstpointer  data)
{
  static const char *const uris[] = { "mailto:tls@example.com", NULL };
  const char *title = "Use \u2068tls@example.com\u2069 Again";
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();

  tlsrpt_state_use_addresses (state, uris);
  tlsrpt_window_set_state (TLSRPT_WINDOW (fixture->window), state);
  g_assert_nonnull (ui_test_find_row (fixture->window, title, 0));
  fill (fixture);
  g_assert_null (ui_test_find_row (fixture->window, title, 0));

  tlsrpt_window_forget (TLSRPT_WINDOW (fixture->window));
  tlsrpt_state_clear (state);
  ui_test_wait_frame (fixture->window);
  g_assert_null (ui_test_find_row (fixture->window, title, 0));
}

static void
set_up_right_to_left (WindowFixture *fixture,
                      gconstpointer  data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window_fixture_set_up (fixture, data);
}

static void
tear_down_right_to_left (WindowFixture *fixture,
                         gconstpointer  data)
{
  window_fixture_tear_down (fixture, data);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
assert_right_aligned (GtkWidget *widget,
                      double     alignment)
{
  g_assert_cmpint (gtk_widget_get_direction (widget), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpfloat (alignment, ==, 1.0);
}

/* Technical text is written from left to right, under titles that are not. */
static void
test_right_to_left (WindowFixture *fixture,
                    gconstpointer  data)
{
  static const char *const labels[] = {
    "_smtp._tls.example.com",
    "v=TLSRPTv1; rua=mailto:tls@example.com,https://example.com/r",
    "dig +short TXT _smtp._tls.example.com",
  };
  GtkEditable *entry;

  fill (fixture);

  entry = GTK_EDITABLE (window_fixture_find_row (fixture, "_Domain", 0));
  assert_right_aligned (GTK_WIDGET (gtk_editable_get_delegate (entry)),
                        gtk_editable_get_alignment (entry));

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget *label = ui_test_find_label (fixture->window, labels[i]);

      g_assert_nonnull (label);
      assert_right_aligned (label, gtk_label_get_xalign (GTK_LABEL (label)));
    }
}

static void
test_size (WindowFixture *fixture,
           gconstpointer  data)
{
  int width;
  int height;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 555, 444);
  window_fixture_tear_down (fixture, data);

  window_fixture_set_up (fixture, data);
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);
  g_assert_cmpint (width, ==, 555);
  g_assert_cmpint (height, ==, 444);
}

/* An icon needs a name for screen readers. */
static void
look_for_names (WindowFixture *fixture)
{
  const GType types[] = { GTK_TYPE_BUTTON, GTK_TYPE_MENU_BUTTON };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget;

      for (guint nth = 0;
           (widget = ui_test_find_type (fixture->window, types[i], nth)) != NULL;
           nth++)
        {
          g_autofree char *icon_name = NULL;

          g_object_get (widget, "icon-name", &icon_name, NULL);
          if (icon_name == NULL || !gtk_widget_get_mapped (widget) ||
              ui_test_find_type (widget, GTK_TYPE_LABEL, 0) != NULL)
            continue;
          /* That is libadwaita's own. */
          if (g_str_has_prefix (icon_name, "adw-"))
            continue;

          g_test_message ("%s", icon_name);
          g_assert_nonnull (gtk_widget_get_tooltip_text (widget));
          g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                                           GTK_ACCESSIBLE_PROPERTY_LABEL));
        }
    }
}

static void
test_names (WindowFixture *fixture,
            gconstpointer  data)
{
  fill (fixture);
  visit (fixture, look_for_names);
}

static char *
normalise (const char *accelerator)
{
  guint key;
  GdkModifierType modifiers;

  g_assert_true (gtk_accelerator_parse (accelerator, &key, &modifiers));

  /* An access key is the letter of a label, in whatever language. */
  g_assert_false ((modifiers & GDK_ALT_MASK) != 0 && g_unichar_isalpha (gdk_keyval_to_unicode (key)));
  g_assert_false ((modifiers & GDK_SUPER_MASK) != 0);

  return gtk_accelerator_name (key, modifiers);
}

static GtkWindow *
find_shortcuts_window (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (GTK_IS_SHORTCUTS_WINDOW (window))
        return window;
    }

  return NULL;
}

/* The accelerators in the shortcuts window, visible or not. */
static void
collect_accelerators (GtkWidget  *widget,
                      GHashTable *accelerators)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_autofree char *accelerator = NULL;
      g_auto (GStrv) parts = NULL;

      g_object_get (widget, "accelerator", &accelerator, NULL);
      parts = g_strsplit (accelerator, " ", -1);
      for (gsize i = 0; parts[i] != NULL; i++)
        g_hash_table_add (accelerators, normalise (parts[i]));
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_accelerators (child, accelerators);
}

static void
test_shortcuts (WindowFixture *fixture,
                gconstpointer  data)
{
  g_autoptr (GHashTable) listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (fixture->window));
  GtkWindow *shortcuts;
  g_auto (GStrv) actions = NULL;

  /* It is built when somebody wants to see it. */
  g_assert_null (find_shortcuts_window ());
  window_fixture_activate (fixture, "app.shortcuts");
  shortcuts = find_shortcuts_window ();
  g_assert_nonnull (shortcuts);
  g_assert_true (gtk_window_get_transient_for (shortcuts) == GTK_WINDOW (fixture->window));
  collect_accelerators (GTK_WIDGET (shortcuts), listed);
  gtk_window_destroy (shortcuts);

  actions = gtk_application_list_action_descriptions (application);
  g_assert_cmpuint (g_strv_length (actions), >, 0);
  for (gsize i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accelerators = gtk_application_get_accels_for_action (application, actions[i]);

      for (gsize j = 0; accelerators[j] != NULL; j++)
        {
          g_autofree char *accelerator = normalise (accelerators[j]);

          g_test_message ("%s: %s", actions[i], accelerator);
          g_assert_true (g_hash_table_contains (listed, accelerator));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  int result;

  ui_test_init (&argc, &argv);
  window_fixture_open ();

  window_fixture_add ("/window/dark", test_dark);
  window_fixture_add ("/window/forget", test_forget);
  window_fixture_add ("/window/forget-addresses", test_forget_addresses);
  window_fixture_add ("/window/names", test_names);
  window_fixture_add ("/window/narrow", test_narrow);
  window_fixture_add ("/window/shortcuts", test_shortcuts);
  window_fixture_add ("/window/size", test_size);
  g_test_add ("/window/right-to-left", WindowFixture, NULL,
              set_up_right_to_left, test_right_to_left, tear_down_right_to_left);

  result = g_test_run ();
  window_fixture_close ();

  return result;
}
