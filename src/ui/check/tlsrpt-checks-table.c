/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-checks-table.h"

#include "tlsrpt-accessible.h"
#include "tlsrpt-check-text.h"
#include "tlsrpt-choose-file.h"
#include "tlsrpt-column-view.h"
#include "tlsrpt-room.h"
#include "tlsrpt-save.h"
#include "tlsrpt-toast.h"
#include "tlsrpt-wrap-layout.h"

#include <glib/gi18n.h>

#define JSON_SUFFIX ".json"

/**
 * TlsrptChecksTable:
 *
 * A table of checks, while they run and when they are done.
 */
struct _TlsrptChecksTable
{
  GtkBox                parent_instance;

  TlsrptCheckList      *list;
  GCancellable         *cancellable;

  /* Template widgets */
  GtkWidget            *cancel_button;
  GtkWidget            *change_button;
  GtkColumnView        *column_view;
  GtkProgressBar       *progress_bar;
  GtkLabel             *progress_label;
  TlsrptRoom           *room;
  GtkWidget            *save_button;
  GtkSortListModel     *sort_model;
};

G_DEFINE_FINAL_TYPE (TlsrptChecksTable, tlsrpt_checks_table, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHECK_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
dup_progress (TlsrptCheckList *list)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint n_done = tlsrpt_check_list_get_n_done (list);
  guint n_left_out = tlsrpt_check_list_get_n_left_out (list);

  if (n_left_out > 0)
    return g_strdup_printf (/* Translators: the first %u is how many of the second %u; the
                             * third is beyond our limit */
                            ngettext ("%u of %u domains; %u more was skipped",
                                      "%u of %u domains; %u more were skipped",
                                      n_left_out),
                            n_done, n, n_left_out);

  /* Translators: the first %u is how many of the second %u */
  return g_strdup_printf (ngettext ("%u of %u domain", "%u of %u domains", n), n_done, n);
}

static void
show_progress (TlsrptChecksTable *self)
{
  gboolean is_running = tlsrpt_check_list_is_running (self->list);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *text = dup_progress (self->list);
  gboolean has_focus = gtk_widget_has_focus (self->cancel_button);

  gtk_label_set_label (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar,
                                 n > 0 ? tlsrpt_check_list_get_n_done (self->list) / (double) n
                                       : 0);

  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), is_running);
  gtk_widget_set_visible (self->change_button, !is_running);
  gtk_widget_set_visible (self->save_button, !is_running);
  if (has_focus && !is_running)
    gtk_widget_grab_focus (GTK_WIDGET (self->column_view));
  gtk_widget_set_visible (self->cancel_button, is_running);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "checks.cancel", is_running);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "checks.save", !is_running);

  /* The sorted model does not watch what changes inside the rows. */
  if (!is_running && gtk_column_view_get_sorter (self->column_view) != NULL)
    gtk_sorter_changed (gtk_column_view_get_sorter (self->column_view),
                        GTK_SORTER_CHANGE_DIFFERENT);
}

static void
domain_set_up_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
domain_bound_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *domain = tlsrpt_check_dup_shown_domain (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (label), domain);
  gtk_widget_set_tooltip_text (label, domain);
  tlsrpt_accessible_name_row (label, domain);
}

static void
row_activated_cb (TlsrptChecksTable *self,
                  guint              position)
{
  g_autoptr (TlsrptCheck) check = g_list_model_get_item (G_LIST_MODEL (self->sort_model),
                                                         position);

  if (tlsrpt_check_get_verdict (check) != NULL)
    g_signal_emit (self, signals[SIGNAL_CHECK_ACTIVATED], 0, check);
}

static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TlsrptChecksTable *self = TLSRPT_CHECKS_TABLE (widget);

  tlsrpt_check_list_cancel (self->list);
  show_progress (self);
}

/* --- Saving ---------------------------------------------------------------------------- */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TlsrptChecksTable) self = user_data;
  g_autoptr (GError) error = NULL;

  tlsrpt_save_finish (G_FILE (source), result, &error);
  tlsrpt_toast_saved (GTK_WIDGET (self), G_FILE (source), error);
}

static void
save_to (TlsrptChecksTable *self,
         GFile             *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = g_str_has_suffix (name, JSON_SUFFIX)
                            ? tlsrpt_check_list_to_json (self->list)
                            : tlsrpt_check_list_to_csv (self->list);

  tlsrpt_save_async (file, text, -1, self->cancellable, saved_cb, g_object_ref (self));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  TlsrptChecksTable *self = TLSRPT_CHECKS_TABLE (source);
  g_autoptr (GFile) file = tlsrpt_choose_file_finish (GTK_WIDGET (self), result);

  /* The list may have been replaced while the dialog was open. */
  if (file != NULL && self->list != NULL)
    save_to (self, file);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tlsrpt_checks_table_save (TLSRPT_CHECKS_TABLE (widget));
}

static void
forget_list (TlsrptChecksTable *self)
{
  if (self->list == NULL)
    return;

  g_signal_handlers_disconnect_by_func (self->list, show_progress, self);
  tlsrpt_check_list_cancel (self->list);
  g_clear_object (&self->list);
}

static gboolean
tlsrpt_checks_table_focus (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  TlsrptChecksTable *self = TLSRPT_CHECKS_TABLE (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  gboolean moved;

  if (!tlsrpt_column_view_is_left (self->column_view, direction, &moved))
    return GTK_WIDGET_CLASS (tlsrpt_checks_table_parent_class)->focus (widget, direction);

  /* The rows are the last. */
  if (direction == GTK_DIR_TAB_FORWARD || moved)
    return moved;

  while ((child = gtk_widget_get_prev_sibling (child)) != NULL)
    {
      if (gtk_widget_child_focus (child, direction))
        return TRUE;
    }

  return FALSE;
}

static void
tlsrpt_checks_table_dispose (GObject *object)
{
  TlsrptChecksTable *self = TLSRPT_CHECKS_TABLE (object);

  g_cancellable_cancel (self->cancellable);
  forget_list (self);

  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_CHECKS_TABLE);

  G_OBJECT_CLASS (tlsrpt_checks_table_parent_class)->dispose (object);
}

static void
tlsrpt_checks_table_finalize (GObject *object)
{
  g_object_unref (TLSRPT_CHECKS_TABLE (object)->cancellable);

  G_OBJECT_CLASS (tlsrpt_checks_table_parent_class)->finalize (object);
}

static void
tlsrpt_checks_table_class_init (TlsrptChecksTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_checks_table_dispose;
  object_class->finalize = tlsrpt_checks_table_finalize;

  widget_class->focus = tlsrpt_checks_table_focus;

  /**
   * TlsrptChecksTable::check-activated:
   * @check: a check with a verdict
   *
   * Somebody wants to see the details.
   */
  signals[SIGNAL_CHECK_ACTIVATED] =
    g_signal_new ("check-activated",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 1, TLSRPT_TYPE_CHECK);

  g_type_ensure (TLSRPT_TYPE_CHECK);
  g_type_ensure (TLSRPT_TYPE_ROOM);
  g_type_ensure (TLSRPT_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-checks-table.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptChecksTable, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptChecksTable, change_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptChecksTable, column_view);
  gtk_widget_class_bind_template_child (widget_class, TlsrptChecksTable, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TlsrptChecksTable, progress_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptChecksTable, room);
  gtk_widget_class_bind_template_child (widget_class, TlsrptChecksTable, save_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptChecksTable, sort_model);
  gtk_widget_class_bind_template_callback (widget_class, domain_bound_cb);
  gtk_widget_class_bind_template_callback (widget_class, domain_set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  gtk_widget_class_install_action (widget_class, "checks.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "checks.save", NULL, save_action);
}

static void
tlsrpt_checks_table_init (TlsrptChecksTable *self)
{
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  tlsrpt_column_view_name_headers (self->column_view);
}

TlsrptCheckList *
tlsrpt_checks_table_get_list (TlsrptChecksTable *self)
{
  g_return_val_if_fail (TLSRPT_IS_CHECKS_TABLE (self), NULL);

  return self->list;
}

/**
 * tlsrpt_checks_table_set_list:
 * @self: a table
 * @list: checks
 *
 * Shows @list. The one before is canceled.
 */
void
tlsrpt_checks_table_set_list (TlsrptChecksTable *self,
                              TlsrptCheckList   *list)
{
  g_return_if_fail (TLSRPT_IS_CHECKS_TABLE (self));
  g_return_if_fail (TLSRPT_IS_CHECK_LIST (list));

  forget_list (self);
  self->list = g_object_ref (list);
  g_signal_connect_object (list, "notify::n-done",
                           G_CALLBACK (show_progress), self, G_CONNECT_SWAPPED);

  gtk_sort_list_model_set_model (self->sort_model, G_LIST_MODEL (list));
  show_progress (self);
}

/**
 * tlsrpt_checks_table_save:
 * @self: a table
 *
 * Asks for a file and saves the table, unless checks still run.
 */
void
tlsrpt_checks_table_save (TlsrptChecksTable *self)
{
  g_return_if_fail (TLSRPT_IS_CHECKS_TABLE (self));

  if (self->list == NULL || tlsrpt_check_list_is_running (self->list))
    return;

  tlsrpt_choose_file_async (GTK_WIDGET (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("Save Table"),
                            "tls-rpt-check.csv", file_chosen_cb, NULL);
}

/**
 * tlsrpt_checks_table_take_focus:
 * @self: a table
 *
 * Puts the focus on what can be done now: to cancel, or to read.
 */
void
tlsrpt_checks_table_take_focus (TlsrptChecksTable *self)
{
  g_return_if_fail (TLSRPT_IS_CHECKS_TABLE (self));

  gtk_widget_grab_focus (gtk_widget_get_visible (self->cancel_button)
                           ? self->cancel_button
                           : GTK_WIDGET (self->column_view));
}
