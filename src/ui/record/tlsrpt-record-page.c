/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-record-page-private.h"

#include "tlsrpt-domain.h"
#include "tlsrpt-export-format.h"
#include "tlsrpt-host.h"
#include "tlsrpt-import-drop.h"
#include "tlsrpt-pill-button.h"
#include "tlsrpt-remark-row.h"
#include "tlsrpt-settings.h"
#include "tlsrpt-toast.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (TlsrptRecordPage, tlsrpt_record_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_RECORD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

TlsrptEntryRow *
tlsrpt_record_page_find_row (TlsrptRecordPage *self,
                             TlsrptField      *field)
{
  switch (tlsrpt_field_get_kind (field))
    {
    case TLSRPT_FIELD_DOMAIN:
      return self->domain_row;

    case TLSRPT_FIELD_MAIL:
      return tlsrpt_destination_group_get_field_row (self->mail_group, field);

    case TLSRPT_FIELD_ENDPOINT:
      return tlsrpt_destination_group_get_field_row (self->endpoint_group, field);

    default:
      g_return_val_if_reached (NULL);
    }
}

/* An empty form shows one row to start with. */
void
tlsrpt_record_page_ensure_destination (TlsrptRecordPage *self)
{
  if (g_list_model_get_n_items (tlsrpt_record_get_destinations (self->record)) == 0)
    tlsrpt_record_add_to_group (self->record, TLSRPT_FIELD_MAIL);
}

static void
reveal_result (TlsrptRecordPage *self)
{
  /* From now on, copying is the suggested action instead. */
  gtk_widget_remove_css_class (GTK_WIDGET (self->generate_button), "suggested-action");
  tlsrpt_result_bin_reveal (self->result_bin, self->record);
}

void
tlsrpt_record_page_hide_result (TlsrptRecordPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->result_bin), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->generate_button), "suggested-action");
}

/* A finished record shows, however it was finished: nobody has to ask for it.  The focus
 * stays where it is. */
static void
value_changed_cb (TlsrptRecordPage *self)
{
  if (tlsrpt_record_get_value (self->record) == NULL)
    return;

  gtk_widget_remove_css_class (GTK_WIDGET (self->generate_button), "suggested-action");
  tlsrpt_result_bin_show (self->result_bin, self->record);
}

/* What is left to do gets the focus: the first entry that lacks something, or to copy. */
void
tlsrpt_record_page_focus_next (TlsrptRecordPage *self)
{
  TlsrptField *problem = tlsrpt_record_get_problem_field (self->record);

  if (problem != NULL)
    tlsrpt_entry_row_start_typing (tlsrpt_record_page_find_row (self, problem));
  else
    reveal_result (self);
}

static void
destination_removed_cb (TlsrptRecordPage       *self,
                        TlsrptField            *field,
                        TlsrptDestinationGroup *group)
{
  gboolean is_mail = tlsrpt_field_get_kind (field) == TLSRPT_FIELD_MAIL;
  guint position = tlsrpt_destination_group_get_position (group, field);

  /* Removing a row that was never filled in needs no undo. */
  if (tlsrpt_field_is_blank (field))
    {
      tlsrpt_record_remove_destination (self->record, field);
    }
  else
    {
      tlsrpt_undo_remove (self->undo, self->record, field);
      tlsrpt_record_page_offer_undo (self, is_mail ? _("Email address removed")
                                                   : _("HTTPS endpoint removed"));
    }

  tlsrpt_destination_group_focus_position (group, position);
}

static void
generate_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  tlsrpt_record_page_generate (TLSRPT_RECORD_PAGE (widget));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TlsrptRecordPage *self = TLSRPT_RECORD_PAGE (widget);

  tlsrpt_record_page_generate (self);
  if (tlsrpt_record_get_value (self->record) == NULL)
    return;

  tlsrpt_record_page_use_addresses (self);
  tlsrpt_result_bin_save (self->result_bin);
}

static void
tlsrpt_record_page_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TlsrptRecordPage *self = TLSRPT_RECORD_PAGE (object);

  switch (property_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, tlsrpt_record_page_get_can_undo (self));
      break;

    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_record_page_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TlsrptRecordPage *self = TLSRPT_RECORD_PAGE (object);

  switch (property_id)
    {
    case PROP_RECORD:
      tlsrpt_record_page_set_record (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_record_page_dispose (GObject *object)
{
  TlsrptRecordPage *self = TLSRPT_RECORD_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_RECORD_PAGE);
  g_clear_pointer (&self->undo_toast, tlsrpt_undo_toast_free);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tlsrpt_record_page_parent_class)->dispose (object);
}

static void
tlsrpt_record_page_finalize (GObject *object)
{
  TlsrptRecordPage *self = TLSRPT_RECORD_PAGE (object);

  tlsrpt_undo_free (self->undo);

  G_OBJECT_CLASS (tlsrpt_record_page_parent_class)->finalize (object);
}

static void
tlsrpt_record_page_class_init (TlsrptRecordPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_record_page_dispose;
  object_class->finalize = tlsrpt_record_page_finalize;
  object_class->get_property = tlsrpt_record_page_get_property;
  object_class->set_property = tlsrpt_record_page_set_property;

  /**
   * TlsrptRecordPage:can-undo:
   *
   * Whether something was taken from the form that can be brought back.
   */
  properties[PROP_CAN_UNDO] =
    g_param_spec_boolean ("can-undo", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptRecordPage:record:
   *
   * The record that is written.
   */
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TLSRPT_TYPE_RECORD,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TLSRPT_TYPE_ADDRESS_OFFER);
  g_type_ensure (TLSRPT_TYPE_DESTINATION_GROUP);
  g_type_ensure (TLSRPT_TYPE_ENTRY_ROW);
  g_type_ensure (TLSRPT_TYPE_PILL_BUTTON);
  g_type_ensure (TLSRPT_TYPE_RECORD_INTRO);
  g_type_ensure (TLSRPT_TYPE_REMARK_ROW);
  g_type_ensure (TLSRPT_TYPE_RESULT_BIN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-record-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptRecordPage, address_offer);
  gtk_widget_class_bind_template_child (widget_class, TlsrptRecordPage, domain_row);
  gtk_widget_class_bind_template_child (widget_class, TlsrptRecordPage, endpoint_group);
  gtk_widget_class_bind_template_child (widget_class, TlsrptRecordPage, generate_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptRecordPage, intro);
  gtk_widget_class_bind_template_child (widget_class, TlsrptRecordPage, mail_group);
  gtk_widget_class_bind_template_child (widget_class, TlsrptRecordPage, result_bin);
  gtk_widget_class_bind_template_callback (widget_class, destination_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tlsrpt_record_page_focus_next);
  gtk_widget_class_bind_template_callback (widget_class, tlsrpt_entry_row_apply_repair);

  /* For the rows of the form, where Return generates. */
  gtk_widget_class_install_action (widget_class, "record.generate", NULL, generate_action);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_action);
}

static void
tlsrpt_record_page_init (TlsrptRecordPage *self)
{
  self->undo = tlsrpt_undo_new ();
  self->undo_toast = tlsrpt_undo_toast_new (GTK_WIDGET (self));

  gtk_widget_init_template (GTK_WIDGET (self));
  tlsrpt_import_drop_attach (GTK_WIDGET (self));
}

void
tlsrpt_record_page_set_record (TlsrptRecordPage *self,
                               TlsrptRecord     *record)
{
  g_return_if_fail (TLSRPT_IS_RECORD_PAGE (self));
  g_return_if_fail (TLSRPT_IS_RECORD (record));

  if (!g_set_object (&self->record, record))
    return;

  tlsrpt_record_page_ensure_destination (self);
  tlsrpt_entry_row_set_field (self->domain_row, tlsrpt_record_get_domain_field (record));
  tlsrpt_destination_group_set_record (self->mail_group, record);
  tlsrpt_destination_group_set_record (self->endpoint_group, record);
  g_signal_connect_object (record, "notify::value", G_CALLBACK (value_changed_cb), self,
                           G_CONNECT_SWAPPED);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

/**
 * tlsrpt_record_page_add_destination:
 * @self: a record page
 * @kind: `TLSRPT_FIELD_MAIL` or `TLSRPT_FIELD_ENDPOINT`
 *
 * Adds an empty row and puts the focus into it.
 */
void
tlsrpt_record_page_add_destination (TlsrptRecordPage *self,
                                    TlsrptFieldKind   kind)
{
  TlsrptField *field;

  g_return_if_fail (TLSRPT_IS_RECORD_PAGE (self));

  field = tlsrpt_record_add_to_group (self->record, kind);
  if (field != NULL)
    tlsrpt_entry_row_start_typing (tlsrpt_record_page_find_row (self, field));
}

/**
 * tlsrpt_record_page_copy:
 * @self: a record page
 *
 * Copies the value of the record, if there is one.
 */
void
tlsrpt_record_page_copy (TlsrptRecordPage *self)
{
  const char *value;

  g_return_if_fail (TLSRPT_IS_RECORD_PAGE (self));

  value = tlsrpt_record_get_value (self->record);
  if (value == NULL)
    return;

  tlsrpt_record_page_use_addresses (self);
  tlsrpt_toast_copy_and_offer (GTK_WIDGET (self), value, _("Value copied"),
                               _("C_opy Name"), "win.copy-name");
}

/**
 * tlsrpt_record_page_copy_name:
 * @self: a record page
 *
 * Copies the name of the record, without which the value is of no use.
 */
void
tlsrpt_record_page_copy_name (TlsrptRecordPage *self)
{
  const char *name;

  g_return_if_fail (TLSRPT_IS_RECORD_PAGE (self));

  name = tlsrpt_record_get_owner_name (self->record);
  if (name != NULL)
    tlsrpt_toast_copy (GTK_WIDGET (self), name, _("Name copied"));
}

/**
 * tlsrpt_record_page_generate:
 * @self: a record page
 *
 * Shows the record, with the focus on the button that copies it; or says what is wrong,
 * with the focus on the first row that has to be fixed.
 */
void
tlsrpt_record_page_generate (TlsrptRecordPage *self)
{
  TlsrptField *field;

  g_return_if_fail (TLSRPT_IS_RECORD_PAGE (self));

  tlsrpt_record_page_ensure_destination (self);

  if (!tlsrpt_field_is_blank (tlsrpt_record_get_domain_field (self->record)))
    tlsrpt_entry_row_check (self->domain_row);
  tlsrpt_destination_group_check (self->mail_group);
  tlsrpt_destination_group_check (self->endpoint_group);

  field = tlsrpt_record_get_problem_field (self->record);
  if (field != NULL)
    {
      TlsrptEntryRow *row = tlsrpt_record_page_find_row (self, field);

      tlsrpt_entry_row_check (row);
      tlsrpt_entry_row_start_typing (row);
      return;
    }

  reveal_result (self);
}

/**
 * tlsrpt_record_page_show_panel:
 * @self: a record page
 * @provider: the word for a provider
 * @domain: a domain whose zone the provider hosts
 * @zone: the apex of the zone
 *
 * Shows what to put into the web form of a provider, or begins a record for the domain if
 * the form has none; what it held can be brought back.
 */
void
tlsrpt_record_page_show_panel (TlsrptRecordPage *self,
                               const char       *provider,
                               const char       *domain,
                               const char       *zone)
{
  g_autofree char *format = g_strconcat (TLSRPT_EXPORT_PANEL_PREFIX, provider, NULL);
  g_autofree char *guess = tlsrpt_domain_guess_zone (domain);
  g_autofree char *unicode = tlsrpt_host_to_unicode (domain);
  TlsrptField *field;

  g_return_if_fail (TLSRPT_IS_RECORD_PAGE (self));

  field = tlsrpt_record_get_domain_field (self->record);
  if (tlsrpt_field_is_blank (field))
    tlsrpt_record_set_domain (self->record, unicode);
  else if (g_strcmp0 (tlsrpt_field_get_value (field), domain) != 0)
    tlsrpt_record_page_fill (self, unicode, NULL);

  tlsrpt_record_set_zone (self->record, g_strcmp0 (zone, guess) != 0 ? zone : NULL);
  tlsrpt_settings_set ("export-format", format);

  if (tlsrpt_record_get_value (self->record) == NULL)
    tlsrpt_record_page_generate (self);
  else
    tlsrpt_result_bin_show_panel (self->result_bin, self->record);
}

/**
 * tlsrpt_record_page_start_typing:
 * @self: a record page
 *
 * Puts the focus where a record begins.
 */
void
tlsrpt_record_page_start_typing (TlsrptRecordPage *self)
{
  g_return_if_fail (TLSRPT_IS_RECORD_PAGE (self));

  tlsrpt_entry_row_start_typing (self->domain_row);
}

