/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-watch-offer.h"

/**
 * TlsrptWatchOffer:
 *
 * Offers to tell when DNS has the record, and says what that means.  It is visible as
 * long as that is wanted and possible.
 */
struct _TlsrptWatchOffer
{
  AdwBin     parent_instance;

  gboolean   is_wanted;

  /* Template widgets */
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (TlsrptWatchOffer, tlsrpt_watch_offer, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_WANTED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* The button is sensitive while its action is enabled: not any more when it goes. */
static void
update (TlsrptWatchOffer *self)
{
  if (self->button == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->is_wanted && gtk_widget_get_sensitive (self->button));
}

static void
tlsrpt_watch_offer_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_WANTED:
      g_value_set_boolean (value, tlsrpt_watch_offer_get_wanted (TLSRPT_WATCH_OFFER (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_watch_offer_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_WANTED:
      tlsrpt_watch_offer_set_wanted (TLSRPT_WATCH_OFFER (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_watch_offer_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TLSRPT_TYPE_WATCH_OFFER);

  G_OBJECT_CLASS (tlsrpt_watch_offer_parent_class)->dispose (object);
}

static void
tlsrpt_watch_offer_class_init (TlsrptWatchOfferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_watch_offer_dispose;
  object_class->get_property = tlsrpt_watch_offer_get_property;
  object_class->set_property = tlsrpt_watch_offer_set_property;

  /**
   * TlsrptWatchOffer:wanted:
   *
   * Whether there is a record that DNS may not have yet.
   */
  properties[PROP_WANTED] =
    g_param_spec_boolean ("wanted", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-watch-offer.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptWatchOffer, button);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
tlsrpt_watch_offer_init (TlsrptWatchOffer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
tlsrpt_watch_offer_get_wanted (TlsrptWatchOffer *self)
{
  g_return_val_if_fail (TLSRPT_IS_WATCH_OFFER (self), FALSE);

  return self->is_wanted;
}

void
tlsrpt_watch_offer_set_wanted (TlsrptWatchOffer *self,
                               gboolean          is_wanted)
{
  g_return_if_fail (TLSRPT_IS_WATCH_OFFER (self));

  if (self->is_wanted == is_wanted)
    return;

  self->is_wanted = is_wanted;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WANTED]);
}
