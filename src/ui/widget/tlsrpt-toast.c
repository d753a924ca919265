/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-toast.h"

#include "tlsrpt-display.h"

#include <glib/gi18n.h>

/**
 * tlsrpt_toast_new:
 * @text: what to say
 *
 * Creates a toast.  Toasts read their title as markup; here it is text, whoever
 * wrote it.
 *
 * Returns: (transfer full): a toast
 */
AdwToast *
tlsrpt_toast_new (const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  return adw_toast_new (markup);
}

/**
 * tlsrpt_toast_set_text:
 * @self: a toast
 * @text: what to say
 *
 * Has a toast say something else.
 */
void
tlsrpt_toast_set_text (AdwToast   *self,
                       const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_toast_set_title (self, markup);
}

/**
 * tlsrpt_toast_show:
 * @widget: a widget within a toast overlay
 * @toast: (transfer full): the toast
 *
 * Shows @toast over the part of the window that @widget is in.
 */
void
tlsrpt_toast_show (GtkWidget *widget,
                   AdwToast  *toast)
{
  g_autoptr (AdwToast) own = toast;
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  g_return_if_fail (overlay != NULL);

  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), g_steal_pointer (&own));
}

/* Whoever copies one thing after the other is told at once of each: what was said
 * of the last one goes. */
static void
show_at_once (GtkWidget *widget,
              AdwToast  *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *last;

  g_return_if_fail (overlay != NULL);

  last = g_object_get_data (G_OBJECT (overlay), "tlsrpt-last-toast");
  if (last != NULL)
    adw_toast_dismiss (last);

  g_object_set_data_full (G_OBJECT (overlay), "tlsrpt-last-toast",
                          g_object_ref (toast), g_object_unref);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  tlsrpt_toast_show (widget, toast);
}

/**
 * tlsrpt_toast_copy:
 * @widget: a widget within a toast overlay
 * @text: what to put on the clipboard
 * @said: the toast that says so, naming what was copied
 *
 * Copies @text, and says so.
 */
void
tlsrpt_toast_copy (GtkWidget  *widget,
                   const char *text,
                   const char *said)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  show_at_once (widget, tlsrpt_toast_new (said));
}

/**
 * tlsrpt_toast_copy_and_offer:
 * @widget: a widget within a toast overlay
 * @text: what to put on the clipboard
 * @said: the toast that says so, naming what was copied
 * @label: the button of the toast, with its mnemonic
 * @action_name: what the button does
 *
 * Copies @text, says so, and offers what is wanted next.
 */
void
tlsrpt_toast_copy_and_offer (GtkWidget  *widget,
                             const char *text,
                             const char *said,
                             const char *label,
                             const char *action_name)
{
  AdwToast *toast = tlsrpt_toast_new (said);

  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_name (toast, action_name);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  show_at_once (widget, toast);
}

static void
folder_opened_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GtkWidget) overlay = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error) &&
      gtk_widget_get_root (overlay) != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), tlsrpt_toast_new (error->message));
}

/* A folder to open from a toast, which must not keep the overlay that it is in. */
typedef struct
{
  GFile    *folder;
  GWeakRef  overlay;
} Offer;

static void
offer_free (Offer *offer)
{
  g_object_unref (offer->folder);
  g_weak_ref_clear (&offer->overlay);
  g_free (offer);
}

static void
open_folder_cb (AdwToast *toast,
                Offer    *offer)
{
  g_autoptr (GtkWidget) overlay = g_weak_ref_get (&offer->overlay);
  g_autoptr (GdkAppLaunchContext) context = NULL;
  g_autofree char *uri = g_file_get_uri (offer->folder);

  if (overlay == NULL)
    return;

  context = gdk_display_get_app_launch_context (gtk_widget_get_display (overlay));
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL,
                                           folder_opened_cb, g_object_ref (overlay));
}

/* The next step with a file is to find it. */
static void
offer_folder (AdwToast  *toast,
              GtkWidget *overlay,
              GFile     *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  Offer *offer;

  if (folder == NULL)
    return;

  offer = g_new0 (Offer, 1);
  offer->folder = g_steal_pointer (&folder);
  g_weak_ref_init (&offer->overlay, overlay);
  adw_toast_set_button_label (toast, _("Open Folder"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (open_folder_cb), offer,
                         (GClosureNotify) (GCallback) offer_free, G_CONNECT_DEFAULT);
}

/**
 * tlsrpt_toast_saved:
 * @widget: a widget that saved something, and may be in no window any more
 * @file: where to
 * @error: (nullable): why it was not saved
 *
 * Says how the saving went, unless somebody did not want to wait for that.
 */
void
tlsrpt_toast_saved (GtkWidget *widget,
                    GFile     *file,
                    GError    *error)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *message = NULL;
  AdwToast *toast;

  if (gtk_widget_get_root (widget) == NULL ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (error == NULL)
    {
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *shown = tlsrpt_display_isolate (name, -1);

      /* Translators: %s is the name of a file */
      message = g_strdup_printf (_("Saved as “%s”"), shown);
    }
  else
    {
      /* Translators: %s is a sentence about what went wrong */
      message = g_strdup_printf (_("Not saved: %s"), error->message);
    }

  toast = tlsrpt_toast_new (message);
  if (error == NULL && overlay != NULL)
    offer_folder (toast, overlay, file);
  tlsrpt_toast_show (widget, toast);
}
