/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui-test.h"

#include <string.h>

/* Longer than anything here takes, even on a busy machine. */
#define PATIENCE_SECONDS 60

/**
 * ui_test_init:
 *
 * Prepares a test program for widgets.
 */
void
ui_test_init (int    *argc,
              char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();

  /* Nothing is under way for longer than a frame. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/**
 * ui_test_wait:
 *
 * Waits until nothing is left to do.
 */
void
ui_test_wait (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  int *n_left = user_data;

  (*n_left)--;

  return *n_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("Waited for too long");

  return G_SOURCE_REMOVE;
}

/**
 * ui_test_lose_patience:
 *
 * Lets the test fail after a time in which anything should have happened.
 *
 * Returns: a source to remove when it has
 */
guint
ui_test_lose_patience (void)
{
  return g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);
}

/**
 * ui_test_wait_frame:
 * @widget: a widget in a window that is shown
 *
 * Waits until the window has been laid out and drawn.
 */
void
ui_test_wait_frame (GtkWidget *widget)
{
  int n_left = 2;
  guint timeout = ui_test_lose_patience ();

  gtk_widget_add_tick_callback (widget, tick_cb, &n_left, NULL);
  while (n_left > 0)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (timeout);
}

static guint
count_widgets (GtkWidget *widget)
{
  guint n_widgets = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_widgets += count_widgets (child);

  return n_widgets;
}

/**
 * ui_test_wait_whole:
 * @widget: a widget in a window that is shown
 *
 * Waits until no more widgets come: pages may fill by and by, with every frame.
 */
void
ui_test_wait_whole (GtkWidget *widget)
{
  guint n_widgets;

  do
    {
      n_widgets = count_widgets (widget);
      ui_test_wait_frame (widget);
    }
  while (count_widgets (widget) != n_widgets);
}

typedef gboolean (*Predicate) (GtkWidget *widget, gconstpointer data);

/* Depth first, so in the order in which people read. */
static GtkWidget *
find (GtkWidget     *widget,
      Predicate      matches,
      gconstpointer  data,
      guint         *nth)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;

  if (matches (widget, data) && (*nth)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, matches, data, nth);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_type (GtkWidget     *widget,
          gconstpointer  data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) data);
}

static gboolean
is_row (GtkWidget     *widget,
        gconstpointer  data)
{
  const char *title;

  if (!ADW_IS_PREFERENCES_ROW (widget))
    return FALSE;

  title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));

  return g_str_equal (title, data);
}

static gboolean
is_label (GtkWidget     *widget,
          gconstpointer  data)
{
  if (GTK_IS_INSCRIPTION (widget))
    return g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (widget)), data) == 0;

  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), data);
}

static gboolean
is_button (GtkWidget     *widget,
           gconstpointer  data)
{
  if (!GTK_IS_BUTTON (widget))
    return FALSE;

  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), data) == 0 ||
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), data) == 0;
}

/**
 * ui_test_find_type:
 * @root: where to look
 * @type: the type of a widget
 * @nth: which of them, from 0
 *
 * Finds a visible widget.
 *
 * Returns: (nullable): the widget
 */
GtkWidget *
ui_test_find_type (GtkWidget *root,
                   GType      type,
                   guint      nth)
{
  return find (root, has_type, &type, &nth);
}

/**
 * ui_test_find_row:
 * @root: where to look
 * @title: the title of a row, with its mnemonic
 * @nth: which of them, from 0
 *
 * Finds a visible row.
 *
 * Returns: (nullable): the row
 */
GtkWidget *
ui_test_find_row (GtkWidget  *root,
                  const char *title,
                  guint       nth)
{
  return find (root, is_row, title, &nth);
}

/**
 * ui_test_find_label:
 * @root: where to look
 * @text: what it says
 *
 * Finds a visible label.
 *
 * Returns: (nullable): the label
 */
GtkWidget *
ui_test_find_label (GtkWidget  *root,
                    const char *text)
{
  guint nth = 0;

  return find (root, is_label, text, &nth);
}

/**
 * ui_test_find_button:
 * @root: where to look
 * @tooltip_or_label: what it does
 *
 * Finds a visible button.
 *
 * Returns: (nullable): the button
 */
GtkWidget *
ui_test_find_button (GtkWidget  *root,
                     const char *tooltip_or_label)
{
  guint nth = 0;

  return find (root, is_button, tooltip_or_label, &nth);
}

/**
 * ui_test_get_focus:
 * @root: a widget in a window
 *
 * Gets the widget that has the focus in the window.
 *
 * Returns: (nullable): the widget
 */
GtkWidget *
ui_test_get_focus (GtkWidget *root)
{
  return gtk_root_get_focus (gtk_widget_get_root (root));
}

/**
 * ui_test_has_text:
 * @root: where to look
 * @text: a part of what is said
 *
 * Looks for a text, in what is not visible, too.
 *
 * Returns: whether a label has it
 */
gboolean
ui_test_has_text (GtkWidget  *root,
                  const char *text)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (ui_test_has_text (child, text))
        return TRUE;
    }

  return FALSE;
}

/**
 * ui_test_is_shown:
 * @root: where to look
 * @text: what a label says
 *
 * Looks for a label that people see: pages of a stack that are not shown have some, too.
 *
 * Returns: whether there is one
 */
gboolean
ui_test_is_shown (GtkWidget  *root,
                  const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;

  if (gtk_widget_get_first_child (root) == NULL)
    return ui_test_find_label (root, text) != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (ui_test_is_shown (child, text))
        return TRUE;
    }

  return FALSE;
}

/**
 * ui_test_wait_label:
 * @root: where to look
 * @text: what a label says
 *
 * Waits until people see a label, and what comes with it.
 */
void
ui_test_wait_label (GtkWidget  *root,
                    const char *text)
{
  guint timeout = ui_test_lose_patience ();

  while (!ui_test_is_shown (root, text))
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (timeout);
  ui_test_wait_frame (root);
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  if (*text == NULL)
    *text = g_strdup ("");
}

/**
 * ui_test_read_clipboard:
 * @widget: a widget in a window
 *
 * Reads the clipboard.
 *
 * Returns: (transfer full): its text, empty if it has none
 */
char *
ui_test_read_clipboard (GtkWidget *widget)
{
  guint timeout = ui_test_lose_patience ();
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (timeout);

  return text;
}
