/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-undo-toast.h"

#include "tlsrpt-toast.h"

#include <glib/gi18n.h>

/* Milliseconds, longer than both animations of a toast: libadwaita 1.2 crashes if a toast
 * is dismissed before it is fully shown. */
#define ARRIVAL 600

/**
 * TlsrptUndoToast:
 *
 * The toast that offers to undo the last step.  There is one at a time, and it
 * speaks of the step that would be undone.
 */
struct _TlsrptUndoToast
{
  GtkWidget *widget;
  AdwToast  *toast;
  guint      withdraw_id;
};

static void
dismissed_cb (TlsrptUndoToast *self)
{
  g_signal_handlers_disconnect_by_func (self->toast, dismissed_cb, self);
  g_clear_handle_id (&self->withdraw_id, g_source_remove);
  g_clear_object (&self->toast);
}

/**
 * tlsrpt_undo_toast_new:
 * @widget: a widget within a toast overlay, which lives at least as long
 *
 * Prepares to offer something.
 *
 * Returns: (transfer full): what holds the toast
 */
TlsrptUndoToast *
tlsrpt_undo_toast_new (GtkWidget *widget)
{
  TlsrptUndoToast *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_new0 (TlsrptUndoToast, 1);
  self->widget = widget;

  return self;
}

/**
 * tlsrpt_undo_toast_free:
 * @self: (transfer full): what holds the toast
 *
 * Lets go of the toast.
 */
void
tlsrpt_undo_toast_free (TlsrptUndoToast *self)
{
  g_return_if_fail (self != NULL);

  if (self->toast != NULL)
    dismissed_cb (self);
  g_free (self);
}

/**
 * tlsrpt_undo_toast_offer:
 * @self: what holds the toast
 * @text: what was done
 *
 * Shows the toast, or has the one that is there say @text.
 */
void
tlsrpt_undo_toast_offer (TlsrptUndoToast *self,
                         const char      *text)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->withdraw_id, g_source_remove);

  if (self->toast != NULL)
    {
      tlsrpt_toast_set_text (self->toast, text);
    }
  else
    {
      self->toast = tlsrpt_toast_new (text);
      adw_toast_set_button_label (self->toast, _("_Undo"));
      adw_toast_set_action_name (self->toast, "win.undo");
      g_signal_connect_swapped (self->toast, "dismissed", G_CALLBACK (dismissed_cb), self);
    }

  tlsrpt_toast_show (self->widget, g_object_ref (self->toast));
}

static void
withdraw_cb (gpointer user_data)
{
  TlsrptUndoToast *self = user_data;

  self->withdraw_id = 0;
  adw_toast_dismiss (self->toast);
}

/**
 * tlsrpt_undo_toast_withdraw:
 * @self: what holds the toast
 *
 * Takes the toast away, unless another step comes before it has gone.
 */
void
tlsrpt_undo_toast_withdraw (TlsrptUndoToast *self)
{
  g_return_if_fail (self != NULL);

  if (self->toast != NULL && self->withdraw_id == 0)
    self->withdraw_id = g_timeout_add_once (ARRIVAL, withdraw_cb, self);
}
