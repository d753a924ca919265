/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-record-page-private.h"

#include <glib/gi18n.h>

void
tlsrpt_record_page_offer_undo (TlsrptRecordPage *self,
                               const char       *text)
{
  tlsrpt_undo_toast_offer (self->undo_toast, text);
  g_object_notify (G_OBJECT (self), "can-undo");
}

/* After the record was emptied. */
static void
empty (TlsrptRecordPage *self)
{
  tlsrpt_record_page_ensure_destination (self);
  tlsrpt_record_page_hide_result (self);
  tlsrpt_record_intro_reset (self->intro);
}

static void
import_accepted_cb (TlsrptRecordPage   *self,
                    gboolean            merges,
                    TlsrptImportDialog *dialog)
{
  TlsrptImport *import = tlsrpt_import_dialog_get_import (dialog);
  g_autofree char *said = NULL;

  tlsrpt_undo_keep (self->undo, self->record);

  if (!merges)
    {
      tlsrpt_import_replace (import);
      said = g_strdup (_("Record imported"));
    }
  else
    {
      guint n_known = tlsrpt_import_merge (import);

      if (n_known == 0)
        said = g_strdup (_("Record merged"));
      else
        /* Translators: %u is a number of destinations */
        said = g_strdup_printf (ngettext ("Record merged; %u destination was already there",
                                          "Record merged; %u destinations were already there",
                                          n_known), n_known);
    }

  tlsrpt_record_page_offer_undo (self, said);
  tlsrpt_record_page_ensure_destination (self);

  tlsrpt_record_page_focus_next (self);
}

gboolean
tlsrpt_record_page_get_can_undo (TlsrptRecordPage *self)
{
  g_return_val_if_fail (TLSRPT_IS_RECORD_PAGE (self), FALSE);

  return !tlsrpt_undo_is_empty (self->undo);
}

/**
 * tlsrpt_record_page_clear:
 * @self: a record page
 *
 * Begins a new record.  The old one can be brought back.
 */
void
tlsrpt_record_page_clear (TlsrptRecordPage *self)
{
  g_return_if_fail (TLSRPT_IS_RECORD_PAGE (self));

  tlsrpt_record_page_use_addresses (self);
  if (!tlsrpt_record_is_blank (self->record))
    {
      tlsrpt_undo_clear (self->undo, self->record);
      tlsrpt_record_page_offer_undo (self, _("Form cleared"));
    }

  empty (self);
  tlsrpt_record_page_start_typing (self);
}

/**
 * tlsrpt_record_page_fill:
 * @self: a record page
 * @domain: (nullable): a domain
 * @destinations: (nullable) (array zero-terminated=1): email addresses and URLs
 *
 * Fills in the form as if somebody had typed it.  What it held can be brought
 * back.
 */
void
tlsrpt_record_page_fill (TlsrptRecordPage  *self,
                         const char        *domain,
                         const char *const *destinations)
{
  g_return_if_fail (TLSRPT_IS_RECORD_PAGE (self));

  tlsrpt_record_intro_reset (self->intro);
  tlsrpt_record_page_use_addresses (self);
  if (!tlsrpt_record_is_blank (self->record))
    {
      tlsrpt_undo_clear (self->undo, self->record);
      tlsrpt_record_page_offer_undo (self, _("Form replaced"));
    }
  else
    {
      tlsrpt_record_clear (self->record);
    }

  tlsrpt_record_set_domain (self->record, domain);
  for (gsize i = 0; destinations != NULL && destinations[i] != NULL; i++)
    tlsrpt_record_add_destination (self->record,
                                   tlsrpt_field_kind_guess (destinations[i]),
                                   destinations[i]);

  tlsrpt_record_page_ensure_destination (self);
}

/**
 * tlsrpt_record_page_import:
 * @self: a record page
 * @text: (nullable): what was pasted
 *
 * Opens the window that reads a record and fills it in.
 *
 * Returns: (transfer none): the window
 */
TlsrptImportDialog *
tlsrpt_record_page_import (TlsrptRecordPage *self,
                           const char       *text)
{
  TlsrptImportDialog *dialog;

  g_return_val_if_fail (TLSRPT_IS_RECORD_PAGE (self), NULL);

  dialog = tlsrpt_import_dialog_new (self->record);
  gtk_window_set_transient_for (GTK_WINDOW (dialog),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  /* Connected after: whoever opened the dialog shows the page first, which can then have
   * the focus. */
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (import_accepted_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  if (text != NULL)
    tlsrpt_import_dialog_set_text (dialog, text);

  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}

/**
 * tlsrpt_record_page_undo:
 * @self: a record page
 *
 * Brings back what was taken from the form last.
 */
void
tlsrpt_record_page_undo (TlsrptRecordPage *self)
{
  TlsrptField *field;

  g_return_if_fail (TLSRPT_IS_RECORD_PAGE (self));

  tlsrpt_undo_toast_withdraw (self->undo_toast);
  field = tlsrpt_undo_undo (self->undo, self->record);
  if (field != NULL)
    tlsrpt_entry_row_start_typing (tlsrpt_record_page_find_row (self, field));

  g_object_notify (G_OBJECT (self), "can-undo");
}

/**
 * tlsrpt_record_page_set_state:
 * @self: a record page that has no state yet
 * @state: what is kept
 *
 * Offers the addresses that @state has, and keeps those that are used.
 */
void
tlsrpt_record_page_set_state (TlsrptRecordPage *self,
                              TlsrptState      *state)
{
  g_return_if_fail (TLSRPT_IS_RECORD_PAGE (self));

  tlsrpt_address_offer_set_state (self->address_offer, state, self->record);
}

/**
 * tlsrpt_record_page_restore:
 * @self: a record page
 * @state: what was kept
 *
 * Brings back the form.  If it has been filled in by now, the one of @state is a step of
 * the undo.
 *
 * Returns: `FALSE` if the form has been filled in
 */
gboolean
tlsrpt_record_page_restore (TlsrptRecordPage *self,
                            TlsrptState      *state)
{
  GVariant *form;

  g_return_val_if_fail (TLSRPT_IS_RECORD_PAGE (self), FALSE);
  g_return_val_if_fail (TLSRPT_IS_STATE (state), FALSE);

  form = tlsrpt_state_get_form (state);
  if (!tlsrpt_record_is_blank (self->record))
    {
      g_autoptr (GVariant) current = tlsrpt_record_save (self->record);

      if (form != NULL && !g_variant_equal (form, current))
        {
          tlsrpt_undo_push (self->undo, form);
          tlsrpt_record_page_offer_undo (self, _("Form replaced"));
        }

      return FALSE;
    }

  if (form != NULL)
    {
      tlsrpt_record_restore (self->record, form);
      tlsrpt_record_page_ensure_destination (self);
      tlsrpt_record_intro_set_restored (self->intro, tlsrpt_state_get_saved (state),
                                        tlsrpt_state_get_left_out (state));
    }

  return TRUE;
}

/**
 * tlsrpt_record_page_use_addresses:
 * @self: a record page
 *
 * Keeps the destinations of the record, if it is finished, for the next one.
 */
void
tlsrpt_record_page_use_addresses (TlsrptRecordPage *self)
{
  g_return_if_fail (TLSRPT_IS_RECORD_PAGE (self));

  tlsrpt_address_offer_use (self->address_offer);
}

/**
 * tlsrpt_record_page_forget:
 * @self: a record page
 *
 * Empties the form, which cannot be brought back.
 */
void
tlsrpt_record_page_forget (TlsrptRecordPage *self)
{
  g_return_if_fail (TLSRPT_IS_RECORD_PAGE (self));

  tlsrpt_undo_toast_withdraw (self->undo_toast);
  tlsrpt_record_clear (self->record);
  tlsrpt_undo_forget (self->undo);
  empty (self);
  g_object_notify (G_OBJECT (self), "can-undo");
}
