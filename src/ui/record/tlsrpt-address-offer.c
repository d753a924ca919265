/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-address-offer.h"

#include "tlsrpt-accessible.h"
#include "tlsrpt-destination.h"
#include "tlsrpt-display.h"

#include <glib/gi18n.h>

/**
 * TlsrptAddressOffer:
 *
 * The destinations of earlier records, to be used again with one press.  It shows as long
 * as the record has none.
 */
struct _TlsrptAddressOffer
{
  AdwBin        parent_instance;

  TlsrptState  *state;
  TlsrptRecord *record;
  GtkListBox   *list;
};

G_DEFINE_FINAL_TYPE (TlsrptAddressOffer, tlsrpt_address_offer, ADW_TYPE_BIN)

enum
{
  SIGNAL_USED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
create_row (const char *address)
{
  g_autofree char *shown = tlsrpt_display_isolate (address, -1);
  g_autofree char *title = NULL;
  GtkWidget *row = adw_action_row_new ();

  /* Translators: %s is an email address or a URL that an earlier record had */
  title = g_strdup_printf (_("Use %s Again"), shown);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  tlsrpt_accessible_set_name (GTK_ACCESSIBLE (row), title);
  g_object_set_data_full (G_OBJECT (row), "tlsrpt-address", g_strdup (address), g_free);

  return row;
}

static void
fill (TlsrptAddressOffer *self)
{
  const char *const *addresses = tlsrpt_state_get_addresses (self->state);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  for (gsize i = 0; addresses[i] != NULL; i++)
    gtk_list_box_append (self->list, create_row (addresses[i]));
}

/* The rows are only made when they are shown. */
static void
update (TlsrptAddressOffer *self)
{
  gboolean is_wanted = tlsrpt_state_get_addresses (self->state)[0] != NULL &&
                       !tlsrpt_record_has_destination (self->record);

  if (is_wanted)
    fill (self);
  gtk_widget_set_visible (GTK_WIDGET (self), is_wanted);
}

static void
record_changed_cb (TlsrptAddressOffer *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)) ==
      tlsrpt_record_has_destination (self->record))
    update (self);
}

/* What is forgotten is not offered any more. */
static void
state_changed_cb (TlsrptAddressOffer *self)
{
  if (tlsrpt_state_get_addresses (self->state)[0] != NULL)
    return;

  fill (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
row_activated_cb (TlsrptAddressOffer *self,
                  GtkListBoxRow      *row)
{
  g_autoptr (GPtrArray) uris = g_ptr_array_new_with_free_func (g_free);
  char *uri = tlsrpt_destination_parse (g_object_get_data (G_OBJECT (row), "tlsrpt-address"),
                                        NULL);

  /* What the state offers is valid. */
  g_return_if_fail (uri != NULL);

  g_ptr_array_add (uris, uri);
  tlsrpt_record_merge (self->record, NULL, uris);
  g_signal_emit (self, signals[SIGNAL_USED], 0);
}

static void
tlsrpt_address_offer_dispose (GObject *object)
{
  TlsrptAddressOffer *self = TLSRPT_ADDRESS_OFFER (object);

  g_clear_object (&self->state);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tlsrpt_address_offer_parent_class)->dispose (object);
}

static void
tlsrpt_address_offer_class_init (TlsrptAddressOfferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tlsrpt_address_offer_dispose;

  /**
   * TlsrptAddressOffer::used:
   *
   * The record has one of the addresses now.
   */
  signals[SIGNAL_USED] =
    g_signal_new ("used",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
tlsrpt_address_offer_init (TlsrptAddressOffer *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  tlsrpt_accessible_set_name (GTK_ACCESSIBLE (self->list), _("Used Before"));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tlsrpt_address_offer_set_state:
 * @self: an offer that has no state yet
 * @state: what is kept
 * @record: the record that is written
 *
 * Offers the addresses of @state for @record.
 */
void
tlsrpt_address_offer_set_state (TlsrptAddressOffer *self,
                                TlsrptState        *state,
                                TlsrptRecord       *record)
{
  g_return_if_fail (TLSRPT_IS_ADDRESS_OFFER (self));
  g_return_if_fail (TLSRPT_IS_STATE (state));
  g_return_if_fail (TLSRPT_IS_RECORD (record));
  g_return_if_fail (self->state == NULL);

  self->state = g_object_ref (state);
  self->record = g_object_ref (record);
  g_signal_connect_object (record, "changed", G_CALLBACK (record_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

/**
 * tlsrpt_address_offer_use:
 * @self: an offer
 *
 * Keeps the destinations of the record, which has been used, for the next one.
 */
void
tlsrpt_address_offer_use (TlsrptAddressOffer *self)
{
  g_auto (GStrv) uris = NULL;

  g_return_if_fail (TLSRPT_IS_ADDRESS_OFFER (self));

  if (self->state == NULL || tlsrpt_record_get_value (self->record) == NULL)
    return;

  uris = tlsrpt_record_dup_uris (self->record);
  tlsrpt_state_use_addresses (self->state, (const char *const *) uris);
}
