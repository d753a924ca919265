/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-copy-row.h"

#include "tlsrpt-accessible.h"
#include "tlsrpt-technical-label.h"
#include "tlsrpt-toast.h"

/**
 * TlsrptCopyRow:
 *
 * A row that shows technical text, to be selected or copied: monospace, written
 * from left to right whatever the language, wrapped wherever it must.
 */
struct _TlsrptCopyRow
{
  AdwPreferencesRow  parent_instance;

  char              *text;
  char              *hint;
  char              *copy_label;
  char              *copied_label;

  /* Template widgets */
  GtkButton         *copy_button;
  GtkLabel          *text_label;
};

G_DEFINE_FINAL_TYPE (TlsrptCopyRow, tlsrpt_copy_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  PROP_0,
  PROP_COPIED_LABEL,
  PROP_COPY_LABEL,
  PROP_HINT,
  PROP_TEXT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_something (GObject    *object,
              const char *text)
{
  return text != NULL && *text != '\0';
}

static void
copy_clicked_cb (TlsrptCopyRow *self)
{
  if (self->text != NULL)
    tlsrpt_toast_copy (GTK_WIDGET (self), self->text, self->copied_label);
}

static void
set_string (TlsrptCopyRow  *self,
            char          **field,
            const char     *value,
            int             property_id)
{
  if (g_strcmp0 (*field, value) == 0)
    return;

  g_free (*field);
  *field = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property_id]);
}

/* Under the title, although it is not written in the title's direction. */
static void
align (TlsrptCopyRow *self)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  gtk_label_set_xalign (self->text_label, is_rtl ? 1.0 : 0.0);
}

static void
tlsrpt_copy_row_direction_changed (GtkWidget        *widget,
                                   GtkTextDirection  previous_direction)
{
  align (TLSRPT_COPY_ROW (widget));

  GTK_WIDGET_CLASS (tlsrpt_copy_row_parent_class)->direction_changed (widget, previous_direction);
}

static void
tlsrpt_copy_row_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TlsrptCopyRow *self = TLSRPT_COPY_ROW (object);

  switch (property_id)
    {
    case PROP_COPIED_LABEL:
      g_value_set_string (value, self->copied_label);
      break;

    case PROP_COPY_LABEL:
      g_value_set_string (value, self->copy_label);
      break;

    case PROP_HINT:
      g_value_set_string (value, self->hint);
      break;

    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_copy_row_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TlsrptCopyRow *self = TLSRPT_COPY_ROW (object);
  const char *string = g_value_get_string (value);

  switch (property_id)
    {
    case PROP_COPIED_LABEL:
      set_string (self, &self->copied_label, string, PROP_COPIED_LABEL);
      break;

    case PROP_COPY_LABEL:
      set_string (self, &self->copy_label, string, PROP_COPY_LABEL);
      tlsrpt_accessible_set_name (GTK_ACCESSIBLE (self->copy_button), string);
      break;

    case PROP_HINT:
      set_string (self, &self->hint, string, PROP_HINT);
      /* The text has the focus, and the hint is about it. */
      tlsrpt_accessible_set_description (GTK_ACCESSIBLE (self->text_label), string);
      break;

    case PROP_TEXT:
      set_string (self, &self->text, string, PROP_TEXT);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_copy_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TLSRPT_TYPE_COPY_ROW);

  G_OBJECT_CLASS (tlsrpt_copy_row_parent_class)->dispose (object);
}

static void
tlsrpt_copy_row_finalize (GObject *object)
{
  TlsrptCopyRow *self = TLSRPT_COPY_ROW (object);

  g_free (self->text);
  g_free (self->hint);
  g_free (self->copy_label);
  g_free (self->copied_label);

  G_OBJECT_CLASS (tlsrpt_copy_row_parent_class)->finalize (object);
}

static void
tlsrpt_copy_row_class_init (TlsrptCopyRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tlsrpt_copy_row_dispose;
  object_class->finalize = tlsrpt_copy_row_finalize;
  object_class->get_property = tlsrpt_copy_row_get_property;
  object_class->set_property = tlsrpt_copy_row_set_property;

  widget_class->direction_changed = tlsrpt_copy_row_direction_changed;

  /**
   * TlsrptCopyRow:copied-label:
   *
   * What the toast says when the text was copied.
   */
  properties[PROP_COPIED_LABEL] = g_param_spec_string ("copied-label", NULL, NULL, NULL, flags);

  /**
   * TlsrptCopyRow:copy-label:
   *
   * What the button does, for its tooltip and for a screen reader.
   */
  properties[PROP_COPY_LABEL] = g_param_spec_string ("copy-label", NULL, NULL, NULL, flags);

  /**
   * TlsrptCopyRow:hint:
   *
   * A sentence on the text.
   */
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);

  /**
   * TlsrptCopyRow:text:
   *
   * What is shown and copied.
   */
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/tlsrpt-copy-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptCopyRow, copy_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCopyRow, text_label);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_something);
}

static void
tlsrpt_copy_row_init (TlsrptCopyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_direction (GTK_WIDGET (self->text_label), GTK_TEXT_DIR_LTR);
  tlsrpt_technical_label_wrap (self->text_label);
  align (self);
}
