/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-paste-limit.h"

#include "tlsrpt-toast.h"

#include <glib/gi18n.h>
#include <string.h>

/* Bytes that are discarded in one read. */
#define REST_PIECE (256 * 1024)

static const char *const text_types[] = { "text/plain;charset=utf-8", "text/plain", NULL };

/* What a widget accepts, and who gets it. */
typedef struct
{
  gsize           limit;
  TlsrptPasteFunc func;
  gpointer        user_data;
} Limit;

/* A text that is on its way from the clipboard or from a drag. */
typedef struct
{
  GtkWidget   *widget;
  const Limit *limit;
  GdkDrop     *drop;
  char        *bytes;
} Paste;

static Paste *
paste_new (GtkWidget   *widget,
           const Limit *limit)
{
  Paste *paste = g_new0 (Paste, 1);

  /* The limit lives as long as the widget. */
  paste->widget = g_object_ref (widget);
  paste->limit = limit;

  return paste;
}

static void
paste_free (Paste *paste)
{
  /* Ends the drop, for which the program that the text comes from waits. */
  if (paste->drop != NULL)
    gdk_drop_finish (paste->drop, GDK_ACTION_COPY);

  g_clear_object (&paste->drop);
  g_object_unref (paste->widget);
  g_free (paste->bytes);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static void
refuse (Paste *paste)
{
  g_autofree char *size = g_format_size_full (paste->limit->limit, G_FORMAT_SIZE_IEC_UNITS);
  /* Translators: %s is a size, such as “64 KiB” */
  g_autofree char *message = g_strdup_printf (_("The text to paste is longer than %s"), size);

  /* The windows of GTK have no room for toasts, but their entries do. */
  if (gtk_widget_get_ancestor (paste->widget, ADW_TYPE_TOAST_OVERLAY) != NULL)
    tlsrpt_toast_show (paste->widget, tlsrpt_toast_new (message));
  else if (GTK_IS_TEXT (paste->widget))
    gtk_text_set_placeholder_text (GTK_TEXT (paste->widget), message);
}

static void
deliver (Paste      *paste,
         const char *text)
{
  if (paste->limit->func != NULL)
    paste->limit->func (paste->widget, text, paste->limit->user_data);
  else
    tlsrpt_paste_limit_insert (paste->widget, text);
}

/* Discards the rest: the sender may block until everything is read, also for other programs. */
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

  if (length > paste->limit->limit)
    {
      refuse (paste);
      g_input_stream_skip_async (G_INPUT_STREAM (source), REST_PIECE, G_PRIORITY_LOW, NULL,
                                 rest_read_cb, NULL);
      return;
    }

  /* Some programs end the text with a NUL. */
  text = g_utf8_make_valid (paste->bytes, (gssize) strnlen (paste->bytes, length));
  deliver (paste, text);
}

static void
read_text (Paste        *own,
           GInputStream *stream)
{
  g_autoptr (Paste) paste = own;

  if (stream == NULL)
    {
      gtk_widget_error_bell (paste->widget);
      return;
    }

  /* Reads only enough to know that it is too much. */
  paste->bytes = g_malloc (paste->limit->limit + 1);
  g_input_stream_read_all_async (stream, paste->bytes, paste->limit->limit + 1,
                                 G_PRIORITY_DEFAULT, NULL, text_read_cb, paste);
  g_steal_pointer (&paste);
}

static void
clipboard_opened_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GInputStream) stream = NULL;

  stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  read_text (user_data, stream);
}

static void
drop_opened_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GInputStream) stream = gdk_drop_read_finish (GDK_DROP (source), result, NULL, NULL);

  read_text (user_data, stream);
}

/* What this program has copied is in its memory already, and arrives at once, before the
 * next key does. */
static gboolean
paste_own (GtkWidget    *widget,
           const Limit  *limit,
           GdkClipboard *clipboard)
{
  g_autoptr (Paste) paste = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  const char *text;

  g_value_init (&value, G_TYPE_STRING);
  if (!gdk_clipboard_is_local (clipboard) || gdk_clipboard_get_content (clipboard) == NULL ||
      !gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, NULL))
    return FALSE;

  paste = paste_new (widget, limit);
  text = g_value_get_string (&value);
  if (text == NULL)
    gtk_widget_error_bell (widget);
  else if (strlen (text) > limit->limit)
    refuse (paste);
  else
    deliver (paste, text);

  return TRUE;
}

static void
paste_from (GtkWidget    *widget,
            const Limit  *limit,
            GdkClipboard *clipboard)
{
  if (paste_own (widget, limit, clipboard))
    return;

  gdk_clipboard_read_async (clipboard, (const char **) text_types, G_PRIORITY_DEFAULT, NULL,
                            clipboard_opened_cb, paste_new (widget, limit));
}

static void
paste_clipboard_cb (GtkWidget *widget,
                    gpointer   user_data)
{
  /* GTK reads all there is, and lays it out, which freezes the window for as long. */
  g_signal_stop_emission_by_name (widget, "paste-clipboard");
  paste_from (widget, user_data, gtk_widget_get_clipboard (widget));
}

/* The place in an entry that is nearest to a point. */
static int
find_position (GtkText *text,
               double   x)
{
  gsize first = 0;
  gsize last = (gsize) gtk_text_get_text_length (text);

  while (first < last)
    {
      gsize middle = first + (last - first) / 2;
      graphene_rect_t here;
      graphene_rect_t next;

      gtk_text_compute_cursor_extents (text, middle, &here, NULL);
      gtk_text_compute_cursor_extents (text, middle + 1, &next, NULL);
      if (x < (here.origin.x + next.origin.x) / 2)
        last = middle;
      else
        first = middle + 1;
    }

  return (int) first;
}

/* Puts the cursor to a point, unless what is there is selected and to be replaced. */
static void
point_at (GtkWidget *widget,
          double     x,
          double     y)
{
  if (GTK_IS_TEXT_VIEW (widget))
    {
      GtkTextView *view = GTK_TEXT_VIEW (widget);
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
      GtkTextIter place;
      GtkTextIter start;
      GtkTextIter end;
      int buffer_x;
      int buffer_y;

      gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y,
                                             &buffer_x, &buffer_y);
      gtk_text_view_get_iter_at_location (view, &place, buffer_x, buffer_y);
      if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end) ||
          gtk_text_iter_compare (&place, &start) < 0 || gtk_text_iter_compare (&place, &end) > 0)
        gtk_text_buffer_place_cursor (buffer, &place);
    }
  else
    {
      GtkEditable *editable = GTK_EDITABLE (widget);
      int place = find_position (GTK_TEXT (widget), x);
      int start;
      int end;

      if (!gtk_editable_get_selection_bounds (editable, &start, &end) ||
          place < start || place > end)
        gtk_editable_set_position (editable, place);
    }
}

static void
middle_pressed_cb (GtkGesture *gesture,
                   int         n_presses,
                   double      x,
                   double      y,
                   gpointer    user_data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  gboolean is_on = FALSE;

  g_object_get (gtk_widget_get_settings (widget), "gtk-enable-primary-paste", &is_on, NULL);
  if (!is_on)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (GTK_IS_TEXT (widget))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (widget));
  else
    gtk_widget_grab_focus (widget);

  point_at (widget, x, y);
  paste_from (widget, user_data, gtk_widget_get_primary_clipboard (widget));
}

/* What is dragged within the window is no longer than what is there, and may be moved:
 * GTK does that. */
static gboolean
drop_accepted_cb (GtkDropTargetAsync *target,
                  GdkDrop            *drop,
                  gpointer            user_data)
{
  return gdk_drop_get_drag (drop) == NULL &&
         !gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), GDK_TYPE_FILE_LIST) &&
         gdk_content_formats_match (gdk_drop_get_formats (drop),
                                    gtk_drop_target_async_get_formats (target));
}

static gboolean
dropped_cb (GtkDropTargetAsync *target,
            GdkDrop            *drop,
            double              x,
            double              y,
            gpointer            user_data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  Paste *paste = paste_new (widget, user_data);

  point_at (widget, x, y);
  paste->drop = g_object_ref (drop);
  gdk_drop_read_async (drop, (const char **) text_types, G_PRIORITY_DEFAULT, NULL,
                       drop_opened_cb, paste);

  return TRUE;
}

static void
attach_controllers (GtkWidget *widget,
                    Limit     *limit)
{
  GdkContentFormats *formats = gdk_content_formats_new ((const char **) text_types,
                                                        G_N_ELEMENTS (text_types) - 1);
  GtkDropTargetAsync *target = gtk_drop_target_async_new (formats, GDK_ACTION_COPY);
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_MIDDLE);
  g_signal_connect (gesture, "pressed", G_CALLBACK (middle_pressed_cb), limit);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (gesture));

  g_signal_connect (target, "accept", G_CALLBACK (drop_accepted_cb), limit);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), limit);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

/**
 * tlsrpt_paste_limit_attach:
 * @widget: an entry or a text view
 * @limit: how much, in bytes
 * @func: (nullable) (scope forever): gets the text in place of @widget
 * @user_data: for @func
 *
 * Limits what can be pasted with the key, the middle button or a drop at once: a longer
 * text is refused in words, and not kept.
 */
void
tlsrpt_paste_limit_attach (GtkWidget       *widget,
                           gsize            limit,
                           TlsrptPasteFunc  func,
                           gpointer         user_data)
{
  Limit *own;

  g_return_if_fail (GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget));

  if (GTK_IS_EDITABLE (widget) && !GTK_IS_TEXT (widget))
    widget = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (widget)));

  own = g_new0 (Limit, 1);
  own->limit = limit;
  own->func = func;
  own->user_data = user_data;
  g_object_set_data_full (G_OBJECT (widget), "tlsrpt-paste-limit", own, g_free);

  g_signal_connect (widget, "paste-clipboard", G_CALLBACK (paste_clipboard_cb), own);
  attach_controllers (widget, own);
}

/**
 * tlsrpt_paste_limit_insert:
 * @widget: the inner text of an entry, or a text view
 * @text: what is pasted
 *
 * Does what the paste of @widget itself would do.
 */
void
tlsrpt_paste_limit_insert (GtkWidget  *widget,
                           const char *text)
{
  g_return_if_fail (GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget));
  g_return_if_fail (text != NULL);

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
      /* As its keys do: since GTK 4.18 what a program inserts cannot be undone. */
      g_signal_emit_by_name (widget, "delete-from-cursor", GTK_DELETE_CHARS, 0);
      g_signal_emit_by_name (widget, "insert-at-cursor", text);
    }
}
