/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-domain-list-view.h"

#include "tlsrpt-domain-filter.h"
#include "tlsrpt-domain-rows.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-paste-limit.h"
#include "tlsrpt-toast.h"
#include "tlsrpt-wrap-layout.h"

#include <glib/gi18n.h>

/* Milliseconds between two looks at what checks have found, while they run. */
#define RELOAD_DELAY 500

/**
 * TlsrptDomainListView:
 *
 * A table of how the domains stand that are kept, which can be searched, filtered, and
 * sorted, and the progress of their checks.
 */
struct _TlsrptDomainListView
{
  AdwBin              parent_instance;

  TlsrptDomainChecks *checks;

  /* Whether the table is not what the state is, and what puts that right. */
  gboolean            is_outdated;
  guint               reload_id;

  /* Template widgets */
  GtkWidget          *cancel_button;
  GtkWidget          *check_button;
  TlsrptDomainFilter *filter;
  GtkProgressBar     *progress_bar;
  GtkLabel           *progress_label;
  GtkSearchEntry     *search_entry;
  GMenu              *sort_menu;
  TlsrptTable        *table;
};

G_DEFINE_FINAL_TYPE (TlsrptDomainListView, tlsrpt_domain_list_view, ADW_TYPE_BIN)

enum
{
  DOMAIN_ACTIVATED,
  SHOWN_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TlsrptState *
get_state (TlsrptDomainListView *self)
{
  return tlsrpt_domain_checks_get_state (self->checks);
}

/* Whether some domains are left out: the entry tells of what is typed a moment later than
 * the table has been asked for it. */
static gboolean
is_partial (TlsrptDomainListView *self)
{
  TlsrptRowOrder order;

  tlsrpt_table_get_order (self->table, &order);

  return (order.search != NULL && *order.search != '\0') ||
         tlsrpt_domain_filter_get_word (self->filter) != NULL;
}

static char *
dup_progress (TlsrptDomainListView *self)
{
  TlsrptCheckList *list = tlsrpt_domain_checks_get_list (self->checks);
  guint n = tlsrpt_state_get_domains (get_state (self))->len;
  /* The check of a single domain is none of the list. */
  gboolean is_running = tlsrpt_domain_checks_is_running (self->checks) && list != NULL &&
                        g_list_model_get_n_items (G_LIST_MODEL (list)) == n;

  if (is_running || is_partial (self))
    {
      guint part = is_running ? tlsrpt_check_list_get_n_done (list)
                              : tlsrpt_table_get_n_found (self->table);

      /* Translators: the first %u is how many of the second %u */
      return g_strdup_printf (ngettext ("%u of %u domain", "%u of %u domains", n), part, n);
    }

  /* Translators: %u is how many are in the list */
  return g_strdup_printf (ngettext ("%u domain", "%u domains", n), n);
}

static void
show_progress (TlsrptDomainListView *self)
{
  TlsrptCheckList *list = tlsrpt_domain_checks_get_list (self->checks);
  gboolean is_running = tlsrpt_domain_checks_is_running (self->checks);
  guint n = list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 0;
  GtkWidget *from = is_running ? self->check_button : self->cancel_button;
  GtkWidget *to = is_running ? self->cancel_button : self->check_button;
  gboolean has_focus = gtk_widget_has_focus (from);
  g_autofree char *text = dup_progress (self);

  gtk_label_set_label (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar,
                                 n > 0 ? tlsrpt_check_list_get_n_done (list) / (double) n : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), is_running);

  gtk_widget_set_visible (to, TRUE);
  if (has_focus)
    gtk_widget_grab_focus (to);
  gtk_widget_set_visible (from, FALSE);
}

static void
show_rows (TlsrptDomainListView *self)
{
  g_autoptr (TlsrptRows) rows = NULL;

  rows = tlsrpt_domain_rows_new (get_state (self), tlsrpt_domain_filter_get_word (self->filter));
  tlsrpt_table_set_rows (self->table, rows);
}

static void
delay_over_cb (gpointer user_data)
{
  TlsrptDomainListView *self = user_data;

  self->reload_id = 0;
  tlsrpt_domain_list_view_reload (self);
}

/* New rows take the focus from the old ones, so whoever reads them while checks run is
 * left alone until the end. */
static gboolean
is_read (TlsrptDomainListView *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self->table)) != NULL;
}

static void
domains_changed_cb (TlsrptDomainListView *self)
{
  gboolean is_running = tlsrpt_domain_checks_is_running (self->checks);

  if (is_running && is_read (self))
    self->is_outdated = TRUE;
  else if (self->reload_id == 0)
    self->reload_id = g_timeout_add_once (is_running ? RELOAD_DELAY : 0, delay_over_cb, self);
}

static void
progressed_cb (TlsrptDomainListView *self)
{
  const char *problem;

  show_progress (self);
  if (tlsrpt_domain_checks_is_running (self->checks))
    return;

  /* Those that are canceled together come to their ends one by one. */
  g_clear_handle_id (&self->reload_id, g_source_remove);
  self->reload_id = g_timeout_add_once (0, delay_over_cb, self);

  problem = tlsrpt_domain_checks_take_problem (self->checks);
  if (problem != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    tlsrpt_toast_show (GTK_WIDGET (self), tlsrpt_toast_new (problem));
}

/* What a search has found is counted. */
static void
shown_changed_cb (TlsrptDomainListView *self)
{
  show_progress (self);
  g_signal_emit (self, signals[SHOWN_CHANGED], 0);
}

static void
row_activated_cb (TlsrptDomainListView *self,
                  TlsrptRow            *row)
{
  g_signal_emit (self, signals[DOMAIN_ACTIVATED], 0,
                 tlsrpt_domain_rows_get_domain (tlsrpt_row_get_data (row))->name);
}

static void
filter_changed_cb (TlsrptDomainListView *self)
{
  show_rows (self);
  show_progress (self);
}

static void
search_changed_cb (TlsrptDomainListView *self)
{
  tlsrpt_table_set_search (self->table,
                           gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
search_stopped_cb (TlsrptDomainListView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
sort_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tlsrpt_table_sort (TLSRPT_DOMAIN_LIST_VIEW (widget)->table, g_variant_get_uint32 (parameter));
}

/* For those who do not click on the titles of the columns. */
static void
fill_sort_menu (TlsrptDomainListView *self)
{
  TlsrptRowOrder order;

  tlsrpt_table_get_order (self->table, &order);
  for (gsize i = 0; i < order.n_columns; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(order.columns[i].title), NULL);

      g_menu_item_set_action_and_target (item, "domains.sort", "u", (guint) i);
      g_menu_append_item (self->sort_menu, item);
    }
}

static void
tlsrpt_domain_list_view_map (GtkWidget *widget)
{
  TlsrptDomainListView *self = TLSRPT_DOMAIN_LIST_VIEW (widget);

  GTK_WIDGET_CLASS (tlsrpt_domain_list_view_parent_class)->map (widget);

  if (self->is_outdated)
    tlsrpt_domain_list_view_reload (self);
}

static void
tlsrpt_domain_list_view_dispose (GObject *object)
{
  TlsrptDomainListView *self = TLSRPT_DOMAIN_LIST_VIEW (object);

  g_clear_handle_id (&self->reload_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_DOMAIN_LIST_VIEW);
  g_clear_object (&self->checks);

  G_OBJECT_CLASS (tlsrpt_domain_list_view_parent_class)->dispose (object);
}

static void
tlsrpt_domain_list_view_class_init (TlsrptDomainListViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_domain_list_view_dispose;
  widget_class->map = tlsrpt_domain_list_view_map;

  /**
   * TlsrptDomainListView::domain-activated:
   * @self: a view
   * @domain: a domain of the list
   *
   * Somebody wants to know more about a domain.
   */
  signals[DOMAIN_ACTIVATED] =
    g_signal_new ("domain-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * TlsrptDomainListView::shown-changed:
   * @self: a view
   *
   * Other rows were found.
   */
  signals[SHOWN_CHANGED] =
    g_signal_new ("shown-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TLSRPT_TYPE_DOMAIN_FILTER);
  g_type_ensure (TLSRPT_TYPE_TABLE);
  g_type_ensure (TLSRPT_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-domain-list-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainListView, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainListView, check_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainListView, filter);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainListView, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainListView, progress_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainListView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainListView, sort_menu);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainListView, table);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);

  gtk_widget_class_install_action (widget_class, "domains.sort", "u", sort_action);
}

static void
tlsrpt_domain_list_view_init (TlsrptDomainListView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tlsrpt_domain_rows_set_columns (self->table);
  fill_sort_menu (self);
  tlsrpt_paste_limit_attach (GTK_WIDGET (self->search_entry), TLSRPT_LIMIT_INPUT, NULL, NULL);
}

/**
 * tlsrpt_domain_list_view_set_checks:
 * @self: a view
 * @checks: the checks of the list
 *
 * Sets what the view shows.
 */
void
tlsrpt_domain_list_view_set_checks (TlsrptDomainListView *self,
                                    TlsrptDomainChecks   *checks)
{
  g_return_if_fail (TLSRPT_IS_DOMAIN_LIST_VIEW (self));
  g_return_if_fail (TLSRPT_IS_DOMAIN_CHECKS (checks));
  g_return_if_fail (self->checks == NULL);

  self->checks = g_object_ref (checks);
  g_signal_connect_object (checks, "domains-changed", G_CALLBACK (domains_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (checks, "progressed", G_CALLBACK (progressed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tlsrpt_table_get_shown (self->table), "items-changed",
                           G_CALLBACK (shown_changed_cb), self, G_CONNECT_SWAPPED);
  tlsrpt_domain_list_view_reload (self);
}

/**
 * tlsrpt_domain_list_view_reload:
 * @self: a view
 *
 * Shows the domains as they are, once they are seen.
 */
void
tlsrpt_domain_list_view_reload (TlsrptDomainListView *self)
{
  g_return_if_fail (TLSRPT_IS_DOMAIN_LIST_VIEW (self));

  g_clear_handle_id (&self->reload_id, g_source_remove);
  self->is_outdated = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_outdated)
    return;

  show_progress (self);
  show_rows (self);
}

TlsrptTable *
tlsrpt_domain_list_view_get_table (TlsrptDomainListView *self)
{
  g_return_val_if_fail (TLSRPT_IS_DOMAIN_LIST_VIEW (self), NULL);

  return self->table;
}

/**
 * tlsrpt_domain_list_view_dup_names:
 * @self: a view
 *
 * Gets the domains that are found, in the order of the table.
 *
 * Returns: (transfer full): a line for each
 */
char *
tlsrpt_domain_list_view_dup_names (TlsrptDomainListView *self)
{
  GString *names = g_string_new (NULL);
  g_autoptr (GArray) found = NULL;
  TlsrptRowOrder order;
  const char *rows;
  gsize row_size;
  guint n_rows;

  g_return_val_if_fail (TLSRPT_IS_DOMAIN_LIST_VIEW (self), NULL);

  if (tlsrpt_table_get_rows (self->table) != NULL)
    {
      tlsrpt_table_get_order (self->table, &order);
      rows = tlsrpt_rows_get_data (tlsrpt_table_get_rows (self->table), &row_size, &n_rows);
      found = tlsrpt_row_order_apply (&order, rows, row_size, n_rows);
      for (guint i = 0; i < found->len; i++)
        {
          const char *row = rows + g_array_index (found, guint, i) * row_size;

          g_string_append_printf (names, "%s\n", tlsrpt_domain_rows_get_domain (row)->name);
        }
    }

  return g_string_free (names, FALSE);
}

/**
 * tlsrpt_domain_list_view_clear:
 * @self: a view
 *
 * Forgets what was searched for.
 */
void
tlsrpt_domain_list_view_clear (TlsrptDomainListView *self)
{
  g_return_if_fail (TLSRPT_IS_DOMAIN_LIST_VIEW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  tlsrpt_domain_filter_reset (self->filter);
}

/**
 * tlsrpt_domain_list_view_take_focus:
 * @self: a view
 *
 * Puts the focus on what can be done now: to check the domains, or to cancel.
 */
void
tlsrpt_domain_list_view_take_focus (TlsrptDomainListView *self)
{
  g_return_if_fail (TLSRPT_IS_DOMAIN_LIST_VIEW (self));

  gtk_widget_grab_focus (gtk_widget_get_visible (self->cancel_button) ? self->cancel_button
                                                                      : self->check_button);
}

void
tlsrpt_domain_list_view_start_search (TlsrptDomainListView *self)
{
  g_return_if_fail (TLSRPT_IS_DOMAIN_LIST_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
