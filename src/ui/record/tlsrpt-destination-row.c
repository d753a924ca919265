/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-destination-row.h"

#include <glib/gi18n.h>

/**
 * TlsrptDestinationRow:
 *
 * The row of one report destination: an entry row that can be removed, and moved
 * among its like by a handle that is dragged or opened as a menu.
 */
struct _TlsrptDestinationRow
{
  TlsrptEntryRow  parent_instance;

  /* Template widgets */
  GtkMenuButton  *handle;
  GtkButton      *remove_button;
};

G_DEFINE_FINAL_TYPE (TlsrptDestinationRow, tlsrpt_destination_row, TLSRPT_TYPE_ENTRY_ROW)

enum
{
  SIGNAL_MOVED,
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GdkContentProvider *
drag_prepared_cb (TlsrptDestinationRow *self)
{
  TlsrptField *field = tlsrpt_entry_row_get_field (TLSRPT_ENTRY_ROW (self));

  return gdk_content_provider_new_typed (TLSRPT_TYPE_FIELD, field);
}

static void
drag_begun_cb (TlsrptDestinationRow *self,
               GdkDrag              *drag,
               GtkDragSource        *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));
  g_autoptr (GdkPaintable) still = gdk_paintable_get_current_image (picture);

  gtk_drag_source_set_icon (source, still, 0, 0);
}

/* The menu is only built when somebody opens it. */
static void
handle_opened_cb (GtkMenuButton *handle,
                  gpointer       user_data)
{
  g_autoptr (GMenu) menu = NULL;

  if (gtk_menu_button_get_menu_model (handle) != NULL)
    return;

  menu = g_menu_new ();
  g_menu_append (menu, _("Move _Up"), "row.move-up");
  g_menu_append (menu, _("Move _Down"), "row.move-down");
  g_menu_append (menu, _("_Remove"), "row.remove");
  gtk_menu_button_set_menu_model (handle, G_MENU_MODEL (menu));
}

static void
move_up_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_MOVED], 0, -1);
}

static void
move_down_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_MOVED], 0, 1);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_REMOVED], 0);
}

static void
tlsrpt_destination_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TLSRPT_TYPE_DESTINATION_ROW);

  G_OBJECT_CLASS (tlsrpt_destination_row_parent_class)->dispose (object);
}

static void
tlsrpt_destination_row_class_init (TlsrptDestinationRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_destination_row_dispose;

  /**
   * TlsrptDestinationRow::moved:
   * @steps: how far, down if positive
   *
   * The row is to change places with its neighbor.
   */
  signals[SIGNAL_MOVED] =
    g_signal_new ("moved",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * TlsrptDestinationRow::removed:
   *
   * The row is to go.
   */
  signals[SIGNAL_REMOVED] =
    g_signal_new ("removed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-destination-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptDestinationRow, handle);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDestinationRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, drag_begun_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepared_cb);

  gtk_widget_class_install_action (widget_class, "row.move-up", NULL, move_up_action);
  gtk_widget_class_install_action (widget_class, "row.move-down", NULL, move_down_action);
  gtk_widget_class_install_action (widget_class, "row.remove", NULL, remove_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK,
                                       "row.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "row.move-down", NULL);
}

static void
tlsrpt_destination_row_init (TlsrptDestinationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->handle, handle_opened_cb, NULL, NULL);
}

GtkWidget *
tlsrpt_destination_row_new (TlsrptField *field)
{
  GtkWidget *self = g_object_new (TLSRPT_TYPE_DESTINATION_ROW, "field", field, NULL);

  if (tlsrpt_field_get_kind (field) == TLSRPT_FIELD_MAIL)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("_Email Address"));
      adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), GTK_INPUT_PURPOSE_EMAIL);
    }
  else
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("HTTPS E_ndpoint"));
      adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), GTK_INPUT_PURPOSE_URL);
    }

  return self;
}

/**
 * tlsrpt_destination_row_set_place:
 * @self: a destination row
 * @position: its place among its like
 * @n_rows: how many there are of its like
 *
 * Tells the row where it stands, so that it offers the moves that are possible.
 */
void
tlsrpt_destination_row_set_place (TlsrptDestinationRow *self,
                                  guint                 position,
                                  guint                 n_rows)
{
  g_return_if_fail (TLSRPT_IS_DESTINATION_ROW (self));
  g_return_if_fail (position < n_rows);

  /* The box of prefixes takes its space even when all in it is hidden. */
  gtk_widget_set_visible (GTK_WIDGET (self->handle), n_rows > 1);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->handle)), n_rows > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.move-up", position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.move-down", position + 1 < n_rows);
}

/**
 * tlsrpt_destination_row_focus_remove:
 * @self: a destination row
 *
 * Puts the focus on the button that removes the row.
 */
void
tlsrpt_destination_row_focus_remove (TlsrptDestinationRow *self)
{
  g_return_if_fail (TLSRPT_IS_DESTINATION_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->remove_button));
}
