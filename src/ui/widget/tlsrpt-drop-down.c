/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-drop-down.h"

#include "tlsrpt-accessible.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-paste-limit.h"

#include <glib/gi18n.h>

static GtkWidget *
find_child (GtkWidget *widget,
            GType      type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type);

  return found;
}

static GtkFilter *
get_filter (GtkListView *list_view)
{
  GtkSelectionModel *selection = gtk_list_view_get_model (list_view);
  GListModel *model = NULL;

  if (GTK_IS_SINGLE_SELECTION (selection))
    model = gtk_single_selection_get_model (GTK_SINGLE_SELECTION (selection));

  return GTK_IS_FILTER_LIST_MODEL (model)
           ? gtk_filter_list_model_get_filter (GTK_FILTER_LIST_MODEL (model)) : NULL;
}

static void
items_changed_cb (GListModel *items,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  GtkWidget  *empty_label)
{
  gtk_widget_set_visible (empty_label, g_list_model_get_n_items (items) == 0);
}

/* Says so if a search finds nothing: an empty list looks like a fault. */
static void
explain_nothing (GtkListView *list_view,
                 GtkWidget   *empty_label)
{
  GListModel *items = G_LIST_MODEL (gtk_list_view_get_model (list_view));

  if (items == NULL)
    return;

  g_signal_connect_object (items, "items-changed",
                           G_CALLBACK (items_changed_cb), empty_label, G_CONNECT_DEFAULT);
  items_changed_cb (items, 0, 0, 0, empty_label);
}

static void
model_changed_cb (GtkListView *list_view,
                  GParamSpec  *pspec,
                  GtkWidget   *empty_label)
{
  explain_nothing (list_view, empty_label);
}

static GtkWidget *
add_empty_label (GtkWidget *list_view)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (list_view, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *box = scrolled != NULL ? gtk_widget_get_parent (scrolled) : NULL;
  GtkWidget *empty_label;

  if (!GTK_IS_BOX (box))
    return NULL;

  empty_label = g_object_new (GTK_TYPE_LABEL,
                              "label", _("No Results Found"),
                              "margin-bottom", 12,
                              "margin-top", 12,
                              "visible", FALSE,
                              "wrap", TRUE,
                              NULL);
  gtk_widget_add_css_class (empty_label, "dim-label");
  gtk_box_append (GTK_BOX (box), empty_label);

  return empty_label;
}

/* Each model gets a filter of its own. */
static void
find_anywhere (GtkDropDown *drop_down)
{
  GtkWidget *list_view = find_child (GTK_WIDGET (drop_down), GTK_TYPE_LIST_VIEW);
  GtkFilter *filter = get_filter (GTK_LIST_VIEW (list_view));

  if (GTK_IS_STRING_FILTER (filter))
    gtk_string_filter_set_match_mode (GTK_STRING_FILTER (filter),
                                      GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
}

/* Left alone, GTK takes back the search first, also an empty one that is left from the last
 * time, and closes the list at the next Escape. */
static void
search_stopped_cb (GtkSearchEntry *search_entry)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (search_entry), GTK_TYPE_POPOVER);

  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
search_activated_cb (GtkSearchEntry *search_entry,
                     GtkListView    *list_view)
{
  GtkSelectionModel *selection = gtk_list_view_get_model (list_view);
  GtkFilter *filter = get_filter (list_view);

  /* The entry waits for more before it tells of a change. */
  if (GTK_IS_STRING_FILTER (filter))
    gtk_string_filter_set_search (GTK_STRING_FILTER (filter),
                                  gtk_editable_get_text (GTK_EDITABLE (search_entry)));

  if (g_list_model_get_n_items (G_LIST_MODEL (selection)) == 0)
    return;

  gtk_selection_model_select_item (selection, 0, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (list_view), "list.activate-item", "u", 0);
}

/**
 * tlsrpt_drop_down_set_label:
 * @drop_down: a drop-down
 * @label: what it is for, and what is chosen
 *
 * Names a drop-down for a screen reader.  What has the focus is its button, which
 * GTK before 4.10 calls by its type.
 */
void
tlsrpt_drop_down_set_label (GtkDropDown *drop_down,
                            const char  *label)
{
  GtkWidget *button;

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  button = find_child (GTK_WIDGET (drop_down), GTK_TYPE_TOGGLE_BUTTON);
  if (button != NULL)
    tlsrpt_accessible_set_name (GTK_ACCESSIBLE (button), label);
}

/**
 * tlsrpt_drop_down_name_item:
 * @list_item: what is in the list of a drop-down
 * @name: what to call it
 *
 * Names an item for a screen reader, which GTK before 4.12 calls by its type.
 */
void
tlsrpt_drop_down_name_item (GtkListItem *list_item,
                            const char  *name)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);
  GtkWidget *row = child != NULL ? gtk_widget_get_parent (child) : NULL;

  /* Later versions may put the child into the row afterwards, and name it themselves. */
  if (row != NULL)
    tlsrpt_accessible_set_name (GTK_ACCESSIBLE (row), name);
}

/**
 * tlsrpt_drop_down_search_anywhere:
 * @drop_down: a drop-down with a search and an expression
 *
 * Makes the search find words wherever they stand, and easy by keyboard: whoever
 * opens the list types at once, Return takes the first hit, and Escape closes the list.  A
 * search without a hit says so.
 *
 * GTK has a property for the first since version 4.12 alone, and nothing for the
 * rest, so this looks for what is in the popover.  What is not there is left as it
 * is.
 */
void
tlsrpt_drop_down_search_anywhere (GtkDropDown *drop_down)
{
  GtkWidget *list_view = find_child (GTK_WIDGET (drop_down), GTK_TYPE_LIST_VIEW);
  GtkWidget *search_entry = find_child (GTK_WIDGET (drop_down), GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *empty_label;

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  if (list_view == NULL || search_entry == NULL)
    return;

  find_anywhere (drop_down);
  g_signal_connect (drop_down, "notify::model", G_CALLBACK (find_anywhere), NULL);
  empty_label = add_empty_label (list_view);
  if (empty_label != NULL)
    {
      explain_nothing (GTK_LIST_VIEW (list_view), empty_label);
      g_signal_connect_object (list_view, "notify::model",
                               G_CALLBACK (model_changed_cb), empty_label, G_CONNECT_DEFAULT);
    }

  tlsrpt_paste_limit_attach (search_entry, TLSRPT_LIMIT_INPUT, NULL, NULL);

  tlsrpt_accessible_set_name (GTK_ACCESSIBLE (search_entry), _("Search"));
  g_signal_connect_after (search_entry, "map", G_CALLBACK (gtk_widget_grab_focus), NULL);
  g_signal_connect_object (search_entry, "activate",
                           G_CALLBACK (search_activated_cb), list_view, G_CONNECT_DEFAULT);
  g_signal_connect (search_entry, "stop-search", G_CALLBACK (search_stopped_cb), NULL);
}
