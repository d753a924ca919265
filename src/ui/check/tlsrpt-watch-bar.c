/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-watch-bar.h"

#include "tlsrpt-notice.h"
#include "tlsrpt-wrap-layout.h"

/**
 * TlsrptWatchBar:
 *
 * A strip that says when DNS is asked again for a record, and can stop that; then, what
 * came of it.  It is visible as long as there is a watch.
 */
struct _TlsrptWatchBar
{
  AdwBin       parent_instance;

  TlsrptWatch *watch;
  gboolean     is_running;

  /* Template widgets */
  GtkWidget   *close_button;
  GtkLabel    *detail_label;
  GtkWidget   *show_button;
  GtkWidget   *stop_button;
  GtkLabel    *title_label;
};

G_DEFINE_FINAL_TYPE (TlsrptWatchBar, tlsrpt_watch_bar, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_RUNNING,
  PROP_WATCH,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_running (TlsrptWatchBar *self,
             gboolean        is_running)
{
  if (self->is_running == is_running)
    return;

  self->is_running = is_running;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

/* The button that takes the place of another one takes its focus, too. */
static void
show_buttons (TlsrptWatchBar   *self,
              TlsrptWatchState  state)
{
  gboolean is_running = self->is_running;
  gboolean is_found = state == TLSRPT_WATCH_FOUND;
  gboolean has_focus = gtk_widget_has_focus (self->stop_button);

  gtk_widget_set_visible (self->close_button, !is_running);
  gtk_widget_set_visible (self->show_button, is_found);
  if (has_focus && !is_running)
    gtk_widget_grab_focus (is_found ? self->show_button : self->close_button);
  gtk_widget_set_visible (self->stop_button, is_running);
}

/* Who looks elsewhere is told in which window it is. */
static void
send_notice (TlsrptWatchBar *self,
             const char     *title)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *action = NULL;
  g_autofree char *id = NULL;
  g_autofree char *detail = NULL;
  guint number;

  if (!GTK_IS_APPLICATION_WINDOW (window))
    return;

  number = gtk_application_window_get_id (GTK_APPLICATION_WINDOW (window));
  action = g_strdup_printf ("app.show-watched(uint32 %u)", number);
  id = g_strdup_printf ("watch-%u", number);
  detail = tlsrpt_watch_dup_detail (self->watch);

  tlsrpt_notice_send (GTK_WIDGET (self), &(TlsrptNoticeParts) {
    .id = id,
    .title = title,
    .text = detail,
    .action = action,
  });
}

static void
state_changed_cb (TlsrptWatchBar *self)
{
  TlsrptWatchState state = tlsrpt_watch_get_state (self->watch);
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;

  if (state == TLSRPT_WATCH_STOPPED)
    {
      tlsrpt_watch_bar_set_watch (self, NULL);
      return;
    }

  set_running (self, tlsrpt_watch_is_running (self->watch));
  title = tlsrpt_watch_dup_title (self->watch);
  detail = tlsrpt_watch_dup_detail (self->watch);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->detail_label, detail);
  show_buttons (self, state);

  if (state == TLSRPT_WATCH_FOUND)
    send_notice (self, title);
}

static void
show_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tlsrpt_watch_bar_show_result (TLSRPT_WATCH_BAR (widget));
}

static void
stop_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tlsrpt_watch_bar_set_watch (TLSRPT_WATCH_BAR (widget), NULL);
}

static void
tlsrpt_watch_bar_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TlsrptWatchBar *self = TLSRPT_WATCH_BAR (object);

  switch (property_id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, self->is_running);
      break;

    case PROP_WATCH:
      g_value_set_object (value, self->watch);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_watch_bar_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_WATCH:
      tlsrpt_watch_bar_set_watch (TLSRPT_WATCH_BAR (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_watch_bar_dispose (GObject *object)
{
  TlsrptWatchBar *self = TLSRPT_WATCH_BAR (object);

  if (self->watch != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->watch, state_changed_cb, self);
      tlsrpt_watch_stop (self->watch);
      g_clear_object (&self->watch);
    }

  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_WATCH_BAR);

  G_OBJECT_CLASS (tlsrpt_watch_bar_parent_class)->dispose (object);
}

static void
tlsrpt_watch_bar_class_init (TlsrptWatchBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_watch_bar_dispose;
  object_class->get_property = tlsrpt_watch_bar_get_property;
  object_class->set_property = tlsrpt_watch_bar_set_property;

  /**
   * TlsrptWatchBar:running:
   *
   * Whether DNS will be asked again.
   */
  properties[PROP_RUNNING] =
    g_param_spec_boolean ("running", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptWatchBar:watch:
   *
   * What the strip shows; `NULL` hides it.
   */
  properties[PROP_WATCH] =
    g_param_spec_object ("watch", NULL, NULL, TLSRPT_TYPE_WATCH,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TLSRPT_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-watch-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptWatchBar, close_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptWatchBar, detail_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptWatchBar, show_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptWatchBar, stop_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptWatchBar, title_label);

  gtk_widget_class_install_action (widget_class, "watch.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "watch.stop", NULL, stop_action);
}

static void
tlsrpt_watch_bar_init (TlsrptWatchBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tlsrpt_watch_bar_new (void)
{
  return g_object_new (TLSRPT_TYPE_WATCH_BAR, NULL);
}

/**
 * tlsrpt_watch_bar_set_watch:
 * @self: a strip
 * @watch: (nullable): a watch that was started
 *
 * Shows a watch, in place of another one, which is stopped.
 */
void
tlsrpt_watch_bar_set_watch (TlsrptWatchBar *self,
                            TlsrptWatch    *watch)
{
  g_return_if_fail (TLSRPT_IS_WATCH_BAR (self));
  g_return_if_fail (watch == NULL || TLSRPT_IS_WATCH (watch));

  if (self->watch == watch)
    return;

  if (self->watch != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->watch, state_changed_cb, self);
      tlsrpt_watch_stop (self->watch);
    }

  g_set_object (&self->watch, watch);

  if (watch != NULL)
    {
      g_signal_connect_object (watch, "notify::state",
                               G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
      state_changed_cb (self);
    }

  gtk_widget_set_visible (GTK_WIDGET (self), watch != NULL);
  if (watch == NULL)
    set_running (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WATCH]);
}

gboolean
tlsrpt_watch_bar_is_running (TlsrptWatchBar *self)
{
  g_return_val_if_fail (TLSRPT_IS_WATCH_BAR (self), FALSE);

  return self->is_running;
}

/**
 * tlsrpt_watch_bar_show_result:
 * @self: a strip
 *
 * Checks the domain whose record was found; the strip has done its work then.
 */
void
tlsrpt_watch_bar_show_result (TlsrptWatchBar *self)
{
  g_autoptr (TlsrptWatch) watch = NULL;

  g_return_if_fail (TLSRPT_IS_WATCH_BAR (self));

  if (self->watch == NULL || tlsrpt_watch_get_state (self->watch) != TLSRPT_WATCH_FOUND)
    return;

  watch = g_object_ref (self->watch);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.check-domain", "s",
                              tlsrpt_watch_get_domain (watch));
  tlsrpt_watch_bar_set_watch (self, NULL);
}

/**
 * tlsrpt_watch_bar_take_focus:
 * @self: a strip that shows a watch
 *
 * Puts the focus on the button that ends the watch.
 */
void
tlsrpt_watch_bar_take_focus (TlsrptWatchBar *self)
{
  g_return_if_fail (TLSRPT_IS_WATCH_BAR (self));

  gtk_widget_grab_focus (self->is_running ? self->stop_button
                                                            : self->close_button);
}
