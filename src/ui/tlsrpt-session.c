/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-session.h"

#include "tlsrpt-state-file.h"

#include <glib/gi18n.h>

/* The first frame is drawn when the second begins. */
#define FRAMES_BEFORE_LOADING 2

/**
 * TlsrptSession:
 *
 * What the windows have in common, and what is kept of them: the first one gets what was
 * there the last time, and whatever is changed in any of them is kept.
 *
 * Nothing is read before the first window shows, and nothing is written before that.
 */
struct _TlsrptSession
{
  GObject          parent_instance;

  TlsrptStateFile *file;
  GPtrArray       *places;
};

G_DEFINE_FINAL_TYPE (TlsrptSession, tlsrpt_session, G_TYPE_OBJECT)

/* A window that is open. */
typedef struct
{
  TlsrptSession *session;
  TlsrptWindow  *window;
  TlsrptRecord  *record;
  int            n_frames;

  /* Whether something was ever done in it. */
  gboolean       is_touched;
} Place;

static void
place_free (gpointer data)
{
  Place *place = data;

  g_signal_handlers_disconnect_by_data (place->window, place);
  g_signal_handlers_disconnect_by_data (place->record, place);
  g_object_unref (place->record);
  g_free (place);
}

static TlsrptState *
get_state (Place *place)
{
  return tlsrpt_state_file_get_state (place->session->file);
}

static void
form_changed_cb (Place *place)
{
  g_autoptr (GVariant) form = tlsrpt_record_save (place->record);

  place->is_touched = TRUE;
  tlsrpt_state_set_form (get_state (place), form);
}

static void
view_changed_cb (Place *place)
{
  tlsrpt_state_set_view (get_state (place), tlsrpt_window_get_view (place->window));
}

/* The window that is closed last is the one that comes back, unless nothing was ever done
 * in it. */
static gboolean
close_requested_cb (Place *place)
{
  if (get_state (place) != NULL && place->is_touched)
    {
      form_changed_cb (place);
      view_changed_cb (place);
      tlsrpt_window_use_addresses (place->window);
      tlsrpt_state_file_flush (place->session->file);
    }

  return GDK_EVENT_PROPAGATE;
}

static void
destroyed_cb (Place *place)
{
  g_ptr_array_remove (place->session->places, place);
}

static void
watch (Place *place)
{
  tlsrpt_window_set_state (place->window, get_state (place));
  g_signal_connect_swapped (place->record, "changed", G_CALLBACK (form_changed_cb), place);
  g_signal_connect_swapped (place->window, "notify::view", G_CALLBACK (view_changed_cb), place);

  /* The command line has filled it in, or somebody who types fast. */
  if (!place->is_touched && !tlsrpt_record_is_blank (place->record))
    form_changed_cb (place);
}

static void
tell (TlsrptSession *self,
      const char    *text)
{
  if (self->places->len > 0)
    {
      Place *place = g_ptr_array_index (self->places, 0);

      tlsrpt_window_tell (place->window, text);
    }
}

static void
failed_cb (TlsrptSession *self,
           GError        *error)
{
  g_autofree char *text = NULL;

  /* Translators: %s is a sentence about what went wrong */
  text = g_strdup_printf (_("Your entries cannot be kept for the next start: %s"),
                          error->message);
  tell (self, text);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlsrptSession) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tlsrpt_state_file_load_finish (self->file, result, &error))
    {
      g_autofree char *text = NULL;

      /* Translators: %s is one sentence, or two, about what went wrong */
      text = g_strdup_printf (_("The entries of the last time cannot be read. %s"),
                              error->message);
      tell (self, text);
    }

  if (self->places->len > 0)
    {
      Place *place = g_ptr_array_index (self->places, 0);

      place->is_touched = tlsrpt_window_restore (place->window, get_state (place));
    }
  g_ptr_array_foreach (self->places, (GFunc) (void *) watch, NULL);
}

static gboolean
frame_begun_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  Place *place = user_data;

  if (--place->n_frames > 0)
    return G_SOURCE_CONTINUE;

  tlsrpt_state_file_load_async (place->session->file, NULL, loaded_cb,
                                g_object_ref (place->session));

  return G_SOURCE_REMOVE;
}

static void
tlsrpt_session_finalize (GObject *object)
{
  TlsrptSession *self = TLSRPT_SESSION (object);

  g_ptr_array_unref (self->places);
  g_object_unref (self->file);

  G_OBJECT_CLASS (tlsrpt_session_parent_class)->finalize (object);
}

static void
tlsrpt_session_class_init (TlsrptSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tlsrpt_session_finalize;
}

static void
tlsrpt_session_init (TlsrptSession *self)
{
  self->places = g_ptr_array_new_with_free_func (place_free);
  self->file = tlsrpt_state_file_new (NULL);
  g_signal_connect_object (self->file, "failed", G_CALLBACK (failed_cb), self,
                           G_CONNECT_SWAPPED);
}

TlsrptSession *
tlsrpt_session_new (void)
{
  return g_object_new (TLSRPT_TYPE_SESSION, NULL);
}

/**
 * tlsrpt_session_add:
 * @self: the session
 * @window: a window that has just been made
 *
 * Keeps what is entered in @window.  If it is the first one, it gets what was kept.
 */
void
tlsrpt_session_add (TlsrptSession *self,
                    TlsrptWindow  *window)
{
  Place *place;

  g_return_if_fail (TLSRPT_IS_SESSION (self));
  g_return_if_fail (TLSRPT_IS_WINDOW (window));

  place = g_new0 (Place, 1);
  place->session = self;
  place->window = window;
  place->record = g_object_ref (tlsrpt_window_get_record (window));
  place->n_frames = FRAMES_BEFORE_LOADING;
  g_ptr_array_add (self->places, place);
  g_signal_connect_swapped (window, "close-request", G_CALLBACK (close_requested_cb), place);
  g_signal_connect_swapped (window, "destroy", G_CALLBACK (destroyed_cb), place);

  if (get_state (place) != NULL)
    watch (place);
  else if (self->places->len == 1)
    gtk_widget_add_tick_callback (GTK_WIDGET (window), frame_begun_cb, place, NULL);
}

/**
 * tlsrpt_session_end:
 * @self: the session
 *
 * Keeps what has not been kept, before the program ends.
 */
void
tlsrpt_session_end (TlsrptSession *self)
{
  g_return_if_fail (TLSRPT_IS_SESSION (self));

  if (tlsrpt_state_file_get_state (self->file) == NULL)
    return;

  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = g_ptr_array_index (self->places, i);

      tlsrpt_window_use_addresses (place->window);
    }
  tlsrpt_state_file_flush (self->file);
}

/**
 * tlsrpt_session_forget:
 * @self: the session
 * @error: return location for an error
 *
 * Empties the forms of all windows and removes what was kept.
 *
 * Returns: whether nothing is left
 */
gboolean
tlsrpt_session_forget (TlsrptSession  *self,
                       GError        **error)
{
  g_return_val_if_fail (TLSRPT_IS_SESSION (self), FALSE);

  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = g_ptr_array_index (self->places, i);

      tlsrpt_window_forget (place->window);
      place->is_touched = FALSE;
    }

  return tlsrpt_state_file_get_state (self->file) == NULL ||
         tlsrpt_state_file_forget (self->file, error);
}
