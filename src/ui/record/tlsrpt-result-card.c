/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-result-card.h"

#include "tlsrpt-after-layout.h"
#include "tlsrpt-copy-row.h"
#include "tlsrpt-display.h"
#include "tlsrpt-export-panel.h"
#include "tlsrpt-pill-button.h"
#include "tlsrpt-remark-row.h"
#include "tlsrpt-settings.h"
#include "tlsrpt-watch-offer.h"

#include <glib/gi18n.h>

/**
 * TlsrptResultCard:
 *
 * The finished record, ready to be copied piece by piece, with what is worth
 * knowing about it and what to do next; or, while the form is not right, what
 * keeps it from being finished.
 */
struct _TlsrptResultCard
{
  GtkBox        parent_instance;

  TlsrptRecord *record;

  /* Template widgets */
  GtkListBox   *advice_list;
  GtkButton    *copy_button;
  GtkExpander  *export_expander;
};

G_DEFINE_FINAL_TYPE (TlsrptResultCard, tlsrpt_result_card, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_RECORD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_set (GObject    *object,
        const char *text)
{
  return text != NULL;
}

static gboolean
is_unset (GObject    *object,
          const char *text)
{
  return text == NULL;
}

static gboolean
is_filled (GObject *object,
           guint    n_items)
{
  return n_items > 0;
}

static char *
relative_name_hint (GObject    *object,
                    const char *owner_name,
                    const char *zone_apex)
{
  g_autofree char *doubled = NULL;
  g_autofree char *shown = NULL;

  if (owner_name == NULL || zone_apex == NULL)
    return NULL;

  doubled = g_strdup_printf ("%s.%s", owner_name, zone_apex);
  shown = tlsrpt_display_isolate (doubled, -1);

  /* Translators: %s is a DNS name that ends in the zone twice, such as
   * “_smtp._tls.example.com.example.com” */
  return g_strdup_printf (_("For DNS panels that add the domain automatically. Entering the full "
                            "name there would create “%s”, which senders ignore."),
                          shown);
}

static char *
publish_text (GObject    *object,
              const char *zone_apex)
{
  g_autofree char *shown = NULL;

  if (zone_apex == NULL)
    return NULL;

  shown = tlsrpt_display_isolate (zone_apex, -1);

  /* Translators: %s is a DNS zone, such as “example.com” */
  return g_strdup_printf (_("In the DNS settings of “%s”, add a TXT record with this name and value"),
                          shown);
}

static char *
look_up_command (GObject    *object,
                 const char *owner_name)
{
  if (owner_name == NULL)
    return NULL;

  return g_strdup_printf ("dig +short TXT %s", owner_name);
}

static GtkWidget *
create_advice_row_cb (gpointer item,
                      gpointer user_data)
{
  return tlsrpt_remark_row_new (item);
}

/* The panel is built when the expander is first opened. */
static TlsrptExportPanel *
get_export_panel (TlsrptResultCard *self)
{
  if (gtk_expander_get_child (self->export_expander) == NULL)
    gtk_expander_set_child (self->export_expander, tlsrpt_export_panel_new (self->record));

  return TLSRPT_EXPORT_PANEL (gtk_expander_get_child (self->export_expander));
}

static void
focus_panel (GtkWidget *panel)
{
  tlsrpt_export_panel_focus_steps (TLSRPT_EXPORT_PANEL (panel));
}

static void
export_expanded_cb (TlsrptResultCard *self)
{
  get_export_panel (self);
}

static void
tlsrpt_result_card_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TlsrptResultCard *self = TLSRPT_RESULT_CARD (object);

  switch (property_id)
    {
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_result_card_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TlsrptResultCard *self = TLSRPT_RESULT_CARD (object);

  switch (property_id)
    {
    case PROP_RECORD:
      self->record = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_result_card_constructed (GObject *object)
{
  TlsrptResultCard *self = TLSRPT_RESULT_CARD (object);

  G_OBJECT_CLASS (tlsrpt_result_card_parent_class)->constructed (object);

  if (self->record == NULL)
    return;

  gtk_list_box_bind_model (self->advice_list, tlsrpt_record_get_advice (self->record),
                           create_advice_row_cb, NULL, NULL);
  tlsrpt_settings_bind ("export-ttl", self->record, "ttl");
}

static void
tlsrpt_result_card_dispose (GObject *object)
{
  TlsrptResultCard *self = TLSRPT_RESULT_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_RESULT_CARD);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tlsrpt_result_card_parent_class)->dispose (object);
}

static void
tlsrpt_result_card_class_init (TlsrptResultCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = tlsrpt_result_card_constructed;
  object_class->dispose = tlsrpt_result_card_dispose;
  object_class->get_property = tlsrpt_result_card_get_property;
  object_class->set_property = tlsrpt_result_card_set_property;

  /**
   * TlsrptResultCard:record:
   *
   * The record that is shown.
   */
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TLSRPT_TYPE_RECORD,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TLSRPT_TYPE_COPY_ROW);
  g_type_ensure (TLSRPT_TYPE_PILL_BUTTON);
  g_type_ensure (TLSRPT_TYPE_WATCH_OFFER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-result-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptResultCard, advice_list);
  gtk_widget_class_bind_template_child (widget_class, TlsrptResultCard, copy_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptResultCard, export_expander);
  gtk_widget_class_bind_template_callback (widget_class, export_expanded_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_filled);
  gtk_widget_class_bind_template_callback (widget_class, is_set);
  gtk_widget_class_bind_template_callback (widget_class, is_unset);
  gtk_widget_class_bind_template_callback (widget_class, look_up_command);
  gtk_widget_class_bind_template_callback (widget_class, publish_text);
  gtk_widget_class_bind_template_callback (widget_class, relative_name_hint);
}

static void
tlsrpt_result_card_init (TlsrptResultCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tlsrpt_result_card_new (TlsrptRecord *record)
{
  return g_object_new (TLSRPT_TYPE_RESULT_CARD, "record", record, NULL);
}

/**
 * tlsrpt_result_card_focus_copy:
 * @self: a result card
 *
 * Puts the focus on the button that copies the record.
 */
void
tlsrpt_result_card_focus_copy (TlsrptResultCard *self)
{
  g_return_if_fail (TLSRPT_IS_RESULT_CARD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->copy_button));
}

/**
 * tlsrpt_result_card_show_panel:
 * @self: a result card
 *
 * Shows the export in the format that is set, with the focus on what can be copied.
 */
void
tlsrpt_result_card_show_panel (TlsrptResultCard *self)
{
  g_return_if_fail (TLSRPT_IS_RESULT_CARD (self));

  gtk_expander_set_expanded (self->export_expander, TRUE);
  tlsrpt_after_layout (GTK_WIDGET (get_export_panel (self)), focus_panel);
}

/**
 * tlsrpt_result_card_save:
 * @self: a result card
 *
 * Shows the export, and asks where to save it.
 */
void
tlsrpt_result_card_save (TlsrptResultCard *self)
{
  g_return_if_fail (TLSRPT_IS_RESULT_CARD (self));

  gtk_expander_set_expanded (self->export_expander, TRUE);
  tlsrpt_export_panel_save (get_export_panel (self));
}
