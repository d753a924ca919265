/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-look-box.h"

#include "tlsrpt-accessible.h"
#include "tlsrpt-after-layout.h"
#include "tlsrpt-consent.h"
#include "tlsrpt-helo.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-look-rows.h"
#include "tlsrpt-look-text.h"
#include "tlsrpt-verdict-row.h"

#include <glib/gi18n.h>

/**
 * TlsrptLookBox:
 *
 * Looks at the mail servers of a domain as senders do, and says what these would report.
 *
 * Nobody is contacted before somebody has agreed to it.
 */
struct _TlsrptLookBox
{
  GtkBox               parent_instance;

  TlsrptPublished     *published;
  gboolean             allow_special;
  gboolean             is_after_report;
  char                *helo;

  /* The one that runs, if any, and what the last one saw. */
  GCancellable        *cancellable;
  TlsrptLook          *look;
  GPtrArray           *rows;

  /* Where the view was led to; whoever has moved it since is not led any further. */
  GtkAdjustment       *position;
  double               place;

  /* Template widgets */
  GtkWidget           *cancel_button;
  GtkWidget           *connect_button;
  AdwPreferencesGroup *destinations_group;
  AdwPreferencesGroup *hosts_group;
  AdwPreferencesGroup *senders_group;
  TlsrptVerdictRow    *status_row;
};

G_DEFINE_FINAL_TYPE (TlsrptLookBox, tlsrpt_look_box, GTK_TYPE_BOX)

/* --- What was seen ------------------------------------------------------------ */

static void
show_status (TlsrptLookBox *self,
             TlsrptMark     mark,
             const char    *title,
             const char    *text)
{
  const TlsrptVerdictPart part = { mark, title, (char *) text };
  GtkWidget *buttons[] = { self->cancel_button, self->connect_button };

  tlsrpt_verdict_row_set_part (self->status_row, &part);
  /* The row takes no focus, so whoever comes to its button is told. */
  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    tlsrpt_accessible_set_description (GTK_ACCESSIBLE (buttons[i]), title);
}

static void
add_row (TlsrptLookBox       *self,
         AdwPreferencesGroup *group,
         GtkWidget           *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

/* The rows rest on the look. */
static void
forget_look (TlsrptLookBox *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }

  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->senders_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->destinations_group), FALSE);
  g_clear_pointer (&self->look, tlsrpt_look_free);
}

static void
show_look (TlsrptLookBox *self)
{
  g_autoptr (GPtrArray) groups = tlsrpt_look_dup_groups (self->look);
  TlsrptMark mark;
  g_autofree char *conclusion = self->is_after_report
                                  ? tlsrpt_look_dup_answer (self->look, &mark)
                                  : tlsrpt_look_dup_conclusion (self->look, &mark);

  show_status (self, mark, conclusion, NULL);

  for (guint i = 0; i < self->look->hosts->len; i++)
    add_row (self, self->hosts_group,
             tlsrpt_look_row_new_host (self->look, g_ptr_array_index (self->look->hosts, i)));

  for (guint i = 0; i < groups->len; i++)
    add_row (self, self->senders_group,
             tlsrpt_look_row_new_group (g_ptr_array_index (groups, i)));

  for (guint i = 0; i < self->look->rua->len; i++)
    {
      GPtrArray *contacts = g_ptr_array_index (self->look->rua, i);

      if (contacts->len > 0)
        add_row (self, self->destinations_group,
                 tlsrpt_look_row_new_destination (g_ptr_array_index (self->published->rua, i),
                                                  g_ptr_array_index (contacts, 0)));
    }
}

/* --- Where it is to be seen --------------------------------------------------- */

static void
scroll_to_status (GtkWidget *widget)
{
  TlsrptLookBox *self = TLSRPT_LOOK_BOX (widget);
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  /* In what is scrolled: where that is now may be about to change. */
  if (viewport == NULL ||
      !gtk_widget_compute_bounds (GTK_WIDGET (self->hosts_group),
                                  gtk_viewport_get_child (GTK_VIEWPORT (viewport)), &bounds))
    return;

  g_set_object (&self->position, gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)));
  gtk_adjustment_set_value (self->position, bounds.origin.y);
  self->place = gtk_adjustment_get_value (self->position);
}

/* Leads to what is going on, which the button to stop it is beside. */
static void
lead_here (GtkWidget *widget)
{
  TlsrptLookBox *self = TLSRPT_LOOK_BOX (widget);

  gtk_widget_grab_focus (self->cancellable != NULL ? self->cancel_button : self->connect_button);
  scroll_to_status (widget);
}

/* Whether nobody has gone elsewhere, by focus or by scrolling. */
static gboolean
has_stayed (TlsrptLookBox *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self)) && self->position != NULL &&
         gtk_adjustment_get_value (self->position) == self->place &&
         gtk_widget_is_focus (self->cancel_button);
}

/* --- The look ----------------------------------------------------------------- */

static void
show_running (TlsrptLookBox *self,
              gboolean       is_running)
{
  GtkWidget *from = is_running ? self->connect_button : self->cancel_button;
  GtkWidget *to = is_running ? self->cancel_button : self->connect_button;
  gboolean has_focus = gtk_widget_is_focus (from);

  gtk_widget_set_visible (to, TRUE);
  if (has_focus)
    gtk_widget_grab_focus (to);
  gtk_widget_set_visible (from, FALSE);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "look.cancel", is_running);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "look.connect", !is_running);
}

static void
stop (TlsrptLookBox *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
progress_cb (guint    n_visited,
             guint    n_all,
             gpointer user_data)
{
  TlsrptLookBox *self = TLSRPT_LOOK_BOX (user_data);
  g_autofree char *text = g_strdup_printf (
    /* Translators: the first %u is how many of the second %u were contacted */
    ngettext ("%u of %u address", "%u of %u addresses", n_all), n_visited, n_all);

  show_status (self, TLSRPT_MARK_NONE, _("Contacting the mail servers…"), text);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  TlsrptLook *look = tlsrpt_look_finish (result, NULL);
  TlsrptLookBox *self;
  gboolean is_watched;

  /* Whoever canceled it said so, or is gone. */
  if (look == NULL)
    return;

  self = TLSRPT_LOOK_BOX (user_data);
  g_clear_object (&self->cancellable);
  self->look = look;
  /* Some answer before the view has come here. */
  is_watched = self->position == NULL || has_stayed (self);
  show_look (self);
  show_running (self, FALSE);
  /* There is more to scroll to now. */
  if (is_watched)
    tlsrpt_after_layout (GTK_WIDGET (self), scroll_to_status);
}

static void
start (TlsrptLookBox *self)
{
  const TlsrptLookOptions options = {
    .helo = self->helo,
    .time = g_get_real_time () / G_USEC_PER_SEC,
    .patience = TLSRPT_LIMIT_SMTP_TIME,
    .allow_special = self->allow_special,
    .progress = progress_cb,
    .progress_data = self,
  };

  stop (self);
  forget_look (self);
  show_status (self, TLSRPT_MARK_NONE, _("Contacting the mail servers…"), NULL);
  show_running (self, TRUE);

  self->cancellable = g_cancellable_new ();
  tlsrpt_look_async (self->published, &options, self->cancellable, looked_cb, self);
  /* The question that was just answered gives the focus back first. */
  g_clear_object (&self->position);
  tlsrpt_after_layout (GTK_WIDGET (self), lead_here);
}

static void
show_nothing (TlsrptLookBox *self)
{
  show_status (self, TLSRPT_MARK_NONE, _("Not contacted"),
               _("Connect to find out what senders would report now"));
}

static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TlsrptLookBox *self = TLSRPT_LOOK_BOX (widget);

  stop (self);
  show_nothing (self);
  show_running (self, FALSE);
}

/* Says whom it would contact, and does so if that is agreed to. */
static void
ask (TlsrptLookBox *self)
{
  g_autofree char *plan = NULL;
  GtkWidget *dialog;

  if (self->published->mail_servers->len == 0 || self->cancellable != NULL)
    return;

  plan = tlsrpt_look_dup_plan (self->published, self->helo);
  dialog = tlsrpt_consent_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                      _("Connect to the Mail Servers?"), plan);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("Ca_ncel"),
                                    "connect", _("Connect"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "connect",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "connect");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response::connect", G_CALLBACK (start), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
connect_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ask (TLSRPT_LOOK_BOX (widget));
}

static void
tlsrpt_look_box_dispose (GObject *object)
{
  TlsrptLookBox *self = TLSRPT_LOOK_BOX (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_LOOK_BOX);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->look, tlsrpt_look_free);
  g_clear_pointer (&self->published, tlsrpt_published_unref);
  g_clear_object (&self->position);
  g_clear_pointer (&self->helo, g_free);

  G_OBJECT_CLASS (tlsrpt_look_box_parent_class)->dispose (object);
}

static void
tlsrpt_look_box_class_init (TlsrptLookBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tlsrpt_look_box_dispose;

  g_type_ensure (TLSRPT_TYPE_VERDICT_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/tlsrpt-look-box.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptLookBox, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptLookBox, connect_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptLookBox, destinations_group);
  gtk_widget_class_bind_template_child (widget_class, TlsrptLookBox, hosts_group);
  gtk_widget_class_bind_template_child (widget_class, TlsrptLookBox, senders_group);
  gtk_widget_class_bind_template_child (widget_class, TlsrptLookBox, status_row);

  gtk_widget_class_install_action (widget_class, "look.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "look.connect", NULL, connect_action);
}

static void
tlsrpt_look_box_init (TlsrptLookBox *self)
{
  self->helo = tlsrpt_helo_dup_default ();
  self->rows = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "look.cancel", FALSE);
  show_nothing (self);
}

/**
 * tlsrpt_look_box_set_published:
 * @self: a box
 * @published: what is published for a domain
 * @allow_special: whether special-purpose addresses may be contacted
 *
 * Sets whose mail servers can be looked at.  A domain without any has nothing to show.
 */
void
tlsrpt_look_box_set_published (TlsrptLookBox   *self,
                               TlsrptPublished *published,
                               gboolean         allow_special)
{
  g_return_if_fail (TLSRPT_IS_LOOK_BOX (self));
  g_return_if_fail (self->published == NULL);

  self->published = tlsrpt_published_ref (published);
  self->allow_special = allow_special;
  gtk_widget_set_visible (GTK_WIDGET (self), published->mail_servers->len > 0);
}

/**
 * tlsrpt_look_box_ask_after_report:
 * @self: a box
 *
 * Says whom it would contact, and does so if that is agreed to; then says whether what was
 * reported is fixed.
 */
void
tlsrpt_look_box_ask_after_report (TlsrptLookBox *self)
{
  g_return_if_fail (TLSRPT_IS_LOOK_BOX (self));

  self->is_after_report = TRUE;
  ask (self);
}
