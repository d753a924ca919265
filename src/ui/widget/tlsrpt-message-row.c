/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-message-row.h"

#include "tlsrpt-display.h"
#include "tlsrpt-severity-look.h"

#include <glib/gi18n.h>

/**
 * TlsrptMessageRow:
 *
 * A row that says what is wrong or worth knowing, and may have a button that
 * mends it.  It is visible while there is something to say.
 */
struct _TlsrptMessageRow
{
  AdwPreferencesRow  parent_instance;

  char              *message;
  char              *repair;
  char              *repair_title;
  TlsrptSeverity     severity;

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
  PROP_MESSAGE,
  PROP_REPAIR,
  PROP_REPAIR_LABEL,
  PROP_SEVERITY,
  N_PROPS,
};

enum
{
  SIGNAL_REPAIRED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
show_message (TlsrptMessageRow *self)
{
  gtk_label_set_label (self->label, self->message);
  gtk_widget_set_visible (GTK_WIDGET (self), self->message != NULL);
}

static void
show_repair (TlsrptMessageRow *self)
{
  g_autofree char *shown = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->repair_button), self->repair != NULL);
  /* A list lets the focus no further than to a row that does not take it. */
  gtk_widget_set_focusable (GTK_WIDGET (self), self->repair == NULL);
  if (self->repair == NULL)
    return;

  shown = tlsrpt_display_isolate (self->repair, -1);
  label = self->repair_title != NULL
            ? g_strdup (self->repair_title)
            /* Translators: a button; %s is a domain, an email address or a URL that
             * takes the place of what was typed */
            : g_strdup_printf (_("Use %s"), shown);
  gtk_label_set_label (self->repair_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->repair_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
show_severity (TlsrptMessageRow *self)
{
  const char *classes[] = { tlsrpt_severity_get_style (self->severity), NULL };
  const char *label = tlsrpt_severity_get_label (self->severity);

  gtk_image_set_from_icon_name (self->icon, tlsrpt_severity_get_icon_name (self->severity));
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), classes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : "",
                                  -1);
}

static void
repair_clicked_cb (TlsrptMessageRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REPAIRED], 0);
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
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;

    case PROP_REPAIR:
      g_value_set_string (value, self->repair);
      break;

    case PROP_REPAIR_LABEL:
      g_value_set_string (value, self->repair_title);
      break;

    case PROP_SEVERITY:
      g_value_set_enum (value, self->severity);
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
    case PROP_MESSAGE:
      g_free (self->message);
      self->message = g_value_dup_string (value);
      show_message (self);
      break;

    case PROP_REPAIR:
      g_free (self->repair);
      self->repair = g_value_dup_string (value);
      show_repair (self);
      break;

    case PROP_REPAIR_LABEL:
      g_free (self->repair_title);
      self->repair_title = g_value_dup_string (value);
      show_repair (self);
      break;

    case PROP_SEVERITY:
      self->severity = g_value_get_enum (value);
      show_severity (self);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_message_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TLSRPT_TYPE_MESSAGE_ROW);

  G_OBJECT_CLASS (tlsrpt_message_row_parent_class)->dispose (object);
}

static void
tlsrpt_message_row_finalize (GObject *object)
{
  TlsrptMessageRow *self = TLSRPT_MESSAGE_ROW (object);

  g_free (self->message);
  g_free (self->repair);
  g_free (self->repair_title);

  G_OBJECT_CLASS (tlsrpt_message_row_parent_class)->finalize (object);
}

static void
tlsrpt_message_row_class_init (TlsrptMessageRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_message_row_dispose;
  object_class->finalize = tlsrpt_message_row_finalize;
  object_class->get_property = tlsrpt_message_row_get_property;
  object_class->set_property = tlsrpt_message_row_set_property;

  /**
   * TlsrptMessageRow:message:
   *
   * What the row says, for people; `NULL` hides the row.
   */
  properties[PROP_MESSAGE] =
    g_param_spec_string ("message", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptMessageRow:repair:
   *
   * What the button offers; `NULL` hides the button.
   */
  properties[PROP_REPAIR] =
    g_param_spec_string ("repair", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptMessageRow:repair-label:
   *
   * What the button says; `NULL` for “Use” and the repair.
   */
  properties[PROP_REPAIR_LABEL] =
    g_param_spec_string ("repair-label", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptMessageRow:severity:
   *
   * How much the message matters.
   */
  properties[PROP_SEVERITY] =
    g_param_spec_enum ("severity", NULL, NULL, TLSRPT_TYPE_SEVERITY, TLSRPT_SEVERITY_NONE,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TlsrptMessageRow::repaired:
   *
   * The repair is wanted.
   */
  signals[SIGNAL_REPAIRED] =
    g_signal_new ("repaired",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

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
}

GtkWidget *
tlsrpt_message_row_new (TlsrptSeverity  severity,
                        const char     *message)
{
  return g_object_new (TLSRPT_TYPE_MESSAGE_ROW,
                       "severity", severity,
                       "message", message,
                       NULL);
}

const char *
tlsrpt_message_row_get_message (TlsrptMessageRow *self)
{
  g_return_val_if_fail (TLSRPT_IS_MESSAGE_ROW (self), NULL);

  return self->message;
}
