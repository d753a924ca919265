/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-paste-limit.h"

#include "tlsrpt-toast.h"

#include <glib/gi18n.h>
#include <string.h>

/* Octets that are thrown away at once. */
#define REST_PIECE (256 * 1024)

/* A text that is on its way from the clipboard. */
typedef struct
{
  GtkWidget *widget;
  gsize      limit;
  char      *octets;
} Paste;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->widget);
  g_free (paste->octets);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

/* What the paste of the widget itself would do. */
static void
insert (GtkWidget  *widget,
        const char *text)
{
  if (GTK_IS_TEXT_VIEW (widget))
    {
      GtkTextView *view = GTK_TEXT_VIEW (widget);
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
      gboolean is_editable = gtk_text_view_get_editable (view);

      gtk_text_buffer_begin_user_action (buffer);
      gtk_text_buffer_delete_selection (buffer, TRUE, is_editable);
      gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, is_editable);
      gtk_text_buffer_end_user_action (buffer);
      gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (buffer));
    }
  else
    {
      GtkEditable *editable = GTK_EDITABLE (widget);
      int position;

      gtk_editable_delete_selection (editable);
      position = gtk_editable_get_position (editable);
      gtk_editable_insert_text (editable, text, -1, &position);
      gtk_editable_set_position (editable, position);
    }
}

static void
refuse (Paste *paste)
{
  g_autofree char *size = g_format_size_full (paste->limit, G_FORMAT_SIZE_IEC_UNITS);
  /* Translators: %s is a size, such as “64 KiB” */
  g_autofree char *message = g_strdup_printf (_("The text to paste is longer than %s"), size);

  tlsrpt_toast_show (paste->widget, tlsrpt_toast_new (message));
}

/* The rest is thrown away: who sends it may wait for that, and send nothing to anybody
 * else meanwhile. */
static void
rest_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  GInputStream *stream = G_INPUT_STREAM (source);

  if (g_input_stream_skip_finish (stream, result, NULL) > 0)
    g_input_stream_skip_async (stream, REST_PIECE, G_PRIORITY_LOW, NULL, rest_read_cb, NULL);
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autofree char *text = NULL;
  gsize length = 0;

  if (!g_input_stream_read_all_finish (G_INPUT_STREAM (source), result, &length, NULL) ||
      gtk_widget_get_root (paste->widget) == NULL)
    return;

  if (length > paste->limit)
    {
      refuse (paste);
      g_input_stream_skip_async (G_INPUT_STREAM (source), REST_PIECE, G_PRIORITY_LOW, NULL,
                                 rest_read_cb, NULL);
      return;
    }

  /* Some put a NUL at the end. */
  text = g_utf8_make_valid (paste->octets, (gssize) strnlen (paste->octets, length));
  insert (paste->widget, text);
}

static void
clipboard_opened_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autoptr (GInputStream) stream = NULL;

  stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  if (stream == NULL)
    {
      gtk_widget_error_bell (paste->widget);
      return;
    }

  /* No more than tells that it is too much. */
  paste->octets = g_malloc (paste->limit + 1);
  g_input_stream_read_all_async (stream, paste->octets, paste->limit + 1, G_PRIORITY_DEFAULT,
                                 NULL, text_read_cb, paste);
  g_steal_pointer (&paste);
}

static void
paste_clipboard_cb (GtkWidget *widget,
                    gpointer   user_data)
{
  const char *types[] = { "text/plain;charset=utf-8", "text/plain", NULL };
  Paste *paste = g_new0 (Paste, 1);

  /* GTK reads all there is, and lays it out, which freezes the window for as long. */
  g_signal_stop_emission_by_name (widget, "paste-clipboard");

  paste->widget = g_object_ref (widget);
  paste->limit = GPOINTER_TO_SIZE (user_data);
  gdk_clipboard_read_async (gtk_widget_get_clipboard (widget), types, G_PRIORITY_DEFAULT, NULL,
                            clipboard_opened_cb, paste);
}

/**
 * tlsrpt_paste_limit_attach:
 * @widget: an entry or a text view
 * @limit: how much, in octets
 *
 * Lets no more be pasted at once: a longer text is refused in words, and not kept.
 */
void
tlsrpt_paste_limit_attach (GtkWidget *widget,
                           gsize      limit)
{
  g_return_if_fail (GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget));

  if (GTK_IS_EDITABLE (widget) && !GTK_IS_TEXT (widget))
    widget = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (widget)));

  g_signal_connect (widget, "paste-clipboard",
                    G_CALLBACK (paste_clipboard_cb), GSIZE_TO_POINTER (limit));
}
