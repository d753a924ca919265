/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-message-row.h"

#include "tlsrpt-display.h"

#include <glib/gi18n.h>

/**
 * TlsrptMessageRow:
 *
 * The row under an entry row that says what is wrong or worth knowing, and has a
 * button that mends it.  It is visible while there is something to say.
 */
struct _TlsrptMessageRow
{
  AdwPreferencesRow  parent_instance;

  TlsrptEntryRow    *entry_row;
  GSignalGroup      *entry_row_signals;

  /* Template widgets */
  GtkImage          *icon;
  GtkLabel          *label;
  GtkButton         *repair_button;
  GtkLabel          *repair_label;
};

G_DEFINE_FINAL_TYPE (TlsrptMessageRow, tlsrpt_message_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  PROP_0,
  PROP_ENTRY_ROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
show_severity (TlsrptMessageRow *self,
               TlsrptSeverity    severity)
{
  const char *style = tlsrpt_severity_get_style (severity);
  const char *classes[] = { style, NULL };

  gtk_image_set_from_icon_name (self->icon, tlsrpt_severity_get_icon_name (severity));
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), classes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tlsrpt_severity_get_label (severity),
                                  -1);
}

static void
show_repair (TlsrptMessageRow *self,
             const char       *repair)
{
  g_autofree char *shown = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->repair_button), repair != NULL);
  if (repair == NULL)
    return;

  shown = tlsrpt_display_isolate (repair, -1);
  /* Translators: a button; %s is a domain, a mail address or a URL that takes
   * the place of what was typed */
  label = g_strdup_printf (_("Use %s"), shown);
  gtk_label_set_label (self->repair_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->repair_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
update (TlsrptMessageRow *self)
{
  const char *message = NULL;

  if (self->entry_row != NULL)
    message = tlsrpt_entry_row_get_message (self->entry_row);

  if (message != NULL)
    {
      gtk_label_set_label (self->label, message);
      show_severity (self, tlsrpt_entry_row_get_severity (self->entry_row));
      show_repair (self, tlsrpt_entry_row_get_repair (self->entry_row));
    }

  gtk_widget_set_visible (GTK_WIDGET (self), message != NULL);
}

static void
repair_clicked_cb (TlsrptMessageRow *self)
{
  tlsrpt_entry_row_apply_repair (self->entry_row);
}

static void
tlsrpt_message_row_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TlsrptMessageRow *self = TLSRPT_MESSAGE_ROW (object);

  switch (property_id)
    {
    case PROP_ENTRY_ROW:
      g_value_set_object (value, self->entry_row);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_message_row_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TlsrptMessageRow *self = TLSRPT_MESSAGE_ROW (object);

  switch (property_id)
    {
    case PROP_ENTRY_ROW:
      tlsrpt_message_row_set_entry_row (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_message_row_dispose (GObject *object)
{
  TlsrptMessageRow *self = TLSRPT_MESSAGE_ROW (object);

  g_clear_object (&self->entry_row_signals);
  g_clear_object (&self->entry_row);
  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_MESSAGE_ROW);

  G_OBJECT_CLASS (tlsrpt_message_row_parent_class)->dispose (object);
}

static void
tlsrpt_message_row_class_init (TlsrptMessageRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_message_row_dispose;
  object_class->get_property = tlsrpt_message_row_get_property;
  object_class->set_property = tlsrpt_message_row_set_property;

  /**
   * TlsrptMessageRow:entry-row:
   *
   * The row whose message is shown.
   */
  properties[PROP_ENTRY_ROW] =
    g_param_spec_object ("entry-row", NULL, NULL, TLSRPT_TYPE_ENTRY_ROW,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-message-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptMessageRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TlsrptMessageRow, label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptMessageRow, repair_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptMessageRow, repair_label);
  gtk_widget_class_bind_template_callback (widget_class, repair_clicked_cb);
}

static void
tlsrpt_message_row_init (TlsrptMessageRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->entry_row_signals = g_signal_group_new (TLSRPT_TYPE_ENTRY_ROW);
  g_signal_group_connect_swapped (self->entry_row_signals, "notify::message",
                                  G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->entry_row_signals, "notify::repair",
                                  G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->entry_row_signals, "notify::severity",
                                  G_CALLBACK (update), self);
}

GtkWidget *
tlsrpt_message_row_new (TlsrptEntryRow *entry_row)
{
  return g_object_new (TLSRPT_TYPE_MESSAGE_ROW, "entry-row", entry_row, NULL);
}

TlsrptEntryRow *
tlsrpt_message_row_get_entry_row (TlsrptMessageRow *self)
{
  g_return_val_if_fail (TLSRPT_IS_MESSAGE_ROW (self), NULL);

  return self->entry_row;
}

void
tlsrpt_message_row_set_entry_row (TlsrptMessageRow *self,
                                  TlsrptEntryRow   *entry_row)
{
  g_return_if_fail (TLSRPT_IS_MESSAGE_ROW (self));
  g_return_if_fail (entry_row == NULL || TLSRPT_IS_ENTRY_ROW (entry_row));

  if (!g_set_object (&self->entry_row, entry_row))
    return;

  g_signal_group_set_target (self->entry_row_signals, entry_row);
  update (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY_ROW]);
}
