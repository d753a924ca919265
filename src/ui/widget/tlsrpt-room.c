/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-room.h"

/* Characters, so that what is narrow grows with the text. */
#define NARROW_WIDTH 64

/**
 * TlsrptRoom:
 *
 * How much room there is for a table: a narrow one does without some columns.
 */
struct _TlsrptRoom
{
  GObject            parent_instance;

  GtkScrolledWindow *window;
  gboolean           is_narrow;
  guint              change_callback;
};

G_DEFINE_FINAL_TYPE (TlsrptRoom, tlsrpt_room, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_WINDOW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_width_narrow (TlsrptRoom *self,
                 double      width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->window));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int char_width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);

  return width < pango_units_to_double (NARROW_WIDTH * char_width);
}

static gboolean
change_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  TlsrptRoom *self = TLSRPT_ROOM (user_data);

  self->change_callback = 0;
  self->is_narrow = !self->is_narrow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);

  return G_SOURCE_REMOVE;
}

static void
stop_change (TlsrptRoom *self)
{
  if (self->change_callback != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->window), self->change_callback);
  self->change_callback = 0;
}

/* Columns cannot come and go while they are given their width. */
static void
width_changed_cb (TlsrptRoom    *self,
                  GParamSpec    *pspec,
                  GtkAdjustment *adjustment)
{
  if (is_width_narrow (self, gtk_adjustment_get_page_size (adjustment)) == self->is_narrow)
    stop_change (self);
  else if (self->change_callback == 0)
    self->change_callback = gtk_widget_add_tick_callback (GTK_WIDGET (self->window), change_cb,
                                                          self, NULL);
}

static void
set_window (TlsrptRoom        *self,
            GtkScrolledWindow *window)
{
  g_return_if_fail (self->window == NULL);

  /* The window keeps its room, as part of its template, and not the other way round. */
  g_set_weak_pointer (&self->window, window);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (window), "notify::page-size",
                           G_CALLBACK (width_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
tlsrpt_room_dispose (GObject *object)
{
  TlsrptRoom *self = TLSRPT_ROOM (object);

  if (self->window != NULL)
    stop_change (self);
  g_clear_weak_pointer (&self->window);

  G_OBJECT_CLASS (tlsrpt_room_parent_class)->dispose (object);
}

static void
tlsrpt_room_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TlsrptRoom *self = TLSRPT_ROOM (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->is_narrow);
      break;

    case PROP_WINDOW:
      g_value_set_object (value, self->window);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tlsrpt_room_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  TlsrptRoom *self = TLSRPT_ROOM (object);

  switch (prop_id)
    {
    case PROP_WINDOW:
      set_window (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tlsrpt_room_class_init (TlsrptRoomClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tlsrpt_room_dispose;
  object_class->get_property = tlsrpt_room_get_property;
  object_class->set_property = tlsrpt_room_set_property;

  /**
   * TlsrptRoom:narrow:
   *
   * Whether there is not room for all columns.  It changes between two frames.
   */
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptRoom:window:
   *
   * What the table is in.
   */
  properties[PROP_WINDOW] =
    g_param_spec_object ("window", NULL, NULL,
                         GTK_TYPE_SCROLLED_WINDOW,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tlsrpt_room_init (TlsrptRoom *self)
{
}

gboolean
tlsrpt_room_is_narrow (TlsrptRoom *self)
{
  g_return_val_if_fail (TLSRPT_IS_ROOM (self), FALSE);

  return self->is_narrow;
}
